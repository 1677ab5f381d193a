/** Figures as a language shows them: side by side, never summed. */
import { quantityText } from '../core/figures/quantity';
import { formatDate, formatDateRange } from '../core/text/dates';
import type { Figure } from '../shared/contract';
import type { ArticleId } from '../shared/domain';
import { AppError } from '../shared/errors';
import type { Lang } from '../shared/lang';
import type { FigureRow } from '../store/library/figures';
import { cited, type Context } from './context';
import { localizedIn } from '../core/text/localized';

/** @throws AppError 'article.unknown' */
export function listFigures(context: Context, article: ArticleId | undefined, lang: Lang): Figure[] {
  if (article !== undefined && !context.articles.get(article))
    throw new AppError('article.unknown', { id: article });
  const rows = article === undefined ? context.figures.list() : context.figures.ofArticle(article);
  return rows.map((row) => figureIn(context, row, lang));
}

function figureIn(context: Context, row: FigureRow, lang: Lang): Figure {
  const { id, article, qualifier, low, high, block, fact, citations } = row;
  return {
    id,
    article,
    what: localizedIn(row.what, lang),
    scope: scopeIn(context, row, lang),
    qualifier,
    low,
    high,
    value: row.wording ? localizedIn(row.wording, lang) : quantityText(row, lang),
    heldBy: localizedIn(row.held_by, lang),
    source: [...new Set(citations.map(({ source }) => context.sources.get(source)?.title ?? source))].join(
      '; ',
    ),
    citations,
    block,
    fact,
    partOf: row.part_of,
  };
}

/** "Izbica, 28 March – 10 May 1999; those the village lost" */
function scopeIn(
  context: Context,
  { places, date_from: from, date_to: to, scope_note: note }: FigureRow,
  lang: Lang,
): string {
  const where = places.map((place) => cited(context, place, lang)).join(', ');
  const when =
    from && to ? formatDateRange(from, to, lang) : from || to ? formatDate(from ?? to ?? '', lang) : '';
  const placeAndTime = [where, when].filter(Boolean).join(', ');
  return [placeAndTime, note ? localizedIn(note, lang) : ''].filter(Boolean).join('; ');
}
