import fc from 'fast-check';
import { describe as about, expect, it } from 'vitest';
import { type Anchor, findAnchor, prepareEdition } from '../../../src/core/anchors/find';
import { findBlock } from '../../../src/core/anchors/paragraph';
import { describe } from '../../../src/core/anchors/quote';
import { floorOf, scoreOf } from '../../../src/core/anchors/score';
import { editions, wordsAt } from './editions';

const any = fc.string({ unit: 'binary', maxLength: 120 });
/** Few letters, so that quotes return; with marks, pairs and dashes. */
const narrow = fc.string({
  unit: fc.constantFrom('љ', 'њ', 'e', '\u0308', 'ë', ' ', ' ', '—', '🕯', 'a'),
  maxLength: 120,
});
const texts = fc.array(fc.oneof(any, narrow), { minLength: 1, maxLength: 5 });
const blocksOf = (those: readonly string[]) => those.map((text, at) => ({ id: `b${at}`, text }));

const real = [...editions.values()].map((blocks) =>
  blocks.filter(({ text }) => text.length > 80).map(({ id, text }) => ({ id, text })),
);
/** Words in a block of the first library, from one to thirty. */
const marked = fc
  .tuple(fc.constantFrom(...real), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 30 }))
  .map(([blocks, which, from, count]) => {
    const block = blocks[which % blocks.length]!;
    const words = [...block.text.matchAll(/\S+/gu)];
    const first = from % words.length;
    const last = words[Math.min(first + count, words.length) - 1]!;
    const note: Anchor = {
      block: block.id,
      ...describe(block.text, { start: words[first]!.index, end: last.index + last[0].length }),
    };
    return { blocks, block, note };
  });

const isCut = (text: string, at: number) =>
  /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '');

/** Levenshtein's, as one would write it down. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

about('a quote', () => {
  it('is found where it was described, whatever the text', () => {
    fc.assert(
      fc.property(
        texts,
        fc.nat(),
        fc.nat(120),
        fc.integer({ min: 1, max: 60 }),
        (those, which, start, length) => {
          const blocks = blocksOf(those);
          const block = blocks[which % blocks.length]!;
          const note = { block: block.id, ...describe(block.text, { start, end: start + length }) };
          fc.pre(note.exact !== '');
          const { start: from, end } = note;
          expect(findAnchor(prepareEdition(blocks), note)).toEqual({
            state: 'anchored',
            block: block.id,
            start: from,
            end,
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('stays where words were put in that are no neighbours of it', () => {
    fc.assert(
      fc.property(marked, fc.boolean(), ({ blocks, block, note }, isBefore) => {
        const { text } = block;
        const at = isBefore ? note.start - note.prefix.length : note.end + note.suffix.length;
        // A short quote with nothing around it is known by its place only.
        fc.pre(note.exact.length >= 24 || note.prefix.length + note.suffix.length >= 24);
        const put = ' 7777 ';
        const changed = blocks.map((one) =>
          one === block ? { id: one.id, text: text.slice(0, at) + put + text.slice(at) } : one,
        );
        const shift = isBefore ? put.length : 0;
        expect(findAnchor(prepareEdition(changed), note)).toEqual({
          state: 'anchored',
          block: block.id,
          start: note.start + shift,
          end: note.end + shift,
        });
      }),
      { numRuns: 500 },
    );
  });

  it('is anchored only to its very words, and moved to nothing that is less like it than the score says', () => {
    let moved = 0;
    fc.assert(
      fc.property(
        marked,
        fc.array(fc.tuple(fc.nat(), fc.constantFrom('', 'edhe', 'и', 'a ')), { maxLength: 6 }),
        (mark, edits) => {
          const { blocks, block, note } = mark;
          let { text } = block;
          for (const [place, put] of edits) {
            const at = place % text.length;
            text = text.slice(0, at) + put + text.slice(at + 3);
          }
          const changed = blocks.map((one) => (one === block ? { id: one.id, text } : one));
          const found = findAnchor(prepareEdition(changed), note);
          const words = wordsAt(changed, found);
          if (found.state === 'anchored') expect(words).toBe(note.exact);
          if (found.state !== 'moved' || words === undefined) return;
          moved += 1;
          expect(found.score).toBeGreaterThanOrEqual(floorOf(note.exact.length) * 0.6);
          // Longer ones are compared by samples.
          if (note.exact.length > 256) return;
          // What the words alone can make of a score, were everything around them as it was.
          const most = scoreOf({
            words: 1 - distance(note.exact, words) / Math.max(note.exact.length, words.length),
            support: 1,
            nearness: 1,
          });
          expect(found.score).toBeLessThanOrEqual(most + 1e-9);
          if (note.exact.length < 24) expect(words).toBe(note.exact);
        },
      ),
      { numRuns: 1000 },
    );
    expect(moved).toBeGreaterThan(100);
  });

  it('is answered for any strings, within the block that is named, never within a character', () => {
    const anyAnchor = fc.record({
      block: fc.constantFrom('b0', 'b1', 'gone'),
      start: fc.integer({ min: -5, max: 200 }),
      end: fc.integer({ min: -5, max: 200 }),
      exact: fc.oneof(any, narrow),
      prefix: fc.oneof(any, narrow),
      suffix: fc.oneof(any, narrow),
    });
    fc.assert(
      fc.property(texts, anyAnchor, fc.nat(), fc.nat(), (those, anchor, from, to) => {
        const blocks = blocksOf(those);
        const edition = prepareEdition(blocks);
        // Half of a pair as well, which only a foreign program would quote.
        const own = those[0]!;
        for (const exact of [anchor.exact, own.slice(from % (own.length + 1), to % (own.length + 1))]) {
          for (const found of [
            findAnchor(edition, { ...anchor, exact }),
            findBlock(edition, { block: anchor.block, text: exact }),
          ]) {
            if (found.state === 'orphaned') continue;
            const { text } = blocks.find(({ id }) => id === found.block)!;
            expect(
              [found.start, found.end].map((at) => at >= 0 && at <= text.length && !isCut(text, at)),
            ).toEqual([true, true]);
            expect(found.start).toBeLessThanOrEqual(found.end);
            if (found.state !== 'moved') continue;
            expect(found.score).toBeGreaterThan(0);
            expect(found.score).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('finds no half of a character, though it was quoted', () => {
    const blocks = [{ id: 'a', text: 'Në Izbicë 🕯 u vranë' }];
    for (const exact of ['\uD83D', '\uDD6F', '\uDD6F u vranë', 'Në Izbicë \uD83D']) {
      const note = {
        block: 'a',
        start: blocks[0]!.text.indexOf(exact),
        end: 0,
        exact,
        prefix: '',
        suffix: '',
      };
      expect(findAnchor(prepareEdition(blocks), note)).toEqual({ state: 'orphaned' });
    }
  });
});

about('a quote whose neighbour is half a character', () => {
  it('ends with no half of one, where its sentence was rewritten', () => {
    const text = 'Në fshatin e largët ishin civilët e tjerë dhe të moshuar 🕯u vranë të gjithë.';
    const exact = 'ishin civilë të tjerë dhe të moshuar ';
    const note = {
      block: 'a',
      start: 20,
      end: 57,
      exact,
      prefix: 'Në fshatin e largët ',
      suffix: '\uDD6Fu vranë të gjithë.',
    };
    const found = findAnchor(prepareEdition([{ id: 'a', text }]), note);
    expect(found.state).toBe('moved');
    expect(found.state === 'moved' && isCut(text, found.end)).toBe(false);
  });
});

about('a score', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  it('grows with everything that speaks for a place, from 0 to 1', () => {
    fc.assert(
      fc.property(share, share, share, share, (words, support, nearness, more) => {
        const score = scoreOf({ words, support, nearness });
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        for (const better of [
          { words: Math.max(words, more), support, nearness },
          { words, support: Math.max(support, more), nearness },
          { words, support, nearness: Math.max(nearness, more) },
        ])
          expect(scoreOf(better)).toBeGreaterThanOrEqual(score);
      }),
    );
    expect(scoreOf({ words: 1, support: 1, nearness: 1 })).toBe(1);
  });

  it('has to be the higher, the shorter a quote is', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (a, b) => {
        expect(floorOf(Math.min(a, b))).toBeGreaterThanOrEqual(floorOf(Math.max(a, b)));
      }),
    );
    expect(floorOf(6)).toBeGreaterThan(scoreOf({ words: 1, support: 0.5, nearness: 1 }));
    expect(floorOf(64)).toBeLessThan(scoreOf({ words: 1, support: 0, nearness: 0 }));
  });

  it('falls as the words beside a name are changed, one by one', () => {
    const words =
      'Në tekst granatimi nis dhe grupi hyn natën në fshatin Izbicë pasi burrat e rritur kishin ikur në male'.split(
        ' ',
      );
    const at = words.indexOf('Izbicë');
    const text = words.join(' ');
    const start = text.indexOf('Izbicë');
    const note = { block: 'a', ...describe(text, { start, end: start + 6 }) };
    const scores = [1, 2, 3].map((far) => {
      const changed = words.map((word, i) => (i !== at && i >= at - far && i < at ? 'xyz' : word)).join(' ');
      const found = findAnchor(prepareEdition([{ id: 'b', text: changed }]), note);
      return found.state === 'moved' ? found.score : 0;
    });
    expect(scores[0]).toBeGreaterThan(0.8);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(scores).size).toBeGreaterThan(1);
  });
});
