/** What each character of a text is to the matcher: letters of a word, folded, or something between words. */
import { foldCharacter, isOneUnit, J } from '../../text/fold-letters';
import { tokens } from '../../text/words';

/** In FOLDED, where no folded letter can stand: what separates words; what only `characterAt` can tell; and what
 *  folding drops, marks and joiners, which is neither in a word nor between two. */
export const BETWEEN = 0;
export const SPECIAL = 1;
export const DROPPED = 2;

/** Code unit → the letter or digit it folds to. What takes a closer look is above them all: two of them (љ), the
 *  second in the upper half, and j, with NO_LETTER there. Filled as characters are met. */
export const FOLDED = new Uint32Array(0x10000).fill(SPECIAL);
export const NO_LETTER = SPECIAL;
const LETTER = 0xffff;

export interface Character {
  /** As `fold` has it, but for the j after a d, which takes two characters to tell. */
  folded: string;
  kind: 'word' | 'between' | 'dropped';
  /** UTF-16 units in the text. */
  size: number;
}

export const SPACE = ' ';
/** For ½, ℀ and the like, whose folding has a word and something else: they stand between words, whole. */
const OTHER = '\uFFFC';

const known = new Map<number, Character>();

export function characterAt(text: string, at: number): Character {
  const point = text.codePointAt(at) ?? 0;
  const met = known.get(point);
  if (met !== undefined) return met;
  const character = describe(String.fromCodePoint(point));
  known.set(point, character);
  if (isOneUnit(point)) FOLDED[point] = packed(character);
  return character;
}

function packed({ folded, kind }: Character): number {
  if (kind !== 'word') return kind === 'between' ? BETWEEN : DROPPED;
  if (folded.length > 2) return SPECIAL;
  const first = folded.charCodeAt(0);
  if (folded.length === 2) return first | (folded.charCodeAt(1) << 16);
  return first === J ? J | (NO_LETTER << 16) : first;
}

function describe(character: string): Character {
  const folded = foldCharacter(character);
  const size = character.length;
  if (folded === '') return { folded, kind: 'dropped', size };
  const [word] = tokens(folded);
  if (word === undefined) return { folded, kind: 'between', size };
  const whole = word.start === 0 && word.end === folded.length;
  return whole ? { folded, kind: 'word', size } : { folded: OTHER, kind: 'between', size };
}

export const isLetter = (folded: number): boolean => folded > DROPPED && folded <= LETTER;
export const firstOf = (folded: number): number => folded & LETTER;
export const secondOf = (folded: number): number => folded >>> 16;

/** What kind of character begins at `at`. */
export function kindAt(text: string, at: number): Character['kind'] {
  const folded = FOLDED[text.charCodeAt(at)] ?? BETWEEN;
  if (folded > DROPPED) return 'word';
  if (folded === SPECIAL) return characterAt(text, at).kind;
  return folded === BETWEEN ? 'between' : 'dropped';
}

/** Where the character before `at` begins. */
export function before(text: string, at: number): number {
  return at > 1 && (text.codePointAt(at - 2) ?? 0) > 0xffff ? at - 2 : at - 1;
}
