/** Tables `note` and `note_revision`: what the reader wrote, with everything that it was before. */
import { z } from 'zod';
import { type KeptRevision, keptTargetSchema, noteContentSchema, noteIdSchema } from '../../shared/notes';
import type { Db } from '../database';
import { parsedJson } from '../json';

const revisionRow = z
  .object({
    number: z.int(),
    note: noteIdSchema,
    revision: z.int(),
    at: z.string(),
    by: z.string(),
    target: parsedJson(keptTargetSchema),
    text: z.string(),
    colour: noteContentSchema.shape.colour,
    tags: parsedJson(noteContentSchema.shape.tags),
    removed: z.int().transform(Boolean),
    created: z.string(),
    copy_of: noteIdSchema.nullable(),
  })
  .transform(({ copy_of: copyOf, ...row }) => ({ ...row, copyOf }));
/** A revision with what is said of its note. */
export type NoteRow = z.output<typeof revisionRow>;

export type NoteTable = ReturnType<typeof noteTable>;

export function noteTable(db: Db) {
  const columns = 'number, note, revision, at, by, target, text, colour, tags, removed, created, copy_of';
  const current = `SELECT ${columns} FROM note JOIN note_revision ON number = last`;
  const one = db.prepare<[string]>(`${current} WHERE id = ?`);
  const some = db.prepare<[string]>(
    `${current} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY number`,
  );
  const since = db.prepare<[number]>(
    `SELECT ${columns} FROM note_revision JOIN note ON note.id = note AND last = number WHERE number > ? ORDER BY number`,
  );
  const history = db.prepare<[string]>(
    `SELECT ${columns} FROM note_revision JOIN note ON note.id = note WHERE note = ? ORDER BY revision`,
  );
  const allRevisions = db.prepare(
    `SELECT ${columns} FROM note_revision JOIN note ON note.id = note ORDER BY number`,
  );
  const ids = db.prepare<[], string>('SELECT id FROM note').pluck();
  const removedIds = db
    .prepare<[], string>('SELECT id FROM note JOIN note_revision ON number = last WHERE removed = 1')
    .pluck();
  const count = db.prepare<[], number>('SELECT count(*) FROM note').pluck();
  const lastNumber = db.prepare<[], number>('SELECT max(number) FROM note_revision').pluck();
  const insert = db.prepare(`
    INSERT INTO note_revision (note, revision, at, by, target, text, colour, tags, removed)
    VALUES (@note, @revision, @at, @by, @target, @text, @colour, @tags, @removed)`);
  const point = db.prepare(`
    INSERT INTO note (id, created, last, copy_of) VALUES (@note, @created, @number, @copyOf)
    ON CONFLICT (id) DO UPDATE SET last = excluded.last`);
  const drop = db.prepare<[string]>('DELETE FROM note WHERE id = ?');
  const dropRevisions = db.prepare<[string]>('DELETE FROM note_revision WHERE note = ?');
  const owe = db.prepare<[string]>('INSERT OR IGNORE INTO unswept VALUES (?)');
  const unswept = db
    .prepare<[], string>('SELECT note FROM unswept WHERE note NOT IN (SELECT id FROM note)')
    .pluck();
  const sweptAll = db.prepare('DELETE FROM unswept');
  const row = (found: unknown) => (found === undefined ? undefined : revisionRow.parse(found));
  const rows = (found: unknown[]) => found.map((one) => revisionRow.parse(one));

  return {
    get: (id: string): NoteRow | undefined => row(one.get(id)),
    /** Those that are there. */
    some: (wanted: readonly string[]) => rows(some.all(JSON.stringify(wanted))),
    /** Those with a revision after this number, in the order of their latest. */
    since: (number: number) => rows(since.all(number)),
    /** The first revision first. */
    history: (id: string) => rows(history.all(id)),
    /** In the order in which they were kept. */
    allRevisions: () => rows(allRevisions.all()),
    ids: () => ids.all(),
    removedIds: () => removedIds.all(),
    count: () => count.get() ?? 0,
    /** 0 where there are none. */
    lastNumber: () => lastNumber.get() ?? 0,
    /** In the caller's transaction.
     *  @param created when its first revision was written, where that is not this one
     *  @throws SqliteError SQLITE_CONSTRAINT where the note has that revision */
    add(kept: KeptRevision, created = kept.at): NoteRow {
      const { target, tags, removed, ...rest } = kept;
      const { lastInsertRowid: number } = insert.run({
        ...rest,
        target: JSON.stringify(target),
        tags: JSON.stringify(tags),
        removed: Number(removed),
      });
      point.run({ note: kept.note, created, number, copyOf: kept.copyOf });
      return { ...kept, created, number: Number(number) };
    },
    /** With all that it was before; in the caller's transaction. */
    purge(id: string): boolean {
      const { changes } = drop.run(id);
      dropRevisions.run(id);
      return changes > 0;
    },
    /** Its backups are still to be swept; in the caller's transaction. */
    oweSweep: (id: string) => void owe.run(id),
    /** Those that are gone here, and may be in a backup from which they are to go too. */
    unswept: () => unswept.all(),
    swept: () => void sweptAll.run(),
    /** One writer at a time, so that what was read before it is written still holds. */
    transaction: <T>(act: () => T): T => db.transaction(act).immediate(),
  };
}
