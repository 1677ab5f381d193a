import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allLiteralSpans, literalSpans, mergeSpans } from '../../../src/core/search/literal';
import { makeSnippet } from '../../../src/core/search/snippet';

const text = `Пре тога су јаке борбе вођене у средишњем делу Дренице. ${'Избица је село. '.repeat(30)}Многи су побегли у Ћирез, који је потом заузет. ${'И тако даље. '.repeat(30)}`;
const at = text.indexOf('Ћирез');

describe('a snippet', () => {
  it('shows the first mark with some of what stands before it, in whole words', () => {
    const { text: shown, marks } = makeSnippet(text, [{ start: at, end: at + 5 }]);
    expect(marks.map(({ start, end }) => shown.slice(start, end))).toEqual(['Ћирез']);
    expect(shown).toMatch(/^…\S.*Многи су побегли у Ћирез.*\S…$/u);
    expect(shown.length).toBeLessThanOrEqual(242);
    for (const word of shown.replaceAll('…', '').split(' ')) expect(text.split(' ')).toContain(word);
  });

  it('is the whole text where that is short', () => {
    expect(makeSnippet('Masakra e Izbicës', [{ start: 10, end: 17 }])).toEqual({
      text: 'Masakra e Izbicës',
      marks: [{ start: 10, end: 17 }],
    });
  });

  it('marks what it marked in the text, for any text and marks', () => {
    const content = fc
      .array(fc.constantFrom('Ћирез', 'Drenicë', 'a', 'në', 'њ', '1999.'), { minLength: 1, maxLength: 200 })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(
        content,
        fc.array(fc.tuple(fc.nat(1500), fc.integer({ min: 1, max: 12 })), { maxLength: 6 }),
        (whole, cuts) => {
          const spans = mergeSpans(
            cuts
              .map(([start, length]) => ({
                start: Math.min(start, whole.length - 1),
                end: Math.min(start + length, whole.length),
              }))
              .filter(({ start, end }) => end > start),
          );
          const { text: shown, marks } = makeSnippet(whole, spans);
          expect(whole).toContain(shown.replace(/^…/u, '').replace(/…$/u, ''));
          marks.forEach((mark, n) =>
            expect(shown.slice(mark.start, mark.end)).toBe(whole.slice(spans[n]?.start, spans[n]?.end)),
          );
          if (spans.length > 0) expect(marks.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('a word as written', () => {
  it('is found with its marks and its case only, and whole', () => {
    const sentence = 'Çirez, Cirez, çirez, Çirezit, (Çirez), NëÇirez';
    expect(literalSpans(sentence, 'Çirez').map(({ start }) => start)).toEqual([0, 31]);
  });

  it('has to be there for each of the words', () => {
    expect(allLiteralSpans('Izbica dhe Drenica', ['Drenica', 'Izbica'])).toEqual([
      { start: 0, end: 6 },
      { start: 11, end: 18 },
    ]);
    expect(allLiteralSpans('Izbica dhe Drenica', ['Drenica', 'Poklek'])).toBeUndefined();
  });
});
