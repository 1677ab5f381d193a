import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '../../src/shared/contract';
import { temporaryFolder } from '../support/library';
import { paralel } from '../support/terminal';

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => paralel(['--library', join(folder, 'library'), ...args]);

async function json(...args: string[]): Promise<unknown> {
  const { code, out, err } = await run(...args, '--json');
  expect(err).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out);
}

describe('the terminal', () => {
  it('lists the articles', async () => {
    const articles = contract['articles.list'].output.parse(await json('articles'));
    expect(articles.map(({ id }) => id)).toEqual(['drenica-massacres', 'izbica-massacre', 'poklek-massacre']);
    expect(articles[1]?.titles).toEqual({
      en: 'Izbica massacre',
      sq: 'Masakra e Izbicës',
      'sr-Latn': 'Masakr u Izbici',
      'sr-Cyrl': 'Масакр у Избици',
    });
  });

  it('shows an article, with every mention where it says', async () => {
    const article = contract['articles.get'].output.parse(
      await json('article', 'izbica-massacre', '--lang', 'sq'),
    );
    expect(article).toMatchObject({ id: 'izbica-massacre', lang: 'sq', title: 'Masakra e Izbicës' });
    for (const { text, mentions } of article.blocks) {
      for (const { start, end, text: name } of mentions) expect(text.slice(start, end)).toBe(name);
    }
    expect(article.figures.length).toBeGreaterThan(3);
    expect(article.sources.length).toBeGreaterThan(0);
  });

  it('finds Ћирез in any script', async () => {
    const result = contract['search.find'].output.parse(await json('search', 'Ћирез'));
    expect(result.query).toBe('Ћирез');
    expect(result.expanded[0]?.entity).toBe('pl-qirez');
    expect(result.hits.length).toBeGreaterThan(8);
    for (const { snippet, marks } of result.hits) {
      for (const [start, end] of marks)
        expect(snippet.slice(start, end)).toMatch(/^([ÇQĆ]irez|Ћирез|Ćirez)/u);
    }
  });

  it('shows a name with every form and every place where it stands', async () => {
    const drenas = contract['names.get'].output.parse(await json('name', 'pl-drenas'));
    expect(drenas.names.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Drenas', 'Drenasi', 'Glogovac', 'Глоговац']),
    );
    expect(new Set(drenas.attestations.map(({ lang }) => lang))).toEqual(
      new Set(['en', 'sq', 'sr-Cyrl', 'sr-Latn']),
    );
  });

  it('lists names, a concordance and figures', async () => {
    const names = contract['names.list'].output.parse(await json('names', 'Qikatov', '--type', 'village'));
    expect(names.map(({ id }) => id)).toEqual(['pl-cikatove-e-vjeter']);
    expect(contract['names.list'].output.parse(await json('names')).length).toBeGreaterThanOrEqual(75);
    const rows = contract['names.concordance'].output.parse(
      await json('concordance', 'pl-qirez', '--width', '10'),
    );
    for (const { before, match, after } of rows) {
      expect(match).not.toBe('');
      expect(Math.max(before.length, after.length)).toBeLessThanOrEqual(10);
    }
    const figures = contract['figures.list'].output.parse(await json('figures', 'izbica-massacre'));
    expect(figures.map(({ low, high }) => [low, high])).toEqual(
      expect.arrayContaining([
        [93, 130],
        [93, null],
        [142, 142],
      ]),
    );
  });

  it('says that a library is whole, and when it is not', async () => {
    const checked = contract['library.check'].output.parse(await json('check'));
    expect(checked.files.map(({ state }) => state)).toEqual(['ok', 'ok', 'ok']);
  });

  it('prints an article to a PDF, and answers where it is', async () => {
    const file = join(folder, 'izbica.pdf');
    const answer = await json('handout', 'izbica-massacre', '--langs', 'sr-Cyrl', '--out', file);
    expect(answer).toMatchObject({ file, pages: expect.any(Number), seconds: expect.any(Number) });
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('reads for people, too', async () => {
    expect((await run('articles')).out).toContain('Masakra e Izbicës');
    expect((await run('article', 'poklek-massacre', '--lang', 'sr-Latn')).out).toContain('Masakr u Pokleku');
    expect((await run('search', 'Glogovac')).out).toContain('also searched');
    expect((await run('names', 'Drenas')).out).toContain('Глоговац');
    expect((await run('concordance', 'pl-qirez')).out).toContain('[Ћирез');
    expect((await run('figures')).out).toContain('93–130');
  });
});

describe('the terminal, used wrongly,', () => {
  it.each([
    ['an unknown article', ['article', 'atlantis'], 1, /no article “atlantis”/u],
    ['an unknown entity', ['name', 'pl-atlantis'], 1, /no name record “pl-atlantis”/u],
    ['what is no id', ['name', 'Drenas!'], 2, /not an id/u],
    ['an unknown language', ['article', 'izbica-massacre', '--lang', 'sr'], 2, /no language/u],
    ['nothing to search for', ['search', '*'], 1, /nothing to search for/u],
    ['a query of 10,000 characters', ['search', 'Ћирез '.repeat(1700)], 1, /at most 500/u],
    ['an unknown command', ['frobnicate'], 2, /unknown command/u],
    ['an unknown option', ['articles', '--frobnicate'], 2, /unknown option/u],
    ['a missing argument', ['article'], 2, /missing required argument/u],
  ])('answers %s with a sentence and a code', async (_, args, code, sentence) => {
    const ended = await run(...args, '--json');
    expect(ended).toMatchObject({ code, out: '', err: expect.stringMatching(sentence) });
    expect(ended.err).not.toMatch(/\n\s+at /u);
  });

  it('leaves no broken file where it cannot print', async () => {
    const out = join(folder, 'nowhere', 'izbica.pdf');
    const ended = await run('handout', 'izbica-massacre', '--out', out);
    expect(ended).toMatchObject({ code: 1, err: expect.stringContaining(out) });
    const none = join(folder, 'none.pdf');
    const noBrowser = await paralel(
      ['--library', join(folder, 'library'), 'handout', 'izbica-massacre', '--out', none],
      { PARALEL_CHROMIUM: join(folder, 'no-such-program') },
    );
    expect(noBrowser.code).toBe(1);
    expect(existsSync(none)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.includes('none'))).toEqual([]);
  });

  it('says what to do about a folder that it cannot write', async () => {
    writeFileSync(join(folder, 'occupied'), '');
    const ended = await paralel(['--library', join(folder, 'occupied', 'library'), 'articles']);
    expect(ended).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/cannot be written.*--library/su),
    });
  });
});
