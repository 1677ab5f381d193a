/** Rows of tables `entity` and `name`, as the library has them and the index, to and from what they stand for. */
import { z } from 'zod';
import {
  entityIdSchema,
  entityTypeSchema,
  keptNameSchema,
  type KeptEntity,
  sourceIdSchema,
} from '../shared/domain';
import type { EditedEntity, EditedName } from '../core/names/edits';
import type { Db } from './database';
import { localizedJson, toJson } from './json';

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

const nameRow = keptNameSchema.omit({ period: true, sources: true }).extend({
  entity: entityIdSchema,
  note: z.string().nullable(),
  period_from: z.string().nullable(),
  period_to: z.string().nullable(),
  sources: z.string().transform((text) => z.array(sourceIdSchema).parse(JSON.parse(text))),
  edit: z.int().nullish(),
});

export const ENTITY_COLUMNS = 'id, type, within, note, lat, lon, precision, credit';

/** Without the edit, which only the index has. */
export const NAME_COLUMNS = `
  entity, lang, text, name.kind, form, certainty, period_from, period_to, name.note,
  (SELECT json_group_array(source) FROM (
    SELECT name_source.source FROM name_source JOIN source ON source.id = name_source.source
    WHERE name_source.name = name.id ORDER BY title)) AS sources`;

export function toEntityRow({ id, type, within, note, point }: Omit<KeptEntity, 'names'>) {
  const noPoint = { lat: null, lon: null, precision: null, credit: null };
  return { id, type, within: toJson(within), note: toJson(note), ...noPoint, ...point };
}

export function toNameRow({ sources: _, period, note, ...name }: EditedName, entity: string) {
  return {
    edit: null,
    ...name,
    entity,
    note: note ?? null,
    periodFrom: period?.from ?? null,
    periodTo: period?.to ?? null,
  };
}

export function fromRows(row: unknown, nameRows: readonly unknown[]): EditedEntity {
  const { lat, lon, precision, credit, within, note, ...entity } = entityRow.parse(row);
  return {
    ...entity,
    ...(within && { within }),
    ...(note && { note }),
    ...(lat !== null &&
      lon !== null && { point: { lat, lon, precision: precision ?? '', credit: credit ?? '' } }),
    names: nameRows.map(fromNameRow),
  };
}

function fromNameRow(row: unknown): EditedName {
  const { entity: _, note, period_from: from, period_to: to, edit, ...name } = nameRow.parse(row);
  const period = { ...(from !== null && { from }), ...(to !== null && { to }) };
  return {
    ...name,
    ...(Object.keys(period).length > 0 && { period }),
    ...(note !== null && { note }),
    ...(typeof edit === 'number' && { edit }),
  };
}

/** Reads whole entities; `named` is what is selected of each name. */
export function entityReader(db: Db, named: string) {
  const one = db.prepare<[string]>(`SELECT ${ENTITY_COLUMNS} FROM entity WHERE id = ?`);
  const all = db.prepare(`SELECT ${ENTITY_COLUMNS} FROM entity ORDER BY rowid`);
  const namesOf = db.prepare<[string]>(`SELECT ${named} FROM name WHERE entity = ? ORDER BY id`);
  const allNames = db.prepare(`SELECT ${named} FROM name ORDER BY entity, id`);

  return {
    get: (id: string): EditedEntity | undefined => {
      const row = one.get(id);
      return row === undefined ? undefined : fromRows(row, namesOf.all(id));
    },
    list: (): EditedEntity[] => {
      const names = Map.groupBy(allNames.all(), (row) => (row as { entity: string }).entity);
      return all.all().map((row) => fromRows(row, names.get((row as { id: string }).id) ?? []));
    },
  };
}
