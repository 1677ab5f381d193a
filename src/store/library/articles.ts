/** Tables `article`, `edition`, `block`, `passage`, `mention` and `see_also`: what is read. */
import { z } from 'zod';
import {
  articleIdSchema, blockIdSchema, editionStatusSchema, entityIdSchema, factKeySchema, langSchema, sourceIdSchema, writtenLangSchema,
} from '../../shared/domain'; // prettier-ignore
import type { WrittenLang } from '../../shared/lang';
import type { Db } from '../database';
import { citationsJson } from '../json';

const articleRow = z.object({
  id: articleIdSchema,
  kind: z.string(),
  about: entityIdSchema,
  source: sourceIdSchema,
  source_title: z.string(),
});
const editionRow = z.object({
  lang: writtenLangSchema,
  title: z.string(),
  state: editionStatusSchema.shape.state,
  reviewed_by: z.string().nullable(),
  reviewed_on: z.string().nullable(),
  words: z.int(),
});
const passageRow = z.object({
  block: blockIdSchema,
  type: z.enum(['heading', 'paragraph', 'item', 'fact']),
  level: z.int().nullable(),
  fact: factKeySchema.nullable(),
  citations: citationsJson,
  graphic: z.int(),
  text: z.string(),
});
const mentionRow = z.object({
  article: articleIdSchema,
  lang: writtenLangSchema,
  block: blockIdSchema,
  start: z.int(),
  end: z.int(),
  entity: entityIdSchema,
  quoted: langSchema.nullable(),
});
const seeAlsoRow = z.object({ entity: entityIdSchema, target: articleIdSchema.nullable() });

export type ArticleRow = z.infer<typeof articleRow>;
export type EditionRow = z.infer<typeof editionRow>;
export type PassageRow = z.infer<typeof passageRow>;
export type ArticleTable = ReturnType<typeof articleTable>;

export function articleTable(db: Db) {
  const columns = 'article.id, article.kind, about, source, source.title AS source_title';
  const from = 'FROM article JOIN source ON source.id = article.source';
  const one = db.prepare<[string]>(`SELECT ${columns} ${from} WHERE article.id = ?`);
  const all = db.prepare(`SELECT ${columns} ${from} ORDER BY article.collection, position`);
  const editions = db.prepare<[string]>('SELECT * FROM edition WHERE article = ? ORDER BY lang');
  const passages = db.prepare<[string, string]>(`
    SELECT block.id AS block, type, level, fact, citations, graphic, text
    FROM passage JOIN block ON block.article = passage.article AND block.id = passage.block
    WHERE passage.article = ? AND lang = ? ORDER BY position`);
  const text = db.prepare<[string, string, string], string>(
    'SELECT text FROM passage WHERE article = ? AND lang = ? AND block = ?',
  ).pluck(); // prettier-ignore
  const title = db
    .prepare<[string, string], string>('SELECT title FROM edition WHERE article = ? AND lang = ?')
    .pluck();
  const mentionColumns = 'mention.article, mention.lang, mention.block, start, "end", entity, quoted';
  const mentionsIn = db.prepare<[string, string]>(
    `SELECT ${mentionColumns} FROM mention WHERE article = ? AND lang = ? ORDER BY block, start`,
  );
  const isAbout = db
    .prepare<{ entity: string }, number>(
      `SELECT EXISTS (SELECT 1 FROM article WHERE about = @entity)
        OR EXISTS (SELECT 1 FROM see_also WHERE entity = @entity)`,
    )
    .pluck();
  const mentioning = db
    .prepare<[string], string>('SELECT DISTINCT article FROM mention WHERE entity = ?')
    .pluck();
  const seeAlso = db.prepare<[string]>(
    'SELECT entity, target FROM see_also WHERE article = ? ORDER BY position',
  );
  const blockCount = db
    .prepare<[string], number>(`SELECT count(*) FROM block WHERE article = ? AND type <> 'fact'`)
    .pluck();

  return {
    get: (id: string): ArticleRow | undefined => {
      const row = one.get(id);
      return row === undefined ? undefined : articleRow.parse(row);
    },
    list: () => all.all().map((row) => articleRow.parse(row)),
    editions: (id: string) => editions.all(id).map((row) => editionRow.parse(row)),
    passages: (id: string, lang: WrittenLang) => passages.all(id, lang).map((row) => passageRow.parse(row)),
    text: (id: string, lang: WrittenLang, block: string) => text.get(id, lang, block),
    title: (id: string, lang: WrittenLang) => title.get(id, lang),
    /** As the library came. */
    mentionsIn: (id: string, lang: WrittenLang) =>
      mentionsIn.all(id, lang).map((row) => mentionRow.parse(row)),
    /** Some article is about it, or leads to it. */
    isAbout: (entity: string) => isAbout.get({ entity }) === 1,
    /** Articles in which it stands. */
    mentioning: (entity: string) => mentioning.all(entity),
    seeAlso: (id: string) => seeAlso.all(id).map((row) => seeAlsoRow.parse(row)),
    blockCount: (id: string) => blockCount.get(id) ?? 0,
  };
}
