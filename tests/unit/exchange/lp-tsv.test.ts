import { describe, expect, it } from 'vitest';
import { readNames, writeNames } from '../../../src/core/exchange/formats';
import type { ReadOptions, WriteOptions } from '../../../src/core/exchange/model';
import { firstLibrary, gazetteerOf, name, OPTIONS, VERBOC } from './gazetteers';

const text = (id: 'lpf' | 'lp-tsv' | 'skos', gazetteer = VERBOC, options: Partial<WriteOptions> = {}) =>
  new TextDecoder().decode(writeNames(id, gazetteer, { ...OPTIONS, ...options }).bytes);
describe('LP-TSV', () => {
  const read = (tsv: string, options: ReadOptions = {}) =>
    readNames('lp-tsv', new TextEncoder().encode(tsv), options);

  it('has the columns that are asked for, and none quoted', () => {
    const [header, row, ...rest] = text('lp-tsv', VERBOC, {
      langs: ['sq', 'sr-Cyrl', 'sr-Latn', 'en'],
    }).split('\n');
    const cells = Object.fromEntries(header!.split('\t').map((column, at) => [column, row!.split('\t')[at]]));
    expect(rest).toEqual(['']);
    expect(cells).toEqual({
      id: 'pl-verboc',
      title: 'Vërboc',
      title_source: 'Mass graves map',
      fclasses: 'P',
      aat_types: '300008372',
      attestation_year: '2023',
      variants: 'Vërboc@sq;Vërboci@sq;Врбовац@sr-Cyrl;Vrbovac@sr-Latn;Vrbovac@en;Verboc@sq;Vërboc@sq',
      types: 'village',
      lon: '20.85278',
      lat: '42.68111',
      geo_source: 'GeoNames 784179',
      description: 'Jo ai afër Klinës.',
    });
  });

  it('keeps a spreadsheet from taking a quote for the start of a quoted field', () => {
    const quoted = gazetteerOf([{ id: 'pl-x', type: 'site', names: [name('sq', '"Dy" lisat')] }]);
    expect(text('lp-tsv', quoted)).toContain('\t\'"Dy" lisat\t');
    expect(read(text('lp-tsv', quoted)).entities[0]?.names[0]?.text).toBe('"Dy" lisat');
  });

  it('gives the source of the title to the name that the title is, not to one that is spelt the same', () => {
    const names = [name('en', 'Kosovo', { kind: 'variant' }), name('sr-Latn', 'Kosovo')];
    const tsv = text('lp-tsv', gazetteerOf([{ id: 'pl-kosovo', type: 'territory', names }]), {
      langs: ['sr-Latn', 'en'],
    });
    expect(read(tsv).entities[0]?.names.map(({ lang, sources }) => [lang, sources])).toEqual([
      ['sr-Latn', ['Mass graves map']],
      ['en', []],
    ]);
  });

  it('states for every row what must be stated', () => {
    const [header = '', ...rows] = text('lp-tsv', firstLibrary()).trimEnd().split('\n');
    const columns = header.split('\t');
    for (const row of rows) {
      const cell = (column: string) => row.split('\t')[columns.indexOf(column)];
      for (const required of ['id', 'title', 'title_source']) expect(cell(required)).not.toBe('');
      expect(cell('fclasses')).toMatch(/^[AHLPRST]$/);
      expect(cell('attestation_year')).toMatch(/^\d{4}$/);
    }
    expect(columns).not.toContain('ccodes');
  });

  it('is read from others, quoted by a spreadsheet or not', () => {
    const tsv = [
      'id\ttitle\ttitle_source\tfclasses\taat_types\ttypes\tvariants\tlon\tlat',
      'x1\t"Vrbovac ""old"""\tAtlas; plate 3\tP\t300008372\tselo\tVërboc@sq;Врбовац@sr;Wrbowatz\t20.8\t42.6',
      'x2\tIzbica\t\tP\t\tvillage',
    ].join('\r\n');
    const { entities, problems } = read(tsv, { lang: 'sr-Latn' });
    expect(entities).toMatchObject([
      {
        id: 'x1',
        type: 'village',
        point: { lat: 42.6, lon: 20.8 },
        names: [
          { lang: 'sr-Latn', text: 'Vrbovac "old"', sources: ['Atlas; plate 3'] },
          { lang: 'sq', text: 'Vërboc' },
          { lang: 'sr-Cyrl', text: 'Врбовац' },
          { lang: 'sr-Latn', text: 'Wrbowatz' },
        ],
      },
      { id: 'x2', names: [{ text: 'Izbica' }] },
    ]);
    expect(problems.map(({ code, at }) => [code, at.line])).toEqual([
      ['row-short', 3],
      ['lang-by-script', 2],
      ['id-foreign', 2],
    ]);
  });

  it('leaves a title without a language to whoever knows it', () => {
    expect(read('id\ttitle\nx1\tIzbica\n').problems.map(({ code }) => code)).toEqual([
      'lang-missing',
      'entity-nameless',
      'id-foreign',
    ]);
    expect(read('id\tname\nx1\tIzbica\n').problems).toMatchObject([
      { code: 'columns-missing', params: { columns: 'title' } },
    ]);
  });
});
