/** Notes as a reader sees them: in the script of the edition on show, where they stand now. */
import { mapSpanToLatin, toLatinWithMap } from '../core/text/script';
import type { Span } from '../shared/domain';
import { type Lang, writtenFor } from '../shared/lang';
import type { KeptTarget, ListedNote, Note } from '../shared/notes';
import type { Standing } from '../store/index/notes';
import type { NoteRow } from '../store/notebook/notes';
import { articleTitle } from './articles';
import { cited, type Context } from './context';
import { showText } from './shown';

/** Shows many notes; a block that several stand in is converted once.
 *  @param lang of the edition on show, if there is one */
export function noteViewer(context: Context, lang?: Lang) {
  const latin = new Map<string, ReturnType<typeof toLatinWithMap> | undefined>();

  function inLatin(article: string, block: string, span: Span): Span {
    const key = `${article} ${block}`;
    if (!latin.has(key)) {
      const text = context.articles.text(article, 'sr-Cyrl', block);
      latin.set(key, text === undefined ? undefined : toLatinWithMap(text));
    }
    const converted = latin.get(key);
    return converted ? mapSpanToLatin(converted, span) : span;
  }

  function placeOf(target: KeptTarget, { block, start, end }: Standing): Note['at'] {
    if (block === null || end === null || !('block' in target)) return null;
    const shown = lang && writtenFor(lang) === writtenFor(target.lang) ? lang : target.lang;
    const written = { start, end };
    return {
      lang: shown,
      block,
      ...(shown === 'sr-Latn' ? inLatin(target.article, block, written) : written),
    };
  }

  return (row: NoteRow, standing: Standing): Note => {
    const { target } = row;
    return {
      id: row.note,
      revision: row.revision,
      on: target.on,
      article: 'article' in target ? target.article : null,
      lang: 'lang' in target ? target.lang : null,
      block: 'block' in target ? target.block : null,
      quote: quoteOf(target),
      figure: target.on === 'figure' ? target.figure : null,
      entity: target.on === 'entity' ? target.entity : null,
      state: standing.state,
      score: standing.score,
      at: placeOf(target, standing),
      text: row.text,
      colour: row.colour,
      tags: row.tags,
      created: row.created,
      modified: row.at,
      by: row.by,
      removed: row.removed,
      copyOf: row.copyOf,
    };
  };
}

export function quoteOf(target: KeptTarget): string | null {
  return 'exact' in target ? showText(target.exact, target.lang) : null;
}

/** What a note is on, for a list. */
export function titleOf(context: Context, { article, entity }: Note, lang: Lang): ListedNote['title'] {
  if (article !== null) return articleTitle(context, article, lang) ?? null;
  return entity !== null && context.entities.exists(entity) ? cited(context, entity, lang) : null;
}
