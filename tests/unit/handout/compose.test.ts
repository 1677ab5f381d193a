import { describe, expect, it } from 'vitest';
import { composeHandout } from '../../../src/core/handout/compose';
import { type Article, handoutSchema } from '../../../src/shared/contract';
import { articleIn, handoutIn, LIBRARY } from './articles';

const request = { articles: [], langs: ['sq' as const], paper: 'A4' as const };

function inTextOf(article: Article): Record<string, string[]> {
  const { parts } = composeHandout(request, LIBRARY, [article]);
  return Object.fromEntries(parts[0]!.names.map(({ id, inText }) => [id, inText]));
}

describe('a handout', () => {
  it('has a part an article and language, in the order asked for', () => {
    const { parts, lang } = handoutIn(['sq', 'sr-Latn', 'en']);
    expect(parts.map(({ article }) => [article.lang, article.title])).toEqual([
      ['sq', 'Masakra e Izbicës'],
      ['sr-Latn', 'Masakr u Izbici'],
      ['en', 'Izbica massacre'],
    ]);
    expect(lang).toBe('sq');
  });

  it('is titled after its article, in the first language', () => {
    expect(handoutIn(['sr-Cyrl', 'en']).title).toBe('Масакр у Избици');
  });

  it('is titled after the library where it holds several articles', () => {
    const other = { ...articleIn('sr-Latn'), id: 'poklek-massacre' as Article['id'] };
    expect(composeHandout(request, LIBRARY, [articleIn('sr-Latn'), other]).title).toBe('Drenica, 1998–1999.');
  });

  it('lists each name in the forms that stand in the text, once each', () => {
    expect(inTextOf(articleIn('sq'))).toEqual({
      'ev-izbica': ['Masakra e Izbicës'],
      'gr-kosovo-albanians': ['shqiptarëve të Kosovës'],
      'pl-izbica': ['Izbicë', 'Izbicës'],
      'pl-kosovo': ['Kosovë'],
      'pe-xhemajli': ['Sadik Xhemajli'],
    });
  });

  it('takes the form with fewer capitals where only the head of a sentence made the other', () => {
    expect(inTextOf(articleIn('sr-Cyrl'))['gr-kosovo-albanians']).toEqual(['косовских Албанаца']);
    expect(inTextOf(articleIn('en'))['gr-kosovo-albanians']).toEqual(['kosovar Albanians']);
  });

  it('names what only the facts name', () => {
    const article = articleIn('en');
    const mention = {
      entity: 'or-icty',
      start: 0,
      end: 4,
      text: 'ICTY',
    } as Article['facts'][number]['mentions'][number];
    article.facts[0] = { ...article.facts[0]!, mentions: [mention] };
    expect(inTextOf(article)['or-icty']).toEqual(['ICTY']);
  });

  it('has no row for an entity that the text does not name', () => {
    expect(inTextOf(articleIn('en'))).not.toHaveProperty('or-icty');
  });

  it('is what the contract says', () => {
    expect(
      handoutSchema.safeParse(composeHandout(request, LIBRARY, [articleIn('sq')])).error,
    ).toBeUndefined();
  });

  it('is refused where there is nothing to print', () => {
    expect(() => composeHandout(request, LIBRARY, [])).toThrow(RangeError);
  });
});
