/**
 * What capitals say about a name in running text. A name is held to the capitals it is listed with, word by word:
 * what is listed small may stand in any letters (special police); a capital asks for one (Drenas, DRENAS, never
 * drenas); a short word all in capitals asks for all of them (UÇK, never Uçk). Where some are missing the name is
 * a hit that says so; where all are missing it is none.
 */
import { beginsCapital, isAbbreviation, isAllCapitals, isLoneCapital, isReadable, type Shape } from './shape';

/** Best first. */
export const CAPS = [
  /** Every capital that the name has stands here, and for the name. */
  'own',
  /** So it does, but a sentence begins here and the name has no other: Fortesa, or a fortress? */
  'sentence',
  /** So it does, but the words beside it are in capitals as well. */
  'heading',
  /** Only the first word has none: a title within a sentence (masakra e Izbicës). */
  'small-first',
  /** Others are missing (Çikatovë e vjetër, Nato). */
  'some',
  /** The name is listed without any, so that they cannot tell. */
  'none',
] as const;
export type Caps = (typeof CAPS)[number];

/** What the words of a listed name ask of those of a text: two bits each, for the first sixteen. */
export type Asked = number;
const NOTHING = 0;
const CAPITAL = 1;
const ALL_CAPITALS = 2;
const WORDS_ASKED = 16;

function askedBy(listed: Shape): number {
  if (isAbbreviation(listed)) return ALL_CAPITALS;
  return beginsCapital(listed) ? CAPITAL : NOTHING;
}

export function askedOf(listed: readonly Shape[]): Asked {
  return listed.slice(0, WORDS_ASKED).reduce((asked, word, at) => asked | (askedBy(word) << (2 * at)), 0);
}

const askedAt = (asked: Asked, at: number): number => (at < WORDS_ASKED ? (asked >>> (2 * at)) & 3 : NOTHING);

/** By the capitals alone; undefined where the name is not meant. `count` words of the text are looked at. */
export function judge(asked: Asked, words: readonly Shape[], count: number): Caps | undefined {
  if (asked === NOTHING) return 'none';
  let given = 0;
  let near = 0;
  let missing = 0;
  for (let at = 0; at < count; at++) {
    const wanted = askedAt(asked, at);
    const word = words[at] ?? 0;
    if (wanted === NOTHING) continue;
    if (wanted === CAPITAL ? beginsCapital(word) : isAllCapitals(word)) given++;
    else if (wanted === ALL_CAPITALS && isReadable(word)) near++;
    else missing |= 1 << at;
  }
  if (given + near === 0) return undefined;
  if (near === 0 && missing <= 1) return missing === 1 ? 'small-first' : 'own';
  return 'some';
}

/** Whether that is on the first word, and the only one that is asked for. */
export const hasOneCapital = (asked: Asked): boolean => asked === CAPITAL;

/** Whether the words that are asked for a capital have no other letters. */
export function isInCapitals(asked: Asked, words: readonly Shape[], count: number): boolean {
  let some = false;
  for (let at = 0; at < count; at++) {
    const word = words[at] ?? 0;
    if (askedAt(asked, at) === NOTHING) continue;
    if (!isAllCapitals(word) && !isLoneCapital(word)) return false;
    some ||= isAllCapitals(word);
  }
  return some;
}
