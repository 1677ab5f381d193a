import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate, formatDateRange, formatDateTime, formatNumber } from '../../../src/core/text/dates';
import { LANGS, type Lang } from '../../../src/shared/lang';

describe('a date', () => {
  it.each<[string, Lang, string]>([
    ['1999-03-28', 'en', '28 March 1999'],
    ['1999-03-28', 'sq', '28 mars 1999'],
    ['1999-03-28', 'sr-Cyrl', '28. марта 1999.'],
    ['1999-03-28', 'sr-Latn', '28. marta 1999.'],
    ['1998-09', 'en', 'September 1998'],
    ['1998-09', 'sq', 'shtator 1998'],
    ['1998-09', 'sr-Cyrl', 'септембар 1998.'],
    ['1998-09', 'sr-Latn', 'septembar 1998.'],
    ['1998-09-26', 'sr-Latn', '26. septembra 1998.'],
    ['1999', 'en', '1999'],
    ['1999', 'sr-Cyrl', '1999.'],
    ['1998-02-05', 'sq', '5 shkurt 1998'],
  ])('%s in %s is %s', (iso, lang, text) => {
    expect(formatDate(iso, lang)).toBe(text);
  });

  it('can be shown less precisely, never more', () => {
    expect(formatDate('1999-03-28', 'sr-Cyrl', 'month')).toBe('март 1999.');
    expect(formatDate('1999-03-28', 'sq', 'year')).toBe('1999');
    expect(formatDate('1999', 'en', 'month')).toBe('1999');
  });

  it.each([
    '',
    'spring 1999',
    '1999-13',
    '1999-02-30',
    '1999-00-01',
    '28.3.1999',
    '1999-3-28',
    '1999-03-28T10:00',
  ])('that cannot be read (%s) stays as it is', (iso) => {
    for (const lang of LANGS) expect(formatDate(iso, lang)).toBe(iso);
  });

  it('has a month name of its own for each month, in every language', () => {
    for (const lang of LANGS) {
      const months = Array.from({ length: 12 }, (_, at) => `1999-${String(at + 1).padStart(2, '0')}`);
      const names = months.flatMap((month) => [formatDate(month, lang), formatDate(`${month}-01`, lang)]);
      expect(new Set(names).size).toBe(24);
    }
  });
});

describe('a range of dates', () => {
  it.each<[string, string, Lang, string]>([
    ['1999-03-28', '1999-05-10', 'en', '28 March – 10 May 1999'],
    ['1998-02-28', '1998-03-01', 'en', '28 February – 1 March 1998'],
    ['1998-03-05', '1998-03-07', 'en', '5–7 March 1998'],
    ['1998-03-05', '1998-03-07', 'sq', '5–7 mars 1998'],
    ['1998-02-28', '1998-03-01', 'sq', '28 shkurt – 1 mars 1998'],
    ['1998-03-05', '1998-03-07', 'sr-Cyrl', '5–7. марта 1998.'],
    ['1998-02-28', '1998-03-01', 'sr-Cyrl', '28. фебруара – 1. марта 1998.'],
    ['1998-02-28', '1998-03-01', 'sr-Latn', '28. februara – 1. marta 1998.'],
    ['1998-12-28', '1999-01-03', 'en', '28 December 1998 – 3 January 1999'],
    ['1998-03', '1998-06', 'en', 'March–June 1998'],
    ['1998-03', '1999-06', 'sr-Latn', 'mart 1998. – jun 1999.'],
    ['1998-03', '1998-06-10', 'sr-Cyrl', 'март – 10. јуна 1998.'],
    ['1998-03', '1998-03-10', 'en', 'March – 10 March 1998'],
    ['1998', '1999', 'en', '1998–1999'],
    ['1998', '1999', 'sr-Cyrl', '1998–1999.'],
    ['1998', '1998-03', 'en', '1998 – March 1998'],
    ['1999-03-28', '1999-03-28', 'en', '28 March 1999'],
    ['1999-03-28', '', 'en', '28 March 1999'],
    ['spring', '1999-05', 'en', 'spring – May 1999'],
  ])('%s to %s in %s is %s', (from, to, lang, text) => {
    expect(formatDateRange(from, to, lang)).toBe(text);
  });
});

describe('a moment', () => {
  it('is shown in the clock of this machine', () => {
    const iso = new Date(2026, 10, 3, 9, 5).toISOString();
    expect(LANGS.map((lang) => formatDateTime(iso, lang))).toEqual([
      '3 November 2026, 09:05',
      '3 nëntor 2026, 09:05',
      '3. новембра 2026. у 09:05',
      '3. novembra 2026. u 09:05',
    ]);
  });

  it('that cannot be read stays as it is', () => {
    expect(formatDateTime('yesterday', 'en')).toBe('yesterday');
    expect(formatDateTime('1999-03-28', 'en')).toBe('1999-03-28');
    expect(formatDateTime('1999-03-28T99:00Z', 'en')).toBe('1999-03-28T99:00Z');
  });
});

describe('a number', () => {
  it.each<[number, Lang, string]>([
    [50000, 'en', '50,000'],
    [50000, 'sq', '50\u00A0000'],
    [50000, 'sr-Cyrl', '50.000'],
    [1234567, 'sr-Latn', '1.234.567'],
    [1500, 'sq', '1\u00A0500'],
    [146, 'sq', '146'],
    [2.5, 'sr-Cyrl', '2,5'],
    [1234.5678, 'en', '1,234.5678'],
    [-4000, 'en', '−4,000'],
    [Number.NaN, 'en', 'NaN'],
  ])('%d in %s is %s', (n, lang, text) => {
    expect(formatNumber(n, lang)).toBe(text);
  });

  it('keeps all its digits', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.constantFrom(...LANGS), (n, lang) => {
        expect(formatNumber(n, lang).replace(/\D/g, '')).toBe(String(n));
      }),
    );
  });
});
