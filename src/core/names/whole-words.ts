/** Whether a stretch of a text begins and ends where words do, as every name that the matcher finds does. */
import type { Span } from '../../shared/domain';
import { before, characterAt, kindAt } from './match/characters';

/** The whole words that a stretch touches: the same stretch where it cuts none and has nothing around them. A
 *  hyphenated ending is a word of its own here: NATO-s may be taken with it or without. Undefined: no word. */
export function wholeWords(text: string, { start, end }: Span): Span | undefined {
  const first = firstWord(text, start, end);
  if (first === undefined) return undefined;
  let from = first;
  while (from > 0 && kindAt(text, before(text, from)) !== 'between') from = before(text, from);
  while (kindAt(text, from) === 'dropped') from += characterAt(text, from).size;
  let to = end;
  while (kindAt(text, before(text, to)) === 'between') to = before(text, to);
  while (to < text.length && kindAt(text, to) !== 'between') to += characterAt(text, to).size;
  // An ordinal has its stop: u martu 1999.
  if (to === end - 1 && text.charAt(to) === '.') to = end;
  return { start: from, end: to };
}

function firstWord(text: string, start: number, end: number): number | undefined {
  for (let at = start; at < end; at += characterAt(text, at).size) if (kindAt(text, at) === 'word') return at;
  return undefined;
}
