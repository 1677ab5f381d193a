/** What SQLite says went wrong, as errors that a person can act on. */
import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../shared/errors';

/** How long a statement waits for another process that writes. */
export const BUSY_SECONDS = 5;

const isSqlite = (error: unknown): error is InstanceType<typeof Database.SqliteError> =>
  error instanceof Database.SqliteError;

/** True where the file itself is not what SQLite wrote. */
export function isDamage(error: unknown): boolean {
  if (!isSqlite(error)) return false;
  // A header with a byte too many has no code of its own.
  return /^SQLITE_(CORRUPT|NOTADB)/.test(error.code) || error.message === 'unsupported file format';
}

/** True where nothing can be learnt from the file itself: it is damaged, or the disk does not give it. */
export function isUnreadable(error: unknown): boolean {
  return (
    isDamage(error) || (isSqlite(error) && /^SQLITE_IOERR_(READ|SHORT_READ|DATA|CORRUPTFS)$/.test(error.code))
  );
}

/** True where the disk takes nothing more, for now or at all. */
export function isUnwritable(error: unknown): boolean {
  return isSqlite(error) && /^SQLITE_(FULL|READONLY|IOERR)/.test(error.code);
}

/** The same failure with a code and a sentence; what is none of SQLite's is returned as it came. */
export function explainFailure(error: unknown, file: string): unknown {
  if (!isSqlite(error)) return error;
  const params = { file: basename(file), path: dirname(file), detail: error.message };
  const because = { cause: error };
  if (isDamage(error)) return new AppError('library.damaged', params, because);
  if (/^SQLITE_(BUSY|LOCKED)/.test(error.code))
    return new AppError('library.busy', { seconds: BUSY_SECONDS }, because);
  if (/^SQLITE_FULL/.test(error.code)) return new AppError('library.full', {}, because);
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|IOERR)/.test(error.code))
    return new AppError('library.not-writable', params, because);
  return error;
}
