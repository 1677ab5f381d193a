/** What can still be read of a notebook that cannot be opened. */
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { type KeptRevision, keptTargetSchema, noteContentSchema, noteIdSchema } from '../../shared/notes';
import type { Db } from '../../store/database';
import { parsedJson } from '../../store/json';
import type { NoteRow } from '../../store/notebook/notes';
import { editsOf, isSetting, type KeptEdit, type NotebookContent } from './content';
import { isBroken } from './log';
import { rowsIn } from './pages';

/** Never throws, and writes nothing. */
export function salvage(path: string): NotebookContent {
  const revisions = revisionsIn(bytesOf(path), bytesOf(`${path}-wal`));
  return { revisions, ...readBySqlite(path) };
}

/**
 * Whether SQLite passes over revisions that the log has: somebody was told that they are kept. Writes nothing.
 * @param db open for reading at this moment
 */
export function passesOver(db: Db, path: string): boolean {
  if (!isBroken(bytesOf(`${path}-wal`))) return false;
  const isThere = db.prepare<[string, number]>('SELECT 1 FROM note_revision WHERE note = ? AND revision = ?');
  return revisionsIn(bytesOf(path), bytesOf(`${path}-wal`), { isLatest: true }).some(
    ({ note, revision }) => isThere.get(note, revision) === undefined,
  );
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    return new Uint8Array();
  }
}

/** As a row of `note_revision` holds them; the first column is the row's own id. */
const revisionSchema = z
  .tuple([
    z.null(),
    noteIdSchema,
    z.int().min(1),
    z.iso.datetime(),
    z.string(),
    parsedJsonOrNot(keptTargetSchema),
    noteContentSchema.shape.text,
    noteContentSchema.shape.colour,
    parsedJsonOrNot(noteContentSchema.shape.tags),
    z.union([z.literal(0), z.literal(1)]),
  ])
  .transform(([, note, revision, at, by, target, text, colour, tags, removed]): KeptRevision => ({
    note, revision, at, by, target, text, colour, tags, removed: removed === 1, copyOf: null,
  })); // prettier-ignore

/** A row of `note`. */
const noteSchema = z.tuple([noteIdSchema, z.iso.datetime(), z.int(), noteIdSchema.nullable()]);

/** What is no JSON is no row of ours, and no reason to stop. */
function parsedJsonOrNot<T extends z.ZodType>(schema: T) {
  const isJson = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  return z.string().refine(isJson, { abort: true }).pipe(parsedJson(schema));
}

/** Each revision once, as the latest page has it, in the order in which they were kept. */
export function revisionsIn(
  file: Uint8Array,
  wal?: Uint8Array,
  pages?: Parameters<typeof rowsIn>[2],
): NoteRow[] {
  const found = new Map<string, KeptRevision & { number: number }>();
  const copies = new Map<string, KeptRevision['copyOf']>();
  for (const { rowid, values } of rowsIn(file, wal, pages)) {
    if (values.length === 4) {
      const note = noteSchema.safeParse(values).data;
      if (note && !copies.has(note[0])) copies.set(note[0], note[3]);
    } else if (values.length === 10) {
      const revision = revisionSchema.safeParse(values).data;
      if (!revision) continue;
      const key = `${revision.note} ${revision.revision}`;
      if (!found.has(key)) found.set(key, { ...revision, number: rowid });
    }
  }
  const first = new Map<string, string>();
  const rows = [...found.values()].toSorted((a, b) => a.number - b.number);
  for (const { note, at } of rows) if (!first.has(note)) first.set(note, at);
  return rows.map((row) => ({
    ...row,
    created: first.get(row.note) ?? row.at,
    copyOf: copies.get(row.note) ?? null,
  }));
}

/** Edits and settings, one by one, as far as SQLite gets. */
function readBySqlite(path: string): Pick<NotebookContent, 'edits' | 'settings'> {
  const read = { edits: [] as KeptEdit[], settings: new Map<string, string>() };
  let db: Db | undefined;
  try {
    db = new Database(path, { readonly: true, fileMustExist: true });
    db.pragma('trusted_schema = OFF');
    const opened = db;
    rowsUntilDamage<{ key: string; value: string }>(
      db,
      'SELECT key, value FROM setting',
      ({ key, value }) => {
        if (isSetting(key, value)) read.settings.set(key, value);
      },
    );
    const numbers: number[] = [];
    rowsUntilDamage<{ number: number }>(db, 'SELECT number FROM edit ORDER BY number', ({ number }) =>
      numbers.push(number),
    );
    for (const number of numbers) passOver(() => read.edits.push(...editsOf(opened, number)));
  } catch {
    // Then there is nothing to be read in this way.
  } finally {
    db?.close();
  }
  return read;
}

function rowsUntilDamage<Row>(db: Db, sql: string, take: (row: Row) => void): void {
  passOver(() => {
    for (const row of db.prepare<[], Row>(sql).iterate()) passOver(() => take(row));
  });
}

/** Half an edit would say what nobody said: what cannot be read whole is left out. */
function passOver(read: () => void): void {
  try {
    read();
  } catch {
    return;
  }
}
