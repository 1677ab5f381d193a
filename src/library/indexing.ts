/** Builds the index from the library and the reader's edits, when it is not built from what they are now. */
import { fold, FOLD_VERSION } from '../core/text/fold';
import { SORT_KEY_VERSION } from '../core/text/collation';
import { WRITTEN_LANGS } from '../shared/lang';
import { type BuiltFrom, builtFromTable, clearIndex } from '../store/index/built-from';
import { indexTable } from '../store/index/passages';
import { articleTable } from '../store/library/articles';
import { collectionTable } from '../store/library/collections';
import { editTable } from '../store/notebook/edits';
import { insertNames } from './gazetteer';
import type { Shelf } from './shelf';

/** The pseudo-block under which an article's title is found. */
export const TITLE_BLOCK = 'title';

/** How much a hit counts, against 1 for a paragraph. */
const WEIGHTS = { title: 3, heading: 2, paragraph: 1, item: 1, fact: 1.5 };

/** What the index has to be built from. A reading room knows no edits, and shows the names as their owner left them. */
function builtFromNow({ library, notebook, index, readOnly }: Shelf): BuiltFrom {
  const built = readOnly ? builtFromTable(index).get() : undefined;
  return {
    fold_version: FOLD_VERSION,
    sort_key_version: SORT_KEY_VERSION,
    library_revision: collectionTable(library).revision(),
    edits_revision: built?.edits_revision ?? editTable(notebook).revision(),
  };
}

export function isIndexCurrent(shelf: Shelf): boolean {
  return JSON.stringify(builtFromTable(shelf.index).get()) === JSON.stringify(builtFromNow(shelf));
}

/** One transaction: a reader beside us sees the old index or the new one. */
export function buildIndex(shelf: Shelf): void {
  const { index } = shelf;
  index
    .transaction(() => {
      if (isIndexCurrent(shelf)) return;
      clearIndex(index);
      indexArticles(shelf);
      insertNames(shelf);
      putBuiltFrom(shelf);
    })
    .immediate();
}

/** In the transaction that brought the index up to date. */
export function putBuiltFrom(shelf: Shelf): void {
  builtFromTable(shelf.index).put(builtFromNow(shelf));
}

function indexArticles({ library, index }: Shelf): void {
  const articles = articleTable(library);
  const table = indexTable(index);
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
