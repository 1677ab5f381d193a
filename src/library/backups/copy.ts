/** A copy of a notebook that is known to be whole before anybody relies on it. */
import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { type Db, findingOf } from '../../store/database';
import { syncFile } from './folder';
import type { BackupReason } from './names';

/** In every copy: what its name cannot say, and what is still known of it under another name. */
export const BACKUP_TABLE = 'CREATE TABLE backup (at TEXT NOT NULL, reason TEXT NOT NULL) STRICT';

/** Where another process writes at the same moment, the copy is of before or after and is made again. */
const TRIES = 3;

/**
 * Without the history of reading. On the disk when this returns.
 * @param path of a file that is not there
 * @throws SqliteError, or an error of the file system; then nothing is left at `path`
 */
export function copyNotebook(source: Db, path: string, made: { at: Date; reason: BackupReason }): void {
  try {
    for (let tries = TRIES; ; tries -= 1) {
      const before = fingerprintOf(source);
      source.prepare('VACUUM INTO ?').run(path);
      inFile(path, (copy) => prepareCopy(copy, made));
      const found = verified(path);
      if (found === before || found === fingerprintOf(source)) break;
      if (tries === 1) throw new Error('the copy does not hold what the notebook holds');
      removeCopy(path);
    }
    syncFile(path);
  } catch (error) {
    removeCopy(path);
    throw error;
  }
}

function removeCopy(path: string): void {
  for (const suffix of ['', '-journal']) rmSync(path + suffix, { force: true });
}

function inFile(path: string, act: (copy: Db) => void): void {
  const copy = new Database(path);
  try {
    act(copy);
  } finally {
    copy.close();
  }
}

function prepareCopy(copy: Db, { at, reason }: { at: Date; reason: BackupReason }): void {
  // A journal on the disk would hold once more what is deleted here.
  copy.pragma('journal_mode = MEMORY');
  copy.pragma('secure_delete = ON');
  copy.exec('DELETE FROM reading_position');
  copy.exec(`DROP TABLE IF EXISTS backup; ${BACKUP_TABLE}`);
  copy.prepare('INSERT INTO backup (at, reason) VALUES (?, ?)').run(at.toISOString(), reason);
}

/** The same as a file's bytes, made in memory. */
export function copyInMemory(source: Db, at: Date): Buffer {
  assertSound(source);
  const copy = new Database(inRollbackMode(source.serialize()));
  try {
    prepareCopy(copy, { at, reason: 'asked' });
    copy.exec('VACUUM');
    assertSound(copy);
    return copy.serialize();
  } finally {
    copy.close();
  }
}

/** A copy of an open notebook says that it has a write-ahead log, which nothing in memory can have. */
export function inRollbackMode(bytes: Buffer): Buffer {
  bytes[18] = 1;
  bytes[19] = 1;
  return bytes;
}

/** @returns its fingerprint. @throws SqliteError SQLITE_CORRUPT */
function verified(path: string): string {
  const copy = new Database(path, { readonly: true });
  try {
    assertIntact(copy);
    return fingerprintOf(copy);
  } finally {
    copy.close();
  }
}

/** More than `assertSound` asks, for what nobody writes to any more. @throws SqliteError SQLITE_CORRUPT */
export function assertIntact(copy: Db): void {
  const finding = copy.pragma('integrity_check(1)', { simple: true }) as string;
  if (finding !== 'ok') throw new Database.SqliteError(finding, 'SQLITE_CORRUPT');
}

/** Not what a backup would hold. */
const ASIDE = ['backup', 'reading_position', 'sqlite_sequence', 'unswept'];

/**
 * The same for two notebooks of one history only where a backup of one is a backup of the other. More than the counter
 * of changes, because a notebook may have been replaced by another whose counter happens to stand there too.
 */
export function fingerprintOf(db: Db): string {
  const tables = db
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
    .pluck()
    .all()
    .filter((name) => !ASIDE.includes(name));
  const count = (table: string) => db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number;
  const one = (table: string, sql: string) =>
    tables.includes(table) ? ((db.prepare(sql).pluck().get() ?? null) as string | number | null) : null;
  return JSON.stringify({
    format: db.pragma('user_version', { simple: true }),
    counts: tables.map((table) => [table, count(table)]),
    change: one('notebook_change', 'SELECT number FROM notebook_change'),
    edits: one('edits_revision', 'SELECT number FROM edits_revision'),
    latest: one('note_revision', 'SELECT at FROM note_revision ORDER BY number DESC LIMIT 1'),
  });
}

/** Nobody has written anything yet. */
export function isEmpty(db: Db): boolean {
  const has = (table: string) => db.prepare(`SELECT EXISTS (SELECT 1 FROM ${table})`).pluck().get() === 1;
  return !['setting', 'edit', 'note'].some(has);
}

/** @throws SqliteError SQLITE_CORRUPT: what is damaged takes no good backup's place */
export function assertSound(source: Db): void {
  const finding = findingOf(source);
  if (finding) throw new Database.SqliteError(finding, 'SQLITE_CORRUPT');
}
