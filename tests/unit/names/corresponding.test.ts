import { describe, expect, it } from 'vitest';
import { correspondingForms } from '../../../src/core/names/corresponding';
import { listed } from './prose';

const textsFor = (entity: string, ...asked: [Parameters<typeof correspondingForms>[0], 'sq' | 'sr-Cyrl']) =>
  correspondingForms(
    ...asked,
    listed.filter((name) => name.entity === entity),
  ).map(({ lang, text }) => `${lang} ${text}`);

describe('the form in another language', () => {
  it('is the one of the same case', () => {
    expect(textsFor('pl-qirez', 'genitive-dative', 'sq')).toEqual(
      expect.arrayContaining(['sr-Cyrl Ћиреза', 'sr-Latn Ćireza']),
    );
    expect(textsFor('pl-qirez', 'genitive', 'sr-Cyrl')).toEqual(
      expect.arrayContaining(['sq Qirezit', 'sr-Latn Ćireza']),
    );
  });

  it('is not told of what is no case, nor where the languages differ after a preposition', () => {
    expect(textsFor('pl-qirez', 'indefinite', 'sq')).toEqual([]);
    expect(textsFor('pl-qirez', 'locative', 'sr-Cyrl')).toEqual([]);
  });

  it('is of the preferred name', () => {
    const name = { kind: 'variant', form: 'genitive', lang: 'sr-Cyrl', text: 'Ћиреза' } as const;
    expect(correspondingForms('genitive-dative', 'sq', [name])).toEqual([]);
    expect(correspondingForms('genitive-dative', 'sq', [{ ...name, kind: 'preferred' }])).toHaveLength(1);
  });
});
