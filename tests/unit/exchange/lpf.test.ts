import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNames, writeNames } from '../../../src/core/exchange/formats';
import type { Gazetteer, WriteOptions } from '../../../src/core/exchange/model';
import { anyGazetteer, firstLibrary, OPTIONS, VERBOC } from './gazetteers';
import { isPlace } from '../../../src/core/exchange/places/classes';
import { brokenRules } from './places-rules';

const text = (id: 'lpf' | 'lp-tsv' | 'skos', gazetteer = VERBOC, options: Partial<WriteOptions> = {}) =>
  new TextDecoder().decode(writeNames(id, gazetteer, { ...OPTIONS, ...options }).bytes);
const withPlaces = anyGazetteer.filter(({ entities }) => entities.some(isPlace));

describe('Linked Places', () => {
  const lpf = (gazetteer: Gazetteer, options = {}): unknown => JSON.parse(text('lpf', gazetteer, options));

  it('keeps the rules of the format, for the first library and for any other', () => {
    expect(brokenRules(lpf(firstLibrary()))).toEqual([]);
    fc.assert(
      fc.property(withPlaces, (gazetteer) => {
        expect(brokenRules(lpf(gazetteer))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('gives no country, neither XK nor another', () => {
    expect(text('lpf', firstLibrary())).not.toMatch(/ccodes|"XK"|"RS"|"AL"/);
    const marked = { ...(lpf(VERBOC) as { features: [{ properties: object }] }) };
    Object.assign(marked.features[0].properties, { ccodes: ['RS'] });
    expect(brokenRules(marked)).not.toEqual([]);
  });

  it('has the names with their sources and certainty', () => {
    expect(lpf(VERBOC, { base: 'https://example.org/' })).toMatchObject({
      features: [
        {
          '@id': 'https://example.org/pl-verboc',
          properties: { title: 'Vërboc', fclasses: ['P'] },
          types: [{ identifier: 'aat:300008372', label: 'village' }],
          when: { timespans: [{ start: { in: '2026-11-22' } }] },
          geometry: { type: 'Point', coordinates: [20.85278, 42.68111], citations: [{ label: 'GeoNames 784179' }] },
          names: [
            { toponym: 'Vërboc', lang: 'sq', certainty: 'certain', citations: [{ label: 'Mass graves map', year: '2023' }] },
            { toponym: 'Vërboci', certainty: 'less-certain', 'paralel:form': 'definite', 'paralel:certainty': 'derived' },
            { toponym: 'Врбовац' }, {}, {}, {}, {},
          ],
        },
      ],
    }); // prettier-ignore
  });

  it('takes the title from the reader’s first language', () => {
    expect(lpf(VERBOC, { langs: ['sr-Latn', 'sq'] })).toMatchObject({
      features: [{ properties: { title: 'Vrbovac' } }],
    });
  });

  it('is read from others, with what there is', () => {
    const foreign = {
      features: [
        {
          '@id': 'http://mygaz.org/places/p_12345',
          properties: { title: 'Vrbovac', ccodes: ['GB'] },
          names: [
            {
              toponym: 'Vrbovac',
              lang: 'sr-Latn',
              citations: [
                { label: 'Atlas (1900)', year: 1900, '@id': 'https://example.org/atlas' },
                { label: 'Atlas (1900)' },
                { '@id': 'https://example.org/map' },
                { label: ' ' },
              ],
            },
            { toponym: 'Verbovatz' },
            null,
            { ethnonym: 'x' },
          ],
          types: [{ identifier: 'http://vocab.getty.edu/aat/300008372' }],
          geometry: {
            type: 'GeometryCollection',
            geometries: [{ type: 'Point', coordinates: [20.85, 42.68] }],
          },
          descriptions: [{ value: 'A village', lang: 'en' }],
        },
        { names: 'none' },
        7,
      ],
    };
    const { entities, sources, problems } = readNames(
      'lpf',
      new TextEncoder().encode(JSON.stringify(foreign)),
    );
    expect(entities).toEqual([
      {
        id: 'http://mygaz.org/places/p_12345',
        type: 'village',
        note: { en: 'A village' },
        point: { lat: 42.68, lon: 20.85 },
        names: [
          {
            lang: 'sr-Latn',
            text: 'Vrbovac',
            sources: ['Atlas (1900)', 'Atlas (1900)', 'https://example.org/map'],
            at: expect.anything(),
          },
        ],
        at: { entry: 'http://mygaz.org/places/p_12345' },
      },
    ]);
    expect(sources).toEqual([
      { id: 'Atlas (1900)', title: 'Atlas (1900)', date: '1900', url: 'https://example.org/atlas' },
    ]);
    expect(problems.map(({ code, at }) => [code, at.entry])).toEqual([
      ['lang-missing', 'http://mygaz.org/places/p_12345'],
      ['name-empty', 'http://mygaz.org/places/p_12345'],
      ['entity-nameless', 'features[1]'],
      ['entity-nameless', 'features[2]'],
      ['id-foreign', 'http://mygaz.org/places/p_12345'],
    ]);
  });

  it.each([
    ['{"features":[}', 'json-malformed'],
    ['[]', 'json-not-places'],
    ['{"type":"Feature"}', 'json-not-places'],
    ['7', 'json-not-places'],
  ])('is not read from %s', (json, code) => {
    expect(readNames('lpf', new TextEncoder().encode(json))).toMatchObject({
      entities: [],
      problems: [{ code }],
    });
  });
});
