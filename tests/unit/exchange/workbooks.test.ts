import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readNames, writeNames } from '../../../src/core/exchange/formats';
import {
  columnLetters,
  columnNumber,
  escapeString,
  unescapeString,
} from '../../../src/core/exchange/xlsx/cells';
import { gazetteerOf, name, OPTIONS } from './gazetteers';

const fixture = (file: string): Uint8Array => readFileSync(resolve(import.meta.dirname, 'fixtures', file));
const read = (bytes: Uint8Array) => readNames('xlsx', bytes);
const namesIn = (bytes: Uint8Array) =>
  read(bytes).entities.map(({ id, names }) => [id, names.map(({ lang, text }) => `${text}@${lang}`)]);

const QIREZ = gazetteerOf([
  { id: 'pl-qirez', type: 'village', names: [name('sq', 'Qirez'), name('en', '=1+1')] },
]);
const own = (): Record<string, Uint8Array> => unzipSync(writeNames('xlsx', QIREZ, OPTIONS).bytes);
const text = (part: Uint8Array | undefined): string => new TextDecoder().decode(part);

/** Our own workbook with one part replaced. */
function withPart(path: string, change: (xml: string) => string): Uint8Array {
  const parts = own();
  return zipSync({ ...parts, [path]: strToU8(change(text(parts[path]))) });
}

/** The size that the directory of a zip states for a part. */
function statingSize(bytes: Uint8Array, part: string, size: number): Uint8Array {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  for (let at = 0; at < changed.length - 46; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    if (text(changed.subarray(at + 46, at + 46 + length)) === part) view.setUint32(at + 24, size, true);
  }
  return changed;
}

describe('a workbook from another program', () => {
  it('is read with what its formulas had as value, and each is told by its cell', () => {
    const reading = read(fixture('exceljs.xlsx'));
    expect(namesIn(fixture('exceljs.xlsx'))).toEqual([
      ['pl-qirez', ['Qirez@sq', 'Ћирез@sr-Cyrl']],
      ['pl-izbica', ['Izbica@sr-Latn', 'Izbica@en', '=HYPERLINK("https://example.org/")@sq']],
    ]);
    expect(reading.entities[0]?.point).toEqual({ lat: 42.71583, lon: 20.89361 });
    expect(reading.problems.map(({ code, at }) => [code, at.cell])).toEqual([
      ['cell-formula', 'D3'],
      ['cell-formula-empty', 'D4'],
      ['cell-error', 'D6'],
      ['name-empty', 'D4'],
      ['name-empty', 'D6'],
    ]);
    expect(reading.problems[0]?.at).toEqual({ sheet: 'Emrat', line: 3, cell: 'D3' });
  });

  it('is read from LibreOffice, where a table had become a formula', () => {
    expect(namesIn(fixture('libreoffice.xlsx'))).toEqual([
      ['pl-likoc', ['Likoc@sq', 'Ликовац@sr-Cyrl', '2@sr-Latn']],
    ]);
    expect(read(fixture('libreoffice.xlsx')).problems).toMatchObject([
      { code: 'cell-formula', at: { cell: 'D4' } },
    ]);
  });

  it('is read without a table of shared strings', () => {
    expect(namesIn(fixture('sheetjs.xlsx'))).toEqual([
      ['pl-verboc', ['Vërboc@sq', 'Врбовац@sr-Cyrl', 'Vrbovac@sr-Latn']],
    ]);
    expect(read(fixture('sheetjs.xlsx')).problems).toEqual([]);
  });
});

describe('our own workbook', () => {
  it('has no formula in it, and a text stays one when its cell is edited', () => {
    const sheet = text(own()['xl/worksheets/sheet1.xml']);
    expect(sheet).not.toContain('<f');
    const [, style] = /<c r="D3" s="(\d)" t="s">/.exec(sheet) ?? [];
    const formats = text(own()['xl/styles.xml']).match(/<xf [^>]*numFmtId="49"[^>]*>/g) ?? [];
    expect(formats[Number(style) - 1]).toContain('quotePrefix="1"');
  });

  it('keeps what would read as an escape', () => {
    expect(unescapeString(escapeString('a_x0041_b'))).toBe('a_x0041_b');
    expect(unescapeString('a_x000D_b')).toBe('a\rb');
  });

  it('names its columns as spreadsheets do', () => {
    const letters = [0, 25, 26, 51, 52, 701, 702].map(columnLetters);
    expect(letters).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
    expect(letters.map(columnNumber)).toEqual([0, 25, 26, 51, 52, 701, 702]);
  });
});

describe('a workbook that means harm', () => {
  it('is not unpacked beyond measure, whatever it holds', () => {
    const bomb = statingSize(zipSync(own()), 'xl/sharedStrings.xml', 0x7fffffff);
    expect(read(bomb)).toMatchObject({
      entities: [],
      problems: [{ code: 'xlsx-too-large', severity: 'fatal' }],
    });
  });

  it('is not unpacked beyond what it states', () => {
    const liar = statingSize(zipSync(own()), 'xl/worksheets/sheet1.xml', 200);
    expect(read(liar)).toMatchObject({ entities: [], problems: [{ severity: 'fatal' }] });
  });

  it('has its links and macros left alone, and told', () => {
    const parts = {
      ...own(),
      'xl/externalLinks/externalLink1.xml': strToU8('<!DOCTYPE x>'),
      'xl/vbaProject.bin': strToU8('x'),
    };
    expect(read(zipSync(parts)).problems).toMatchObject([
      {
        code: 'xlsx-active-parts',
        params: { parts: 'xl/externalLinks/externalLink1.xml, xl/vbaProject.bin' },
      },
    ]);
    expect(namesIn(zipSync(parts))).toEqual([['pl-qirez', ['Qirez@sq', '=1+1@en']]]);
  });

  it('brings no entities', () => {
    const bytes = withPart('xl/sharedStrings.xml', (xml) =>
      xml.replace('<sst', '<!DOCTYPE sst [<!ENTITY a "b">]>\n<sst'),
    );
    expect(read(bytes)).toMatchObject({ entities: [], problems: [{ code: 'xml-doctype' }] });
  });

  it('is not read out to the last column that a cell can claim', () => {
    const bytes = withPart('xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('r="D1"', 'r="XFD1"').replace('r="D2"', 'r="XFD2"'),
    );
    expect(read(bytes)).toMatchObject({ entities: [], problems: [{ code: 'columns-missing' }] });
  });

  it('may claim a cell in the last column of all', () => {
    const bytes = withPart('xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('</row>', '<c r="XFD1" t="inlineStr"><is><t>far</t></is></c></row>'),
    );
    expect(namesIn(bytes)).toEqual([['pl-qirez', ['Qirez@sq', '=1+1@en']]]);
  });
});

describe('what is no workbook', () => {
  it.each([
    ['an old one, or one with a password', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'xlsx-old-or-locked'],
    ['half of one', zipSync(own()).slice(0, 900), 'xlsx-damaged'],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('a') }), 'xlsx-damaged'],
    ['text', strToU8('id,name'), 'xlsx-damaged'],
    ['nothing', new Uint8Array(), 'xlsx-damaged'],
    [
      'one without names',
      withPart('xl/sharedStrings.xml', (xml) => xml.replaceAll('>name<', '>nom<')),
      'columns-missing',
    ],
  ])('is refused: %s', (_, bytes, code) => {
    const { entities, problems } = read(bytes);
    expect(entities).toEqual([]);
    expect(problems.at(-1)).toMatchObject({ code, severity: 'fatal' });
  });
});
