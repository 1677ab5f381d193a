/** Tables `entity`, `name` and `name_source`: the gazetteer. */
import { z } from 'zod';
import { type Entity, entityIdSchema, entityTypeSchema, type Name, nameSchema } from '../../shared/domain';
import type { EntitySource } from '../../core/articles/library-source';
import type { Db } from '../database';
import { localizedJson, toJson } from '../json';

const entityRow = z.object({
  id: entityIdSchema,
  type: entityTypeSchema,
  within: localizedJson.nullable(),
  note: localizedJson.nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  precision: z.string().nullable(),
  credit: z.string().nullable(),
});
const nameRow = nameSchema.extend({ entity: entityIdSchema, note: z.string().nullable() });

export type EntityTable = ReturnType<typeof entityTable>;

export function entityTable(db: Db) {
  const insertEntity = db.prepare(`
    INSERT INTO entity (id, collection, type, within, note, lat, lon, precision, credit)
    VALUES (@id, @collection, @type, @within, @note, @lat, @lon, @precision, @credit)`);
  const insertName = db.prepare(`
    INSERT INTO name (entity, lang, text, kind, form, certainty, note)
    VALUES (@entity, @lang, @text, @kind, @form, @certainty, @note)`);
  const insertNameSource = db.prepare('INSERT INTO name_source (name, source) VALUES (?, ?)');
  const columns = 'id, type, within, note, lat, lon, precision, credit';
  const one = db.prepare<[string]>(`SELECT ${columns} FROM entity WHERE id = ?`);
  const all = db.prepare(`SELECT ${columns} FROM entity ORDER BY rowid`);
  const nameColumns = `
    entity, lang, text, name.kind, form, certainty, name.note,
    (SELECT group_concat(title, '; ') FROM (
      SELECT title FROM name_source JOIN source ON source.id = name_source.source
      WHERE name_source.name = name.id ORDER BY title)) AS source`;
  const namesOf = db.prepare<[string]>(`SELECT ${nameColumns} FROM name WHERE entity = ? ORDER BY id`);
  const allNames = db.prepare(`SELECT ${nameColumns} FROM name ORDER BY entity, id`);
  const count = db.prepare<[], number>('SELECT count(*) FROM entity').pluck();

  return {
    insert: (collection: string, { point, names, ...entity }: EntitySource) => {
      insertEntity.run({
        lat: null,
        lon: null,
        precision: null,
        credit: null,
        ...point, // prettier-ignore
        id: entity.id,
        type: entity.type,
        collection,
        within: toJson(entity.within),
        note: toJson(entity.note),
      });
      for (const { sources, ...name } of names) {
        const { lastInsertRowid } = insertName.run({ note: null, ...name, entity: entity.id });
        for (const source of new Set(sources)) insertNameSource.run(lastInsertRowid, source);
      }
    },
    get: (id: string): Entity | undefined => {
      const row = one.get(id);
      return row === undefined ? undefined : fromRows(row, namesOf.all(id));
    },
    list: (): Entity[] => {
      const names = Map.groupBy(allNames.all(), (row) => (row as { entity: string }).entity);
      return all.all().map((row) => fromRows(row, names.get((row as { id: string }).id) ?? []));
    },
    count: () => count.get() ?? 0,
  };
}

function fromRows(row: unknown, nameRows: unknown[]): Entity {
  const { lat, lon, precision, credit, within, note, ...entity } = entityRow.parse(row);
  const names: Name[] = nameRows.map((each) => {
    const { entity: _, note: nameNote, ...name } = nameRow.parse(each);
    return nameNote === null ? name : { ...name, note: nameNote };
  });
  return {
    ...entity,
    ...(within && { within }),
    ...(note && { note }),
    ...(lat !== null &&
      lon !== null && { point: { lat, lon, precision: precision ?? '', credit: credit ?? '' } }),
    names,
  };
}
