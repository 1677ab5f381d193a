/** Backups as they are read back: by what they hold, never by what they are called, and never believed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '../../shared/errors';
import { type Db, migrate } from '../../store/database';
import { migrationsOf } from '../../store/migrations';
import { contentOf, type NotebookContent } from './content';
import { BACKUP_TABLE, inRollbackMode } from './copy';
import { backupsFolder } from './folder';
import { parseBackupName } from './names';

/** What a backup may unpack to: far more than anybody writes, and less than what fills a memory. */
export const LARGEST_BACKUP = 256 * 1024 * 1024;

export interface ReadBackup extends NotebookContent {
  /** When it was made; of a bare copy of a notebook, which does not say, when something was last written. */
  at: string;
}

/** @param file its name in the folder of backups. @throws AppError 'backup.*' */
export function readBackupOf(library: string, file: string): ReadBackup {
  if (!parseBackupName(file)) throw new AppError('backup.unknown', { file });
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(backupsFolder(library), file));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT')
      throw new AppError('backup.unknown', { file }, { cause });
    throw new AppError('backup.unreadable', { file, detail: (cause as Error).message }, { cause });
  }
  return readBackup(bytes, file);
}

/**
 * A backup in one file, one from the folder, or a copy of a notebook, of this format or an earlier one. Read in memory:
 * nothing is written beside the file, and an earlier format is brought to this one in the copy.
 * @throws AppError 'backup.unreadable' | 'backup.newer'
 */
export function readBackup(given: Buffer, file: string): ReadBackup {
  const unreadable = (detail: string, cause?: unknown) =>
    new AppError('backup.unreadable', { file, detail }, { cause });
  let db: Db | undefined;
  try {
    const bytes = unpacked(given);
    if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) throw unreadable('it is no database');
    db = new Database(inRollbackMode(bytes));
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    const found = db.pragma('user_version', { simple: true }) as number;
    const migrations = migrationsOf('notebook');
    if (found > migrations.length)
      throw new AppError('backup.newer', { file, found, known: migrations.length });
    if (found < 1 || !isOurs(db, found)) throw unreadable('it is a database, but not of Paralel’s notebook');
    const finding = db.pragma('integrity_check(1)', { simple: true }) as string;
    if (finding !== 'ok') throw unreadable(finding);
    const madeAt = madeAtOf(db);
    migrate(db, file, migrations);
    const content = contentOf(db);
    return { ...content, at: madeAt ?? lastWritten(content) };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw unreadable(reasonOf(error), error);
  } finally {
    db?.close();
  }
}

const MAGIC = Buffer.from('SQLite format 3\0', 'latin1');

/** @throws RangeError ERR_BUFFER_TOO_LARGE for what unpacks to more than a backup may */
function unpacked(given: Buffer): Buffer {
  const isPacked = given[0] === 0x1f && given[1] === 0x8b;
  return isPacked ? gunzipSync(given, { maxOutputLength: LARGEST_BACKUP }) : Buffer.from(given);
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) {
    const [issue] = error.issues;
    return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`.slice(0, 200);
  }
  if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
    return `it unpacks to more than ${LARGEST_BACKUP / 1024 / 1024} MB`;
  return error instanceof Error ? error.message.slice(0, 200) : String(error);
}

/**
 * Whether it is made up of what the migrations make, and nothing that could run: no view or virtual table that is called
 * as one of ours, no trigger and no index of somebody else's, no column that is computed. What a column may hold is
 * checked when it is read.
 */
export function isOurs(db: Db, format: number): boolean {
  const expected = schemaOf(format);
  const found = schemaRows(db).filter((row) => row !== BACKUP_ROW);
  return found.length === expected.length && found.every((row, at) => row === expected[at]);
}

function schemaOf(format: number): string[] {
  const db = new Database(':memory:');
  try {
    for (const sql of migrationsOf('notebook').slice(0, format)) db.exec(sql);
    return schemaRows(db);
  } finally {
    db.close();
  }
}

interface SchemaRow {
  type: string;
  name: string;
  rootpage: number;
  sql: string | null;
}

/** What SQLite keeps for itself is let pass as what it is: an index without SQL, and a table that nobody reads here. */
function schemaRows(db: Db): string[] {
  const rows = db
    .prepare<[], SchemaRow>(
      `SELECT type, name, rootpage, sql FROM sqlite_schema
      WHERE NOT (name = 'sqlite_sequence' AND sql = 'CREATE TABLE sqlite_sequence(name,seq)')
        AND NOT (type = 'index' AND sql IS NULL AND name LIKE 'sqlite_autoindex_%')`,
    )
    .all();
  return rows.map((row) => rowOf(db, row)).toSorted();
}

/** Of a table its columns: how they are written down may be otherwise in another version. */
function rowOf(db: Db, { type, name, rootpage, sql }: SchemaRow): string {
  if (type !== 'table' || rootpage === 0) return JSON.stringify([type, name, plain(sql ?? '')]);
  const columns = db
    .prepare('SELECT name, type, pk, hidden FROM pragma_table_xinfo(?) ORDER BY cid')
    .raw()
    .all(name);
  return JSON.stringify([type, name, columns]);
}

const plain = (sql: string): string =>
  sql
    .replace(/--[^\n]*/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const BACKUP_ROW = backupRow();

function backupRow(): string {
  const db = new Database(':memory:');
  try {
    db.exec(BACKUP_TABLE);
    return schemaRows(db)[0] ?? '';
  } finally {
    db.close();
  }
}

function madeAtOf(db: Db): string | undefined {
  if (!schemaRows(db).includes(BACKUP_ROW)) return undefined;
  const at = db.prepare('SELECT at FROM backup LIMIT 1').pluck().get();
  return z.iso.datetime().safeParse(at).data;
}

function lastWritten({ revisions, edits }: NotebookContent): string {
  const times = [...revisions, ...edits].map(({ at }) => at);
  const last = times.reduce((latest, at) => (at > latest ? at : latest), '');
  return z.iso.datetime().safeParse(last).data ?? new Date(0).toISOString();
}
