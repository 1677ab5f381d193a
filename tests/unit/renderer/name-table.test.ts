import { describe, expect, it } from 'vitest';
import { citedNames, headingOf } from '../../../src/renderer/components/names/name-rows';
import {
  canHide,
  columnsKept,
  columnsListed,
  columnsShown,
  movedColumn,
  toggledColumn,
} from '../../../src/renderer/components/names/table/columns';
import {
  addressWith,
  isFiltered,
  NO_FILTER,
  questionOf,
  sortedBy,
  viewOf,
} from '../../../src/renderer/components/names/table/view';
import type { EntityListing } from '../../../src/shared/contract';
import type { ArticleId } from '../../../src/shared/domain';
import type { Lang } from '../../../src/shared/lang';

const IZBICA = 'izbica-massacre' as ArticleId;
const view = (query: Record<string, string>) => viewOf(query, [IZBICA], 'sq');

describe('the address of the table of names', () => {
  it('says what is asked of the library', () => {
    const asked = view({
      words: ' Đakov ',
      kind: 'place',
      certainty: 'derived',
      article: 'izbica-massacre',
      missing: 'en',
      sort: 'sr-Cyrl',
      descending: '1',
    });
    expect(questionOf(asked)).toEqual({
      words: 'Đakov',
      category: 'place',
      certainty: 'derived',
      article: 'izbica-massacre',
      missing: 'en',
      order: 'sr-Cyrl',
      descending: true,
    });
  });

  it('asks for everything in the order of the first language where it says nothing', () => {
    expect(JSON.parse(JSON.stringify(questionOf(view({}))))).toEqual({ order: 'sq' });
    expect(isFiltered(view({ sort: 'en', descending: '1', words: '  ' }))).toBe(false);
  });

  it('leaves out what nobody knows, and more words than the library takes', () => {
    const odd = { kind: 'ship', certainty: 'sure', article: 'nowhere', missing: 'de', sort: 'fr' };
    expect(view(odd)).toEqual(view({}));
    expect(view({ words: 'a'.repeat(300) }).words).toHaveLength(200);
  });

  it('leads back to what it was made of, and keeps the open card', () => {
    const changes = { words: 'Qirez', kind: 'event', missing: 'sr-Latn', descending: true } as const;
    const address = addressWith({ name: 'pl-izbica', sort: 'en' }, changes) as Record<string, string>;
    expect(address.name).toBe('pl-izbica');
    expect(view(address)).toEqual({ ...view({ sort: 'en' }), ...changes });
  });

  it('has no trace of filters that were cleared, and still sorts', () => {
    const before = {
      words: 'x',
      kind: 'place',
      article: IZBICA,
      missing: 'en',
      certainty: 'derived',
      sort: 'en',
    };
    expect(JSON.parse(JSON.stringify(addressWith(before, NO_FILTER)))).toEqual({ sort: 'en' });
    expect(
      Object.keys(NO_FILTER).filter((filter) => isFiltered(view({ [filter]: before[filter as 'kind'] }))),
    ).toEqual(Object.keys(NO_FILTER));
  });

  it('turns the order round when the same column is asked for again', () => {
    const once = sortedBy(view({ sort: 'en' }), 'sq');
    const twice = sortedBy({ ...view({}), ...once }, 'sq');
    const thrice = sortedBy({ ...view({}), ...twice }, 'sq');
    expect([once, twice, thrice]).toEqual([
      { sort: 'sq', descending: false },
      { sort: 'sq', descending: true },
      { sort: 'sq', descending: false },
    ]);
  });
});

describe('the columns of the table of names', () => {
  const langs: Lang[] = ['sq', 'en', 'sr-Cyrl', 'sr-Latn'];
  const atFirst = columnsShown([], langs);

  it('are all languages in the reader’s order, the kind and the mentions, until others are chosen', () => {
    expect(atFirst).toEqual(['sq', 'en', 'sr-Cyrl', 'sr-Latn', 'kind', 'mentions']);
    expect(columnsShown(['mentions', 'en'], langs)).toEqual(['mentions', 'en']);
  });

  it('are kept as nothing when they are as at first, so that they follow the languages', () => {
    expect(columnsKept(atFirst, langs)).toEqual([]);
    expect(columnsKept(['en', 'sq'], langs)).toEqual(['en', 'sq']);
  });

  it('always have a language', () => {
    expect(canHide(['en', 'kind'], 'en')).toBe(false);
    expect(toggledColumn(['en', 'kind'], 'en')).toEqual(['en', 'kind']);
    expect(toggledColumn(['en', 'sq'], 'en')).toEqual(['sq']);
    expect(columnsShown(['kind', 'mentions'], langs)).toEqual(atFirst);
  });

  it('are listed whether shown or not, and come back at the end', () => {
    expect(columnsListed(['mentions', 'sq'])).toEqual(['mentions', 'sq', 'en', 'sr-Cyrl', 'sr-Latn', 'kind']);
    expect(toggledColumn(['mentions', 'sq'], 'kind')).toEqual(['mentions', 'sq', 'kind']);
  });

  it('move one place, and no further than the ends', () => {
    expect(movedColumn(['en', 'sq', 'kind'], 'kind', -1)).toEqual(['en', 'kind', 'sq']);
    expect(movedColumn(['en', 'sq', 'kind'], 'en', 1)).toEqual(['sq', 'en', 'kind']);
    expect(movedColumn(['en', 'sq', 'kind'], 'en', -1)).toEqual(['en', 'sq', 'kind']);
    expect(movedColumn(['en', 'sq'], 'kind', -1)).toEqual(['en', 'sq']);
  });
});

describe('a row of the table of names', () => {
  const name = (lang: Lang, text: string, form: string, kind = 'preferred') =>
    ({ lang, text, form, kind, certainty: 'verified', sources: ['test'], source: 'Test' }) as const;
  const names = [
    name('sq', 'Gjakovë', 'indefinite'),
    name('sq', 'Gjakova', 'definite'),
    name('sq', 'Jakova', 'definite', 'variant'),
    name('sr-Cyrl', 'Ђаковица', 'base'),
  ] as unknown as EntityListing['names'];
  const cited = citedNames({ id: 'pl-gjakove' as EntityListing['id'], names });

  it('has what each language cites it by, and nothing where it has no name', () => {
    expect(cited.sq?.map(({ text }) => text)).toEqual(['Gjakovë']);
    expect(cited['sr-Cyrl']?.map(({ text }) => text)).toEqual(['Ђаковица']);
    expect(cited.en).toBeUndefined();
  });

  it('is spoken of by the first language that has a name for it', () => {
    expect(headingOf(cited, ['en', 'sr-Cyrl', 'sq'], 'pl-gjakove')).toBe('Ђаковица');
    expect(headingOf({}, ['en'], 'pl-gjakove')).toBe('pl-gjakove');
  });
});
