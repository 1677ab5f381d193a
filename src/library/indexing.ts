/** Builds the index from the library, when it is not built from what the library is now. */
import { foldedWords } from '../core/search/query';
import { fold, FOLD_VERSION } from '../core/text/fold';
import { WRITTEN_LANGS } from '../shared/lang';
import type { Db } from '../store/database';
import { type IndexTable, indexTable } from '../store/index/passages';
import { articleTable } from '../store/library/articles';
import { collectionTable } from '../store/library/collections';
import { entityTable } from '../store/library/entities';

/** The pseudo-block under which an article's title is found. */
export const TITLE_BLOCK = 'title';

/** How much a hit counts, against 1 for a paragraph. */
const WEIGHTS = { title: 3, heading: 2, paragraph: 1, item: 1, fact: 1.5 };

export function isIndexCurrent(library: Db, index: Db): boolean {
  const built = indexTable(index).builtFrom();
  return (
    built?.fold_version === FOLD_VERSION && built.library_revision === collectionTable(library).revision()
  );
}

/** One transaction: a reader beside us sees the old index or the new one. */
export function buildIndex(library: Db, index: Db): void {
  const table = indexTable(index);
  index
    .transaction(() => {
      if (isIndexCurrent(library, index)) return;
      table.clear();
      indexArticles(library, table);
      for (const entity of entityTable(library).list()) {
        for (const name of entity.names) {
          const words = foldedWords(name.text);
          if (words.length > 0) table.insertKey(words.join(' '), entity.id);
        }
      }
      table.setBuiltFrom(FOLD_VERSION, collectionTable(library).revision());
    })
    .immediate();
}

function indexArticles(library: Db, table: IndexTable): void {
  const articles = articleTable(library);
  for (const { id } of articles.list()) {
    for (const lang of WRITTEN_LANGS) {
      const title = articles.title(id, lang);
      if (title === undefined) continue;
      table.insertPassage(id, lang, TITLE_BLOCK, WEIGHTS.title, fold(title));
      for (const { block, type, text } of articles.passages(id, lang)) {
        table.insertPassage(id, lang, block, WEIGHTS[type], fold(text));
      }
    }
  }
}
