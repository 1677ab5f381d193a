import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowHeights } from '../../../src/renderer/components/names/table/heights';
import {
  type LongList,
  nextStretch,
  rowAt,
  STRETCH,
  withAnswer,
} from '../../../src/renderer/components/names/table/stretches';
import { piecesOf, rowsBetween } from '../../../src/renderer/components/names/table/window';
import type { EntityListing, NamesPage } from '../../../src/shared/contract';

describe('the heights of rows', () => {
  it('add up, whatever was seen in whatever order', () => {
    const seen = fc.array(fc.tuple(fc.nat(199), fc.integer({ min: 20, max: 150 })));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), seen, fc.nat(12_000), (count, all, offset) => {
        const heights = rowHeights(count, 50);
        const plain = Array.from({ length: count }, () => 50);
        for (const [index, height] of all.filter(([row]) => row < count)) {
          heights.see(index, height);
          plain[index] = height;
        }
        const tops = plain.map((_, row) => plain.slice(0, row).reduce((sum, height) => sum + height, 0));
        expect(tops.map((_, row) => heights.offsetOf(row))).toEqual(tops);
        expect(heights.rowAt(offset)).toBe(tops.findLastIndex((top) => top <= offset));
      }),
    );
  });

  it('begin with the first row above the table, and end with the last below it', () => {
    const heights = rowHeights(3, 50);
    expect([heights.rowAt(-100), heights.rowAt(149), heights.rowAt(9000)]).toEqual([0, 2, 2]);
  });

  it('stay as seen when there are more or fewer rows', () => {
    const heights = rowHeights(10, 50);
    heights.see(2, 90);
    heights.see(9, 70);
    expect(heights.resized(20).offsetOf(20)).toBe(20 * 50 + 40 + 20);
    expect(heights.resized(5).offsetOf(5)).toBe(5 * 50 + 40);
  });
});

describe('the rows that are drawn', () => {
  const heights = rowHeights(100_000, 50);
  const sum = (pieces: ReturnType<typeof piecesOf>) =>
    pieces.reduce((total, piece) => total + (piece.kind === 'gap' ? piece.height : 50), 0);
  const drawn = (pieces: ReturnType<typeof piecesOf>) =>
    pieces.flatMap((piece) => (piece.kind === 'row' ? [piece.index] : []));

  it('are those in view and a few around them, of a hundred thousand', () => {
    const rows = rowsBetween(heights, 2_500_000, 2_500_800, 100);
    expect(rows).toEqual({ from: 49_998, to: 50_019 });
    expect(piecesOf(heights, rows, undefined)).toHaveLength(21 + 2);
  });

  it.each([undefined, 0, 49_997, 50_005, 50_019, 99_999])(
    'leave the table as high as all its rows, with the focus in row %s',
    (focused) => {
      const pieces = piecesOf(heights, { from: 49_998, to: 50_019 }, focused);
      expect(sum(pieces)).toBe(100_000 * 50);
      const rows = drawn(pieces);
      expect(rows).toEqual(rows.toSorted((a, b) => a - b));
      expect(rows).toEqual(expect.arrayContaining(focused === undefined ? [] : [focused]));
      expect(new Set(pieces.map(({ key }) => key)).size).toBe(pieces.length);
    },
  );

  it('keep their order wherever the reader scrolls to: what is moved in the document loses the focus', () => {
    const place = fc.nat(190);
    fc.assert(
      fc.property(place, place, fc.nat(199), (one, other, focused) => {
        const short = rowHeights(200, 50);
        const keysAt = (from: number) =>
          piecesOf(short, { from, to: from + 10 }, focused).map(({ key }) => key);
        const [before, after] = [keysAt(one), keysAt(other)];
        expect(before.filter((key) => after.includes(key))).toEqual(
          after.filter((key) => before.includes(key)),
        );
      }),
    );
  });

  it('are none where there are none, even if one had the focus', () => {
    const none = rowHeights(0, 50);
    expect(piecesOf(none, rowsBetween(none, 0, 800, 100), 3)).toEqual([]);
  });
});

describe('a long list', () => {
  type NameList = LongList<NamesPage>;
  const USUAL = 59;
  const page = (total: number, stretch: number): NamesPage => ({
    total,
    guessed: false,
    categories: [],
    rows: Array.from(
      { length: Math.min(STRETCH, total - stretch * STRETCH) },
      (_, at) => ({ id: `pl-n${stretch * STRETCH + at}` }) as EntityListing,
    ),
  });
  const answered = (
    list: NameList | undefined,
    stretch: number,
    { total = 100_000, revision = 0, question = 'q' } = {},
  ) => withAnswer(list, { question, stretch, revision, page: page(total, stretch) }, USUAL);
  const idOf = (list: NameList, index: number) => rowAt(list, index)?.id;

  it('has the rows of the stretches that came, and no others', () => {
    const list = answered(answered(undefined, 0), 7);
    expect([idOf(list, 3), idOf(list, 7 * STRETCH + 3), idOf(list, 2 * STRETCH)]).toEqual([
      'pl-n3',
      `pl-n${7 * STRETCH + 3}`,
      undefined,
    ]);
    expect(list.heights.offsetOf(100_000)).toBe(100_000 * USUAL);
  });

  it('says of all its rows what the latest answer says', () => {
    const list = answered(undefined, 0);
    expect(list.about).toEqual({ total: 100_000, guessed: false, categories: [] });
  });

  it('asks for what is drawn first, then for what lies around it, then for nothing', () => {
    let list = answered(undefined, 0);
    const rows = { from: 10 * STRETCH + 40, to: 11 * STRETCH + 5 };
    const asked: number[] = [];
    for (let next = nextStretch(list, rows, 0); next !== undefined; next = nextStretch(list, rows, 0)) {
      asked.push(next);
      list = answered(list, next);
    }
    expect(asked).toEqual([10, 11, 12, 9]);
  });

  it('asks for nothing beyond its ends', () => {
    const list = answered(undefined, 0, { total: STRETCH });
    expect(nextStretch(list, { from: 0, to: STRETCH }, 0)).toBeUndefined();
  });

  it('asks again when names were changed and there was none', () => {
    const list = answered(undefined, 0, { total: 0 });
    expect([0, 1].map((revision) => nextStretch(list, { from: 0, to: 20 }, revision))).toEqual([
      undefined,
      0,
    ]);
  });

  it('asks again for what is drawn when names were changed, and shows the old rows until then', () => {
    const list = answered(undefined, 0);
    expect(nextStretch(list, { from: 0, to: 20 }, 1)).toBe(0);
    expect(idOf(list, 3)).toBe('pl-n3');
  });

  it('asks for nothing anew while it is held, but for what is not here at all', () => {
    const list = answered(undefined, 0, { total: 120 });
    expect(nextStretch(list, { from: 0, to: 20 }, undefined)).toBe(1);
    expect(nextStretch(answered(list, 1, { total: 120 }), { from: 0, to: 20 }, undefined)).toBeUndefined();
  });

  it('is as long as the latest answer says, and keeps what was seen of its rows', () => {
    const before = answered(answered(undefined, 0, { total: 120 }), 2, { total: 120 });
    before.heights.see(1, 157);
    const list = answered(before, 0, { total: 70, revision: 1 });
    expect(idOf(list, 2 * STRETCH)).toBeUndefined();
    expect([list.total, list.heights.count, list.heights.offsetOf(2)]).toEqual([70, 70, 157 + USUAL]);
  });

  it('begins anew with another question', () => {
    const list = answered(answered(undefined, 3), 0, { question: 'other' });
    expect(idOf(list, 3 * STRETCH)).toBeUndefined();
  });

  it('lets go of what was scrolled past long ago', () => {
    let list = answered(undefined, 0);
    for (let stretch = 1; stretch < 200; stretch += 1) list = answered(list, stretch);
    expect(list.stretches.size).toBe(40);
    expect(idOf(list, 199 * STRETCH)).toBe(`pl-n${199 * STRETCH}`);
    expect(idOf(list, 0)).toBeUndefined();
  });
});
