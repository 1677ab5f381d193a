/** Where a quote stands letter for letter. */
import type { Span } from '../../shared/domain';
import { isWhole } from './edges';
import type { Quote } from './quote';
import { type Kept, keptAround, NEIGHBOURS } from './surroundings';

/** Of what stands more often than this, the occurrences nearest to where it was are looked at. */
const OCCURRENCES = 1024;
const NEAR = 4096;
/** Words and neighbours together have to be this long to be known by themselves, wherever they now are. */
const TELLING = 24;

/** Where it stands in a block, from a little before `near` onwards and then what is before that. */
export function occurrences(text: string, quote: Quote, near = 0): Span[] {
  const found: Span[] = [];
  const collect = (from: number, to: number) => {
    const most = found.length + OCCURRENCES;
    for (
      let start = text.indexOf(quote.exact, from);
      start !== -1 && start < to && found.length < most;
      start = text.indexOf(quote.exact, start + 1)
    ) {
      const span = { start, end: start + quote.exact.length };
      if (isWhole(text, span, quote)) found.push(span);
    }
  };
  const middle = Math.max(0, near - NEAR);
  collect(middle, text.length);
  if (middle > 0) collect(0, middle);
  return found;
}

/** Whether it stands where it stood, and everything around it as well: so it is nearly always. */
export function isUntouched(text: string, quote: Quote): boolean {
  const { start, exact, prefix, suffix } = quote;
  const span = { start, end: start + exact.length };
  return (
    start >= 0 &&
    text.startsWith(exact, start) &&
    text.startsWith(suffix, span.end) &&
    text.endsWith(prefix, start) &&
    isWhole(text, span, quote)
  );
}

/**
 * The one place in its block where the words and their neighbours are the same, though text may have been put in or
 * taken out elsewhere. Everything that was kept around it outweighs the nearest words; at the very place where it was,
 * the neighbours on one side are enough. Undefined where two places are alike in that.
 */
export function settled(text: string, places: readonly Span[], quote: Quote): Span | undefined {
  const ranks = places.map((span) => rank(keptAround(text, span, quote), span, quote));
  const best = Math.max(0, ...ranks);
  const at = ranks.indexOf(best);
  return best > 0 && ranks.lastIndexOf(best) === at ? places[at] : undefined;
}

function rank(
  { before, after }: Kept,
  { start }: Span,
  { start: was, exact, prefix, suffix }: Quote,
): number {
  const isThere = start === was;
  const isTelling = isThere || before + exact.length + after >= TELLING;
  if (isTelling && before === prefix.length && after === suffix.length) return 3;
  const isSame = (kept: number, side: string) => kept >= Math.min(NEIGHBOURS, side.length);
  const sides = [isSame(before, prefix), isSame(after, suffix)];
  if (isTelling && sides.every(Boolean)) return 2;
  return isThere && ((prefix !== '' && sides[0]) || (suffix !== '' && sides[1])) ? 1 : 0;
}
