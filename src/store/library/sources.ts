/** Table `source`: what a statement or a name rests on. */
import type { Source, SourceId } from '../../shared/domain';
import { sourceSchema } from '../../shared/domain';
import type { Db } from '../database';

export type SourceTable = ReturnType<typeof sourceTable>;

export function sourceTable(db: Db) {
  const insert = db.prepare(`
    INSERT INTO source (id, collection, kind, title, publisher, date, url, licence, note)
    VALUES (@id, @collection, @kind, @title, @publisher, @date, @url, @licence, @note)`);
  const columns = 'id, kind, title, publisher, date, url, licence, note';
  const one = db.prepare<[string]>(`SELECT ${columns} FROM source WHERE id = ?`);
  const ofArticle = db.prepare<[string]>(`
    SELECT ${columns} FROM article_source JOIN source ON source.id = article_source.source
    WHERE article = ? ORDER BY position`);

  return {
    insert: (collection: string, source: Source) =>
      void insert.run({
        publisher: null,
        date: null,
        url: null,
        licence: null,
        note: null,
        ...source,
        collection,
      }),
    get: (id: SourceId): Source | undefined => {
      const row = one.get(id);
      return row === undefined ? undefined : fromRow(row);
    },
    ofArticle: (article: string): Source[] => ofArticle.all(article).map(fromRow),
  };
}

function fromRow(row: unknown): Source {
  const given = Object.entries(row as Record<string, unknown>).filter(([, value]) => value !== null);
  return sourceSchema.parse(Object.fromEntries(given));
}
