/** Two or three editions, of one article or of several: which names they share, and in which forms. */
import { compareNames, type ComparedSide } from '../core/names/compare';
import type { Comparison, Parsed } from '../shared/contract';
import { writtenFor } from '../shared/lang';
import type { Context } from './context';
import { checkEdition, editionText } from './findings';
import { showSpans, showText } from './shown';

type Side = Parsed<'names.compare'>['sides'][number];

/** @throws AppError 'article.unknown' | 'article.no-edition' */
export function compareEditions(context: Context, { sides }: Parsed<'names.compare'>): Comparison {
  for (const { article, lang } of sides) checkEdition(context, article, lang);
  const compared = sides.map((side) => namesIn(context, side));
  return {
    sides: sides.map((side, at) => ({
      ...side,
      title: showText(context.articles.title(side.article, writtenFor(side.lang)) ?? '', side.lang),
      mentions: compared[at]?.mentions.length ?? 0,
    })),
    rows: compareNames(compared, (id) => context.briefs.get(id)),
  };
}

function namesIn(context: Context, { article, lang }: Side): ComparedSide {
  const { blocks } = editionText(context, article, lang);
  return {
    mentions: blocks.flatMap(({ block, text, places }) => {
      const shown = showSpans(text, places, lang);
      return places.map(({ entity }, at) => {
        const { start, end } = shown.spans[at] ?? { start: 0, end: 0 };
        return { entity, text: shown.text.slice(start, end), block };
      });
    }),
  };
}
