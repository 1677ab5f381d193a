/** What an annotation is on. Places are found again by the words they quote, so other programs' ways to point into
 *  their own documents (CSS, XPath, EPUB CFI) are passed over where there is a quote, and refused where there is none. */
import { asText, field, idIn, list, textIn, typesIn } from './fields';
import { Refused, shown } from './problems';
import type { ReadTarget } from './types';
import { isLang, type Lang } from '../../../shared/lang';
import {
  editionIn,
  FIGURE_FRAGMENT,
  HTML_FRAGMENT,
  ownField,
  type PlaceInArticle,
  placeOf,
} from './vocabulary';

/** As long as a window may send. */
const LONGEST_QUOTE = 100_000;
/** What a quote is told from its like by needs no more; the nearest of it counts. */
const LONGEST_CONTEXT = 500;
/** `refinedBy` within `refinedBy`. */
const DEEPEST = 8;

/** The address of the document. */
export function sourceOf(target: unknown): string {
  const source = field(target, 'source');
  return (
    asText(target) || asText(list(source)[0]) || idIn(source) || (source === undefined ? idIn(target) : '')
  );
}

export function targetOf(target: unknown, source: string): ReadTarget {
  const selectors = list(field(target, 'selector')).flatMap((selector) => chainFrom(selector));
  const place = placeOf(source);
  if (place && 'entity' in place) return { on: 'entity', entity: place.entity };

  const quote = selectors.find((selector) => typesIn(selector).includes('TextQuoteSelector'));
  if (!quote) return withoutQuote(target, selectors, place, source);
  // The white space of another program's document is its own.
  const words = (name: string): string =>
    place ? textIn(quote, name) : textIn(quote, name).replace(/\s+/gu, ' ');
  const exact = place ? words('exact') : words('exact').trim();
  if (exact.trim() === '') throw new Refused('quote-missing');
  if (exact.length > LONGEST_QUOTE)
    throw new Refused('quote-too-long', { length: exact.length, limit: LONGEST_QUOTE });
  const block = place && selectors.find(isBlock);
  return {
    on: 'quote',
    article: place?.article ?? null,
    lang: langIn(target) ?? place?.lang ?? null,
    block: textIn(block, 'value') || (place?.block ?? null),
    ...positionIn(block),
    exact,
    prefix: words('prefix').slice(-LONGEST_CONTEXT).toWellFormed(),
    suffix: words('suffix').slice(0, LONGEST_CONTEXT).toWellFormed(),
    edition: editionIn(target),
  };
}

function withoutQuote(
  target: unknown,
  selectors: readonly unknown[],
  place: PlaceInArticle | undefined,
  source: string,
): ReadTarget {
  const [first] = selectors;
  if (!place && first === undefined) throw new Refused('target-elsewhere', { source: shown(source) });
  const type = shown(typesIn(first)[0] ?? asText(first));
  if (!place) throw new Refused('selector-unknown', { type });
  const { article } = place;
  const figure = selectors.find((selector) => textIn(selector, 'conformsTo') === FIGURE_FRAGMENT);
  if (figure) return { on: 'figure', article, figure: textIn(figure, 'value') };
  const lang = langIn(target) ?? place.lang;
  const block = textIn(selectors.find(isBlock), 'value') || place.block;
  if (block)
    return {
      on: 'block',
      article,
      lang,
      block,
      edition: editionIn(target),
      exact: asText(ownField(target, 'begins')),
    };
  if (first !== undefined) throw new Refused('selector-unknown', { type });
  return { on: 'article', article, lang };
}

/** The one that the annotation was read in, where that is not the one of the address. */
function langIn(target: unknown): Lang | null {
  const lang = ownField(target, 'lang');
  return isLang(lang) ? lang : null;
}

/** A selector and those that refine it. */
function chainFrom(selector: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let one = selector; one !== undefined && chain.length < DEEPEST; [one] = list(field(one, 'refinedBy')))
    chain.push(one);
  return chain;
}

function isBlock(selector: unknown): boolean {
  const conformsTo = textIn(selector, 'conformsTo');
  const isHtml = conformsTo === '' || conformsTo === HTML_FRAGMENT;
  return isHtml && typesIn(selector).includes('FragmentSelector') && textIn(selector, 'value') !== '';
}

/** Only within a block: a position in another program's document says nothing here. */
function positionIn(block: unknown): { start: number | null; end: number | null } {
  const position = list(field(block, 'refinedBy')).find((one) =>
    typesIn(one).includes('TextPositionSelector'),
  );
  const [start, end] = ['start', 'end'].map((name) => field(position, name));
  const isSpan =
    Number.isSafeInteger(start) &&
    Number.isSafeInteger(end) &&
    Number(start) >= 0 &&
    Number(end) > Number(start);
  return isSpan ? { start: Number(start), end: Number(end) } : { start: null, end: null };
}
