/** Places and events as the library answers with them. */
import fc from 'fast-check';
import { type AtlasEvent, type AtlasPlace, atlasSchema } from '../../../src/shared/handout';
import type { MapWords } from '../../../src/core/drawings/map';

type Names = Partial<Record<'en' | 'sq' | 'sr-Cyrl' | 'sr-Latn', string>>;

function preferred(names: Names) {
  return Object.fromEntries(
    Object.entries(names).map(([lang, text]) => [lang, { text, certainty: 'verified' }]),
  );
}

export function place(
  id: string,
  names: Names,
  point: { lat: number; lon: number; precision?: string; credit?: string } | null,
  type = 'village',
): AtlasPlace {
  const whole = point && { precision: '± 1-2 km', credit: 'GeoNames 1, CC BY 4.0', ...point };
  const given = { id, type, preferred: preferred(names), articles: ['izbica-massacre'], point: whole };
  return atlasSchema.shape.places.element.parse(given);
}

export function event(
  id: string,
  name: string,
  occasions: { from: string; to?: string }[],
  more: Record<string, unknown> = {},
): AtlasEvent {
  return atlasSchema.shape.events.element.parse({
    toldIn: [],
    id,
    type: 'massacre',
    preferred: preferred({ en: name }),
    articles: ['izbica-massacre'],
    occasions,
    places: [],
    point: null,
    about: null,
    ...more,
  });
}

export const PLACES: readonly AtlasPlace[] = [
  place('pl-skenderaj', { en: 'Skenderaj', sq: 'Skënderaj', 'sr-Cyrl': 'Србица' }, { lat: 42.74667, lon: 20.78861, precision: '± 1 km' }, 'town'),
  place('pl-drenas', { en: 'Drenas', sq: 'Drenas', 'sr-Cyrl': 'Глоговац' }, { lat: 42.62833, lon: 20.89389, precision: '± 1 km' }, 'town'),
  place('pl-izbica', { en: 'Izbica', sq: 'Izbicë', 'sr-Cyrl': 'Избица' }, { lat: 42.7325, lon: 20.66 }),
  place('pl-poklek', { en: 'Poklek', sq: 'Poklek', 'sr-Cyrl': 'Поклек' }, { lat: 42.6225, lon: 20.91306 }),
  place('pl-rezalla', { en: 'Rezalla', sq: 'Rezallë', 'sr-Cyrl': 'Резала' }, { lat: 42.69389, lon: 20.77694 }),
  place('pl-drenica', { en: 'Drenica', sq: 'Drenicë', 'sr-Cyrl': 'Дреница' }, { lat: 42.61667, lon: 20.88333, precision: 'label, ± 10 km' }, 'region'),
  place('pl-belgrade', { en: 'Belgrade', sq: 'Beograd', 'sr-Cyrl': 'Београд' }, { lat: 44.80401, lon: 20.46513, precision: '± 1 km' }, 'city'),
  place('pl-kosovo', { en: 'Kosovo', sq: 'Kosovë', 'sr-Cyrl': 'Косово' }, null, 'territory'),
]; // prettier-ignore

export const WORDS: MapWords = {
  compass: { n: 'N', e: 'E', s: 'S', w: 'W' },
  number: String,
  distance: (kilometres) => `${kilometres} km`,
  away: (kilometres, direction) => `${kilometres} km ${direction}`,
  key: {
    town: 'town',
    village: 'village',
    site: 'site',
    'event-site': 'place of an event',
    event: 'event',
    reach: 'shaded: the place lies within',
    wide: 'letters set apart: a region',
  },
  seas: { adriatic: 'Adriatic Sea', aegean: 'Aegean Sea', black: 'Black Sea' },
};

const name = fc.stringMatching(/^[A-ZČĆŠŽÇ][a-zčćšžçë]{1,11}( [a-zçë]{1,3} [A-Z][a-zë]{2,9})?$/u);

/** Some in one district, some on the same spot, some with names of absurd length, some far away or unplaced. */
export const somePlaces: fc.Arbitrary<AtlasPlace[]> = fc
  .array(
    fc.record({
      names: fc.record(
        { en: name, sq: name, 'sr-Cyrl': fc.constantFrom('Избица', 'Доње Обриње', 'Старо Чикатово') },
        { requiredKeys: ['en'] },
      ),
      isLong: fc.integer({ min: 0, max: 15 }).map((n) => n === 0),
      lat: fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min: 42_600, max: 42_800 }) },
        fc.integer({ min: 30_000, max: 55_000 }),
      ),
      lon: fc.integer({ min: 20_600, max: 20_950 }),
      precision: fc.constantFrom('± 1-2 km', '± 1 km', 'approximate', 'label, ± 10 km', '± 500 m'),
      type: fc.constantFrom('village', 'town', 'site', 'region'),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((all) =>
    all.map(({ names, isLong, lat, lon, precision, type }, at) =>
      place(
        `pl-some-${at}`,
        isLong ? { ...names, en: 'x'.repeat(300) } : names,
        { lat: lat / 1000, lon: lon / 1000, precision },
        type,
      ),
    ),
  );
