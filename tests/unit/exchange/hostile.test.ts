import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMAT_IDS, readNames, READABLE, recognise, writeNames } from '../../../src/core/exchange/formats';
import { PROBLEMS, Unreadable } from '../../../src/core/exchange/problems';
import { reading } from '../../../src/core/exchange/reading';
import { applyImport } from '../../../src/core/exchange/plan/apply';
import { planImport } from '../../../src/core/exchange/plan/plan';
import { sourceSchema } from '../../../src/shared/domain';
import { gazetteerOf, name, OPTIONS } from './gazetteers';

const PAIR = { source: 'sq', target: 'sr-Cyrl' } as const;
const FILE = sourceSchema.parse({ id: 'file', kind: 'dataset', title: 'A file' });
const SMALL = gazetteerOf([
  {
    id: 'pl-qirez',
    type: 'village',
    point: { lat: 42.7, lon: 20.9, precision: '± 1 km', credit: 'GeoNames' },
    names: [name('sq', 'Qirez', { note: 'a; "b"' }), name('sr-Cyrl', 'Ћирез'), name('en', '=Ćirez')],
  },
]);

/** A file of ours with bytes changed, cut off, taken out or put in. */
const damaged = (bytes: Uint8Array) =>
  fc
    .array(
      fc.record({
        at: fc.nat(bytes.length - 1),
        kind: fc.constantFrom('set', 'cut', 'drop', 'add'),
        byte: fc.nat(255),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((changes) =>
      changes.reduce((list, { at, kind, byte }) => {
        if (kind === 'cut') return list.slice(0, at);
        if (kind === 'set') return list.toSpliced(at, 1, byte);
        return kind === 'drop' ? list.toSpliced(at, 3) : list.toSpliced(at, 0, byte);
      }, Array.from(bytes)),
    )
    .map((list) => Uint8Array.from(list));

describe.each(READABLE)('a damaged file of %s', (id) => {
  it('is read or refused, and nothing is thrown', () => {
    const { bytes } = writeNames(id, SMALL, { ...OPTIONS, pair: PAIR });
    fc.assert(
      fc.property(damaged(bytes), (file) => {
        const reading = readNames(id, file, { pair: PAIR });
        const isFatal = reading.problems.some(({ severity }) => severity === 'fatal');
        if (isFatal) expect(reading.entities).toEqual([]);
        for (const { code, severity } of reading.problems) expect(severity).toBe(PROBLEMS[code]);
        applyImport(SMALL, planImport(SMALL, reading, FILE));
      }),
      { numRuns: 400 },
    );
  });
});

describe('a file that turns out unreadable', () => {
  it('is not read by halves', () => {
    const { entities, sources, problems } = reading({}, (reader) => {
      reader.source({ title: 'A source' });
      reader.entity(
        {},
        [reader.name({ text: 'Abri', lang: 'xx' }, {}), reader.name({ text: 'Abri', lang: 'sq' }, {})],
        {},
      );
      throw new Unreadable('xml-malformed', { line: 7 });
    });
    expect([entities, sources]).toEqual([[], []]);
    expect(problems).toMatchObject([{ code: 'lang-unknown' }, { code: 'xml-malformed', at: { line: 7 } }]);
  });

  it('does not hide a mistake of ours', () => {
    expect(() =>
      reading({}, () => {
        throw new TypeError('ours');
      }),
    ).toThrow('ours');
  });
});

describe('any bytes at all', () => {
  it('are read as one of the formats or refused', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .string({ unit: fc.constantFrom(...'<>!?"\'&;,\t\n\r{}[]:=-@\\abPK\u0003\u0004'.split('')) })
        .map((text) => new TextEncoder().encode(text)),
    );
    fc.assert(
      fc.property(bytes, fc.constantFrom(undefined, ...READABLE), (file, id) => {
        const { problems, entities } = readNames(id, file);
        expect(problems.length + entities.length).toBeGreaterThan(0);
      }),
      { numRuns: 3000 },
    );
  });

  it('are told from each other by how they begin', () => {
    const begin = (text: string) => recognise(new TextEncoder().encode(text));
    expect(begin('<?xml version="1.0"?><martif type="TBX">')).toBe('tbx2');
    expect(begin('<tbx type="TBX-Basic">')).toBe('tbx');
    expect(begin('<tmx version="1.4">')).toBeUndefined();
    expect(begin('{"type":"FeatureCollection"}')).toBe('lpf');
    expect(begin('id\ttitle\ttitle_source\n')).toBe('lp-tsv');
    expect(begin('id\tname\tlang\n')).toBe('csv');
    expect(begin('Qirez\tЋирез\tfshat\n')).toBe('omegat');
    expect(begin('id;name;lang\n')).toBe('csv');
    expect(begin('Dear Sir')).toBeUndefined();
    expect(() => recognise(new Uint8Array())).toThrow(Unreadable);
    expect(FORMAT_IDS.length).toBe(9);
  });
});
