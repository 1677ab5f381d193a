import { describe, expect, it } from 'vitest';
import { generateForms } from '../../../src/core/names/generate/generate';
import { looseKey, wordsOf } from '../../../src/core/names/match/loose';
import { compileMatcher } from '../../../src/core/names/match/matcher';
import { suggestNames } from '../../../src/core/names/match/suggest';
import { unmatchedNames } from '../../../src/core/names/match/unmatched';
import { entities, listed, passages } from './prose';

const generated = entities.flatMap(({ id, type, names }) =>
  generateForms(type, names).map(({ lang, text }) => ({ entity: id as string, lang, text, generated: true })),
);
const matcher = compileMatcher([...listed, ...generated]);
const byKey = Map.groupBy(listed, ({ text }) => looseKey(wordsOf(text)));

/** What is suggested, and by which name of which entity. */
function suggested(text: string): string[] {
  const meant = (words: string) => suggestNames(words, (key) => byKey.get(key) ?? []);
  return unmatchedNames(text, matcher.find(text), meant).map(
    ({ start, end, suggestions }) => `${text.slice(start, end)}: ${suggestions[0]?.name.entity}`,
  );
}

describe('a word that no name matches', () => {
  it('may be one that is spelt otherwise, wherever it stands', () => {
    expect(suggested('Gllogovac. Në Vrboc e Padallishte, (Qiqavica)!')).toEqual([
      'Gllogovac: pl-drenas',
      'Vrboc: pl-verboc',
      'Padallishte: pl-padalishte',
      'Qiqavica: pl-cycavica',
    ]);
  });

  it('is left to the name that does match', () => {
    expect(suggested('Drenica, Glogovac, Qirezit, NATO-a.')).toEqual([]);
  });

  it('is none without a capital, nor of three letters', () => {
    expect(suggested('gllogovac, Abr, drenice')).toEqual([]);
  });

  it('is taken with the words that go on the name', () => {
    const meant = (words: string) => (words === 'Qikatovës së Vjetër' ? [words] : []);
    const text = 'Mbi Qikatovës së Vjetër.';
    expect(unmatchedNames(text, [], meant)).toEqual([
      { start: 4, end: 23, suggestions: ['Qikatovës së Vjetër'] },
    ]);
  });

  it('does not reach into a name that was found', () => {
    const asked: string[] = [];
    unmatchedNames('Qikatova Drenica', [{ start: 9, end: 16 }], (words) => (asked.push(words), []));
    expect(asked).toEqual(['Qikatova']);
  });

  it('is asked about once, however often it stands there', () => {
    let times = 0;
    unmatchedNames('Mitrovic '.repeat(1000), [], (words) => (words === 'Mitrovic' && times++, []));
    expect(times).toBe(1);
  });

  it('is rare in prose of which every name is known', () => {
    expect(passages.flatMap(({ text }) => suggested(text)).length).toBeLessThan(5);
  });
});
