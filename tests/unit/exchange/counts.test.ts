import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMAT_IDS, outlineOf, readNames, READABLE, writeNames } from '../../../src/core/exchange/formats';
import { isPlace } from '../../../src/core/exchange/places/classes';
import { anyGazetteer, firstLibrary, OPTIONS } from './gazetteers';

const PAIR = { source: 'sr-Cyrl', target: 'sq' } as const;
const options = { ...OPTIONS, pair: PAIR };

describe('how many names a file is said to have', () => {
  it.each(READABLE)('is how many are read from it: %s', (id) => {
    const agree = (gazetteer: ReturnType<typeof firstLibrary>) => {
      const { bytes, count } = writeNames(id, gazetteer, options);
      const { entities } = readNames(id, bytes, { pair: PAIR });
      expect(outlineOf(id, gazetteer, options).count).toBe(count);
      expect(count).toBe(entities.length);
    };
    agree(firstLibrary());
    fc.assert(fc.property(anyGazetteer, agree), { numRuns: 30 });
  });

  it('is of places alone where a format has these alone', () => {
    const { entities } = firstLibrary();
    const places = entities.filter(isPlace).length;
    expect(places).toBeLessThan(entities.length);
    const counts = FORMAT_IDS.map((id) => [id, outlineOf(id, firstLibrary(), OPTIONS).count]);
    expect(Object.fromEntries(counts)).toMatchObject({ lpf: places, 'lp-tsv': places, csv: entities.length });
  });
});
