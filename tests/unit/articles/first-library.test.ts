import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLibraryFiles } from '../../../src/library/resources';
import { LEAD } from '../../../src/shared/handout';
import { RESOURCES, temporaryFolder } from '../../support/library';

const { articles, entities, events } = readLibraryFiles(RESOURCES);

describe('the first library', () => {
  /** Events that no document dates. */
  const UNDATED = ['ev-bytyqi'];

  it('says when every event was, but for those that nobody dates', () => {
    const known = entities.map(({ id }) => id).filter((id) => id.startsWith('ev-'));
    expect([...events.map(({ entity }) => entity), ...UNDATED].sort()).toEqual(known.sort());
  });

  it('dates an event within what its record says of it', () => {
    const checked = events.flatMap(({ entity, occasions }) => {
      const within = entities.find(({ id }) => id === entity)?.within?.en ?? '';
      const dates = occasions.flatMap(({ from, to = from }) => [from, to]).join(' ');
      const years = within.match(/\b(?:19|20)\d\d\b/gu) ?? [];
      for (const year of years) expect.soft(dates, entity).toContain(year);
      return years;
    });
    expect(checked.length).toBeGreaterThan(15);
  });

  it('leaves the lead and the headings in place where details of killings are left out', () => {
    const graphic = articles.flatMap(({ article }) => article.blocks.filter((block) => block.graphic));
    expect(graphic.length).toBeGreaterThan(3);
    expect(graphic.filter(({ id, type }) => id.startsWith(LEAD) || type === 'heading')).toEqual([]);
  });

  it('asks at least five questions about each article, with the same numbers in the answers of three languages', () => {
    const numbers = (text: string) => new Set(text.match(/\d{2,}/gu));
    for (const { article, questions } of articles) {
      expect(questions.length, article.id).toBeGreaterThanOrEqual(5);
      for (const { id, answer } of questions) {
        for (const lang of ['sq', 'sr-Cyrl'] as const)
          expect.soft(numbers(answer[lang]), `${id} ${lang}`).toEqual(numbers(answer.en));
      }
    }
  });
});

it('a library may do without dates and questions', () => {
  const folder = temporaryFolder();
  try {
    cpSync(RESOURCES, folder, { recursive: true });
    rmSync(join(folder, 'events.json'));
    for (const { article } of articles) rmSync(join(folder, 'articles', article.id, 'questions.json'));
    const files = readLibraryFiles(folder);
    expect(files.events).toEqual([]);
    expect(files.articles.map(({ questions }) => questions)).toEqual([[], [], []]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
