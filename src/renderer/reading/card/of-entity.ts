import { AppError } from '../../../shared/errors';

/** What is asked of the library by an id that may come from an address: what is no id is the id of nothing.
 *  @throws AppError 'entity.unknown' */
export async function ofEntity<T>(id: string, asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw error instanceof AppError && error.code === 'call.invalid'
      ? new AppError('entity.unknown', { id }, { cause: error })
      : error;
  }
}
