/** The words of all names, folded, and the marks between them; each has a number, from 1. */
import { hashOf, type Reader } from './reader';

/** Slots of a table that is never more than half full; a power of two. */
export const roomFor = (entries: number): number => 2 ** Math.ceil(Math.log2(entries * 2 + 2));

export class Vocabulary {
  /** Units of the longest word. */
  readonly longest: number;
  private readonly starts: Uint32Array;
  private readonly units: Uint16Array;
  private readonly slots: Uint32Array;

  constructor(words: readonly string[]) {
    this.longest = words.reduce((longest, { length }) => Math.max(longest, length), 0);
    this.starts = new Uint32Array(words.length + 2);
    this.units = new Uint16Array(words.reduce((sum, word) => sum + word.length, 0));
    this.slots = new Uint32Array(roomFor(words.length));
    let end = 0;
    words.forEach((word, at) => {
      this.starts[at + 1] = end;
      for (let k = 0; k < word.length; k++) this.units[end++] = word.charCodeAt(k);
      let slot = this.slotOf(hashOf(word));
      while (this.slots[slot] !== 0) slot = (slot + 1) & (this.slots.length - 1);
      this.slots[slot] = at + 1;
    });
    this.starts[words.length + 1] = end;
  }

  /** The number of the word that was read; 0 where no name has it. */
  numberOf(read: Reader): number {
    for (let slot = this.slotOf(read.hash); ; slot = (slot + 1) & (this.slots.length - 1)) {
      const word = this.slots[slot] ?? 0;
      if (word === 0 || this.is(word, read)) return word;
    }
  }

  private is(word: number, { units, length }: Reader): boolean {
    const start = this.starts[word] ?? 0;
    if ((this.starts[word + 1] ?? 0) - start !== length) return false;
    for (let k = 0; k < length; k++) if (this.units[start + k] !== units[k]) return false;
    return true;
  }

  private slotOf(hash: number): number {
    return (Math.imul(hash, 0x9e3779b1) >>> 8) & (this.slots.length - 1);
  }
}
