/** Tables `entity`, `name`, `name_source`, `entity_order`, `name_words` and `name_loose`: the names in force. */
import { z } from 'zod';
import type { EditedEntity } from '../../core/names/edits';
import { entityIdSchema, type EntityId, langSchema, nameFormSchema } from '../../shared/domain';
import { LANGS, type Lang } from '../../shared/lang';
import type { Db } from '../database';
import { entityReader, NAME_COLUMNS, toEntityRow, toNameRow } from '../entity-rows';

/** What the index keeps of a name beside the name. */
export interface NameKeys {
  /** Its words, folded. */
  folded: string;
  /** As misspellings of it have it too. */
  loose: string;
}
const alikeRows = z.array(
  z.object({ entity: entityIdSchema, lang: langSchema, text: z.string(), form: nameFormSchema }),
);
/** A name that another may be a spelling of. */
export type AlikeName = z.infer<typeof alikeRows>[number];
/** Where the entity stands in the list of a language, and how sure the name is that it is cited by. */
export type Orders = Partial<Record<Lang, { key: string; certainty: string }>>;

export type EntityTable = ReturnType<typeof entityTable>;

export function entityTable(db: Db) {
  const insertEntity = db.prepare(`
    INSERT INTO entity (rowid, id, type, within, note, lat, lon, precision, credit)
    VALUES (@place, @id, @type, @within, @note, @lat, @lon, @precision, @credit)`);
  const insertName = db.prepare(`
    INSERT INTO name (entity, lang, text, kind, form, certainty, period_from, period_to, note, loose, edit)
    VALUES (@entity, @lang, @text, @kind, @form, @certainty, @periodFrom, @periodTo, @note, @loose, @edit)`);
  const insertNameSource = db.prepare('INSERT INTO name_source (name, source) VALUES (?, ?)');
  const insertWords = db.prepare('INSERT INTO name_words (rowid, folded) VALUES (?, ?)');
  const insertOrder = db.prepare(
    'INSERT INTO entity_order (lang, key, entity, certainty) VALUES (?, ?, ?, ?)',
  );
  const removeWords = db.prepare(
    'DELETE FROM name_words WHERE rowid IN (SELECT id FROM name WHERE entity = ?)',
  );
  const placeOf = db.prepare<[string], number>('SELECT rowid FROM entity WHERE id = ?').pluck();
  const remove = db.prepare('DELETE FROM entity WHERE id = ?');
  const reader = entityReader(db, `${NAME_COLUMNS}, edit`);
  const exists = db.prepare<[string], number>('SELECT EXISTS (SELECT 1 FROM entity WHERE id = ?)').pluck();
  const count = db.prepare<[], number>('SELECT count(*) FROM entity').pluck();
  const beginning = db
    .prepare<[string], string>(
      `SELECT DISTINCT entity FROM name_words JOIN name ON name.id = name_words.rowid WHERE name_words MATCH ?`,
    )
    .pluck();
  const alike = db.prepare('SELECT entity, lang, text, form FROM name WHERE loose = ? ORDER BY id');
  const byIds = (ids: Iterable<unknown>): EntityId[] => [...ids].map((id) => entityIdSchema.parse(id));

  return {
    /** @param place in the order of the list; at its end without */
    insert(
      entity: EditedEntity,
      keysOf: (text: string) => NameKeys,
      orders: Orders,
      place: number | null = null,
    ): void {
      insertEntity.run({ ...toEntityRow(entity), place });
      for (const name of entity.names) {
        const { folded, loose } = keysOf(name.text);
        const { lastInsertRowid } = insertName.run({ ...toNameRow(name, entity.id), loose });
        for (const source of new Set(name.sources)) insertNameSource.run(lastInsertRowid, source);
        if (folded !== '') insertWords.run(lastInsertRowid, folded);
      }
      for (const lang of LANGS) {
        const order = orders[lang];
        if (order) insertOrder.run(lang, order.key, entity.id, order.certainty);
      }
    },
    /** @returns its place, for what comes instead */
    remove(id: string): number | null {
      const place = placeOf.get(id) ?? null;
      removeWords.run(id);
      remove.run(id);
      return place;
    },
    get: reader.get,
    list: reader.list,
    exists: (id: string) => exists.get(id) === 1,
    count: () => count.get() ?? 0,
    /** Of which some form has, one after the other, these words; the last may be unfinished.
     *  @param words folded: letters, digits and spaces only */
    beginning: (words: string): EntityId[] => byIds(beginning.all(`"${words}" *`)),
    alike: (loose: string): AlikeName[] => alikeRows.parse(alike.all(loose)),
  };
}
