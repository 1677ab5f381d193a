import { describe, expect, it } from 'vitest';
import { editOf, formsByKind, latestOf, withTag } from '../../../src/renderer/reading/card/forms';
import { periodText } from '../../../src/renderer/reading/card/period';
import { cardRows, variantsOf } from '../../../src/renderer/reading/names';
import { type ListedEdit, listedEditSchema } from '../../../src/shared/contract';
import { type Name, nameSchema, type Period } from '../../../src/shared/domain';
import type { Lang } from '../../../src/shared/lang';

function name(
  lang: Lang,
  text: string,
  form: Name['form'],
  kind: Name['kind'],
  more: Partial<Name> = {},
): Name {
  const source = { sources: ['geonames'], source: 'GeoNames', certainty: 'verified' };
  return nameSchema.parse({ lang, text, form, kind, ...source, ...more });
}

const DRENAS = [
  name('sq', 'Drenasit', 'genitive-dative', 'preferred'),
  name('sq', 'Drenas Muncipality', 'base', 'misspelling'),
  name('sq', 'Drenasin', 'accusative', 'preferred'),
  name('sq', 'Gllogoci', 'definite', 'variant'),
  name('sq', 'Gllogoc', 'indefinite', 'variant'),
  name('sq', 'Drenas', 'indefinite', 'preferred'),
  name('sq', 'Drenasi', 'definite', 'preferred'),
  name('sr-Cyrl', 'Глоговац', 'base', 'historical', { period: { from: '1946', to: '1992' } }),
];

describe('all forms of a name', () => {
  it('are listed as a grammar lists them, the preferred first and what is misspelt last', () => {
    expect(
      formsByKind(DRENAS, 'sq').map(({ kind, names }) => [kind, ...names.map(({ text }) => text)]),
    ).toEqual([
      ['preferred', 'Drenas', 'Drenasi', 'Drenasin', 'Drenasit'],
      ['variant', 'Gllogoci', 'Gllogoc'],
      ['misspelling', 'Drenas Muncipality'],
    ]);
  });

  it('are listed also for a language that has no preferred name', () => {
    const rows = cardRows(DRENAS, ['sr-Cyrl', 'sq', 'en'], 'place');
    expect(rows.map(({ lang, main }) => [lang, main.map(({ text }) => text)])).toEqual([
      ['sr-Cyrl', []],
      ['sq', ['Drenas']],
    ]);
  });

  it('are noted with their language as translators do', () => {
    expect(withTag('Izbicë', 'sq')).toBe('Izbicë [sq]');
  });
});

describe('other ways to write a name', () => {
  it('keep their time, and a misspelling apart from the same letters written rightly elsewhere', () => {
    const names = [
      name('en', 'Cirez', 'base', 'misspelling'),
      name('sr-Cyrl', 'Србица', 'base', 'historical', { period: { to: '1999' } }),
      name('sq', 'Cirez', 'indefinite', 'variant'),
    ];
    expect(variantsOf(names, ['en', 'sq', 'sr-Cyrl'])).toMatchObject([
      { text: 'Cirez', kind: 'variant', langs: ['sq'] },
      { text: 'Србица', kind: 'historical', period: { to: '1999' } },
      { text: 'Cirez', kind: 'misspelling', langs: ['en'] },
    ]);
  });
});

describe('the time of a name', () => {
  const said = (period: Period, lang: Lang) => {
    const text = periodText(period, lang);
    return text && [text.is, text.text];
  };

  it('is a range, or has one end', () => {
    expect(said({ from: '1946', to: '1992' }, 'en')).toEqual(['range', '1946–1992']);
    expect(said({ to: '1999' }, 'sq')).toEqual(['until', '1999']);
    expect(said({ from: '1999-03-28' }, 'en')).toEqual(['since', '28 March 1999']);
    expect(said({}, 'en')).toBeUndefined();
  });

  it('stands in the genitive after a Serbian preposition', () => {
    expect(said({ to: '1999-03' }, 'sr-Cyrl')).toEqual(['until', 'марта 1999.']);
    expect(said({ from: '1999-03' }, 'sr-Latn')).toEqual(['since', 'marta 1999.']);
    expect(said({ from: '1999' }, 'sr-Cyrl')).toEqual(['since', '1999.']);
    expect(said({ from: '1946-03', to: '1992-04' }, 'sr-Cyrl')).toEqual([
      'range',
      'март 1946. – април 1992.',
    ]);
  });
});

describe('what the reader changed', () => {
  const edit = (number: number, undoneAt: string | null = null): ListedEdit =>
    listedEditSchema.parse({
      number,
      at: '2026-03-28T10:00:00Z',
      by: 'A. B.',
      what: { kind: 'entity', entity: 'pl-drenas', name: 'Drenas' },
      undoneAt,
      lost: 0,
    });
  const edits = [edit(4, '2026-03-29T10:00:00Z'), edit(3), edit(1)];

  it('is told by its number, where it is still known', () => {
    expect(editOf(3, edits)?.number).toBe(3);
    expect(editOf(2, edits)).toBeUndefined();
    expect(editOf(undefined, edits)).toBeUndefined();
  });

  it('was last changed by what is still in force', () => {
    expect(latestOf(edits)?.number).toBe(3);
    expect(latestOf([edit(4, '2026-03-29T10:00:00Z')])).toBeUndefined();
  });
});
