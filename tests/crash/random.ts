/** Chance that can be had again: the same seed makes the same run, but for how fast the machine is. */
export interface Random {
  /** From 0. */
  below(count: number): number;
  chance(of: number): boolean;
  pick<T>(list: readonly T[]): T;
  uuid(): string;
  /** Of its own: what is drawn from it changes nothing for others. */
  apart(): Random;
}

/** Mulberry32: small, and even enough to choose by. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const below = (count: number): number => Math.floor(next() * count);
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => below(16).toString(16)).join('');
  return {
    below,
    chance: (of) => next() < of,
    pick(list) {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new Error('nothing to choose from');
      return picked;
    },
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
    apart: () => seeded(below(2 ** 32)),
  };
}
