/** Finding names in text, against other ways to read it. See docs/benchmarks.md. */
import './sources.ts';
import { deepStrictEqual } from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import AhoCorasick from 'modern-ahocorasick';
import type { Hit } from '../../src/core/names/match/matcher.ts';
import { compare, type Comparison, lineOf, median, type Rival } from './measure.ts';

const { asForms, makeNames, makeText } = await import('./names.ts');
const { listed, passages } = await import('../unit/names/prose.ts');
const { compileOracle } = await import('../unit/names/oracle.ts');
const { compileMatcher } = await import('../../src/core/names/match/matcher.ts');
const { fold } = await import('../../src/core/text/fold.ts');
const { toLatin } = await import('../../src/core/text/script.ts');

const NAMES = 20_000;
const CHARACTERS = 15_000_000;
/** The oracle needs minutes for all of them. */
const CHECKED = 1_000_000;
const BYTES_A_FORM = 200;
/** The peer takes seconds for each. */
const ROUNDS = 5;

const real = [...new Set(listed.map(({ text }) => toLatin(text)))];
const names = [...real, ...makeNames(real, NAMES - real.length)];
const prose = passages.flatMap(({ text }) => [text, toLatin(text)]);
const text = makeText(prose, names, CHARACTERS);
const folded = text.map(fold);

const matcher = compileMatcher(asForms(names));
const peer = new AhoCorasick([...new Set(names.map(fold))]);
const asked = { strategy: 'leftmost-longest', wholeWord: true, locale: 'en' } as const;
const word = /\p{L}+/gu;

const ours = over('matcher', text, (block) => matcher.find(block).length);
const comparisons: Comparison[] = [
  {
    title: 'Names, whole and longest',
    goal: 0.2,
    how: 'modern-ahocorasick lists the leftmost longest whole words, folded forms in text that was folded beforehand.',
    ours,
    peer: over('modern-ahocorasick', folded, (block) => peer.search(block, asked).length),
  },
  {
    title: 'Names, against any occurrence',
    goal: 0.2,
    how: 'The same, but it lists whatever it meets: parts of words and overlaps as well.',
    ours,
    peer: over('modern-ahocorasick', folded, (block) => peer.search(block).length),
  },
  {
    title: 'Names, against words',
    goal: 2,
    how: 'A regular expression stops after every run of letters, and nothing is kept.',
    ours,
    peer: over('\\p{L}+', text, (block) => countOf(word, block)),
  },
];

check();
console.log(memory());
for (const comparison of comparisons) console.log(lineOf(await compare(comparison, ROUNDS)));

/** In milliseconds of this thread's own: whoever else is at work on the machine is no part of the ratio. */
function spent(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function over(name: string, blocks: readonly string[], count: (block: string) => number): Rival {
  return {
    name,
    run: () => {
      const start = spent();
      const found = blocks.reduce((sum, block) => sum + count(block), 0);
      const ms = spent() - start;
      return found > 0 ? Promise.resolve(ms) : Promise.reject(new Error(`${name} found nothing`));
    },
  };
}

function countOf(expression: RegExp, text: string): number {
  let count = 0;
  expression.lastIndex = 0;
  while (expression.test(text)) count++;
  return count;
}

/** Candidates and their forms come in no order. */
function inOrder(hits: readonly Hit[]): Hit[] {
  return hits.map((hit) => ({
    ...hit,
    candidates: hit.candidates
      .map((one) => ({ ...one, forms: one.forms.toSorted((a, b) => a - b) }))
      .toSorted((a, b) => a.entity.localeCompare(b.entity, 'en')),
  }));
}

/** Throws where the matcher and the oracle differ. */
function check(): void {
  const oracle = compileOracle(asForms(names));
  const countIn = (block: string): number => {
    const found = matcher.find(block);
    deepStrictEqual(inOrder(found), inOrder(oracle(block)));
    return found.length;
  };
  const alone = names.reduce((sum, name) => sum + countIn(name), 0);
  let characters = 0;
  let hits = 0;
  for (const block of text) {
    hits += countIn(block);
    characters += block.length;
    if (characters >= CHECKED) break;
  }
  console.log(
    `Names: ${alone} hits in ${names.length} names by themselves and ${hits} in the first ${characters} characters, each as the oracle has it.`,
  );
}

/** Bytes that one more takes, in heap and array buffers: the median, for what is let go may leave late. */
function bytesOf(make: () => unknown): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const used = (): number => {
    // Array buffers are let go after a collection, and by the next one for sure.
    for (let times = 0; times < 2; times++) collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const kept: unknown[] = [];
  return median(
    Array.from({ length: 7 }, () => {
      const before = used();
      kept.push(make());
      return used() - before;
    }),
  );
}

function memory(): string {
  const each = bytesOf(() => compileMatcher(asForms(names))) / names.length;
  return `Names, memory: ${each.toFixed(0)} bytes a form (${each <= BYTES_A_FORM ? 'within' : 'beyond'} the goal of ${BYTES_A_FORM}).`;
}
