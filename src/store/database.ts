/** Opens a database file: pragmas, format, migrations. */
import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '../shared/errors';
import { BUSY_SECONDS, explainFailure, isDamage } from './failures';
import { type DatabaseName, migrationsOf } from './migrations';

export type Db = Database.Database;

/**
 * `PRAGMA synchronous` by what losing the last commit would mean. It has to be set on every connection:
 * better-sqlite3 opens a WAL database with NORMAL, and an acknowledged note could vanish with the power.
 */
const SYNCHRONOUS: Record<DatabaseName, 'FULL' | 'NORMAL'> = {
  library: 'NORMAL',
  notebook: 'FULL',
  index: 'NORMAL',
};

/** What is deleted is overwritten: nothing of a reader's is left behind in free pages. In the index only where that
 *  costs no writing of its own. */
const SECURE_DELETE: Record<DatabaseName, 'ON' | 'FAST' | 'OFF'> = {
  library: 'OFF',
  notebook: 'ON',
  index: 'FAST',
};

/** Files up to this size are checked whole at every opening; larger ones only after an unclean end. */
const CHECKED_BYTES = 64 * 1024 * 1024;

export interface OpenOptions {
  /** Somebody has just checked it whole. */
  isChecked?: boolean;
  /** Called before a file of an earlier format is brought to this one. */
  beforeMigration?: (db: Db) => void;
}

/**
 * @throws SqliteError SQLITE_CORRUPT or SQLITE_NOTADB where the file is damaged (see isDamage);
 *         AppError 'library.newer' | 'library.busy' | 'library.full' | 'library.not-writable'
 */
export function openDatabase(
  path: string,
  name: DatabaseName,
  { isChecked = false, beforeMigration }: OpenOptions = {},
): Db {
  let db: Db | undefined;
  try {
    const leftOpen = hasPendingWal(path);
    db = new Database(path, { timeout: BUSY_SECONDS * 1000 });
    db.pragma('journal_mode = WAL');
    db.pragma(`synchronous = ${SYNCHRONOUS[name]}`);
    db.pragma(`secure_delete = ${SECURE_DELETE[name]}`);
    db.pragma('foreign_keys = ON');
    if (!isChecked) assertWhole(db, leftOpen);
    migrate(db, path, migrationsOf(name), beforeMigration);
    return db;
  } catch (error) {
    db?.close();
    throw isDamage(error) ? error : explainFailure(error, path);
  }
}

/** A write-ahead log with something in it: another process has the file open, or one ended uncleanly. */
export function hasPendingWal(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** @throws SqliteError SQLITE_CORRUPT with the first finding. */
export function assertWhole(db: Db, leftOpen: boolean): void {
  const pages = db.pragma('page_count', { simple: true }) as number;
  const pageSize = db.pragma('page_size', { simple: true }) as number;
  const isSmall = pages * pageSize <= CHECKED_BYTES;
  if (!leftOpen && !isSmall) return;
  const finding = findingOf(db) ?? strayNote(db) ?? (db.readonly && isSmall ? findingInCopy(db) : undefined);
  if (finding) throw new Database.SqliteError(finding, 'SQLITE_CORRUPT');
}

/** Of a file that it may not write SQLite reads no CHECK: what the columns hold is looked at in a copy in memory. */
function findingInCopy(db: Db): string | undefined {
  const bytes = db.serialize();
  // Without a log, which there is none of in memory: https://www.sqlite.org/fileformat2.html#file_format_version_numbers
  bytes.fill(1, 18, 20);
  const copy = new Database(bytes);
  try {
    return findingOf(copy);
  } finally {
    copy.close();
  }
}

/** Each note with its latest revision, each revision with its note: no check of SQLite's looks across tables. */
function strayNote(db: Db): string | undefined {
  const hasNotes = db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'note'`).get() !== undefined;
  if (!hasNotes) return undefined;
  const isStray = db
    .prepare<[], number>(
      `SELECT EXISTS (SELECT 1 FROM note LEFT JOIN note_revision ON number = last WHERE note_revision.note IS NOT id)
           OR EXISTS (SELECT 1 FROM note_revision WHERE note NOT IN (SELECT id FROM note))`,
    )
    .pluck()
    .get();
  return isStray === 1 ? 'a note and its revisions do not belong together' : undefined;
}

/** What `PRAGMA quick_check` finds first, or undefined where all is well. */
export function findingOf(db: Db): string | undefined {
  const finding = db.pragma('quick_check(1)', { simple: true }) as string;
  return finding === 'ok' ? undefined : finding;
}

/** Each migration in a transaction of its own; two processes that open at once do it once. */
export function migrate(
  db: Db,
  path: string,
  migrations: string[],
  beforeMigration?: (db: Db) => void,
): void {
  const format = () => db.pragma('user_version', { simple: true }) as number;
  if (format() > migrations.length) {
    throw new AppError('library.newer', { file: path, found: format(), known: migrations.length });
  }
  if (format() > 0 && format() < migrations.length) beforeMigration?.(db);
  while (format() < migrations.length) {
    db.transaction(() => {
      const from = format();
      const sql = migrations[from];
      if (sql === undefined) return;
      db.exec(sql);
      db.pragma(`user_version = ${from + 1}`);
    }).immediate();
  }
}

/** Does something of which nothing is written to the disk. */
export function inPassing<T>(db: Db, act: () => T): T {
  db.pragma('cache_spill = OFF');
  db.exec('BEGIN');
  try {
    return act();
  } finally {
    db.exec('ROLLBACK');
    db.pragma('cache_spill = ON');
  }
}
