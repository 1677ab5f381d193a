import { describe, expect, it } from 'vitest';
import {
  asTable,
  formsUsed,
  ordered,
  shortTags,
  trimmed,
  withSigns,
} from '../../../src/renderer/components/names/concordance';
import type { ConcordanceRow } from '../../../src/shared/contract';

function row(
  before: string,
  match: string,
  after: string,
  lang: ConcordanceRow['lang'] = 'en',
): ConcordanceRow {
  return {
    article: 'drenica-massacres',
    lang,
    block: 'b1',
    before,
    match,
    after,
    form: null,
  } as ConcordanceRow;
}

const rows = [
  row('two neighbouring villages, ', 'Çirez', ' and Likoshan'),
  row('sulmuan dy fshatra fqinje, ', 'Qirezin', ' dhe Likoshanin', 'sq'),
  row('многи су најпре побегли у ', 'Ћирез', ', све док', 'sr-Cyrl'),
  row('Many had first fled to ', 'Çirez', ', until'),
];

describe('a concordance', () => {
  it('is ordered by the words next to the name, read away from it, across scripts', () => {
    expect(ordered(rows, 'before').map(({ before }) => before.trim().split(' ').at(-1))).toEqual([
      'fqinje,',
      'to',
      'у',
      'villages,',
    ]);
    expect(ordered(rows, 'after').map(({ after }) => after)).toEqual([
      ' and Likoshan',
      ' dhe Likoshanin',
      ', све док',
      ', until',
    ]);
  });

  it('keeps the order of the text among rows that are alike', () => {
    expect(ordered(rows, 'form').map(({ match }) => match)).toEqual(['Çirez', 'Ћирез', 'Çirez', 'Qirezin']);
    expect(ordered(rows, 'text')).toEqual(rows);
  });

  it('counts the forms as they are written', () => {
    expect(formsUsed(rows)).toEqual([
      { text: 'Çirez', lang: 'en', count: 2 },
      { text: 'Qirezin', lang: 'sq', count: 1 },
      { text: 'Ћирез', lang: 'sr-Cyrl', count: 1 },
    ]);
  });

  it('shows no half words where the context was cut', () => {
    const cut = trimmed(row('ians dead, in the villages of ', 'Çirez', ', Likoshan and Prek'), 18);
    expect(cut).toMatchObject({ before: '…dead, in the villages of ', after: ', Likoshan and…' });
    const whole = row('In ', 'Çirez', '.');
    expect(trimmed(whole, 18)).toEqual(whole);
  });

  it('keeps the signs beside the name with it, and leaves words and ellipses alone', () => {
    expect(withSigns(row('побегли у (у документу „', 'Ћирез', '“), па'))).toEqual({
      before: 'побегли у (у документу ',
      opening: '„',
      closing: '“),',
      after: ' па',
    });
    expect(withSigns(row('Many fled to… ', 'Çirez', '’s houses…'))).toEqual({
      before: 'Many fled to… ',
      opening: '',
      closing: '',
      after: '’s houses…',
    });
  });

  it('tells articles apart by as few letters as it takes', () => {
    expect([...shortTags(['drenica-massacres', 'izbica-massacre', 'poklek-massacre']).values()]).toEqual([
      'DR',
      'IZ',
      'PO',
    ]);
    expect([...shortTags(['prekaz', 'prekovac', 'pr']).values()]).toEqual(['PREKA', 'PREKO', 'PR']);
  });

  it('copies as a table, a row a line', () => {
    expect(asTable([row('a\tb ', 'Çirez', ' c\nd')])).toBe('drenica-massacres\ten\tb1\ta b\tÇirez\tc d');
  });
});
