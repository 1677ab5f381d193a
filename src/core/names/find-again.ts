/** Where a mention that somebody put there stands in another version of the text. */
import type { Span } from '../../shared/domain';
import type { QuotedPlace } from '../../shared/gazetteer';

/** So much of the text on either side is kept with a mention, in UTF-16 units. */
export const CONTEXT = 40;
/** Of what stood around it, so much has to be there still where the text has it more than once. */
const ENOUGH = 8;

type Quote = Pick<QuotedPlace, 'start' | 'end' | 'text' | 'before' | 'after'>;

export function quote(text: string, { start, end }: Span): Quote {
  return {
    start,
    end,
    text: text.slice(start, end),
    before: text.slice(Math.max(0, start - CONTEXT), start),
    after: text.slice(end, end + CONTEXT),
  };
}

/** Undefined where it is gone, or could be in two places alike. */
export function findAgain(text: string, quoted: Quote): Span | undefined {
  const found = occurrences(text, quoted.text).map((start) => {
    const span = { start, end: start + quoted.text.length };
    return { span, kept: keptAround(text, span, quoted), moved: Math.abs(start - quoted.start) };
  });
  const [best, next] = found.toSorted((a, b) => b.kept - a.kept || a.moved - b.moved);
  if (!best) return undefined;
  if (!next) return best.span;
  const isWhole = best.kept === quoted.before.length + quoted.after.length;
  const isAlone = best.kept > next.kept && best.kept >= ENOUGH;
  return isAlone || (isWhole && best.moved < next.moved) ? best.span : undefined;
}

function occurrences(text: string, wanted: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) found.push(at);
  return found;
}

/** How many units next to it are as they were. */
function keptAround(text: string, { start, end }: Span, { before, after }: Quote): number {
  let kept = 0;
  while (kept < before.length && text[start - 1 - kept] === before.at(-1 - kept)) kept += 1;
  let behind = 0;
  while (behind < after.length && text[end + behind] === after[behind]) behind += 1;
  return kept + behind;
}
