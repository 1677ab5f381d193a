import { describe, expect, it } from 'vitest';
import { headsOf, shade, usageOf } from '../../../src/renderer/components/names/usage/usage';
import type { ConcordanceRow } from '../../../src/shared/contract';

function rows(
  article: string,
  lang: string,
  match: string,
  form: string | null,
  times = 1,
): ConcordanceRow[] {
  const row = { article, lang, match, form, block: 'b', start: 0, end: 1, before: '', after: '' };
  return Array.from({ length: times }, () => row as ConcordanceRow);
}

const DRENAS = [
  ...rows('poklek', 'sr-Cyrl', 'Глоговца', 'genitive', 2),
  ...rows('drenica', 'sq', 'Drenasit', 'genitive-dative', 3),
  ...rows('drenica', 'sq', 'Drenas', 'indefinite'),
  ...rows('drenica', 'en', 'Drenas', 'base', 2),
  ...rows('drenica', 'en', 'Glogovac', 'base', 5),
  ...rows('poklek', 'en', 'Drenas', 'base'),
  ...rows('poklek', 'en', 'Drenas city', null),
];
const usage = usageOf(DRENAS, ['drenica', 'poklek']);

describe('the forms that each edition uses', () => {
  it('have a column an edition, in the order of the articles', () => {
    expect(usage.columns.map(({ article, lang, total }) => [article, lang, total])).toEqual([
      ['drenica', 'en', 7],
      ['drenica', 'sq', 4],
      ['poklek', 'en', 2],
      ['poklek', 'sr-Cyrl', 2],
    ]);
    expect(headsOf(usage.columns)).toEqual([
      { article: 'drenica', span: 2 },
      { article: 'poklek', span: 2 },
    ]);
  });

  it('are counted as they are written, each edition’s own together and the most frequent first', () => {
    expect(usage.rows.map(({ text, counts, total }) => [text, counts, total])).toEqual([
      ['Glogovac', [5, 0, 0, 0], 5],
      ['Drenas', [2, 1, 1, 0], 4],
      ['Drenas city', [0, 0, 1, 0], 1],
      ['Drenasit', [0, 3, 0, 0], 3],
      ['Глоговца', [0, 0, 0, 2], 2],
    ]);
    expect(usage.highest).toBe(5);
  });

  it('say what they are grammatically, in each language that writes them so', () => {
    const grammarOf = (text: string) => usage.rows.find((row) => row.text === text)?.grammar;
    expect(grammarOf('Drenas')).toEqual(['indefinite', 'base']);
    expect(grammarOf('Drenas city')).toEqual([]);
  });

  it('lose no mention', () => {
    const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);
    expect(sum(usage.rows.flatMap(({ counts }) => counts))).toBe(DRENAS.length);
    expect(sum(usage.columns.map(({ total }) => total))).toBe(DRENAS.length);
  });

  it('have all articles of a language in one column where there are too many', () => {
    const folded = usageOf(DRENAS, ['drenica', 'poklek'], 3);
    expect(folded.columns.map(({ article, lang, total }) => [article, lang, total])).toEqual([
      [null, 'en', 9],
      [null, 'sq', 4],
      [null, 'sr-Cyrl', 2],
    ]);
    expect(folded.rows.find(({ text }) => text === 'Drenas')?.counts).toEqual([3, 1, 0]);
  });

  it('are none where the name stands nowhere', () => {
    expect(usageOf([], ['drenica'])).toEqual({ columns: [], rows: [], highest: 0 });
  });
});

describe('the tint of a cell', () => {
  it('is there for a single mention, and strongest for the most', () => {
    expect([0, 1, 25, 26, 50, 75, 76, 100].map((count) => shade(count, 100))).toEqual([
      0, 1, 1, 2, 2, 3, 4, 4,
    ]);
    expect(shade(1, 1)).toBe(4);
  });
});
