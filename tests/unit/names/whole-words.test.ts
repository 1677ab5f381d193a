import { describe, expect, it } from 'vitest';
import { wholeWords } from '../../../src/core/names/whole-words';

/** What the brackets hold, and the whole words there. */
function whole(marked: string): string | undefined {
  const start = marked.indexOf('[');
  const text = marked.replace('[', '').replace(']', '');
  const span = wholeWords(text, { start, end: marked.indexOf(']') - 1 });
  return span && text.slice(span.start, span.end);
}

describe('whole words', () => {
  it.each([
    ['the [former] province', 'former'],
    ['the f[ormer ]province', 'former'],
    ['in [Dre]nica', 'Drenica'],
    ['in Dre[nica, ]1998', 'Drenica'],
    ['Forcat e [NATO]-s', 'NATO'],
    ['Forcat e [NATO-s]', 'NATO-s'],
    ['Forcat e [NATO-]s', 'NATO'],
    ['[Likoshan i Vj]etër', 'Likoshan i Vjetër'],
    ['у [Поклеку].', 'Поклеку'],
    ['c\u030C[ikatovo]', 'c\u030Cikatovo'],
    ['[c]\u030Cikatovo', 'c\u030Cikatovo'],
    ['„[Drenica“]', 'Drenica'],
    ['[u martu 1999.] godine', 'u martu 1999.'],
    ['[u martu 1999]. godine', 'u martu 1999'],
  ])('are found in %s', (marked, words) => {
    expect(whole(marked)).toBe(words);
  });

  it.each(['one[ ]two', 'one[, ]two', '[…]'])('are not in %s', (marked) => {
    expect(whole(marked)).toBeUndefined();
  });
});
