import { expect, it } from 'vitest';
import { draftShelf, type Shelf } from '../../../src/renderer/draft-shelf';

function storage(): Shelf & { held: Map<string, string> } {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, text) => void held.set(name, text),
    removeItem: (name) => void held.delete(name),
  };
}

it('keeps a form in the browser’s storage, and in private in memory only', () => {
  const browser = storage();
  let isPrivate = false;
  const shelf = draftShelf(() => isPrivate, browser);
  shelf.setItem('a', 'begun before');
  expect([...browser.held]).toEqual([['a', 'begun before']]);
  isPrivate = true;
  shelf.setItem('a', 'changed in private');
  shelf.setItem('b', 'begun in private');
  expect([...browser.held]).toEqual([['a', 'begun before']]);
  expect([shelf.getItem('a'), shelf.getItem('b')]).toEqual(['changed in private', 'begun in private']);
  // Another form of the same window finds it again.
  expect(draftShelf(() => true, browser).getItem('b')).toBe('begun in private');
  shelf.removeItem('a');
  shelf.removeItem('b');
  expect([shelf.getItem('a'), shelf.getItem('b'), browser.held.size]).toEqual([null, null, 0]);
});

it('has what was changed last, after private reading too', () => {
  const browser = storage();
  let isPrivate = true;
  const shelf = draftShelf(() => isPrivate, browser);
  shelf.setItem('c', 'in private');
  isPrivate = false;
  expect(shelf.getItem('c')).toBe('in private');
  shelf.setItem('c', 'afterwards');
  expect([shelf.getItem('c'), browser.held.get('c')]).toEqual(['afterwards', 'afterwards']);
});
