/** Tables `entity`, `name` and `name_source` of the library: the names as it came. */
import type { EditedEntity } from '../../core/names/edits';
import type { KeptEntity } from '../../shared/domain';
import type { Db } from '../database';
import { entityReader, NAME_COLUMNS, toEntityRow, toNameRow } from '../entity-rows';

export type LibraryEntityTable = ReturnType<typeof libraryEntityTable>;

export function libraryEntityTable(db: Db) {
  const insertEntity = db.prepare(`
    INSERT INTO entity (id, collection, type, within, note, lat, lon, precision, credit)
    VALUES (@id, @collection, @type, @within, @note, @lat, @lon, @precision, @credit)`);
  const insertName = db.prepare(`
    INSERT INTO name (entity, lang, text, kind, form, certainty, period_from, period_to, note)
    VALUES (@entity, @lang, @text, @kind, @form, @certainty, @periodFrom, @periodTo, @note)`);
  const insertNameSource = db.prepare('INSERT INTO name_source (name, source) VALUES (?, ?)');
  const reader = entityReader(db, NAME_COLUMNS);

  return {
    insert: (collection: string, entity: KeptEntity) => {
      insertEntity.run({ ...toEntityRow(entity), collection });
      for (const name of entity.names) {
        const { edit: _, ...row } = toNameRow(name, entity.id);
        const { lastInsertRowid } = insertName.run(row);
        for (const source of new Set(name.sources)) insertNameSource.run(lastInsertRowid, source);
      }
    },
    get: (id: string): EditedEntity | undefined => reader.get(id),
    list: (): EditedEntity[] => reader.list(),
  };
}
