/** All that a reader wrote, out of a notebook and into one. */
import { z } from 'zod';
import { settingsSchema } from '../../shared/contract';
import { sourceSchema } from '../../shared/domain';
import { type Edit, editLabelSchema, entityChangeSchema, mentionChangeSchema } from '../../shared/gazetteer';
import type { Db } from '../../store/database';
import { parsedJson } from '../../store/json';
import { editTable } from '../../store/notebook/edits';
import { parseSavedHandout } from '../../store/notebook/handouts';
import { type NoteRow, noteTable } from '../../store/notebook/notes';

/** An edit by what it is: its number is another in every notebook. */
export interface KeptEdit extends Edit {
  at: string;
  by: string;
  what: z.output<typeof editLabelSchema>;
  undoneAt: string | null;
}

export interface NotebookContent {
  /** In the order in which they were kept. */
  revisions: NoteRow[];
  edits: KeptEdit[];
  /** By their keys; the values are JSON. */
  settings: Map<string, string>;
}

export const NOTHING: NotebookContent = { revisions: [], edits: [], settings: new Map() };

/** @throws ZodError where something is not what we write */
export function contentOf(db: Db): NotebookContent {
  return { revisions: noteTable(db).allRevisions(), edits: editsOf(db), settings: settingsOf(db) };
}

const editRow = z.object({
  number: z.int(),
  at: z.string(),
  by: z.string(),
  what: parsedJson(editLabelSchema),
  undone_at: z.string().nullable(),
});
const entityRow = z.object({ edit: z.int(), entity: z.string(), change: parsedJson(entityChangeSchema) });
const sourceRow = z.object({ edit: z.int(), value: parsedJson(sourceSchema) });
const mentionRow = z.object({ edit: z.int(), change: parsedJson(mentionChangeSchema) });

/** All, or only the one of this number. */
export function editsOf(db: Db, number: number | null = null): KeptEdit[] {
  const all = <T extends { edit: number }>(
    schema: z.ZodType<T>,
    columns: string,
    table: string,
    order: string,
  ) => {
    const rows = db
      .prepare(
        `SELECT edit, ${columns} FROM ${table} WHERE @number IS NULL OR edit = @number ORDER BY edit, ${order}`,
      )
      .all({ number });
    return Map.groupBy(rows.map((row) => schema.parse(row)), ({ edit }) => edit); // prettier-ignore
  };
  const entities = all(entityRow, 'entity, change', 'entity_edit', 'entity');
  const sources = all(sourceRow, 'value', 'source_edit', 'source');
  const mentions = all(mentionRow, 'change', 'mention_edit', 'position');
  const edits = db
    .prepare(
      `SELECT number, at, by, what, undone_at FROM edit
      WHERE @number IS NULL OR number = @number ORDER BY number`,
    )
    .all({ number });
  return edits.map((row) => {
    const { number: own, undone_at: undoneAt, ...edit } = editRow.parse(row);
    return {
      ...edit,
      undoneAt,
      entities: new Map(entities.get(own)?.map(({ entity, change }) => [entity, change])),
      sources: sources.get(own)?.map(({ value }) => value) ?? [],
      mentions: mentions.get(own)?.map(({ change }) => change) ?? [],
    };
  });
}

export function settingsOf(db: Db): Map<string, string> {
  const rows = db.prepare<[], { key: string; value: string }>('SELECT key, value FROM setting').all();
  return new Map(
    rows.filter(({ key, value }) => isSetting(key, value)).map(({ key, value }) => [key, value]),
  );
}

/** One that this version knows and understands. */
export function isSetting(key: string, value: string): boolean {
  if (parseSavedHandout(key, value)) return true;
  if (!Object.hasOwn(settingsSchema.shape, key)) return false;
  return settingsSchema.partial().safeParse({ [key]: JSON.parse(value) as unknown }).success;
}

/** Into a notebook that has none of it, or in addition; in the caller's transaction. */
export function putContent(db: Db, { revisions, edits, settings }: NotebookContent): void {
  const notes = noteTable(db);
  for (const revision of revisions) notes.add(revision);
  const table = editTable(db);
  for (const { at, by, what, undoneAt, ...edit } of edits) {
    const number = table.add(edit, { at, by, what });
    if (undoneAt !== null) table.setUndone(number, undoneAt);
  }
  const put = db.prepare('INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO NOTHING');
  for (const [key, value] of settings) put.run(key, value);
}

/** What makes an edit the same as another; whether it is undone is no part of it. */
export function keyOf({ at, by, what, entities, sources, mentions }: KeptEdit): string {
  return JSON.stringify([at, by, what, [...entities], sources, mentions]);
}
