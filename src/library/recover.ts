/** A notebook that cannot be opened: what has become of it, what can be shown instead, and how it comes back. */
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Backup, NotebookState, Output, Parsed } from '../shared/contract';
import { AppError } from '../shared/errors';
import { assertWhole, type Db, hasPendingWal, openDatabase } from '../store/database';
import { explainFailure, isUnreadable } from '../store/failures';
import { migrationsOf } from '../store/migrations';
import { countNotes, describe } from './backups/backups';
import { combine, notesBeyond, notesIn } from './backups/combine';
import { type NotebookContent, NOTHING, putContent } from './backups/content';
import { backupsFolder, listNames, syncFile, syncFolder, withLock } from './backups/folder';
import { isOurs, readBackupOf } from './backups/read';
import { passesOver, salvage } from './backups/salvage';
import { FILES, moveAside, SUFFIXES } from './shelf-files';

type LostState = Extract<NotebookState, { state: 'lost' }>;

export interface Lost extends LostState {
  salvage: NotebookContent;
}

/** The new notebook, whole, until the old one is out of its way. */
const RECOVERED = 'notebook.recovered.db';

/**
 * Looks without touching: a damaged file is not even checkpointed.
 * @returns undefined where it can be opened, or where there has never been one
 */
export function whyLost(folder: string): LostState['reason'] | undefined {
  // First whether it was used, then whether it is there: another process may be beginning one at this moment.
  const hasBackups = statSync(backupsFolder(folder), { throwIfNoEntry: false })?.isDirectory() ?? false;
  const wasUsed = hasBackups || isInIndex(folder);
  const path = join(folder, FILES.notebook);
  const bytes = statSync(path, { throwIfNoEntry: false })?.size;
  if (bytes === undefined) return wasUsed ? 'missing' : undefined;
  if (bytes === 0) return wasUsed || hasPendingWal(path) ? 'emptied' : undefined;
  let db: Db | undefined;
  try {
    const leftOpen = hasPendingWal(path);
    db = new Database(path, { readonly: true });
    assertWhole(db, leftOpen);
    const tables = db
      .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
      .pluck()
      .all();
    if (tables.length === 0) return wasUsed ? 'emptied' : undefined;
    const format = db.pragma('user_version', { simple: true }) as number;
    // A newer program's is its own affair, which openDatabase explains.
    const isKnown = format <= migrationsOf('notebook').length;
    if (!tables.includes('setting') || (isKnown && !isOurs(db, format))) return 'damaged';
    const isPassedOver = leftOpen && tables.includes('note_revision') && passesOver(db, path);
    return isPassedOver ? 'damaged' : undefined;
  } catch (error) {
    if (isUnreadable(error)) return 'damaged';
    throw explainFailure(error, path);
  } finally {
    db?.close();
  }
}

/** Notes or edits of names that the index was built from. */
function isInIndex(folder: string): boolean {
  const path = join(folder, FILES.index);
  if (!existsSync(path)) return false;
  let db: Db | undefined;
  try {
    db = new Database(path, { readonly: true });
    return (
      db
        .prepare<[], number>(
          `SELECT EXISTS (SELECT 1 FROM note_entry) OR EXISTS (SELECT 1 FROM built_from WHERE edits_revision > 0)`,
        )
        .pluck()
        .get() === 1
    );
  } catch {
    // Of an earlier format, or damaged: it says nothing.
    return false;
  } finally {
    db?.close();
  }
}

/** The newest good backup and what can still be read, in memory. */
export function standIn(folder: string, reason: LostState['reason']): { notebook: Db; lost: Lost } {
  const salvaged = salvage(join(folder, FILES.notebook));
  const good = goodBackups(folder);
  const newest = good[0]?.content ?? NOTHING;
  const content = combine(newest, salvaged);
  const notebook = openDatabase(':memory:', 'notebook');
  notebook.transaction(() => putContent(notebook, content))();
  const lost: Lost = {
    state: 'lost',
    reason,
    file: FILES.notebook,
    backups: good.map(({ backup }) => backup),
    notes: notesIn(content).size,
    salvaged: notesBeyond(newest, content),
    salvage: salvaged,
  };
  return { notebook, lost };
}

/** Read whole, the newest first; only of the newest is kept what it holds. */
function goodBackups(folder: string): { backup: Backup; content?: NotebookContent }[] {
  const good: { backup: Backup; content?: NotebookContent }[] = [];
  for (const name of listNames(folder)) {
    try {
      const content = readBackupOf(folder, name.file);
      const backup = { ...describe(folder, name), notes: notesIn(content).size };
      good.push(good.length === 0 ? { backup, content } : { backup });
    } catch {
      // Not one to offer; it stays where it is.
    }
  }
  return good;
}

/**
 * Writes the new notebook whole before the old one is set aside. Killed before that, nothing has happened; killed
 * after, the next start goes on where it stopped.
 * @throws AppError 'backup.*' | 'library.*'
 */
export function recoverFiles(
  folder: string,
  input: Parsed<'notebook.recover'>,
  { salvage: salvaged }: Lost,
): Output<'notebook.recover'> {
  try {
    return withLock(folder, () => {
      // Somebody else was asked the same, and has answered.
      if (whyLost(folder) === undefined) return heldNow(folder);
      const base = input.with === 'backup' ? readBackupOf(folder, input.backup) : NOTHING;
      const content = input.with === 'nothing' ? NOTHING : combine(base, salvaged);
      writeRecovered(folder, content);
      const setAside = putInPlace(folder);
      return { notes: notesIn(content).size, salvaged: notesBeyond(base, content), setAside };
    });
  } catch (error) {
    throw explainFailure(error, join(folder, FILES.notebook));
  }
}

function heldNow(folder: string): Output<'notebook.recover'> {
  const db = openDatabase(join(folder, FILES.notebook), 'notebook', { isChecked: true });
  try {
    return { notes: countNotes(db), salvaged: 0, setAside: null };
  } finally {
    db.close();
  }
}

function writeRecovered(folder: string, content: NotebookContent): void {
  const draft = join(folder, `${RECOVERED}.part`);
  for (const suffix of [...SUFFIXES, '-journal']) rmSync(draft + suffix, { force: true });
  const db = openDatabase(draft, 'notebook');
  try {
    db.transaction(() => putContent(db, content))();
    assertHolds(db, content);
    // In one file from here on.
    db.pragma('journal_mode = DELETE');
    assertWhole(db, true);
  } finally {
    db.close();
  }
  syncFile(draft);
  renameSync(draft, join(folder, RECOVERED));
  syncFolder(folder);
}

function assertHolds(db: Db, { revisions, edits }: NotebookContent): void {
  const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  if (count('note_revision') !== revisions.length || count('edit') !== edits.length)
    throw new AppError('internal', { detail: 'the recovered notebook does not hold what it should' });
}

/** @returns what the old file is called now; null where there was none */
function putInPlace(folder: string): string | null {
  const isThere = SUFFIXES.some((suffix) => existsSync(join(folder, FILES.notebook + suffix)));
  const setAside = isThere ? moveAside(folder, 'notebook', new Date()) : null;
  renameSync(join(folder, RECOVERED), join(folder, FILES.notebook));
  syncFolder(folder);
  return setAside;
}

/** What the reader had decided when the machine stopped. */
export function finishRecovery(folder: string): void {
  if (!existsSync(join(folder, RECOVERED))) return;
  withLock(folder, () => {
    if (existsSync(join(folder, RECOVERED))) putInPlace(folder);
  });
}
