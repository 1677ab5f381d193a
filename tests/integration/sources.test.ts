import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseMarkup } from '../../src/core/articles/markup';
import { readLibraryFiles } from '../../src/library/resources';
import { RESOURCES } from '../support/library';

/** The documents that the first library takes its facts from lie beside the checkout of those who maintain it. */
const FOLDER = resolve(import.meta.dirname, '../../../shared/sources');
const DOCUMENTS: Record<string, string> = { 'doc-drenica': '000', 'doc-izbica': '001', 'doc-poklek': '002' };
const present = existsSync(FOLDER);

const linesOf = (source: string): string[] => {
  const name = readdirSync(FOLDER).find((file) => file.startsWith(DOCUMENTS[source] ?? '?'));
  return readFileSync(resolve(FOLDER, name ?? ''), 'utf8').split('\n');
};

describe.runIf(present)('what the first library says', () => {
  const { articles } = readLibraryFiles(RESOURCES);

  it('cites lines that its documents have', () => {
    for (const { article, figures, questions } of articles) {
      for (const { citations } of [...article.blocks, ...article.facts, ...figures, ...questions]) {
        for (const { source, lines } of citations) {
          const document = linesOf(source);
          for (const number of lines.split(/[-,]\s*/u).map(Number))
            expect(document[number - 1] ?? '').not.toBe('');
        }
      }
    }
  });

  it('says it in words of its own, names apart', () => {
    const normal = (text: string) =>
      text
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
        .split(' ');
    const RUN = 7;
    const runs = (text: string) => {
      const words = normal(text);
      return words
        .slice(0, Math.max(0, words.length - RUN + 1))
        .map((_, at) => words.slice(at, at + RUN).join(' '));
    };
    const theirs = new Set(Object.keys(DOCUMENTS).flatMap((source) => linesOf(source).flatMap(runs)));
    for (const { editions, questions } of articles) {
      const english = editions.find(({ lang }) => lang === 'en');
      const asked = questions.flatMap(({ question, answer }) => [question.en, answer.en]);
      for (const markup of [...Object.values(english?.blocks ?? {}), ...asked]) {
        expect(runs(markup.replaceAll(/\[\[.*?\]\]/gu, 'NAME')).filter((run) => theirs.has(run))).toEqual([]);
      }
    }
  });

  it('states every number that they state', () => {
    for (const { article, editions } of articles) {
      const english = editions.find(({ lang }) => lang === 'en');
      const said = [...Object.values(english?.blocks ?? {}), ...Object.values(english?.facts ?? {})]
        .map((markup) => parseMarkup(markup).text)
        .join(' ');
      const numbers = (text: string) => new Set(text.match(/\d+([,:]\d+)*/gu) ?? []);
      const stated = numbers(said);
      const body = linesOf(article.source)
        .slice(3)
        .filter((line) => !/Native Name|^- (Date|Schuppli)/u.test(line))
        .join(' ');
      expect([...numbers(body)].filter((number) => !stated.has(number))).toEqual([]);
    }
  });
});

describe.skipIf(present)('the documents of the first library', () => {
  it('are not needed here', () => expect(readLibraryFiles(RESOURCES).articles).toHaveLength(3));
});
