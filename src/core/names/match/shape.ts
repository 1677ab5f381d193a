/** How a word is written, as bits: there is a shape for every word of every name that is met. */

export type Shape = number;
/** The first letter is a capital. */
const CAPITAL_FIRST = 1;
/** All letters are, and there are several; of one alone it cannot be said. */
const ALL_CAPITALS = 2;
const LONE_CAPITAL = 4;
/** All capitals, and few enough for an abbreviation. */
const ABBREVIATION = 8;
/** Long enough for an abbreviation that is read as a word, and then often written as one: Nato, Unmik. */
const READABLE = 16;

/** Longer ones are words in capitals: an index that lists DRENAS means Drenas. */
const LONGEST_ABBREVIATION = 5;
/** In UTF-16 units. */
const SHORTEST_READABLE = 4;

export const beginsCapital = (shape: Shape): boolean => (shape & CAPITAL_FIRST) !== 0;
export const isAllCapitals = (shape: Shape): boolean => (shape & ALL_CAPITALS) !== 0;
export const isLoneCapital = (shape: Shape): boolean => (shape & LONE_CAPITAL) !== 0;
export const isAbbreviation = (shape: Shape): boolean => (shape & ABBREVIATION) !== 0;
export const isReadable = (shape: Shape): boolean => (shape & READABLE) !== 0;

const UPPER = /[\p{Uppercase}\p{Lt}]/u;
const CASED = /\p{Cased}/u;

const UNCASED = 1;
const SMALL = 2;
const CAPITAL = 3;
/** Code unit → its case; 0 where it has not been met, or may be half of a character. */
const CASES = new Uint8Array(0x10000);

function caseAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const met = CASES[unit] ?? 0;
  if (met !== 0) return met;
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const found = UPPER.test(character) ? CAPITAL : CASED.test(character) ? SMALL : UNCASED;
  if (unit < 0xd800 || unit > 0xdfff) CASES[unit] = found;
  return found;
}

/** Of the word between `start` and `end`. */
export function shapeOf(text: string, start: number, end: number): Shape {
  const readable = end - start >= SHORTEST_READABLE ? READABLE : 0;
  let capitals = 0;
  for (let at = start; at < end; at++) {
    const found = caseAt(text, at);
    if (found === SMALL) return capitals > 0 ? CAPITAL_FIRST | readable : 0;
    if (found === CAPITAL) capitals++;
  }
  if (capitals === 0) return 0;
  if (capitals === 1) return CAPITAL_FIRST | LONE_CAPITAL;
  return CAPITAL_FIRST | ALL_CAPITALS | (capitals <= LONGEST_ABBREVIATION ? ABBREVIATION : 0);
}
