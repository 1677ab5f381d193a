/** What a notebook's file holds, read by plain SQL: a second opinion beside the program's. */
import Database from 'better-sqlite3';
import { z } from 'zod';

const target = z.looseObject({
  on: z.string(),
  article: z.string().optional(),
  lang: z.string().optional(),
  block: z.string().optional(),
  start: z.number().optional(),
  end: z.number().optional(),
  exact: z.string().optional(),
  entity: z.string().optional(),
});
export type FiledTarget = z.output<typeof target>;

const revisionRow = z
  .object({
    number: z.number(),
    note: z.string(),
    revision: z.number(),
    text: z.string(),
    colour: z.string(),
    tags: z.string(),
    target: z.string().transform((json) => target.parse(JSON.parse(json))),
    removed: z.number().transform(Boolean),
    last: z.number().nullable(),
    copy_of: z.string().nullable(),
  })
  .transform(({ copy_of: copyOf, ...row }) => ({ ...row, copyOf }));
export type FiledRevision = z.output<typeof revisionRow>;

export interface Filed {
  /** Each with its revisions, the first first. */
  notes: ReadonlyMap<string, readonly FiledRevision[]>;
  settings: ReadonlyMap<string, string>;
  /** By article: where the reader stopped. */
  positions: ReadonlyMap<string, string>;
  /** All edits of names, as they are filed. */
  edits: string;
}

export function readNotebook(path: string): Filed {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const rows = (sql: string) => db.prepare(sql).all();
    const notes = new Map<string, FiledRevision[]>();
    for (const row of rows(
      `SELECT number, note, revision, text, colour, tags, target, removed, last, copy_of
       FROM note_revision LEFT JOIN note ON note.id = note ORDER BY note, revision`,
    )) {
      const revision = revisionRow.parse(row);
      notes.set(revision.note, [...(notes.get(revision.note) ?? []), revision]);
    }
    for (const id of db.prepare<[], string>('SELECT id FROM note').pluck().all())
      if (!notes.has(id)) notes.set(id, []);
    const pairs = (sql: string) =>
      new Map(z.array(z.tuple([z.string(), z.string()])).parse(db.prepare(sql).raw().all()));
    return {
      notes,
      settings: pairs('SELECT key, value FROM setting'),
      positions: pairs("SELECT article, block || ' ' || offset FROM reading_position"),
      edits: db.prepare<[], string>('SELECT change FROM entity_edit').pluck().all().join('\n'),
    };
  } finally {
    db.close();
  }
}

/** Every revision of `part`, as it is there. */
export function holds(all: Filed, part: Filed): boolean {
  return [...part.notes].every(([note, revisions]) => {
    const texts = new Map(all.notes.get(note)?.map(({ revision, text }) => [revision, text]));
    return revisions.every(({ revision, text }) => texts.get(revision) === text);
  });
}
