/** What the pages about names show first, say and leave out. */
import { describe, expect, it } from 'vitest';
import { sourceToTell } from '../../../src/renderer/components/figures/source';
import { inReadersOrder } from '../../../src/renderer/components/names/edition-order';
import { columnsForNarrow } from '../../../src/renderer/components/names/table/columns';
import { reasonsTold } from '../../../src/renderer/components/search/reasons';
import { noteLang } from '../../../src/renderer/reading/card/note-lang';
import { ofEntity } from '../../../src/renderer/reading/card/of-entity';
import type { ArticleId } from '../../../src/shared/domain';
import { AppError } from '../../../src/shared/errors';
import type { Lang } from '../../../src/shared/lang';

describe('editions', () => {
  const at = (article: string, lang: Lang, block: string) => ({ article, lang, block });
  const rows = [
    at('b', 'en', '1'),
    at('b', 'sq', '1'),
    at('a', 'en', '1'),
    at('a', 'sr-Cyrl', '1'),
    at('b', 'sq', '2'),
  ];

  it('of the reader come first in each article, in the order of the text', () => {
    expect(inReadersOrder(rows, (row) => row, ['sq', 'sr-Cyrl', 'en', 'sr-Latn']).map(({ article, lang, block }) => `${article} ${lang} ${block}`)).toEqual([
      'b sq 1', 'b sq 2', 'b en 1', 'a sr-Cyrl 1', 'a en 1',
    ]); // prettier-ignore
  });

  it('leave behind them what stands in none', () => {
    const found = [{}, { at: at('a', 'en', '1') }, {}];
    const order: Lang[] = ['sq', 'en', 'sr-Cyrl', 'sr-Latn'];
    expect(inReadersOrder(found, (one) => one.at, order)).toEqual([{ at: at('a', 'en', '1') }, {}, {}]);
  });
});

describe('a narrow table of names', () => {
  it('has the column that it is sorted by, one more, and how often each stands in the texts', () => {
    const columns = ['en', 'sq', 'sr-Cyrl', 'kind', 'mentions'] as const;
    expect(columnsForNarrow(columns, 'en')).toEqual(['en', 'sq', 'mentions']);
    expect(columnsForNarrow(columns, 'sr-Cyrl')).toEqual(['en', 'sr-Cyrl', 'mentions']);
    expect(columnsForNarrow(columns, 'sr-Latn')).toEqual(['en', 'sq', 'mentions']);
    expect(columnsForNarrow(['sq', 'kind'], 'sq')).toEqual(['sq']);
  });
});

describe('the source of a figure', () => {
  const titles = (en: string) => ({ en, sq: 'Masakra', 'sr-Cyrl': 'Масакр', 'sr-Latn': 'Masakr' });
  const articles = [
    { id: 'izbica-massacre' as ArticleId, titles: titles('Izbica massacre') },
    { id: 'poklek-massacre' as ArticleId, titles: titles('Poklek massacre') },
  ];
  const tell = (source: string) =>
    sourceToTell({ article: 'izbica-massacre' as ArticleId, source }, articles);

  it('is left out where it only repeats the heading', () => {
    expect(tell('Izbica massacre')).toBeUndefined();
  });

  it('is in its own language, where that is known', () => {
    expect(tell('Poklek massacre')).toEqual({ text: 'Poklek massacre', lang: 'en' });
    expect(tell('Under Orders')).toEqual({ text: 'Under Orders', lang: '' });
  });
});

describe('a card', () => {
  it('has the library’s notes in English, and says nothing of the language of the reader’s own', () => {
    expect(noteLang({})).toBe('en');
    expect(noteLang({ edit: 3 })).toBe('');
  });

  it('of what is no id is of nothing', async () => {
    const invalid = Promise.reject(new AppError('call.invalid', { method: 'names.get', detail: '' }));
    await expect(ofEntity('nope', invalid)).rejects.toMatchObject({
      code: 'entity.unknown',
      params: { id: 'nope' },
    });
    const other = Promise.reject(new AppError('host.gone', {}));
    await expect(ofEntity('pl-a', other)).rejects.toMatchObject({ code: 'host.gone' });
    await expect(ofEntity('pl-a', Promise.resolve(1))).resolves.toBe(1);
  });
});

it('tells why two spellings may be of one name', () => {
  expect(reasonsTold(['ll = l', 'ending'], 'another ending')).toBe('ll\u00a0=\u00a0l, another ending');
});
