import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMatches, nearestMatch } from '../../../src/renderer/reading/find';

const TEXTS = ['Masakra e Izbicës', 'Људи из села Ћирез', 'Đakovica, Gjakova, Ђаковица'];

function found(query: string, options = {}, texts = TEXTS): string[] {
  return findMatches(texts, query, options).map(
    ({ text, start, end }) => texts[text]?.slice(start, end) ?? '',
  );
}

describe('finding in an article', () => {
  it('disregards marks and case', () => {
    expect(found('IZBICES')).toEqual(['Izbicës']);
  });

  it('finds Cyrillic by Latin letters, lj as the one letter љ', () => {
    expect(found('ljudi')).toEqual(['Људи']);
    expect(found('cirez')).toEqual(['Ћирез']);
  });

  it('finds all of љ by half of it, once', () => {
    expect(findMatches(['љ'], 'j')).toEqual([{ text: 0, start: 0, end: 1 }]);
    expect(findMatches(['ß'], 's')).toEqual([{ text: 0, start: 0, end: 1 }]);
  });

  it('finds đ by dj and by d', () => {
    expect(found('djakovica')).toEqual(['Đakovica', 'Ђаковица']);
    expect(found('dakovica')).toEqual(['Đakovica', 'Ђаковица']);
  });

  it('finds decomposed letters whole', () => {
    const text = 'Izbice\u0308s eshte';
    expect(found('izbicës', {}, [text])).toEqual(['Izbice\u0308s']);
    expect(found('izbicës', { exact: true }, [text])).toEqual(['Izbice\u0308s']);
  });

  it('keeps to the letters typed when asked to, but not to their case', () => {
    expect(found('djakovica', { exact: true })).toEqual([]);
    expect(found('đakovica', { exact: true })).toEqual(['Đakovica']);
    expect(found('izbices', { exact: true })).toEqual([]);
  });

  it('takes any run of white space for a space', () => {
    expect(found('masakra   e izbices')).toEqual(['Masakra e Izbicës']);
    expect(found('e izbices', {}, ['e\u00A0Izbicës'])).toEqual(['e\u00A0Izbicës']);
  });

  it('finds nothing for nothing', () => {
    expect(found('   ')).toEqual([]);
    expect(found('')).toEqual([]);
  });

  it('can keep to the beginnings of words', () => {
    expect(found('re', { fromWordStart: true }, ['Rezallë, Ćirez'])).toEqual(['Re']);
  });

  it('finds a text in itself', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
        fc.boolean(),
        (text, exact) => {
          const matches = findMatches([text], text, { exact });
          for (const { start, end } of matches) expect(end).toBeGreaterThan(start);
          for (const [index, { start }] of matches.entries())
            expect(start).toBeGreaterThanOrEqual(matches[index - 1]?.end ?? 0);
          if (/^[a-zčćžšđëç]+$/i.test(text)) expect(matches.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('where finding begins', () => {
  const matches = [
    { text: 0, start: 4, end: 6 },
    { text: 2, start: 1, end: 3 },
  ];

  it('is the first match from the place in sight', () => {
    expect(nearestMatch(matches, { text: 1, start: 0 })).toBe(1);
    expect(nearestMatch(matches, { text: 0, start: 4 })).toBe(0);
  });

  it('is the first of all where none follows', () => {
    expect(nearestMatch(matches, { text: 3, start: 0 })).toBe(0);
  });
});
