/** Files that a command is given. */
import { readFileSync } from 'node:fs';
import { AppError } from '../shared/errors';

/** @param path `-` for standard input. @throws AppError 'file.unreadable' */
export function readGiven(path: string): Buffer {
  try {
    return readFileSync(path === '-' ? 0 : path);
  } catch (cause) {
    throw new AppError('file.unreadable', { path, detail: (cause as Error).message }, { cause });
  }
}

export const readText = (path: string): string => readGiven(path).toString('utf8');
