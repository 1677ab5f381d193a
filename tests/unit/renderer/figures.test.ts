import { describe, expect, it } from 'vitest';
import { markOf, panelsOf } from '../../../src/core/drawings/range-plot';
import { along, scaleTo } from '../../../src/core/drawings/figure-scale';
import { type Figure, figureSchema } from '../../../src/shared/views';

function figure(id: string, own: Partial<Record<keyof Figure, unknown>> = {}): Figure {
  return figureSchema.parse({
    id,
    article: 'izbica-massacre',
    what: id,
    scope: '',
    qualifier: 'exact',
    low: 10,
    high: 10,
    value: '',
    heldBy: 'The document',
    source: '',
    citations: [],
    block: null,
    fact: null,
    partOf: null,
    ...own,
  });
}

describe('an axis', () => {
  it('begins at 0 and ends at or beyond the largest, in round steps', () => {
    for (const reach of [0, 1, 2, 3, 7, 57, 93, 130, 142, 250, 999, 5000, 50_000]) {
      const { end, ticks } = scaleTo(reach);
      expect(ticks[0]).toBe(0);
      expect(ticks.at(-1)).toBe(end);
      expect(end).toBeGreaterThanOrEqual(Math.max(reach, 1));
      expect(ticks.length).toBeLessThanOrEqual(5);
      const steps = new Set(ticks.slice(1).map((tick, at) => tick - (ticks[at] ?? 0)));
      expect([...steps].map((step) => /^[125]0*$/.test(String(step)))).toEqual([true]);
    }
    expect(scaleTo(142).ticks).toEqual([0, 50, 100, 150]);
  });

  it('is linear: twice as many are twice as far', () => {
    const scale = scaleTo(130);
    expect(along(scale, 0)).toBe(0);
    expect(along(scale, scale.end)).toBe(100);
    expect(along(scale, 80)).toBeCloseTo(2 * along(scale, 40), 1);
  });
});

describe('the mark of a figure', () => {
  it.each([
    [
      { qualifier: 'exact', low: 53, high: 53 },
      { kind: 'point', at: 53, isRough: false },
    ],
    [
      { qualifier: 'exact', low: 0, high: 0 },
      { kind: 'point', at: 0, isRough: false },
    ],
    [
      { qualifier: 'unspecified', low: 93, high: 130 },
      { kind: 'range', from: 93, to: 130, isRough: false },
    ],
    [
      { qualifier: 'about', low: 93, high: 130 },
      { kind: 'range', from: 93, to: 130, isRough: true },
    ],
    [
      { qualifier: 'at-least', low: 93, high: null },
      { kind: 'from', at: 93 },
    ],
    [
      { qualifier: 'more-than', low: 12, high: 12 },
      { kind: 'from', at: 12 },
    ],
    [
      { qualifier: 'believed', low: 150, high: 150 },
      { kind: 'point', at: 150, isRough: true },
    ],
    [
      { qualifier: 'unspecified', low: null, high: 40 },
      { kind: 'up-to', at: 40 },
    ],
    [{ qualifier: 'unspecified', low: null, high: null }, { kind: 'none' }],
  ] as const)('of %o is %o', (held, mark) => {
    expect(markOf(held)).toEqual(mark);
  });
});

describe('figures side by side', () => {
  const idsOf = (figures: Figure[]) =>
    panelsOf(figures).map(({ rows }) => rows.map(({ figure: { id } }) => id));

  it('are all there, each once, with its own number', () => {
    const figures = [
      figure('a', { what: 'killed', low: 83, high: 83 }),
      figure('b', { what: 'killed', low: 24, high: 24 }),
      figure('c', { low: 50_000, high: 50_000 }),
      figure('d', { low: null, high: null }),
    ];
    const rows = panelsOf(figures).flatMap(({ rows: own }) => own);
    expect(new Set(rows.map((row) => row.figure))).toEqual(new Set(figures));
    expect(rows).toHaveLength(4);
  });

  it('stand together where they count the same', () => {
    const figures = [
      figure('table', { what: 'killed', low: 83, high: 83 }),
      figure('injured', { low: 6, high: 6 }),
      figure('text', { what: 'killed', low: 80, high: 80 }),
    ];
    expect(idsOf(figures)).toEqual([['table', 'text', 'injured']]);
    expect(panelsOf(figures)[0]?.rows.map(({ isSameWhat }) => isSameWhat)).toEqual([false, true, false]);
  });

  it('have an axis of their own where beside them nothing would be seen of the others', () => {
    const figures = [
      figure('crowd', { low: 50_000, high: 50_000 }),
      figure('dead', { low: 24, high: 24 }),
      figure('none', { low: 0, high: 0 }),
      figure('more', { low: 83, high: 83 }),
    ];
    expect(idsOf(figures)).toEqual([['dead', 'none', 'more'], ['crowd']]);
    expect(panelsOf(figures).map(({ scale }) => scale?.end)).toEqual([100, 60_000]);
  });

  it('are listed without an axis where they are in words only', () => {
    const panels = panelsOf([figure('hundreds', { low: null, high: null }), figure('dead')]);
    expect(panels.map(({ scale, rows }) => [scale?.end, rows.map(({ figure: { id } }) => id)])).toEqual([
      [expect.any(Number), ['dead']],
      [undefined, ['hundreds']],
    ]);
  });

  it('are set in under what they are counted within, or say it', () => {
    const figures = [
      figure('table', { what: 'dead' }),
      figure('table-women', { what: 'women', partOf: 'table', low: 8, high: 8 }),
      figure('text', { what: 'dead, says the text' }),
      figure('text-women', { what: 'women', partOf: 'text', low: 7, high: 7 }),
      figure('text-old', { what: 'the old', partOf: 'text', low: 2, high: 2 }),
    ];
    const rows = panelsOf(figures)[0]?.rows.map(({ figure: { id }, depth, within }) => [
      id,
      depth,
      within?.id,
    ]);
    expect(rows).toEqual([
      ['table', 0, undefined],
      // Of two different wholes: neither is set in under one of them.
      ['table-women', 0, 'table'],
      ['text-women', 0, 'text'],
      ['text', 0, undefined],
      ['text-old', 1, undefined],
    ]);
  });

  it('leave room for what is open upwards', () => {
    const [panel] = panelsOf([figure('open', { qualifier: 'at-least', low: 100, high: null })]);
    expect(panel?.scale?.end).toBeGreaterThan(100);
  });
});
