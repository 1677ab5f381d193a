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

/** Files up to this size are checked whole at every opening; larger ones only after an unclean end. */
const CHECKED_BYTES = 64 * 1024 * 1024;

/**
 * @throws SqliteError SQLITE_CORRUPT or SQLITE_NOTADB where the file is damaged (see isDamage);
 *         AppError 'library.newer' | 'library.busy' | 'library.full' | 'library.not-writable'
 */
export function openDatabase(path: string, name: DatabaseName): Db {
  let db: Db | undefined;
  try {
    const leftOpen = hasPendingWal(path);
    db = new Database(path, { timeout: BUSY_SECONDS * 1000 });
    db.pragma('journal_mode = WAL');
    db.pragma(`synchronous = ${SYNCHRONOUS[name]}`);
    db.pragma('foreign_keys = ON');
    assertWhole(db, leftOpen);
    migrate(db, path, migrationsOf(name));
    return db;
  } catch (error) {
    db?.close();
    throw isDamage(error) ? error : explainFailure(error, path);
  }
}

/** A write-ahead log with something in it: another process has the file open, or one ended uncleanly. */
function hasPendingWal(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** @throws SqliteError SQLITE_CORRUPT with the first finding. */
function assertWhole(db: Db, leftOpen: boolean): void {
  const pages = db.pragma('page_count', { simple: true }) as number;
  const pageSize = db.pragma('page_size', { simple: true }) as number;
  if (!leftOpen && pages * pageSize > CHECKED_BYTES) return;
  const finding = findingOf(db);
  if (finding) throw new Database.SqliteError(finding, 'SQLITE_CORRUPT');
}

/** What `PRAGMA quick_check` finds first, or undefined where all is well. */
export function findingOf(db: Db): string | undefined {
  const finding = db.pragma('quick_check(1)', { simple: true }) as string;
  return finding === 'ok' ? undefined : finding;
}

/** Each migration in a transaction of its own; two processes that open at once do it once. */
function migrate(db: Db, path: string, migrations: string[]): void {
  const format = () => db.pragma('user_version', { simple: true }) as number;
  if (format() > migrations.length) {
    throw new AppError('library.newer', { file: path, found: format(), known: migrations.length });
  }
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
