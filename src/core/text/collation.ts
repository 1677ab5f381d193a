/** Sort keys: Chromium has no Albanian collation and SQLite none at all, so the order is in the key. */
import type { Lang } from '../../shared/lang';
import { ALPHABETS, type Alphabet } from './alphabets';
import { fold } from './fold';
import { separateDigraphs } from './serbian-letters';

/** Raise it whenever `sortKey` answers differently for any text; keys are stored. */
export const SORT_KEY_VERSION = 1;

// Weights in a key, lowest first; letters follow from alphabets.ts. All are BMP characters below the
// surrogates and none is NUL, so UTF-16, UTF-8 (SQLite's BINARY) and code points give one order.
const LEVEL = '\u0001';
const SPACE = '\u0002';
const PUNCTUATION = '\u0003';
const NUMBER = '\u0004';
const DIGITS_FROM = 0x10;
const OTHER_LETTER = '\u0200';
const SPELLED_FROM = 0x300;

const DIGITS = /[0-9]+/y;
const IGNORED = /^[\p{M}\p{Default_Ignorable_Code_Point}\p{Cc}]+$/u;
const WHITE = /^\p{White_Space}$/u;
const LETTER = /^[\p{L}\p{N}]+$/u;

/** Two characters per code point, in code point order. */
function spelled(text: string): string {
  return Array.from(text, (character) => {
    const point = character.codePointAt(0) ?? 0;
    return String.fromCharCode(SPELLED_FROM + (point >> 10), SPELLED_FROM + (point & 0x3ff));
  }).join('');
}

/** A letter that the alphabet does not have sorts with its base letter, or after all others. */
function foreignWeight(character: string, alphabet: Alphabet): string {
  if (WHITE.test(character)) return SPACE;
  if (IGNORED.test(character)) return '';
  if (!LETTER.test(character)) return PUNCTUATION;
  const base = character.normalize('NFD').charAt(0);
  const letter = alphabet.aliases.get(base) ?? base;
  const weight = alphabet.weights.get(letter);
  if (weight !== undefined) return weight;
  return Array.from(
    fold(character),
    (part) => alphabet.weights.get(part) ?? OTHER_LETTER + spelled(part),
  ).join('');
}

/** 9 before 10: the number of digits, then the digits. */
function numberWeight(digits: string): string {
  const significant = digits.replace(/^0+(?=.)/, '');
  return NUMBER + String.fromCharCode(Math.min(DIGITS_FROM + significant.length, 0xd7ff)) + significant;
}

/** The letters' weights, and whether they say all that there is to say but for capitals. */
function primary(lower: string, alphabet: Alphabet): { weights: string; complete: boolean } {
  let weights = '';
  let complete = true;
  for (let at = 0; at < lower.length;) {
    const two = lower.slice(at, at + 2);
    const digraph = alphabet.weights.get(two);
    const letter = digraph ?? alphabet.weights.get(lower.charAt(at));
    if (letter !== undefined) {
      weights += letter;
      at += digraph === undefined ? 1 : two.length;
      continue;
    }
    DIGITS.lastIndex = at;
    const digits = DIGITS.exec(lower)?.[0];
    if (digits !== undefined) {
      weights += numberWeight(digits);
      complete &&= digits === '0' || !digits.startsWith('0');
      at += digits.length;
      continue;
    }
    const character = String.fromCodePoint(lower.codePointAt(at) ?? 0);
    weights += foreignWeight(character, alphabet);
    complete &&= character === ' ';
    at += character.length;
  }
  return { weights, complete };
}

/** `<` on keys is the order of the language's alphabet, word by word, numbers by value, punctuation before
 *  letters. Accents that the alphabet does not have, and then capitals, decide only between equals. */
export function sortKey(text: string, lang: Lang): string {
  const alphabet = ALPHABETS[lang];
  const composed = text.normalize('NFKC');
  const lower = composed.toLowerCase();
  const separated = lang === 'sr-Latn' ? separateDigraphs(lower) : lower;
  const { weights, complete } = primary(separated, alphabet);
  const accents = complete ? '' : spelled(lower);
  const capitals = Array.from(composed, (character) => (character === character.toLowerCase() ? '1' : '2'))
    .join('')
    .replace(/1+$/, '');
  return weights + LEVEL + accents + LEVEL + capitals;
}

/** For `Array.prototype.sort`; each text's key is made once. */
export function compareBy(lang: Lang): (a: string, b: string) => number {
  const keys = new Map<string, string>();
  const keyOf = (text: string): string => {
    const known = keys.get(text);
    if (known !== undefined) return known;
    const key = sortKey(text, lang);
    keys.set(text, key);
    return key;
  };
  return (a, b) => {
    const first = keyOf(a);
    const second = keyOf(b);
    return first < second ? -1 : first > second ? 1 : 0;
  };
}
