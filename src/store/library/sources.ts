/** Table `source` of the library: what its statements and names rest on. */
import type { Source } from '../../shared/domain';
import type { Db } from '../database';
import { fromSourceRow, SOURCE_COLUMNS, SOURCE_VALUES, toSourceRow } from '../source-rows';

export function librarySourceTable(db: Db) {
  const insert = db.prepare(`
    INSERT INTO source (collection, ${SOURCE_COLUMNS})
    VALUES (@collection, ${SOURCE_VALUES})`);
  const all = db.prepare(`SELECT ${SOURCE_COLUMNS} FROM source ORDER BY rowid`);
  const ofArticle = db.prepare<[string]>(`
    SELECT ${SOURCE_COLUMNS} FROM article_source JOIN source ON source.id = article_source.source
    WHERE article = ? ORDER BY position`);

  return {
    insert: (collection: string, source: Source) => void insert.run({ ...toSourceRow(source), collection }),
    list: (): Source[] => all.all().map(fromSourceRow),
    ofArticle: (article: string): Source[] => ofArticle.all(article).map(fromSourceRow),
  };
}
