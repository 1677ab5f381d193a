/** Serbian from Cyrillic to Latin, which is exact, with a map between the two; the other way is `cyrillic`. */
import type { Span } from '../../shared/domain';
import { LATIN_OF } from './serbian-letters';

export { toCyrillic, type Cyrillicised } from './cyrillic';

export interface Latinised {
  text: string;
  /** text.length + 1 entries: Latin index → index of the Cyrillic character it stands for. */
  starts: Uint32Array;
  /** One entry per Cyrillic index and one for the end: → Latin index. */
  offsets: Uint32Array;
}

const CAPITALS = new Map(Array.from(LATIN_OF, ([cyrillic, latin]) => [cyrillic.toUpperCase(), latin]));

const LETTER = /\p{L}/u;
const MARK = /\p{M}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /\p{Script=Latin}/u;

const isCapital = (character: string): boolean => character !== character.toLowerCase();

/** The nearest character before or after `at` that is not a combining mark; '' at the edge. */
function neighbour(text: string, at: number, step: 1 | -1): string {
  let beside = at + step;
  while (MARK.test(text.charAt(beside))) beside += step;
  return text.charAt(beside);
}

/** Whether a capital Љ Њ Џ stands in a word written in capitals. The letter after it decides; at the end of a
 *  word the one before; alone (Љ. Петровић) it does not. */
function standsInCapitals(text: string, at: number): boolean {
  const next = neighbour(text, at, 1);
  if (LETTER.test(next)) return isCapital(next);
  return isCapital(neighbour(text, at, -1));
}

function latinLetter(text: string, at: number): string {
  const character = text.charAt(at);
  const small = LATIN_OF.get(character);
  if (small !== undefined) return small;
  const latin = CAPITALS.get(character);
  if (latin === undefined) return character;
  if (latin.length === 1 || standsInCapitals(text, at)) return latin.toUpperCase();
  return latin.charAt(0).toUpperCase() + latin.slice(1);
}

/** Letters that Serbian does not have (ы, щ, й), and all that is not Cyrillic, stay as they are. */
export function toLatinWithMap(text: string): Latinised {
  const offsets = new Uint32Array(text.length + 1);
  const starts = new Uint32Array(text.length * 2 + 1);
  let latin = '';
  for (let at = 0; at < text.length; at++) {
    const letter = latinLetter(text, at);
    offsets[at] = latin.length;
    starts.fill(at, latin.length, latin.length + letter.length);
    latin += letter;
  }
  offsets[text.length] = latin.length;
  starts[latin.length] = text.length;
  return { text: latin, starts: starts.slice(0, latin.length + 1), offsets };
}

export function toLatin(text: string): string {
  return CYRILLIC.test(text) ? toLatinWithMap(text).text : text;
}

/** A span of the Cyrillic text → the same letters in the Latin one. */
export function mapSpanToLatin(map: Latinised, span: Span): Span {
  const end = map.offsets.length - 1;
  return {
    start: map.offsets[Math.min(span.start, end)] ?? 0,
    end: map.offsets[Math.min(span.end, end)] ?? 0,
  };
}

/** A span of the Latin text → the Cyrillic letters it touches: half of lj is all of љ. */
export function mapSpanToCyrillic(map: Latinised, span: Span): Span {
  const last = map.starts.length - 1;
  const start = map.starts[Math.min(span.start, last)] ?? 0;
  const end = Math.min(span.end, last);
  return { start, end: end > span.start ? (map.starts[end - 1] ?? start) + 1 : start };
}

/** Which scripts the letters of a text are in, of the two that Serbian is written in. */
export function scriptOf(text: string): 'Latn' | 'Cyrl' | 'mixed' | 'none' {
  const cyrillic = CYRILLIC.test(text);
  if (LATIN.test(text)) return cyrillic ? 'mixed' : 'Latn';
  return cyrillic ? 'Cyrl' : 'none';
}
