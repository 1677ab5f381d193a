/** The folder of backups beside the notebook. */
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { BUSY_SECONDS } from '../../store/failures';
import { type BackupName, byNumber, parseBackupName } from './names';

const FOLDER = 'backups';
const LOCK = '.lock';
/** What is being written. */
export const DRAFT = '.part';

export const backupsFolder = (library: string): string => join(library, FOLDER);

/** The newest first; none where there is no folder that can be read. */
export function listNames(library: string): BackupName[] {
  let files: string[];
  try {
    files = readdirSync(backupsFolder(library));
  } catch {
    return [];
  }
  return files.flatMap((file) => parseBackupName(file) ?? []).toSorted(byNumber);
}

/**
 * One at a time, in whichever process: whoever dies lets go, because the lock is SQLite's own on an empty file.
 * @throws SqliteError SQLITE_BUSY where another process has it for longer than one waits
 */
export function withLock<T>(library: string, act: () => T): T {
  const folder = backupsFolder(library);
  mkdirSync(folder, { recursive: true });
  const lock = new Database(join(folder, LOCK), { timeout: BUSY_SECONDS * 1000 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return act();
  } finally {
    lock.close();
  }
}

/** What a process that was killed left half written. */
export function sweepDrafts(library: string): void {
  const folder = backupsFolder(library);
  for (const file of readdirSync(folder))
    if (file.includes(DRAFT)) rmSync(join(folder, file), { force: true });
}

/** @throws where the disk has not taken it */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes new names last through a power cut. Windows and some network drives cannot, and the files are whole without. */
export function syncFolder(path: string): void {
  try {
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch (error) {
    if (!/^(EISDIR|EPERM|EACCES|EINVAL|ENOTSUP|EBADF)$/.test((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
  }
}
