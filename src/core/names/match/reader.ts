/** Reads a text word by word, folded, without making strings. */
import { leavesNoTrace } from '../../text/fold-letters';
import { BETWEEN, characterAt, DROPPED, firstOf, FOLDED, isLetter, NO_LETTER, secondOf, SPACE } from './characters'; // prettier-ignore

/** One step of a hash over folded units, which has to be fast above all: every letter of a text takes one. */
export const hashed = (hash: number, unit: number): number => ((hash << 5) + unit) ^ (hash >>> 27);

export function hashOf(folded: string): number {
  let hash = 0;
  for (let at = 0; at < folded.length; at++) hash = hashed(hash, folded.charCodeAt(at));
  return hash;
}

const BLANK = 0x20;
const HYPHEN = 0x2d;

/** Two ends of line and nothing but space between them; or the separator that stands for them. */
const EMPTY_LINE = /(?:\n|\r(?!\n)|[\u0085\u2028])[^\S\n\r\u0085\u2028\u2029]*[\n\r\u0085\u2028]|\u2029/u;

/** What was read last, in arrays that are used again and again. */
export class Reader {
  /** Folded units of a word, or of the marks between two. */
  readonly units: Uint16Array;
  /** How many there were, of which `units` may not have room for all. */
  length = 0;
  hash = 0;
  /** Whether there was white space between the words. */
  spaced = false;
  /** Whether the words belong to different paragraphs. */
  apart = false;

  /** @param longest units of the longest word that matters */
  constructor(longest: number) {
    this.units = new Uint16Array(longest);
  }

  /** Reads the word that begins at `from`; answers where it ends, its marks and invisible characters included. */
  word(text: string, from: number): number {
    const { units } = this;
    const end = text.length;
    let length = 0;
    let hash = 0;
    let last = 0;
    let at = from;
    while (at < end) {
      const folded = FOLDED[text.charCodeAt(at)] ?? BETWEEN;
      if (isLetter(folded)) {
        at++;
        units[length++] = last = folded;
        hash = hashed(hash, folded);
        continue;
      }
      if (folded === BETWEEN) break;
      if (folded > DROPPED) {
        at++;
        const unit = firstOf(folded);
        if (!leavesNoTrace(unit, last)) {
          units[length++] = last = unit;
          hash = hashed(hash, unit);
        }
        const second = secondOf(folded);
        if (second !== NO_LETTER) {
          units[length++] = last = second;
          hash = hashed(hash, second);
        }
        continue;
      }
      const { folded: parts, kind, size } = characterAt(text, at);
      if (kind === 'between') break;
      at += size;
      for (let k = 0; k < parts.length; k++) {
        const unit = parts.charCodeAt(k);
        if (leavesNoTrace(unit, last)) continue;
        units[length++] = last = unit;
        hash = hashed(hash, unit);
      }
    }
    this.length = length;
    this.hash = hash;
    return at;
  }

  /** Reads what stands between `from` and the next word; answers where that begins, at the latest the text's end. */
  gap(text: string, from: number): number {
    this.length = 0;
    this.hash = 0;
    this.spaced = this.apart = false;
    // As it is nearly always.
    if (from + 1 < text.length && text.charCodeAt(from) === BLANK) {
      if (isLetter(FOLDED[text.charCodeAt(from + 1)] ?? BETWEEN)) return from + 1;
    }
    let at = from;
    while (at < text.length) {
      const { folded, kind, size } = characterAt(text, at);
      if (kind === 'word') break;
      if (folded === SPACE) this.spaced = true;
      else for (let k = 0; k < folded.length; k++) this.push(folded.charCodeAt(k));
      at += size;
    }
    this.apart = EMPTY_LINE.test(text.slice(from, at));
    // A hyphen joins what a dash between spaces parts.
    if (this.spaced && this.isHyphen()) this.push(BLANK);
    return at;
  }

  isHyphen(): boolean {
    return this.length === 1 && this.units[0] === HYPHEN;
  }

  /** What was read, for those who keep it. */
  toString(): string {
    return String.fromCharCode(...this.units.subarray(0, this.length));
  }

  private push(unit: number): void {
    this.units[this.length++] = unit;
    this.hash = hashed(this.hash, unit);
  }
}
