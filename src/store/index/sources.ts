/** Table `source` of the index: the library's sources and those that the reader added. */
import type { Source } from '../../shared/domain';
import type { Db } from '../database';
import { fromSourceRow, SOURCE_COLUMNS, SOURCE_VALUES, toSourceRow } from '../source-rows';

export type SourceTable = ReturnType<typeof sourceTable>;

export function sourceTable(db: Db) {
  const put = db.prepare(`
    INSERT INTO source (${SOURCE_COLUMNS}) VALUES (${SOURCE_VALUES})
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title, publisher = excluded.publisher,
      date = excluded.date, url = excluded.url, licence = excluded.licence, note = excluded.note`);
  const one = db.prepare<[string]>(`SELECT ${SOURCE_COLUMNS} FROM source WHERE id = ?`);
  const all = db.prepare(`SELECT ${SOURCE_COLUMNS} FROM source ORDER BY rowid`);

  return {
    put: (source: Source) => void put.run(toSourceRow(source)),
    get: (id: string): Source | undefined => {
      const row = one.get(id);
      return row === undefined ? undefined : fromSourceRow(row);
    },
    list: (): Source[] => all.all().map(fromSourceRow),
  };
}
