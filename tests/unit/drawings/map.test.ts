import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxAround, isWithin, overlap } from '../../../src/core/drawings/geometry';
import { layoutMap, type MapInput, type MapMark } from '../../../src/core/drawings/map';
import { measure } from '../../../src/core/drawings/measure';
import type { SetLine } from '../../../src/core/drawings/set-text';
import { event, place, PLACES, somePlaces, WORDS } from './atlas';

const INPUT: Omit<MapInput, 'places'> = {
  events: [],
  langs: ['en', 'sq', 'sr-Cyrl'],
  lang: 'en',
  words: WORDS,
  width: 627,
  textSize: 11.3,
  measure,
};
const map = (more: Partial<MapInput> = {}) => layoutMap({ places: PLACES, ...INPUT, ...more })!;
const textOf = (lines: readonly SetLine[] = []) =>
  lines.map(({ runs }) => runs.map(({ text }) => text).join('')).join(' ');
const markOf = (marks: readonly MapMark[], id: string) => marks.find((mark) => mark.id === id);

describe('a map', () => {
  it('writes each name once, in the languages asked for', () => {
    const { marks } = map();
    expect(textOf(markOf(marks, 'pl-izbica')?.label?.lines)).toBe('Izbica\u00A0· Izbicë\u00A0· Избица');
    expect(textOf(markOf(marks, 'pl-poklek')?.label?.lines)).toBe('Poklek\u00A0· Поклек');
    const albanian = map({ langs: ['sq'] }).marks;
    expect(textOf(markOf(albanian, 'pl-izbica')?.label?.lines)).toBe('Izbicë');
  });

  it('says which words are in which language, for their letters', () => {
    const runs = markOf(map().marks, 'pl-izbica')?.label?.lines.flatMap((line) => line.runs) ?? [];
    expect(runs.map(({ lang }) => lang)).toEqual(['en', 'sq', 'sr-Cyrl']);
  });

  it('is not squeezed by a place far away, which it points to in words', () => {
    const { far, marks, frame } = map();
    expect(marks.map(({ id }) => id)).not.toContain('pl-belgrade');
    expect(far.map(({ place: { id }, kilometres, direction }) => [id, kilometres, direction])).toEqual([
      ['pl-belgrade', 240, 'n'],
    ]);
    expect(textOf(far[0]?.label?.lines)).toContain('240 km n');
    expect(frame.pixelsPerKilometre).toBeGreaterThan(10);
  });

  it('lists what nobody has placed', () => {
    expect(map().unplaced.map(({ id }) => id)).toEqual(['pl-kosovo']);
  });

  it('draws how exactly a place is known, to scale', () => {
    const { marks, frame } = map();
    expect(markOf(marks, 'pl-izbica')?.reach).toBeCloseTo(2 * frame.pixelsPerKilometre, 6);
    expect(markOf(marks, 'pl-drenas')?.reach).toBeCloseTo(frame.pixelsPerKilometre, 6);
    expect(markOf(marks, 'pl-drenica')?.kind).toBe('wide');
    const rough = map({
      places: [place('pl-a', { en: 'A' }, { lat: 42, lon: 21, precision: 'approximate' })],
    });
    expect(rough.marks[0]?.reach).toBeNull();
  });

  it('marks where something happened, and an event where its source puts it', () => {
    const events = [
      event('ev-izbica', 'Izbica massacre', [{ from: '1999-03-28' }], { places: ['pl-izbica'] }),
      event('ev-prekaz', 'attack on Prekaz', [{ from: '1998-03-05' }], {
        point: { lat: 42.767, lon: 20.817, precision: 'approximate', credit: 'Wikipedia' },
      }),
    ];
    const { marks, footer } = map({ events });
    expect(marks.filter(({ isEventSite }) => isEventSite).map(({ id }) => id)).toEqual(['pl-izbica']);
    expect(textOf(markOf(marks, 'ev-prekaz')?.label?.lines)).toBe('Attack on Prekaz');
    expect(footer.key.map(({ kind }) => kind)).toEqual([
      'town',
      'village',
      'event-site',
      'event',
      'reach',
      'wide',
    ]);
  });

  it('lies with north up, and its scale bar is as long as it says', () => {
    const { marks, frame, footer } = map();
    expect(markOf(marks, 'pl-skenderaj')!.at.y).toBeLessThan(markOf(marks, 'pl-drenas')!.at.y);
    expect(markOf(marks, 'pl-izbica')!.at.x).toBeLessThan(markOf(marks, 'pl-drenas')!.at.x);
    expect(footer.scale.width).toBeCloseTo(footer.scale.kilometres * frame.pixelsPerKilometre, 6);
    expect([1, 2, 5, 10]).toContain(footer.scale.kilometres);
  });

  it('names whom it owes its places to, records of one source together', () => {
    const places = [
      place('pl-a', { en: 'A' }, { lat: 42, lon: 21, credit: 'GeoNames 20, CC BY 4.0; NGA' }),
      place('pl-b', { en: 'B' }, { lat: 42.1, lon: 21, credit: 'GeoNames 3, CC BY 4.0' }),
    ];
    expect(map({ places }).credits).toEqual(['GeoNames 3, 20 (CC BY 4.0)', 'NGA']);
  });

  it('shows more of less when it is made larger, and finds room for names', () => {
    const whole = map();
    const larger = map({ view: { zoom: 4, centre: [20.66, 42.7325] } });
    expect(larger.frame.pixelsPerKilometre).toBeCloseTo(4 * whole.frame.pixelsPerKilometre, 0);
    expect(larger.marks.filter(({ isInFrame }) => isInFrame).map(({ id }) => id)).toEqual(['pl-izbica']);
  });

  it('never cuts the circle within which a place lies', () => {
    fc.assert(
      fc.property(somePlaces, fc.constantFrom(undefined, 300, 520), (places, height) => {
        const { marks, frame } = map({ places, height });
        for (const { at, reach, kind } of marks)
          if (reach !== null && kind !== 'wide') expect(isWithin(boxAround(at, reach), frame.box)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('has its key beside it where that leaves more of the map, on paper only', () => {
    const [across, upright] = [map({ width: 900, height: 330 }), map({ width: 627, height: 900 })];
    const right = ({ frame: { box } }: typeof across) => box.x + box.width;
    expect(across.footer.key[0]!.at.x).toBeGreaterThan(right(across));
    expect(upright.footer.key[0]!.at.x).toBeLessThan(right(upright));
    expect(across.frame.box.width).toBeLessThanOrEqual(2 * across.frame.box.height + 0.001);
  });

  it('takes no whole page for two places', () => {
    const two = PLACES.filter(({ id }) => id === 'pl-drenas' || id === 'pl-poklek');
    expect(map({ places: two, langs: ['en'], height: 900 }).height).toBeLessThan(450);
  });

  it('leaves its key to the words beneath where it has no room', () => {
    const bare = map({ height: 200, hasFooter: false });
    expect(bare.footer.key).toEqual([]);
    expect(bare.looseKey?.entries.map(({ kind }) => kind)).toEqual(map().footer.key.map(({ kind }) => kind));
  });

  it('is no map where nothing has a place', () => {
    expect(layoutMap({ ...INPUT, places: [place('pl-a', { en: 'A' }, null)] })).toBeUndefined();
  });

  it('keeps to the height that it is given', () => {
    expect(map({ height: 420 }).height).toBeLessThanOrEqual(420);
  });

  it('numbers what it has no room to name, and every number stands in its list', () => {
    const crowd = Array.from({ length: 14 }, (_, at) =>
      place(`pl-crowd-${at}`, { en: `Donje Obrinje ${at}` }, { lat: 42.7 + at / 10_000, lon: 20.8 }),
    );
    const { numbered, marks } = map({ places: [...PLACES, ...crowd], width: 300 });
    expect(numbered.length).toBeGreaterThan(0);
    expect(numbered.map(({ number }) => number)).toEqual(numbered.map((_, at) => at + 1));
    for (const mark of marks.filter(({ isInFrame, label }) => isInFrame && !label))
      expect(mark.number).toBeDefined();
  });
});

describe('the names in any map', () => {
  const sizes = fc.record({
    width: fc.constantFrom(260, 393, 627, 900),
    textSize: fc.constantFrom(10, 11.3, 19.2),
  });

  it('never lie on each other, on a dot or over the frame', () => {
    fc.assert(
      fc.property(somePlaces, sizes, (places, size) => {
        const { marks, frame, far } = map({ places, ...size });
        const shown = marks.filter(({ isInFrame }) => isInFrame);
        const boxes = shown.flatMap(({ label }) => (label ? [label.box] : []));
        const all = [...boxes, ...far.flatMap(({ label }) => (label ? [label.box] : []))];
        all.forEach((box, at) => {
          expect(isWithin(box, frame.box)).toBe(true);
          for (const other of all.slice(at + 1)) expect(overlap(box, other)).toBe(false);
        });
        for (const { at, radius, kind } of shown.filter((mark) => mark.kind !== 'wide'))
          for (const box of all) expect([kind, overlap(box, boxAround(at, radius))]).toEqual([kind, false]);
      }),
      { numRuns: 30 },
    );
  });

  it('are the same every time, and none is lost', () => {
    fc.assert(
      fc.property(somePlaces, (places) => {
        const first = map({ places });
        expect(JSON.stringify(map({ places }))).toBe(JSON.stringify(first));
        expect(first.marks.length + first.far.length + first.unplaced.length).toBe(places.length);
        for (const { isInFrame, label, number } of first.marks)
          expect(!isInFrame || label !== undefined || number !== undefined).toBe(true);
      }),
      { numRuns: 10 },
    );
  });
});
