import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/core/drawings/days';
import { measure } from '../../../src/core/drawings/measure';
import { layoutTimeline, type TimelineInput } from '../../../src/core/drawings/timeline';
import { axisOf } from '../../../src/core/drawings/timeline-axis';
import { event } from './atlas';

const EVENTS = [
  event('ev-rezalla-battle', 'battle in Rezallë', [{ from: '1997' }]),
  event('ev-kosovo-war', 'Kosovo War', [{ from: '1998', to: '1999' }]),
  event('ev-drenica', 'Drenica massacres', [{ from: '1998-02', to: '1998-03' }, { from: '1999-03', to: '1999-06' }]),
  event('ev-likoshan', 'Attacks on Likoshan', [{ from: '1998-02-28', to: '1998-03-01' }]),
  event('ev-izbica', 'Izbica massacre', [{ from: '1999-03-28' }]),
  event('ev-rudnica-grave', 'Rudnica mass grave', [{ from: '1999-05', to: '1999-06' }, { from: '2010-05' }]),
]; // prettier-ignore
const timeline = (more: Partial<TimelineInput> = {}) =>
  layoutTimeline({ events: EVENTS, lang: 'en', width: 627, textSize: 11.3, measure, ...more });
const rowOf = (id: string) => timeline()[0]!.rows.find((row) => row.id === id)!;

describe('a timeline', () => {
  it('shows a day as a dot, and what is less exact with open ends', () => {
    expect(rowOf('ev-izbica').marks.map(({ kind }) => kind)).toEqual(['day']);
    expect(rowOf('ev-likoshan').marks).toMatchObject([{ kind: 'span', isFromExact: true, isToExact: true }]);
    expect(rowOf('ev-rezalla-battle').marks).toMatchObject([
      { kind: 'span', isFromExact: false, isToExact: false },
    ]);
  });

  it('shows every occasion of an event, in words too', () => {
    const row = rowOf('ev-rudnica-grave');
    expect(row.marks).toHaveLength(2);
    expect(row.date.flatMap(({ runs }) => runs.map(({ text }) => text)).join(' ')).toBe(
      'May–June 1999; May 2010',
    );
  });

  it('gives dense months room, presses together what is empty, and marks it', () => {
    const { axis } = timeline()[0]!;
    const pressed = axis.pieces.filter(({ isPressed }) => isPressed);
    expect(pressed.length).toBeGreaterThanOrEqual(3);
    const march = axis.at(dayOf(1999, 3)) - axis.at(dayOf(1999, 2));
    const eleven = axis.at(dayOf(2010, 4)) - axis.at(dayOf(2000, 0));
    expect(march).toBeGreaterThan(eleven);
    expect(axis.at(dayOf(1998, 1, 20)) - axis.at(dayOf(1998, 1, 10))).toBeCloseTo(
      axis.at(dayOf(1999, 3, 20)) - axis.at(dayOf(1999, 3, 10)),
      6,
    );
  });

  it('names the years, also a lone one at the end of a narrow axis', () => {
    const years = (width: number) => timeline({ width })[0]!.years.map(({ text }) => text);
    expect(years(627)).toEqual(['1997', '1998', '1999', '2010']);
    expect(years(393)).toContain('2010');
  });

  it('goes on in another drawing where a page ends', () => {
    const pages = timeline({ most: { first: 150, others: 180 } });
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(EVENTS.map(({ id }) => id));
    pages.forEach(({ height }, at) => expect(height).toBeLessThanOrEqual(at === 0 ? 150 : 180));
  });

  it('fills its pages evenly, not the last with one event', () => {
    const pages = timeline({ most: { first: 230, others: 230 } }).map(({ rows }) => rows.length);
    expect(pages.length).toBeGreaterThan(1);
    expect(Math.max(...pages) - Math.min(...pages)).toBeLessThanOrEqual(1);
  });

  it('is nothing where nothing happened', () => {
    expect(timeline({ events: [] })).toEqual([]);
  });
});

describe('any timeline', () => {
  const date = fc
    .tuple(fc.integer({ min: 1389, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 3 }))
    .map(([year, month, day, parts]) =>
      [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].slice(0, parts).join('-'),
    ); // prettier-ignore
  const occasion = fc.oneof(
    date.map((from) => ({ from })),
    fc.tuple(date, date).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
  );
  const events = fc
    .array(fc.tuple(fc.string({ maxLength: 80 }), fc.array(occasion, { minLength: 1, maxLength: 3 })), { minLength: 1, maxLength: 12 })
    .map((all) => all.map(([name, occasions], at) => event(`ev-some-${at}`, name, occasions))); // prettier-ignore

  it('keeps time in order and all marks on the axis', () => {
    fc.assert(
      fc.property(fc.array(occasion, { minLength: 1, maxLength: 12 }), (occasions) => {
        const axis = axisOf(occasions, 100, 400, { usual: 18, year: 36 });
        const [first, last] = [axis.pieces[0]!, axis.pieces.at(-1)!];
        expect(first.x).toBeCloseTo(100, 6);
        expect(last.x + last.width).toBeCloseTo(500, 6);
        axis.pieces.slice(1).forEach((piece, at) => {
          const before = axis.pieces[at]!;
          expect(piece.from).toBe(before.to);
          expect(piece.x).toBeCloseTo(before.x + before.width, 6);
        });
        for (const { width } of axis.pieces) expect(width).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  it('has rows that do not touch, labels that do not collide, and comes out the same', () => {
    fc.assert(
      fc.property(events, fc.constantFrom(300, 627, 1000), (some, width) => {
        const [drawing] = timeline({ events: some, width });
        expect(JSON.stringify(timeline({ events: some, width })[0])).toBe(JSON.stringify(drawing));
        drawing!.rows.slice(1).forEach((row, at) => {
          const before = drawing!.rows[at]!;
          expect(row.top).toBeGreaterThanOrEqual(before.top + before.height - 1e-6);
        });
        for (const labels of [drawing!.years, drawing!.months]) {
          labels.slice(1).forEach((label, at) => {
            const before = labels[at]!;
            expect(label.at.x - label.width / 2).toBeGreaterThanOrEqual(before.at.x + before.width / 2);
          });
        }
        for (const { marks } of drawing!.rows)
          for (const mark of marks) {
            const [from, to] = mark.kind === 'day' ? [mark.x, mark.x] : [mark.from, mark.to];
            expect(from).toBeLessThanOrEqual(to);
            expect(from).toBeGreaterThanOrEqual(0);
            expect(to).toBeLessThanOrEqual(width);
          }
      }),
      { numRuns: 100 },
    );
  });
});
