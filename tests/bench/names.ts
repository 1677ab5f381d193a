/** Twenty thousand names and fifteen million characters, the same in every run. */
import type { NamedForm } from '../../src/core/names/match/matcher.ts';

/** mulberry32: https://github.com/cprosche/mulberry32 */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SYLLABLE = /[^aeiouyë]*[aeiouyë]+(?:[^aeiouyë]+$)?/gu;
const LINKED = [' e Vjetër', ' e Epërme', ' i Poshtëm', ' i Ri'];

/** Names put together from the syllables of real ones, a quarter of them of several words. */
export function makeNames(real: readonly string[], count: number): string[] {
  const random = randomFrom(1999);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  const words = real.flatMap((name) => name.match(/\p{Lu}\p{Ll}{3,}/gu) ?? []);
  const syllables = words
    .map((word) => word.toLowerCase().match(SYLLABLE) ?? [])
    .filter(({ length }) => length > 1);
  const unique = (those: readonly string[]) => [...new Set(those)];
  const first = unique(syllables.map((those) => those[0] ?? ''));
  const middle = unique(syllables.flatMap((those) => those.slice(1, -1)));
  const last = unique(syllables.map((those) => those.at(-1) ?? ''));
  const known = new Set(real);
  const made = new Set<string>();
  while (made.size < count) {
    const word = pick(first) + (random() < 0.7 ? pick(middle) : '') + pick(last);
    const name = word.charAt(0).toUpperCase() + word.slice(1) + (random() < 0.25 ? pick(LINKED) : '');
    if (word.length > 4 && !known.has(name)) made.add(name);
  }
  return [...made];
}

/** Passages in disorder, with a name sown every thirty words. */
export function makeText(
  passages: readonly string[],
  names: readonly string[],
  characters: number,
): string[] {
  const random = randomFrom(1998);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  const blocks: string[] = [];
  for (let length = 0; length < characters;) {
    const words = pick(passages).split(' ');
    for (let at = 0; at < words.length; at += 30)
      words.splice(at + Math.floor(random() * 30), 0, pick(names));
    const block = words.join(' ');
    blocks.push(block);
    length += block.length;
  }
  return blocks;
}

export const asForms = (names: readonly string[]): NamedForm[] =>
  names.map((text, at) => ({ entity: `pl-${at}`, lang: 'sq', text }));
