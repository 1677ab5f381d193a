import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measure } from '../../../src/core/drawings/measure';
import { layoutRangePlot } from '../../../src/core/drawings/range-drawing';
import { QUALIFIERS } from '../../../src/shared/domain';
import { type Figure, figureSchema } from '../../../src/shared/views';

function figure(id: string, own: Partial<Record<keyof Figure, unknown>> = {}): Figure {
  return figureSchema.parse({
    id, article: 'izbica-massacre', what: 'people killed', scope: '28 March 1999', qualifier: 'exact', low: 93, high: 93,
    value: '93', heldBy: 'ICTY', source: '', citations: [], block: null, fact: null, partOf: null, ...own,
  }); // prettier-ignore
}
const plot = (figures: readonly Figure[], width = 627, height?: number) =>
  layoutRangePlot({
    figures,
    lang: 'en',
    width,
    textSize: 11.3,
    measure,
    number: String,
    most: height === undefined ? undefined : { first: height, others: height },
  });

const FIGURES = [
  figure('table', { qualifier: 'unspecified', high: 130, value: '93–130' }),
  figure('least', { qualifier: 'at-least', high: null, value: 'at least 93' }),
  figure('about', { qualifier: 'about', low: 150, high: 150, value: 'about 150', what: 'men' }),
  figure('words', { qualifier: 'some', low: null, high: null, value: 'several', what: 'houses' }),
];

describe('the range plot', () => {
  it('sets side by side what counts the same, each by its own mark', () => {
    const [drawing] = plot(FIGURES);
    expect(drawing!.rows.map(({ id, mark }) => [id, mark.kind])).toEqual([
      ['table', 'range'],
      ['least', 'from'],
      ['about', 'point'],
    ]);
    expect(drawing!.heads.map((lines) => lines[0]!.runs[0]!.text)).toEqual(['People killed', 'Men']);
    expect(drawing!.rows.map(({ value }) => value.text)).toEqual(['93–130', 'at least 93', 'about 150']);
  });

  it('draws what is about or believed hollow', () => {
    expect(plot(FIGURES)[0]!.rows[2]!.mark).toMatchObject({ isRough: true });
    expect(plot(FIGURES)[0]!.rows[0]!.mark).toMatchObject({ isRough: false });
  });

  it('is linear from 0', () => {
    const [{ rows, axes }] = plot(FIGURES) as [NonNullable<ReturnType<typeof plot>[0]>];
    const [table, , about] = rows.map(({ mark }) => mark);
    const zero = axes[0]!.ticks[0]!.x;
    if (table?.kind !== 'range' || about?.kind !== 'point') throw new Error('other marks');
    expect((about.x - zero) / (table.from - zero)).toBeCloseTo(150 / 93, 6);
  });

  it('lets no line of the scale run through a number', () => {
    const [{ rows, small }] = plot(FIGURES) as [NonNullable<ReturnType<typeof plot>[0]>];
    for (const { value } of rows) {
      const width = measure(value.text, small, 'sans-strong');
      expect(value.box.x).toBeLessThan(value.anchor === 'end' ? value.at.x - width : value.at.x);
      expect(value.box.width).toBeGreaterThan(width);
    }
  });

  it('is nothing where no figure has a number', () => {
    expect(plot([FIGURES[3]!])).toEqual([]);
  });

  it('keeps every mark and value on the paper, and goes on where a page ends', () => {
    const some = fc.array(
      fc.record({
        qualifier: fc.constantFrom(...QUALIFIERS),
        low: fc.option(fc.integer({ min: 0, max: 50_000 })),
        more: fc.integer({ min: 0, max: 200 }),
        what: fc.constantFrom('killed', 'missing', 'houses burnt'),
        heldBy: fc.string({ maxLength: 90 }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(some, fc.constantFrom(260, 393, 627), (all, width) => {
        const figures = all.map(({ low, more, ...own }, at) =>
          figure(`f-${at}`, { ...own, low, high: low === null ? null : low + more, value: `about ${low}` }),
        );
        const drawings = plot(figures, width, 700);
        expect(drawings.flatMap(({ rows }) => rows).length).toBe(
          all.filter(({ low }) => low !== null).length,
        );
        for (const { rows, small } of drawings) {
          rows.slice(1).forEach((row, at) => expect(row.y).toBeGreaterThan(rows[at]!.y));
          for (const { mark, value } of rows) {
            const ends =
              mark.kind === 'range' ? [mark.from, mark.to] : 'tip' in mark ? [mark.x, mark.tip] : [mark.x];
            for (const end of ends) expect(end >= 0 && end <= width).toBe(true);
            const own = measure(value.text, small, 'sans-strong');
            const [left, right] =
              value.anchor === 'end' ? [value.at.x - own, value.at.x] : [value.at.x, value.at.x + own];
            expect(left).toBeGreaterThanOrEqual(-0.001);
            expect(right).toBeLessThanOrEqual(width + 0.001);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
