/** What stands beside a name: where a sentence begins, what is in capitals, what is joined to its end. */
import type { Span } from '../../../shared/domain';
import { before, characterAt, kindAt } from './characters';
import { isAllCapitals, isLoneCapital, shapeOf } from './shape';

const LINE_ENDS = '\n\r\u0085\u2028\u2029';
const SENTENCE_ENDS = `.!?…${LINE_ENDS}`;
const HYPHENS = '-\u2010\u2011';
const APOSTROPHES = "'’ʼ";
const SMALL = /^\p{Ll}/u;
const POSSESSIVE = /^s$/iu;

/** Whether nothing but quotes, brackets, dashes and the like stands between `at` and the end of a sentence, or
 *  the beginning of the line. */
export function beginsSentence(text: string, at: number): boolean {
  for (let from = at; from > 0;) {
    from = before(text, from);
    if (kindAt(text, from) === 'word') return false;
    const character = text.charAt(from);
    if (character !== ' ' && SENTENCE_ENDS.includes(character)) return true;
  }
  return true;
}

/** Whether the words before and after, as far as the line has them, are in capitals; at least one has to be. */
export function standsAmongCapitals(text: string, { start, end }: Span): boolean {
  const earlier = wordBefore(text, start);
  const later = wordAfter(text, end);
  if (earlier === undefined) return later !== undefined && isInCapitals(text, later);
  return isInCapitals(text, earlier) && (later === undefined || isInCapitals(text, later));
}

function isInCapitals(text: string, { start, end }: Span): boolean {
  const shape = shapeOf(text, start, end);
  return isAllCapitals(shape) || isLoneCapital(shape);
}

function wordBefore(text: string, at: number): Span | undefined {
  let end = at;
  for (let from = at; ; end = from) {
    if (from === 0) return undefined;
    from = before(text, from);
    if (kindAt(text, from) === 'word') break;
    if (LINE_ENDS.includes(text.charAt(from))) return undefined;
  }
  let start = end;
  while (start > 0 && kindAt(text, before(text, start)) !== 'between') start = before(text, start);
  return { start, end };
}

function wordAfter(text: string, at: number): Span | undefined {
  let start = at;
  while (start < text.length && kindAt(text, start) !== 'word') {
    if (LINE_ENDS.includes(text.charAt(start))) return undefined;
    start += characterAt(text, start).size;
  }
  return start < text.length ? { start, end: wordEnd(text, start) } : undefined;
}

/** Where the word ends that begins at `at`; the same place where none does. */
function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && kindAt(text, end) !== 'between') end += characterAt(text, end).size;
  return end;
}

/** NATO-s, UÇK-së, OVK-a, KLA-held, KLA’s: from the hyphen or apostrophe to the end of the word. A dash joins
 *  nothing, nor does a hyphen before a capital: Drenas–Skenderaj, Osmani-Sadriu. */
export function endingAt(text: string, end: number): Span | undefined {
  const joint = end < text.length ? text.charAt(end) : ' ';
  if (joint === ' ') return undefined;
  const isHyphen = HYPHENS.includes(joint);
  if (!isHyphen && !APOSTROPHES.includes(joint)) return undefined;
  const to = wordEnd(text, end + 1);
  const joined = text.slice(end + 1, to);
  return (isHyphen ? SMALL : POSSESSIVE).test(joined) ? { start: end, end: to } : undefined;
}
