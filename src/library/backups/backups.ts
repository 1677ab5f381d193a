/** Backups of the notebook: made where something has changed, verified, told of, and few enough. */
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import type { Backup, Output } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import type { Db } from '../../store/database';
import { explainFailure } from '../../store/failures';
import type { Shelf } from '../shelf';
import { assertSound, copyNotebook, fingerprintOf, isEmpty } from './copy';
import { backupsFolder, DRAFT, listNames, sweepDrafts, syncFolder, withLock } from './folder';
import { type BackupName, type BackupReason, nameBackup } from './names';
import { toDelete } from './rotation';
import { withoutPurged } from './purge';

/**
 * @param isDue asked once more when nobody else can be making one
 * @returns its name; undefined where none was due
 * @throws AppError 'library.full' | 'library.busy' | 'library.damaged' | 'file.not-writable'
 */
export function makeBackup(
  folder: string,
  source: Db,
  reason: BackupReason,
  { isDue = () => true, at = new Date() }: { isDue?: () => boolean; at?: Date } = {},
): string | undefined {
  return told(folder, () => {
    assertSound(source);
    return withLock(folder, () => {
      if (!isDue()) return undefined;
      sweepDrafts(folder);
      const [newest] = listNames(folder);
      const name = nameBackup((newest?.number ?? 0) + 1, at, reason);
      const draft = join(backupsFolder(folder), name + DRAFT);
      copyNotebook(source, draft, { at, reason });
      renameSync(draft, join(backupsFolder(folder), name));
      syncFolder(backupsFolder(folder));
      rotate(folder);
      return name;
    });
  });
}

/** A backup too many does no harm. */
function rotate(folder: string): void {
  for (const { file } of toDelete(listNames(folder))) {
    try {
      rmSync(join(backupsFolder(folder), file), { force: true });
    } catch {
      return;
    }
  }
}

/** Since the newest backup, as far as that can be read. */
export function hasChanged(folder: string, source: Db): boolean {
  const [newest] = listNames(folder);
  if (!newest) return !isEmpty(source);
  try {
    return reading(join(backupsFolder(folder), newest.file), fingerprintOf) !== fingerprintOf(source);
  } catch {
    return true;
  }
}

/** Where something has changed. @throws as makeBackup */
export function backUpChanges({ folder, notebook }: Shelf): string | undefined {
  const isDue = () => hasChanged(folder, notebook);
  return told(folder, isDue) ? makeBackup(folder, notebook, 'change', { isDue }) : undefined;
}

export function backUpNow({ folder, notebook }: Shelf): Backup {
  const name = makeBackup(folder, notebook, 'asked');
  const made = listNames(folder).find(({ file }) => file === name);
  if (!made) throw new AppError('backup.unknown', { file: name ?? '' });
  return describe(folder, made);
}

/**
 * Notes that have been deleted for good are taken out of every backup, and nothing else is: what is not in the notebook
 * for another reason may be nowhere but there. One in which that cannot be done is deleted, after a new one has been
 * made.
 * @param purged ids of the notes
 * @throws as makeBackup
 */
export function sweepBackups({ folder, notebook }: Shelf, purged: readonly string[]): void {
  if (purged.length === 0) return;
  makeBackup(folder, notebook, 'change');
  const gone = new Set(purged);
  told(folder, () =>
    withLock(folder, () => {
      for (const { file } of listNames(folder)) withoutPurged(join(backupsFolder(folder), file), gone);
      syncFolder(backupsFolder(folder));
    }),
  );
}

export function listBackups({ folder, readOnly, shownFolder }: Shelf): Output<'notebook.backups'> {
  if (readOnly) return { folder: '', backups: [] };
  return {
    folder: backupsFolder(shownFolder),
    backups: listNames(folder).map((name) => describe(folder, name)),
  };
}

/** What can be said of one without reading all of it. */
export function describe(folder: string, { file, reason, date }: BackupName): Backup {
  const path = join(backupsFolder(folder), file);
  const stat = statSync(path, { throwIfNoEntry: false });
  const said = { file, reason, bytes: stat?.size ?? 0 };
  try {
    return { ...said, ...reading(path, (db) => ({ at: madeAt(db), notes: countNotes(db) })) };
  } catch {
    const at = new Date(`${date}T00:00:00Z`);
    return { ...said, at: (Number.isNaN(at.getTime()) ? new Date(0) : at).toISOString(), notes: null };
  }
}

/** Opened so that nothing is written beside it and nothing that somebody put into it runs. */
function reading<T>(path: string, read: (db: Db) => T): T {
  const db = new Database(path, { readonly: true });
  try {
    db.pragma('trusted_schema = OFF');
    const views = db.prepare(
      `SELECT count(*) FROM sqlite_schema WHERE type = 'view' OR rootpage = 0 AND type = 'table'`,
    );
    if (views.pluck().get() !== 0)
      throw new AppError('backup.unreadable', { file: basename(path), detail: 'views' });
    return read(db);
  } finally {
    db.close();
  }
}

function madeAt(db: Db): string {
  const at = db.prepare<[], string>('SELECT at FROM backup').pluck().get();
  return new Date(at ?? '').toISOString();
}

/** Those that are not in the trash; a format from before notes has none. */
export function countNotes(db: Db): number {
  const isThere = db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'note'`).pluck().get() === 1;
  if (!isThere) return 0;
  return db
    .prepare<[], number>('SELECT count(*) FROM note JOIN note_revision ON number = last WHERE removed = 0')
    .pluck()
    .get() as number;
}

/** Failures of the disk in the words of the house. */
function told<T>(folder: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const known = explainFailure(error, join(folder, 'notebook.db'));
    if (known instanceof AppError) throw known;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC') throw new AppError('library.full', {}, { cause: error });
    const path = existsSync(backupsFolder(folder)) ? backupsFolder(folder) : folder;
    throw new AppError(
      'file.not-writable',
      { path, detail: message.split(',')[0] ?? message },
      { cause: error },
    );
  }
}
