/** Table `mention`: where names stand, by the library and by what the reader changed. */
import { z } from 'zod';
import {
  articleIdSchema,
  blockIdSchema,
  entityIdSchema,
  langSchema,
  writtenLangSchema,
} from '../../shared/domain';
import type { Lang, WrittenLang } from '../../shared/lang';
import type { Db } from '../database';

const mentionRow = z.object({
  article: articleIdSchema,
  lang: writtenLangSchema,
  block: blockIdSchema,
  start: z.int(),
  end: z.int(),
  entity: entityIdSchema,
  quoted: langSchema.nullable(),
  edit: z.int().nullable(),
});
const entityOfArticle = mentionRow.pick({ entity: true, article: true });
export type MentionRow = z.infer<typeof mentionRow>;
export type PlacedMention = MentionRow & { place: number };

export type MentionTable = ReturnType<typeof mentionTable>;

export function mentionTable(db: Db) {
  const columns = 'article, lang, block, start, "end", entity, quoted, edit';
  const insert = db.prepare(`
    INSERT INTO mention (${columns}, place)
    VALUES (@article, @lang, @block, @start, @end, @entity, @quoted, @edit, @place)`);
  const inEdition = db.prepare<[string, string]>(
    `SELECT ${columns} FROM mention WHERE article = ? AND lang = ? ORDER BY block, start`,
  );
  const of = db.prepare<[string]>(`SELECT ${columns} FROM mention WHERE entity = ? ORDER BY place`);
  const counts = db.prepare<[], { entity: string; count: number }>(
    'SELECT entity, count(*) AS count FROM mention GROUP BY entity',
  );
  const countsOf = db.prepare<[string], { entity: string; count: number }>(`
    SELECT entity, count(*) AS count FROM mention
    WHERE entity IN (SELECT value FROM json_each(?)) GROUP BY entity`);
  const ofArticles = db.prepare('SELECT DISTINCT entity, article FROM mention');
  const setQuoted = db.prepare(
    'UPDATE mention SET quoted = ? WHERE article = ? AND lang = ? AND block = ? AND start = ?',
  );
  const removeOf = db.prepare('DELETE FROM mention WHERE article = ?');
  const parsed = (rows: unknown[]): MentionRow[] => rows.map((row) => mentionRow.parse(row));

  return {
    /** Which article mentions what. */
    entitiesOfArticles: () => z.array(entityOfArticle).parse(ofArticles.all()),
    insert: (mention: PlacedMention) => void insert.run(mention),
    setQuoted: ({ article, lang, block, start }: MentionRow, quoted: Lang | null) =>
      void setQuoted.run(quoted, article, lang, block, start),
    removeOf: (article: string) => void removeOf.run(article),
    inEdition: (article: string, lang: WrittenLang) => parsed(inEdition.all(article, lang)),
    /** In the order of the contents, then language, then the text. */
    of: (entity: string) => parsed(of.all(entity)),
    countsOf: (entities: readonly string[]) =>
      new Map(countsOf.all(JSON.stringify(entities)).map(({ entity, count }) => [entity, count])),
    counts: () => new Map(counts.all().map(({ entity, count }) => [entity, count])),
  };
}
