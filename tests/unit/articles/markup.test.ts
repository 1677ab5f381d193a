import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkup } from '../../../src/core/articles/markup';

describe('marked text', () => {
  it('gives the text without marks, and where the names stand in it', () => {
    const { text, mentions } = parseMarkup('У [[pl-izbica|Избици]] и у [[pl-qirez|Ћирезу]].');
    expect(text).toBe('У Избици и у Ћирезу.');
    expect(mentions).toEqual([
      { entity: 'pl-izbica', start: 2, end: 8, text: 'Избици' },
      { entity: 'pl-qirez', start: 13, end: 19, text: 'Ћирезу' },
    ]);
  });

  it('is in NFC whatever it was written in, so that offsets mean the same everywhere', () => {
    const { text, mentions } = parseMarkup('[[pl-qirez|Çirez]] dhe [[pl-drenica|Drenicë]]'.normalize('NFD'));
    expect(text).toBe('Çirez dhe Drenicë');
    expect(mentions.map(({ start, end }) => text.slice(start, end))).toEqual(['Çirez', 'Drenicë']);
  });

  it.each([
    ['an opening mark without an end', 'in [[pl-izbica|Izbica'],
    ['an end without an opening', 'in Izbica]] there'],
    ['an id of no category', '[[xx-izbica|Izbica]]'],
    ['an empty name', '[[pl-izbica|]]'],
    ['a name with space around it', '[[pl-izbica| Izbica]]'],
    ['a mark without a name', '[[pl-izbica]]'],
    ['a mark in a mark', '[[pl-izbica|[[pl-drenica|Drenica]]]]'],
  ])('refuses %s', (_, markup) => {
    expect(() => parseMarkup(markup)).toThrow(RangeError);
  });

  it('puts every mention where its name is, for any text', () => {
    const plain = fc
      .string({ unit: 'grapheme' })
      .map((text) => text.replaceAll(/[[\]|]/gu, '').normalize('NFC'));
    const name = fc.constantFrom('Izbicë', 'Ћирезу', 'Çikatovë e Vjetër', 'Đakovica', 'ЊЕГОШ');
    fc.assert(
      fc.property(fc.array(fc.tuple(plain, name)), plain, (parts, tail) => {
        const { text, mentions } = parseMarkup(
          parts.map(([before, at]) => `${before}[[pl-x|${at}]]`).join('') + tail,
        );
        expect(text).toBe((parts.map(([before, at]) => before + at).join('') + tail).normalize('NFC'));
        expect(mentions.map(({ start, end }) => text.slice(start, end))).toEqual(parts.map(([, at]) => at));
      }),
    );
  });
});
