import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLibrary } from '../../src/core/articles/check';
import { readLibraryFiles } from '../../src/library/resources';
import { LANGS } from '../../src/shared/lang';
import { openTestLibrary, RESOURCES, type TestLibrary } from '../support/library';

describe('the first library', () => {
  let library: TestLibrary;
  beforeAll(() => {
    library = openTestLibrary();
  });
  afterAll(() => library.remove());

  it('is whole: every mention, block, entity and source that it refers to is there', () => {
    expect(checkLibrary(readLibraryFiles(RESOURCES))).toEqual([]);
  });

  it('opens with three articles in four languages', async () => {
    const articles = await library.call('articles.list', {});
    expect(articles.map(({ id }) => id)).toEqual(['drenica-massacres', 'izbica-massacre', 'poklek-massacre']);
    for (const article of articles) expect(new Set(article.languages)).toEqual(new Set(LANGS));
  });

  it.each(LANGS)('has every mention standing where it says, in %s', async (lang) => {
    for (const { id } of await library.call('articles.list', {})) {
      const article = await library.call('articles.get', { id, lang });
      for (const { text, mentions } of article.blocks) {
        for (const mention of mentions) expect(text.slice(mention.start, mention.end)).toBe(mention.text);
      }
      expect(article.blocks.flatMap(({ mentions }) => mentions).length).toBeGreaterThan(20);
    }
  });
});
