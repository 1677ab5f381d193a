import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input, SearchHit } from '../../src/shared/contract';
import { openTestLibrary, type TestLibrary } from '../support/library';

let library: TestLibrary;
beforeAll(() => {
  library = openTestLibrary();
});
afterAll(() => library.remove());

const find = (words: string, options: Partial<Input<'search.find'>> = {}) =>
  library.call('search.find', { words, limit: 1000, ...options });
const places = (hits: SearchHit[]) =>
  hits.map(({ article, lang, block }) => `${article} ${lang} ${block}`).sort();
const marked = (hits: SearchHit[]) =>
  new Set(hits.flatMap(({ snippet, marks }) => marks.map(([start, end]) => snippet.slice(start, end))));

describe('search', () => {
  it('finds the same blocks for a name in any spelling and script', async () => {
    const spellings = ['cirez', 'Ćirez', 'Ћирез', 'Qirez', 'Çirez', 'ĆIREZ', 'C\u0301irez', 'ЋИРЕЗ'];
    const [first, ...others] = await Promise.all(
      spellings.map(async (words) => places((await find(words)).hits)),
    );
    expect(first?.length).toBeGreaterThan(8);
    for (const other of others) expect(other).toEqual(first);
  });

  it('finds Drenas when asked for Glogovac, and says why', async () => {
    const { expanded, hits } = await find('Glogovac');
    expect(expanded).toHaveLength(1);
    expect(expanded[0]).toMatchObject({ entity: 'pl-drenas', matched: 'Glogovac' });
    expect(expanded[0]?.names).toEqual(expect.arrayContaining(['Drenas', 'Gllogoc', 'Глоговац']));
    const shown = marked(hits);
    for (const form of ['Drenas', 'Drenasit', 'Glogovac', 'Глоговца']) expect(shown).toContain(form);
  });

  it('puts what was typed before what stands for it', async () => {
    const { hits } = await find('Glogovac');
    const typed = hits.map(({ snippet, marks }) =>
      marks.some(([start, end]) => /^(Glogovac|Глоговац)$/u.test(snippet.slice(start, end))),
    );
    expect(typed.filter(Boolean).length).toBeGreaterThan(2);
    expect(typed.indexOf(false)).toBe(typed.filter(Boolean).length);
    const scores = hits.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it('marks exactly the name, in both Serbian scripts', async () => {
    const cyrillic = await find('likosane', { lang: 'sr-Cyrl' });
    const latin = await find('Ликошане', { lang: 'sr-Latn' });
    expect(cyrillic.hits.length).toBeGreaterThan(0);
    expect(places(latin.hits).map((place) => place.replace('sr-Latn', 'sr-Cyrl'))).toEqual(
      places(cyrillic.hits),
    );
    for (const text of marked(cyrillic.hits)) expect(text).toMatch(/^Ликошан/u);
    for (const text of marked(latin.hits)) expect(text).toMatch(/^Likošan/u);
  });

  it('shows Serbian in the script that is asked for', async () => {
    const { hits } = await find('Дреница', { script: 'Latn' });
    expect(new Set(hits.map(({ lang }) => lang))).toEqual(new Set(['en', 'sq', 'sr-Latn']));
  });

  it('takes the longest name in a query, and every other word as itself', async () => {
    const { expanded, total } = await find('ICTY 93');
    expect(expanded.map(({ entity }) => entity)).toEqual(['or-icty']);
    expect(total).toBeGreaterThan(2);
    expect((await find('ICTY 93 xyzzy')).total).toBe(0);
    expect((await find('Izbica massacre')).expanded.map(({ entity }) => entity)).toEqual(['ev-izbica']);
  });

  it('reads letter by letter when asked to be exact', async () => {
    const exact = await find('Çirez', { exact: true });
    expect(exact.expanded).toEqual([]);
    expect(exact.total).toBeGreaterThan(0);
    expect(marked(exact.hits)).toEqual(new Set(['Çirez']));
    expect((await find('çirez', { exact: true })).total).toBe(0);
    expect(marked((await find('Ćirez', { exact: true, lang: 'sr-Latn' })).hits)).toEqual(new Set(['Ćirez']));
    expect((await find('Ćirez', { exact: true, lang: 'sr-Cyrl' })).total).toBe(0);
    expect((await find('Drenas', { exact: true })).hits.length).toBeLessThan(
      (await find('Drenas')).hits.length,
    );
  });

  it('finds a phrase in quotation marks as it stands', async () => {
    const phrase = await find('“22. mars”');
    expect(phrase.total).toBe(0);
    expect((await find('„у селу Избица“', { lang: 'sr-Cyrl' })).total).toBeLessThanOrEqual(
      (await find('селу Избица', { lang: 'sr-Cyrl' })).total,
    );
  });

  it('finds unfinished words while they are typed', async () => {
    expect((await find('helikopt', { prefix: false })).total).toBe(0);
    expect((await find('helikopt', { prefix: true })).total).toBeGreaterThan(0);
  });

  it('pages through the hits without repeating one', async () => {
    const all = places((await find('Drenica')).hits);
    const paged = [];
    for (let offset = 0; offset < all.length; offset += 5)
      paged.push(...places((await find('Drenica', { limit: 5, offset })).hits));
    expect(paged.sort()).toEqual(all);
  });

  it.each([
    ['nothing but operators', '"" AND* (^)-'.replace('AND', ''), 'query.empty'],
    ['nothing at all', '   ', 'query.empty'],
    ['10,000 characters', 'Дреница '.repeat(1250), 'query.too-long'],
  ])('answers %s with a sentence', async (_, words, code) => {
    await expect(find(words)).rejects.toMatchObject({ code, message: expect.stringMatching(/\w.*\.$/u) });
  });

  it.each([
    'AND',
    'NEAR(a b)',
    'a OR',
    '"',
    "'; DROP TABLE passage;--",
    'col:x',
    '-',
    '^Izbica',
    '{a b}',
    'x*',
    '%_',
  ])('takes %s as words, not as an operator', async (words) => {
    const answer = await library.library.answer('search.find', { words });
    if (!answer.ok) expect(answer.error.code).toBe('query.empty');
  });
});
