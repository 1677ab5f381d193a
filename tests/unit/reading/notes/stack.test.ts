import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stacked, type Wanted } from '../../../../src/renderer/reading/notes/stack';

const GAP = 8;
const at = (...tops: number[]): Wanted[] => tops.map((top) => ({ top, height: 50 }));

describe('cards beside their words', () => {
  it('stand at their words where there is room', () => {
    expect(stacked(at(10, 100, 400), { gap: GAP, least: 0 })).toEqual([10, 100, 400]);
  });

  it('stand below the one before where there is none', () => {
    expect(stacked(at(10, 20, 30), { gap: GAP, least: 0 })).toEqual([10, 68, 126]);
  });

  it('make way for the open one, which stays at its words', () => {
    expect(stacked(at(200, 210, 220), { gap: GAP, least: 0, open: 2 })).toEqual([104, 162, 220]);
  });

  it('go no higher than the text, although the open one has to move then', () => {
    expect(stacked(at(10, 10, 12), { gap: GAP, least: 0, open: 2 })).toEqual([0, 58, 116]);
  });

  it('never lie over one another, and the open one is where it should be unless that is above the text', () => {
    const notes = fc.array(fc.record({ top: fc.nat(2000), height: fc.integer({ min: 1, max: 400 }) }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(notes, fc.nat(40), (unsorted, chosen) => {
        const sorted = unsorted.toSorted((a, b) => a.top - b.top);
        const open = chosen % sorted.length;
        const tops = stacked(sorted, { gap: GAP, least: 0, open });
        for (let index = 1; index < tops.length; index += 1)
          expect(tops[index]).toBeGreaterThanOrEqual(
            (tops[index - 1] ?? 0) + (sorted[index - 1]?.height ?? 0) + GAP,
          );
        expect(tops[0]).toBeGreaterThanOrEqual(0);
        const above = sorted.slice(0, open).reduce((sum, { height }) => sum + height + GAP, 0);
        if (above <= (sorted[open]?.top ?? 0)) expect(tops[open]).toBe(sorted[open]?.top);
      }),
    );
  });
});
