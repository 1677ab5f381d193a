/** All that the reader wrote, in one file to be kept somewhere else. */
import { gzipSync } from 'node:zlib';
import { AppError } from '../../shared/errors';
import type { Shelf } from '../shelf';
import { countNotes } from './backups';
import { copyInMemory } from './copy';

/** @throws AppError 'library.read-only' in a reading room, where nobody has written anything */
export function backupFile({ notebook, readOnly }: Shelf) {
  if (readOnly) throw new AppError('library.read-only');
  return {
    count: countNotes(notebook),
    extension: 'paralel-backup',
    mediaType: 'application/gzip',
    losses: () => [],
    write: () => gzipSync(copyInMemory(notebook, new Date())),
  };
}
