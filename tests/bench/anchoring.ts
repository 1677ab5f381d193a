/** Ten thousand notes found again in a changed edition, against searching the whole of it for each. See docs/benchmarks.md. */
import './sources.ts';
import search from 'approx-string-match';
import type { Anchor, AnchoredBlock } from '../../src/core/anchors/find.ts';
import { compare, lineOf, median, type Rival } from './measure.ts';

const { passages } = await import('../unit/names/prose.ts');
const { findAnchor, prepareEdition } = await import('../../src/core/anchors/find.ts');
const { describe } = await import('../../src/core/anchors/quote.ts');

const NOTES = 10_000;
const BLOCKS = 60;
const WORDS = 8000;
const NOTES_A_SECOND = 5000;
/** The peers take milliseconds for each note: every so many of them, in every round. */
const EVERY = 20;
const ROUNDS = 5;

/** Multiples of the golden ratio: spread evenly, and the same in every run. */
let turn = 0;
const spread = () => (turn = (turn + 0.6180339887498949) % 1);
const below = (count: number) => Math.floor(spread() * count);

const edition = makeEdition();
const notes = Array.from({ length: NOTES }, makeNote);
const changed = change(edition);
const some = notes.filter((_, at) => at % EVERY === 0);

console.log(speed());
for (const [name, goal, find] of [
  ['approx-string-match alone', 0.1, approximate],
  ['indexOf, then approx-string-match', 0.5, exactFirst],
] as const)
  console.log(
    lineOf(
      await compare(
        {
          title: `Notes, against ${name}`,
          goal,
          how: 'The edition is made ready and each quote looked for in it, with its block and surroundings; the peer looks for each quote in the whole text, up to half of it changed and 256 units at most, and keeps where it is.',
          ours: rival('findAnchor', () => findAll(some)),
          peer: rival(name, () => {
            const text = changed.map((block) => block.text).join('\n');
            return some.filter(({ exact }) => find(text, exact)).length;
          }),
        },
        ROUNDS,
      ),
    ),
  );

/** In milliseconds of this thread's own: whoever else is at work on the machine is no part of the ratio. */
function spent(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function rival(name: string, find: () => number): Rival {
  return {
    name,
    run: () => {
      const start = spent();
      const found = find();
      const ms = spent() - start;
      return found > 0 ? Promise.resolve(ms) : Promise.reject(new Error(`${name} found nothing`));
    },
  };
}

function findAll(those: readonly Anchor[]): number {
  const prepared = prepareEdition(changed);
  return those.filter((note) => findAnchor(prepared, note).state !== 'orphaned').length;
}

/** As Hypothesis does it: https://github.com/hypothesis/client/blob/main/src/annotator/anchoring/match-quote.ts */
function exactFirst(text: string, exact: string): boolean {
  return text.includes(exact) || approximate(text, exact);
}

function approximate(text: string, exact: string): boolean {
  return search(text, exact, Math.min(256, exact.length / 2)).length > 0;
}

function speed(): string {
  const seconds = median(
    Array.from({ length: ROUNDS }, () => {
      const start = spent();
      findAll(notes);
      return (spent() - start) / 1000;
    }),
  );
  const prepared = prepareEdition(changed);
  const states = notes.map((note) => findAnchor(prepared, note).state);
  const count = (state: string) => states.filter((one) => one === state).length;
  const rate = NOTES / seconds;
  return `Notes found again: ${rate.toFixed(0)} a second (${rate >= NOTES_A_SECOND ? 'within' : 'beyond'} the goal of ${NOTES_A_SECOND}); of ${NOTES}, ${count('anchored')} anchored, ${count('moved')} moved, ${count('orphaned')} orphaned.`;
}

/** Paragraphs of the first library in its three written languages, two or three of them a block. */
function makeEdition(): AnchoredBlock[] {
  const words = passages.flatMap(({ text }) => text.split(' ')).slice(0, WORDS);
  const each = Math.ceil(words.length / BLOCKS);
  return Array.from({ length: BLOCKS }, (_, at) => ({
    id: `block-${at}`,
    text: words.slice(at * each, (at + 1) * each).join(' '),
  }));
}

/** Of three notes one is on a name or a word, one on a phrase, one on sentences. */
function makeNote(_: unknown, at: number): Anchor {
  const block = edition[below(edition.length)] ?? { id: '', text: '' };
  const starts = [...block.text.matchAll(/\S+/gu)];
  const first = below(starts.length);
  const length = [1 + below(2), 4 + below(8), 12 + below(40)][at % 3] ?? 1;
  const last = starts[Math.min(first + length, starts.length) - 1];
  const span = { start: starts[first]?.index ?? 0, end: (last?.index ?? 0) + (last?.[0].length ?? 0) };
  return { block: block.id, ...describe(block.text, span) };
}

/** Words put into every third block; of the others some rewritten, merged, split, taken out or given a new id; in disorder. */
function change(blocks: readonly AnchoredBlock[]): AnchoredBlock[] {
  const changes: ((block: AnchoredBlock, at: number) => AnchoredBlock[])[] = [
    ({ id, text }) => [{ id, text: everyFew(text, 40, (word) => `${word} shtuar`) }],
    (block) => [block],
    (block) => [block],
    ({ id, text }) => [{ id, text: everyFew(text, 40, (word) => `додато ${word}`) }],
    ({ id, text }) => [{ id, text: everyFew(text, 5, () => 'rewritten') }],
    (block) => [block],
    ({ id, text }) => [{ id, text: everyFew(text, 60, () => '') }],
    ({ id, text }) => [
      { id, text: text.slice(0, text.indexOf('. ') + 1) },
      { id: `${id}-2`, text: text.slice(text.indexOf('. ') + 2) },
    ],
    ({ text }, at) => (at === 18 || at === 38 ? [{ id: `new-${at}`, text }] : []),
    ({ id, text }, at) => [{ id, text: at % 20 === 9 ? `${blocks[at - 1]?.text ?? ''} ${text}` : text }],
  ];
  return blocks
    .flatMap((block, at) => changes[at % changes.length]?.(block, at) ?? [])
    .map((block) => ({ block, order: spread() }))
    .sort((a, b) => a.order - b.order)
    .map(({ block }) => block);
}

function everyFew(text: string, words: number, change: (word: string) => string): string {
  const from = below(words);
  return text
    .split(' ')
    .map((word, at) => (at % words === from ? change(word) : word))
    .join(' ');
}
