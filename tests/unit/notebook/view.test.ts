import { describe, expect, it } from 'vitest';
import {
  addressWith,
  filtersOf,
  NO_FILTER,
  questionOf,
  viewOf,
} from '../../../src/renderer/components/notebook/view';

describe('the address of the notebook', () => {
  it('says what is asked of the library', () => {
    const view = viewOf({
      words: ' Đakov ',
      article: 'izbica-massacre',
      tag: 'për t’u pyetur',
      colour: 'red',
      state: 'moved',
      sort: 'place',
    });
    expect(questionOf(view, 'sq')).toEqual({
      words: 'Đakov',
      article: 'izbica-massacre',
      tag: 'për t’u pyetur',
      colour: 'red',
      state: 'moved',
      removed: undefined,
      lang: 'sq',
      sort: 'place',
      descending: undefined,
    });
  });

  it.each([
    [undefined, 'time', true],
    ['latest', 'time', true],
    ['oldest', 'time', undefined],
    ['place', 'place', undefined],
    ['place-back', 'place', true],
  ])('sorted as %s asks for %s, from the end: %s', (sort, by, descending) => {
    expect(questionOf(viewOf(sort === undefined ? {} : { sort }), 'en')).toMatchObject({
      sort: by,
      descending,
    });
  });

  it('leaves out what nobody could ask for', () => {
    const view = viewOf({
      words: ['a', 'b'],
      article: '../Izbica',
      tag: '',
      colour: 'pink',
      state: 'lost',
      sort: 'x',
      trash: 'yes',
    });
    expect(view).toEqual({ ...NO_FILTER, sort: 'latest', isTrash: false });
    expect(viewOf({ words: 'ë'.repeat(900) }).words).toHaveLength(500);
  });

  it('keeps an article that the library has no more', () => {
    expect(viewOf({ article: 'gone-away' }).article).toBe('gone-away');
  });

  it('asks for what was deleted in the trash only', () => {
    expect(questionOf(viewOf({ trash: '1' }), 'en').removed).toBe(true);
    expect(questionOf(viewOf({}), 'en').removed).toBeUndefined();
  });

  it('leads back to what was shown, and keeps the rest of it', () => {
    const query = { name: 'pl-izbica', words: 'a' };
    const address = addressWith(query, { words: '', colour: 'green', sort: 'oldest', isTrash: true });
    expect(address).toEqual({
      name: 'pl-izbica',
      words: undefined,
      colour: 'green',
      sort: 'oldest',
      trash: '1',
    });
    expect(addressWith({}, { sort: 'latest', isTrash: false })).toEqual({
      sort: undefined,
      trash: undefined,
    });
  });

  it('names the filters that are set, and none that are not', () => {
    expect(filtersOf(viewOf({ words: '  ', sort: 'place', trash: '1' }))).toEqual([]);
    expect(filtersOf(viewOf({ colour: 'red', words: 'x', state: 'orphaned' }))).toEqual([
      'words',
      'state',
      'colour',
    ]);
    const cleared = addressWith({ words: 'x', tag: 'y', colour: 'red', sort: 'place' }, NO_FILTER);
    expect(Object.entries(cleared).filter(([, value]) => value !== undefined)).toEqual([['sort', 'place']]);
  });
});
