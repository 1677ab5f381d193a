import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNames, writeNames } from '../../../src/core/exchange/formats';
import { guard, guardQuote, unguard, unguardQuote } from '../../../src/core/exchange/table/guard';
import { joinList, splitList } from '../../../src/core/exchange/table/list';
import { tidy } from '../../../src/core/exchange/text/tidy';
import { gazetteerOf, name, OPTIONS } from './gazetteers';

const csv = (text: string, options = {}) => readNames('csv', new TextEncoder().encode(text), options);
const texts = (reading: ReturnType<typeof csv>) =>
  reading.entities.map(({ names }) => names.map(({ text }) => text));
const codes = (reading: ReturnType<typeof csv>) =>
  reading.problems.map(({ code, at }) => [code, at.line, at.column]);

const DANGEROUS = [
  '=1+1',
  '+49',
  '-5a',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  "'=1",
  "''@x",
  '＝1',
  'a;=1',
  'a,=1',
  '="x"',
];

describe('a cell that a spreadsheet would take for a formula', () => {
  it.each(DANGEROUS)('is kept from it: %j', (cell) => {
    expect(guard(cell)).not.toMatch(/^[=+\-@\t\r＝]|[;,\t\r\n][=+\-@＝]/);
    expect(unguard(guard(cell))).toBe(cell);
  });

  it('and any other comes back as it was', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'=+-@\'";,\t\r\n ax1＝'.split('')), maxLength: 12 });
    fc.assert(
      fc.property(cell, (text) => {
        expect(unguard(guard(text))).toBe(text);
        expect(unguardQuote(guardQuote(text))).toBe(text);
        expect(unguard(unguardQuote(guardQuote(guard(text))))).toBe(text);
      }),
      { numRuns: 3000 },
    );
  });

  it.each(['-71.5', '42', "O'Brien", 'a-b', "'Ajn", 'Qirez'])('is not %s', (cell) => {
    expect(guard(cell)).toBe(cell);
  });

  it.each(['csv', 'xlsx', 'lp-tsv', 'omegat'] as const)('comes back from %s', (id) => {
    const names = DANGEROUS.map((text) => name('sq', tidy(text), { kind: 'variant' }));
    const pair = { source: 'sq', target: 'en' } as const;
    const gazetteer = gazetteerOf([{ id: 'pl-x', type: 'village', names: [name('en', '@X'), ...names] }]);
    const { bytes } = writeNames(id, gazetteer, { ...OPTIONS, pair });
    const read = readNames(id, bytes, { pair }).entities.flatMap((entity) =>
      entity.names.map(({ text }) => text),
    );
    const expected = ['@X', ...names.map(({ text }) => text)].filter(
      (text) => id !== 'lp-tsv' || !text.includes(';'),
    );
    expect(new Set(read)).toEqual(new Set(expected));
    if (id !== 'xlsx')
      for (const line of new TextDecoder().decode(bytes).split(/\r?\n/))
        for (const cell of line.split(/[\t,;]/)) expect(cell).not.toMatch(/^"?[=+@＝]/);
  });
});

describe('a list in a cell', () => {
  it('comes back, whatever its values', () => {
    const value = fc
      .string({ unit: fc.constantFrom(...'a;\\ ,'.split('')), minLength: 1 })
      .map(tidy)
      .filter(Boolean);
    fc.assert(
      fc.property(fc.array(value), (values) => {
        expect(splitList(joinList(values))).toEqual(values);
      }),
    );
  });

  it('is read as people write it', () => {
    expect(splitList('birn;hlc ; ; GeoNames')).toEqual(['birn', 'hlc', 'GeoNames']);
  });
});

describe('a table of names', () => {
  it('is marked as UTF-8, without which Excel shows other letters', () => {
    const { bytes } = writeNames('csv', gazetteerOf([]), OPTIONS);
    expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('is read by its header, in any order and in our languages', () => {
    const reading = csv('naziv;jezik;id\nQirez;sq;pl-qirez\nЋирез;sr-Cyrl;pl-qirez\n');
    expect(texts(reading)).toEqual([['Qirez', 'Ћирез']]);
    expect(reading.problems).toEqual([]);
  });

  it('has an id even where a mark of UTF-8 was taken for letters', () => {
    expect(csv('ï»¿id,lang,name\npl-a,sq,Abri\n').entities[0]?.id).toBe('pl-a');
  });

  it('may have a column a language', () => {
    const reading = csv('id,type,sq,sr-Latn,sr\npl-qirez,village,Qirez,Ćirez,Ћирез\npl-x,village,,Iks,\n');
    expect(reading.entities.map(({ names }) => names.map(({ lang, text }) => [lang, text]))).toEqual([
      [
        ['sq', 'Qirez'],
        ['sr-Latn', 'Ćirez'],
        ['sr-Cyrl', 'Ћирез'],
      ],
      [['sr-Latn', 'Iks']],
    ]);
  });

  it('has each thing wrong told by its line, and the rest read', () => {
    const reading = csv(
      [
        'id,type,lang,name,kind,form,certainty,lat,lon,colour',
        'pl-a,village,sq,Abri,best,plural,sure,91,20,red',
        'pl-a,town,sq,,,,,,,',
        'pl-b,hamlet,de,Dorf,,,,,,',
        'pl-c,village,sq,Çikatovë,,,,,,,',
        'pl-d,village,sq,Dren',
        '',
        'pl-e,village,,Emër,,,,,,',
        'pl-f,village,sr,Фu,,,,,,',
      ].join('\n'),
    );
    expect(texts(reading)).toEqual([['Abri'], ['Çikatovë'], ['Dren']]);
    expect(codes(reading)).toEqual([
      ['kind-unknown', 2, 4],
      ['form-unknown', 2, 4],
      ['certainty-unknown', 2, 4],
      ['row-contradicts', 3, undefined],
      ['name-empty', 3, 4],
      ['lang-unknown', 4, 4],
      ['row-short', 6, undefined],
      ['lang-missing', 8, 4],
      ['lang-undecided', 9, 4],
      ['point-invalid', 2, undefined],
      ['entity-nameless', 4, undefined],
      ['entity-nameless', 8, undefined],
      ['entity-nameless', 9, undefined],
      ['column-unknown', 1, 10],
    ]);
    expect(reading.entities[0]).toMatchObject({ id: 'pl-a', type: 'village' });
  });

  it('tells where more stands in a row than its header has columns for', () => {
    expect(codes(csv('id,lang,name\npl-a,sq,Abri,e Epërme\n'))).toEqual([['row-long', 2, undefined]]);
  });

  it('counts lines, not rows', () => {
    const reading = csv('id,lang,name,name_note\r\npl-a,sq,Abri,"two\r\nlines"\r\npl-b,xx,B,\r\n');
    expect(reading.entities[0]?.names[0]?.note).toBe('two lines');
    expect(codes(reading)[0]).toEqual(['lang-unknown', 4, 3]);
  });

  it('is not read by halves where a quote is never closed', () => {
    expect(csv('id,lang,name\npl-a,sq,Abri\npl-b,sq,"Buroj\npl-c,sq,C\n')).toEqual({
      format: 'csv',
      entities: [],
      sources: [],
      problems: [{ code: 'csv-quote', severity: 'fatal', at: { line: 3 }, params: {} }],
    });
  });

  it.each(['', 'village,Qirez\n', 'id,lang\npl-a,sq\n'])(
    'is refused without a column of names: %j',
    (text) => {
      expect(csv(text).problems.at(-1)).toMatchObject({ severity: 'fatal' });
    },
  );

  it('takes the language of names without one from whoever knows it', () => {
    expect(csv('id,name\npl-a,Abri\n', { lang: 'sq' }).entities[0]?.names[0]?.lang).toBe('sq');
  });

  it('keeps rows without an id apart', () => {
    expect(texts(csv('lang,name\nsq,Abri\nsq,Buroj\n'))).toEqual([['Abri'], ['Buroj']]);
  });

  it('takes a name that stands twice once', () => {
    const reading = csv('id,lang,name\npl-a,sq,Abri\npl-a,sq,Abri \n');
    expect(texts(reading)).toEqual([['Abri']]);
    expect(codes(reading)).toEqual([['name-repeated', 3, 3]]);
  });

  it('takes degrees with a decimal comma', () => {
    const reading = csv('id;lang;name;lat;lon\npl-a;sq;Abri;42,63472;20,78944\n');
    expect(reading.entities[0]?.point).toEqual({ lat: 42.63472, lon: 20.78944 });
  });
});
