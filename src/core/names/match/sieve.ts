/** Lets through what may be there, by its hash alone, and little of what is not. */

/** Bits for each that is there: about one in thirty of the others is let through. */
const SPARSENESS = 32;

export class Sieve {
  private readonly bits: Uint32Array;
  private readonly shift: number;

  constructor(hashes: readonly number[]) {
    const exponent = Math.max(5, Math.ceil(Math.log2(hashes.length * SPARSENESS + 1)));
    this.shift = 32 - exponent;
    this.bits = new Uint32Array(2 ** (exponent - 5));
    for (const hash of hashes) {
      const bit = this.bitOf(hash);
      this.bits[bit >>> 5] = (this.bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
  }

  lets(hash: number): boolean {
    const bit = this.bitOf(hash);
    return ((this.bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
  }

  private bitOf(hash: number): number {
    return Math.imul(hash, 0x9e3779b1) >>> this.shift;
  }
}
