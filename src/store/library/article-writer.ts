/** Writes an article and its editions, in the caller's transaction. */
import type { ArticleSource, EditionSource } from '../../core/articles/library-source';
import { parseMarkup } from '../../core/articles/markup';
import type { FindForm } from '../../core/names/forms';
import { countWords } from '../../core/text/words';
import { factBlock } from '../../shared/blocks';
import type { Lang } from '../../shared/lang';
import type { Db } from '../database';

/** @param formOf tells the language of a name that is quoted in another than the text's */
export function articleWriter(db: Db, formOf: FindForm<Lang>) {
  const insertArticle = db.prepare(
    'INSERT INTO article (id, collection, position, kind, about, source) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const insertSource = db.prepare('INSERT INTO article_source (article, position, source) VALUES (?, ?, ?)');
  const insertBlock = db.prepare(
    'INSERT INTO block (article, id, position, type, level, fact, citations, graphic) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const insertSeeAlso = db.prepare(
    'INSERT INTO see_also (article, position, entity, target) VALUES (?, ?, ?, ?)',
  );
  const insertEdition = db.prepare(`
    INSERT INTO edition (article, lang, title, state, reviewed_by, reviewed_on, words)
    VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const insertPassage = db.prepare('INSERT INTO passage (article, lang, block, text) VALUES (?, ?, ?, ?)');
  const insertMention = db.prepare(
    'INSERT INTO mention (article, lang, block, start, "end", entity, quoted) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );

  return {
    insert(collection: string, position: number, article: ArticleSource): void {
      const { id } = article;
      insertArticle.run(id, collection, position, article.kind, article.about, article.source);
      article.sources.forEach((source, at) => insertSource.run(id, at, source));
      article.facts.forEach(({ key, citations }, at) =>
        insertBlock.run(id, factBlock(key), at, 'fact', null, key, JSON.stringify(citations), 0),
      );
      article.blocks.forEach((block, at) =>
        insertBlock.run(
          id,
          block.id,
          article.facts.length + at,
          block.type,
          block.level ?? null,
          null,
          JSON.stringify(block.citations),
          block.graphic ? 1 : 0,
        ),
      );
      article.seeAlso.forEach(({ entity, article: target }, at) =>
        insertSeeAlso.run(id, at, entity, target ?? null),
      );
    },

    insertEdition(article: string, edition: EditionSource): void {
      const facts = Object.entries(edition.facts).map(([key, markup]) => [factBlock(key), markup] as const);
      const passages = [...facts, ...Object.entries(edition.blocks)].map(
        ([block, markup]) => [block, parseMarkup(markup)] as const,
      );
      const words = passages.reduce((sum, [, { text }]) => sum + countWords(text), 0);
      const { lang, title, status } = edition;
      insertEdition.run(article, lang, title, status.state, status.by ?? null, status.on ?? null, words);
      for (const [block, { text, mentions }] of passages) {
        insertPassage.run(article, lang, block, text);
        for (const { start, end, entity, text: name } of mentions) {
          const own = formOf(entity, lang, name)?.lang ?? lang;
          insertMention.run(article, lang, block, start, end, entity, own === lang ? null : own);
        }
      }
    },
  };
}
