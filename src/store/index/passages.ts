/** Tables `passage`, `passage_text` and `name_key`: what search reads. */
import { z } from 'zod';
import { articleIdSchema, entityIdSchema, type EntityId, writtenLangSchema } from '../../shared/domain';
import type { WrittenLang } from '../../shared/lang';
import type { Db } from '../database';

const hitRow = z.object({
  id: z.int(),
  article: articleIdSchema,
  lang: writtenLangSchema,
  block: z.string(),
  score: z.number(),
});
export type IndexHit = z.infer<typeof hitRow>;

export interface IndexQuery {
  /** In FTS5's language, and the part of it that was typed. */
  match: string;
  typed: string;
  written: WrittenLang | null;
  limit: number;
  offset: number;
}

/** Around a word that was found; both are control characters, which no text has. */
export const MARK_START = '\u0002';
export const MARK_END = '\u0003';

/** Added to the score of what was typed: more than bm25() gives, so that it comes before what stands for it. */
const TYPED = 1000;

export type IndexTable = ReturnType<typeof indexTable>;

export function indexTable(db: Db) {
  const insertPassage = db.prepare('INSERT INTO passage (article, lang, block, weight) VALUES (?, ?, ?, ?)');
  const insertText = db.prepare('INSERT INTO passage_text (rowid, folded) VALUES (?, ?)');
  const insertKey = db.prepare('INSERT OR IGNORE INTO name_key (words, entity) VALUES (?, ?)');
  const removeKeys = db.prepare('DELETE FROM name_key WHERE entity = ?');
  // bm25() is negative, lower is better; the score turns it round.
  const matching = db.prepare<{
    match: string;
    typed: string;
    lang: string | null;
    limit: number;
    offset: number;
  }>(`
    WITH typed AS MATERIALIZED (SELECT rowid FROM passage_text WHERE passage_text MATCH @typed)
    SELECT passage.id, article, lang, block,
      -bm25(passage_text) * weight + iif(passage.id IN typed, ${TYPED}, 0) AS score
    FROM passage_text JOIN passage ON passage.id = passage_text.rowid
    WHERE passage_text MATCH @match AND (@lang IS NULL OR lang = @lang)
    ORDER BY score DESC, passage.id LIMIT @limit OFFSET @offset`);
  const count = db.prepare<{ match: string; lang: string | null; limit: number }, number>(`
    SELECT count(*) FROM (
      SELECT 1 FROM passage_text JOIN passage ON passage.id = passage_text.rowid
      WHERE passage_text MATCH @match AND (@lang IS NULL OR lang = @lang) LIMIT @limit)`).pluck(); // prettier-ignore
  // better-sqlite3 binds numbers as REAL, and FTS5 passes over a rowid that is compared with a REAL.
  const marked = db.prepare<{ match: string; id: number }, string>(`
    SELECT highlight(passage_text, 0, char(2), char(3)) FROM passage_text
    WHERE passage_text MATCH @match AND rowid = CAST(@id AS INTEGER)`).pluck(); // prettier-ignore
  const named = db
    .prepare<[string], EntityId>('SELECT entity FROM name_key WHERE words = ? ORDER BY entity')
    .pluck();
  const keysOf = db.prepare<[string], string>('SELECT words FROM name_key WHERE entity = ?').pluck();

  return {
    insertPassage: (article: string, lang: WrittenLang, block: string, weight: number, folded: string) =>
      void insertText.run(insertPassage.run(article, lang, block, weight).lastInsertRowid, folded),
    insertKey: (words: string, entity: string) => void insertKey.run(words, entity),
    removeKeys: (entity: string) => void removeKeys.run(entity),
    /** Best first; one at a time, so that a caller can stop at a deadline. */
    *matching({ match, typed, written: lang, limit, offset }: IndexQuery): Generator<IndexHit> {
      for (const row of matching.iterate({ match, typed, lang, limit, offset })) yield hitRow.parse(row);
    },
    count: (match: string, lang: WrittenLang | null, limit: number) => count.get({ match, lang, limit }) ?? 0,
    /** The folded text of a hit with MARK_START and MARK_END around what was found. */
    marked: (match: string, id: number) => marked.get({ match, id }) ?? '',
    entitiesNamed: (words: string) => named.all(words).map((id) => entityIdSchema.parse(id)),
    keysOf: (entity: string) => keysOf.all(entity),
  };
}
