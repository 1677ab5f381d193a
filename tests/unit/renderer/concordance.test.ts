import { describe, expect, it } from 'vitest';
import {
  asTable,
  besideOf,
  excerpt,
  filtered,
  formsUsed,
  langsOf,
  ordered,
  shortTags,
  toggledLangs,
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

describe('a concordance narrowed', () => {
  const texts = (filters: Parameters<typeof filtered>[1]) =>
    filtered(rows, filters).map(({ match }) => match);

  it('has what fits all that was chosen', () => {
    expect(texts({})).toHaveLength(rows.length);
    expect(texts({ edition: 'en' })).toEqual(['Çirez', 'Çirez']);
    expect(texts({ edition: 'sq', form: 'Çirez' })).toEqual([]);
    expect(texts({ article: 'drenica-massacres', form: 'Qirezin' })).toEqual(['Qirezin']);
    expect(texts({ article: 'izbica-massacre' })).toEqual([]);
  });

  it('takes Serbian as one edition in two scripts', () => {
    expect(texts({ edition: 'sr-Latn' })).toEqual(['Ћирез']);
  });
});

describe('the editions beside a row', () => {
  it('are read from an address, whatever it says', () => {
    expect(langsOf('sq,klingon,en,sq')).toEqual(['sq', 'en']);
    expect(langsOf('')).toEqual([]);
    expect(langsOf(['sq'])).toEqual([]);
  });

  it('are put in and taken out', () => {
    expect(toggledLangs(['sr-Cyrl'], 'en')).toEqual(['en', 'sr-Cyrl']);
    expect(toggledLangs(['en', 'sr-Cyrl'], 'en')).toEqual(['sr-Cyrl']);
  });

  it('name it, do not, or have no such passage; its own edition is not beside it', () => {
    const aligned: ConcordanceRow['aligned'] = [
      { lang: 'sq', text: 'Qirezi', marks: [[0, 6]] },
      { lang: 'sr-Cyrl', text: 'то село', marks: [] },
    ];
    const states = besideOf({ ...row('', 'Çirez', ''), aligned }, ['en', 'sq', 'sr-Cyrl', 'sr-Latn']);
    expect(states.map(({ lang, is }) => [lang, is])).toEqual([
      ['sq', 'named'],
      ['sr-Cyrl', 'not-named'],
      ['sr-Latn', 'no-block'],
    ]);
    const serbian = besideOf({ ...row('', 'Ћирез', '', 'sr-Cyrl'), aligned }, ['sr-Latn', 'en']);
    expect(serbian.map(({ lang }) => lang)).toEqual(['en']);
  });

  it('show as much as it takes to see the name, in whole words, the marks still on it', () => {
    const text = 'Shumë vetë kishin ikur më parë në Qirez, derisa forcat morën Qirezin edhe atë.';
    const marks: [number, number][] = [
      [34, 39],
      [61, 68],
    ];
    const marked = (part: ReturnType<typeof excerpt>) =>
      part.marks.map(([start, end]) => part.text.slice(start, end));
    const short = excerpt({ text, marks }, 14);
    expect(short.text).toBe('…më parë në Qirez, derisa…');
    expect(marked(short)).toEqual(['Qirez']);
    expect(short.isWhole).toBe(false);
    const long = excerpt({ text, marks }, 30);
    expect(long.text).toBe('…vetë kishin ikur më parë në Qirez, derisa forcat morën Qirezin…');
    expect(marked(long)).toEqual(['Qirez', 'Qirezin']);
    expect(excerpt({ text, marks }, 100)).toEqual({ text, marks, isWhole: true });
  });

  it('begin at the beginning where it is not named', () => {
    expect(excerpt({ text: 'Shumë vetë kishin ikur', marks: [] }, 8)).toEqual({
      text: 'Shumë vetë…',
      marks: [],
      isWhole: false,
    });
  });
});
