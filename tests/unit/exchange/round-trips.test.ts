import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FORMAT_IDS,
  FORMATS,
  type FormatId,
  readNames,
  READABLE,
  writeNames,
} from '../../../src/core/exchange/formats';
import type { LossCode } from '../../../src/core/exchange/losses';
import type { Gazetteer, NameOf, WriteOptions } from '../../../src/core/exchange/model';
import { sourceSchema } from '../../../src/shared/domain';
import { readBack, written } from './comparing';
import { anyGazetteer, BIRN, firstLibrary, gazetteerOf, name, OPTIONS } from './gazetteers';

const WITH_ALL_NAMES: FormatId[] = ['xlsx', 'csv', 'tbx', 'tbx2', 'lpf', 'lp-tsv'];
const WITH_SOURCES: FormatId[] = ['xlsx', 'tbx', 'tbx2', 'lpf'];
const PAIR = { source: 'sr-Cyrl', target: 'sq' } as const;

function roundTrip(id: FormatId, gazetteer: Gazetteer, options: WriteOptions = OPTIONS) {
  const { bytes, losses } = writeNames(id, gazetteer, options);
  const lost = new Set<LossCode>(losses.map(({ code }) => code));
  return { bytes, losses, lost, reading: readNames(id, bytes, options) };
}

/** `isThere`: names that no list of losses mentions as left out. */
function expectNothingElseLost(id: FormatId, gazetteer: Gazetteer): void {
  const { reading, lost } = roundTrip(id, gazetteer);
  const isThere = ({ text }: NameOf) => !lost.has('unwritable-names') || !text.includes(';');
  expect(readBack(reading, gazetteer, lost)).toEqual(written(gazetteer, lost, isThere));
  expect(reading.problems.filter(({ severity }) => severity === 'fatal' || severity === 'error')).toEqual([]);
}

describe.each(WITH_ALL_NAMES)('a round trip through %s', (id) => {
  it('brings back the first library but for what is listed as lost', () => {
    expectNothingElseLost(id, firstLibrary());
  });

  it('brings back any gazetteer but for what is listed as lost', () => {
    fc.assert(
      fc.property(anyGazetteer, (gazetteer) => {
        expectNothingElseLost(id, gazetteer);
      }),
      { numRuns: 150 },
    );
  });

  it('reads the first library without a word of complaint', () => {
    expect(roundTrip(id, firstLibrary()).reading.problems).toEqual([]);
  });
});

describe.each(WITH_SOURCES)('the sources of a file in %s', (id) => {
  it('come back with all that is known of them', () => {
    fc.assert(
      fc.property(anyGazetteer, (gazetteer) => {
        const { reading } = roundTrip(id, gazetteer);
        expect(reading.sources.map((source) => sourceSchema.parse(source))).toEqual(gazetteer.sources);
      }),
      { numRuns: 50 },
    );
  });
});

describe('every format', () => {
  it.each(FORMAT_IDS)('writes %s the same way twice', (id) => {
    const [one, other] = [roundTrip(id, firstLibrary()), roundTrip(id, firstLibrary())];
    expect(one.bytes).toEqual(other.bytes);
  });

  it('can be read back, but for those that hold no names as such', () => {
    expect(READABLE).toEqual(['xlsx', 'csv', 'tbx', 'tbx2', 'omegat', 'lpf', 'lp-tsv']);
    expect(readNames('skos', roundTrip('skos', firstLibrary()).bytes).problems).toMatchObject([
      { code: 'format-unknown', severity: 'fatal' },
    ]);
  });

  it.each(READABLE)('is recognised as %s without being told', (id) => {
    const { bytes } = roundTrip(id, firstLibrary());
    expect(readNames(undefined, bytes, { pair: PAIR }).entities.length).toBeGreaterThan(20);
    expect(FORMATS[id].extension).not.toBe('');
  });
});

describe('what cannot be held', () => {
  const village = (rest: object = {}) => ({
    id: 'pl-qirez',
    type: 'village',
    names: [
      name('sq', 'Qirez', { form: 'indefinite' }),
      name('sq', 'Qirezi', { form: 'definite', note: 'with article', certainty: 'derived' }),
      name('sr-Cyrl', 'Ћирез'),
    ],
    ...rest,
  });
  const lossesIn = (id: FormatId, gazetteer: Gazetteer, options: Partial<WriteOptions> = {}) =>
    writeNames(id, gazetteer, { ...OPTIONS, ...options }).losses;

  it('is counted and named', () => {
    const losses = lossesIn('lp-tsv', gazetteerOf([village()]));
    expect(losses).toContainEqual({ code: 'name-form', count: 2, examples: ['Qirez', 'Qirezi'] });
    expect(losses).toContainEqual({ code: 'name-note', count: 1, examples: ['Qirezi'] });
  });

  it('is nothing in a workbook and in TBX-Basic', () => {
    expect(lossesIn('xlsx', firstLibrary())).toEqual([]);
    expect(lossesIn('tbx', firstLibrary())).toEqual([]);
  });

  it('names whatever is no place, in a gazetteer of places', () => {
    const war = { id: 'ev-war', type: 'war', names: [name('en', 'War')] };
    expect(lossesIn('lpf', gazetteerOf([village(), war]))).toEqual([
      { code: 'not-places', count: 1, examples: ['ev-war'] },
    ]);
  });

  it('names what another language or form would have been', () => {
    const losses = lossesIn('xlsx', gazetteerOf([village()]), { langs: ['sq'], forms: 'citation' });
    expect(losses).toEqual([{ code: 'langs', count: 1, examples: ['Ћирез'] }]);
    const cased = village({
      names: [name('sq', 'Qirezit', { form: 'genitive-dative' }), name('sq', 'Qirez')],
    });
    expect(lossesIn('xlsx', gazetteerOf([cased]), { forms: 'citation' })).toEqual([
      { code: 'case-forms', count: 1, examples: ['Qirezit'] },
    ]);
  });

  it('is what nobody can see', () => {
    const turned = village({ names: [name('sq', 'Qi\u202Erez'), name('sq', 'Çi\trez\u0001')] });
    const { losses, reading } = roundTrip('xlsx', gazetteerOf([turned]));
    expect(losses).toEqual([{ code: 'characters', count: 2, examples: ['Qirez', 'Çi rez'] }]);
    expect(reading.entities[0]?.names.map(({ text }) => text)).toEqual(['Qirez', 'Çi rez']);
  });

  it('names the sources that no name cites, where only names are kept', () => {
    const unused = { ...BIRN, id: 'unused', title: 'Never cited' };
    expect(lossesIn('csv', gazetteerOf([village()], [BIRN, unused]))).toContainEqual({
      code: 'sources-uncited',
      count: 1,
      examples: ['Never cited'],
    });
  });
});
