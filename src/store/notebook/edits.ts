/** Tables `edit`, `entity_edit`, `source_edit` and `mention_edit`: what the reader changed in the names. */
import { z } from 'zod';
import { entityIdSchema, type EntityId, type Source, sourceSchema } from '../../shared/domain';
import {
  type Edit,
  type EditLabel,
  editLabelSchema,
  type EntityChange,
  entityChangeSchema,
  listedEditSchema,
  type MentionChange,
  mentionChangeSchema,
} from '../../shared/gazetteer';
import type { Db } from '../database';
import { parsedJson } from '../json';

const editRow = listedEditSchema.omit({ what: true, undoneAt: true, lost: true }).extend({
  what: parsedJson(editLabelSchema),
  undone_at: z.string().nullable(),
});
export type EditRow = Omit<z.output<typeof editRow>, 'undone_at'> & { undoneAt: string | null };
const entityRow = z.object({ edit: z.int(), entity: entityIdSchema, change: parsedJson(entityChangeSchema) });
const sourceRow = z.object({ edit: z.int(), value: parsedJson(sourceSchema) });
const mentionRow = z.object({ edit: z.int(), position: z.int(), change: parsedJson(mentionChangeSchema) });

export interface EntityEdit {
  edit: number;
  entity: EntityId;
  change: EntityChange;
}
export interface MentionEdit {
  edit: number;
  position: number;
  change: MentionChange;
}

export type EditTable = ReturnType<typeof editTable>;

export function editTable(db: Db) {
  const revision = db.prepare<[], number>('SELECT number FROM edits_revision').pluck();
  const grow = db.prepare('UPDATE edits_revision SET number = number + 1');
  const insert = db.prepare('INSERT INTO edit (at, by, what) VALUES (?, ?, ?)');
  const insertEntity = db.prepare('INSERT INTO entity_edit (edit, entity, change) VALUES (?, ?, ?)');
  const insertSource = db.prepare('INSERT INTO source_edit (edit, source, value) VALUES (?, ?, ?)');
  const insertMention = db.prepare(
    'INSERT INTO mention_edit (edit, position, article, lang, change) VALUES (?, ?, ?, ?, ?)',
  );
  const setUndone = db.prepare('UPDATE edit SET undone_at = ? WHERE number = ?');
  const columns = 'number, at, by, what, undone_at';
  const one = db.prepare<[number]>(`SELECT ${columns} FROM edit WHERE number = ?`);
  const latest = db.prepare<[number, number]>(
    `SELECT ${columns} FROM edit ORDER BY number DESC LIMIT ? OFFSET ?`,
  );
  const ofEntity = db.prepare<[string, number]>(`
    SELECT ${columns} FROM edit JOIN entity_edit ON edit.number = entity_edit.edit
    WHERE entity = ? ORDER BY number DESC LIMIT ?`);
  const count = db.prepare<[], number>('SELECT count(*) FROM edit').pluck();
  const lastDone = db.prepare<[], number>('SELECT max(number) FROM edit WHERE undone_at IS NULL').pluck();
  // Only what was undone since the last that was done: afterwards it would come in another order.
  const nextUndone = db
    .prepare<[], number>(
      `SELECT min(number) FROM edit
      WHERE number > (SELECT coalesce(max(number), 0) FROM edit WHERE undone_at IS NULL)`,
    )
    .pluck();
  const inForce = 'JOIN edit ON edit.number = entity_edit.edit AND undone_at IS NULL';
  const changesOf = db.prepare<[string]>(
    `SELECT edit, entity, change FROM entity_edit ${inForce} WHERE entity = ? ORDER BY edit`,
  );
  const allChanges = db.prepare(`SELECT edit, entity, change FROM entity_edit ${inForce} ORDER BY edit`);
  const entitiesIn = db.prepare<[number], string>('SELECT entity FROM entity_edit WHERE edit = ?').pluck();
  const sources = db.prepare(`
    SELECT edit, value FROM source_edit JOIN edit ON edit.number = source_edit.edit AND undone_at IS NULL
    ORDER BY edit`);
  const mentions = db.prepare<{ article: string | null }>(`
    SELECT edit, position, change FROM mention_edit
    JOIN edit ON edit.number = mention_edit.edit AND undone_at IS NULL
    WHERE @article IS NULL OR article = @article ORDER BY edit, position`);
  const articlesIn = db
    .prepare<[number], string>('SELECT DISTINCT article FROM mention_edit WHERE edit = ?')
    .pluck();

  const mentionsIn = db
    .prepare<[number], string>('SELECT change FROM mention_edit WHERE edit = ? ORDER BY position')
    .pluck();

  const listed = (row: unknown): EditRow => {
    const { undone_at: undoneAt, ...edit } = editRow.parse(row);
    return { ...edit, undoneAt };
  };

  return {
    revision: () => revision.get() ?? 0,
    /** One transaction. @returns its number */
    add: db.transaction(
      (edit: Edit, { at, by, what }: { at: string; by: string; what: EditLabel }): number => {
        const number = Number(insert.run(at, by, JSON.stringify(what)).lastInsertRowid);
        for (const [entity, change] of edit.entities)
          insertEntity.run(number, entity, JSON.stringify(change));
        for (const source of edit.sources) insertSource.run(number, source.id, JSON.stringify(source));
        edit.mentions.forEach((change, position) =>
          insertMention.run(number, position, change.at.article, change.at.lang, JSON.stringify(change)),
        );
        grow.run();
        return number;
      },
    ).immediate,
    /** @param at when it was undone; null where it is done again */
    setUndone: db.transaction((number: number, at: string | null): void => {
      setUndone.run(at, number);
      grow.run();
    }).immediate,
    get: (number: number) => {
      const row = one.get(number);
      return row === undefined ? undefined : listed(row);
    },
    /** The latest first. */
    list: (limit: number, offset: number) => latest.all(limit, offset).map(listed),
    listOf: (entity: string, limit: number) => ofEntity.all(entity, limit).map(listed),
    count: () => count.get() ?? 0,
    lastDone: () => lastDone.get() ?? undefined,
    nextUndone: () => nextUndone.get() ?? undefined,
    /** What is in force, in the order in which it was done. */
    changesOf: (entity: string): EntityEdit[] => changesOf.all(entity).map((row) => entityRow.parse(row)),
    allChanges: (): EntityEdit[] => allChanges.all().map((row) => entityRow.parse(row)),
    entitiesIn: (number: number): EntityId[] => entitiesIn.all(number).map((id) => entityIdSchema.parse(id)),
    mentionsIn: (number: number): MentionChange[] =>
      mentionsIn.all(number).map((text) => mentionChangeSchema.parse(JSON.parse(text))),
    articlesIn: (number: number): string[] => articlesIn.all(number),
    sources: (): Source[] => sources.all().map((row) => sourceRow.parse(row).value),
    mentions: (article: string | null): MentionEdit[] =>
      mentions.all({ article }).map((row) => mentionRow.parse(row)),
  };
}
