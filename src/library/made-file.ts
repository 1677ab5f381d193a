/** A file for another program, from the library to the shell that puts it where the reader says. */
import { type ExportRequest, exportedSchema } from '../shared/contract';
import { AppError } from '../shared/errors';
import type { LibraryClient } from './client';

export interface MadeFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** @throws AppError as the library answers */
export async function makeExport(
  library: Pick<LibraryClient, 'call'>,
  request: ExportRequest,
): Promise<MadeFile> {
  const answer = await library.call('export.make', request);
  if (!answer.ok) throw AppError.fromReport(answer.error);
  const { name, mediaType, data } = exportedSchema.parse(answer.value);
  return { name, mediaType, bytes: Buffer.from(data, 'base64') };
}
