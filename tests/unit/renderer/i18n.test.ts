import { describe, expect, it } from 'vitest';
import { i18n, learn, prepare, serbianPlural } from '../../../src/renderer/i18n';
import { LANGS } from '../../../src/shared/lang';

const { t } = i18n.global;
await Promise.all(LANGS.map(learn));

describe('messages in the four languages', () => {
  it('says how many in Serbian as Serbian counts', () => {
    const said = [1, 2, 5, 11, 12, 21, 22, 25, 111, 121].map((n) =>
      t('search.total', { n }, { plural: n, locale: 'sr-Cyrl' }),
    );
    expect(said).toEqual([
      '1 одломак', '2 одломка', '5 одломака', '11 одломака', '12 одломака', '21 одломак', '22 одломка', '25 одломака',
      '111 одломака', '121 одломак',
    ]); // prettier-ignore
  });

  it('chooses the same form as the Unicode plural rules, up to 200', () => {
    const rules = new Intl.PluralRules('sr');
    const order = ['one', 'few', 'other'];
    for (let n = 0; n <= 200; n++) expect([n, order[serbianPlural(n)]]).toEqual([n, rules.select(n)]);
  });

  it('says how many in Albanian and English with one and many', () => {
    expect([0, 1, 2].map((n) => t('search.total', { n }, { plural: n, locale: 'en' }))).toEqual([
      '0 passages', '1 passage', '2 passages',
    ]); // prettier-ignore
    expect([1, 2].map((n) => t('search.total', { n }, { plural: n, locale: 'sq' }))).toEqual([
      '1 fragment',
      '2 fragmente',
    ]);
  });

  it('writes Serbian in Latin letters, and leaves placeholders as they are', () => {
    expect(t('frame.search', {}, { locale: 'sr-Latn' })).toBe('Traži na bilo kom pismu');
    expect(t('errors.file.not-writable', { path: '/а/b', detail: 'x' }, { locale: 'sr-Latn' })).toBe(
      'U /а/b ne može da se piše (x). Izaberite drugo mesto.',
    );
    expect(t('search.total', { n: 21 }, { plural: 21, locale: 'sr-Latn' })).toBe('21 odlomak');
  });

  it('finds a message whose key has a dot in it', () => {
    expect(t('errors.article.unknown', { id: 'x' }, { locale: 'en' })).toContain('There is no article “x”');
    const messages = { 'a.b': 'one', a: { c: 'two' } };
    expect(prepare(messages)).toEqual({ a: { b: 'one', c: 'two' } });
    expect(messages).toEqual({ 'a.b': 'one', a: { c: 'two' } });
  });
});
