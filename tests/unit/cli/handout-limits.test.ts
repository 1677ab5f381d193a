import { describe, expect, it } from 'vitest';
import {
  checkSections,
  checkWithoutQuestions,
  parseColumns,
  parseMeasure,
  parseNotes,
  parseTitle,
  QUESTIONS_HELP,
  questionsOf,
} from '../../../src/cli/handout-limits';
import { SIZES } from '../../../src/shared/handout-parts';

const ID = '0b8f3a52-6a1e-4c0d-9f3e-2d5b7a90c1e4';
const question = (changes: object = {}) => ({
  article: null,
  texts: { en: { question: 'Who counted?', answer: '' } },
  lines: 2,
  ...changes,
});

describe('an option of a handout', () => {
  const size = parseMeasure('--size', SIZES, 'points');

  it('is taken as it is typed', () => {
    expect([size('8'), size('10,5'), parseColumns('2'), parseTitle('--title')('Class 9b')]).toEqual([
      8,
      10.5,
      2,
      'Class 9b',
    ]);
    expect(parseNotes('all')).toBe('all');
    expect(parseNotes(`${ID}, ${ID}`)).toEqual([ID, ID]);
  });

  it.each([
    ['--size 200: choose a number from 8 to 24 (points).', () => size('200')],
    ['--size large: choose a number from 8 to 24 (points).', () => size('large')],
    ['--columns 3: choose 1 or 2.', () => parseColumns('3')],
    ['--subtitle is 301 characters long; 300 are the most.', () => parseTitle('--subtitle')('x'.repeat(301))],
    ['--notes: “nope” is not the id of a note. Say all, or ids', () => parseNotes(`${ID},nope`)],
    [
      '--sections: “h-nope” is no section of izbica. Its sections are: lead, h-events.',
      () => checkSections('izbica', ['lead', 'h-nope'], ['lead', 'h-events']),
    ],
    ['“nope” about what was chosen. Its questions are: q-1.', () => checkWithoutQuestions(['nope'], ['q-1'])],
    ['“nope” about what was chosen. It has none.', () => checkWithoutQuestions(['nope'], [])],
  ])('is refused by its name, and with what is allowed: %s', (sentence, typed) => {
    expect(typed).toThrow(RangeError);
    expect(typed).toThrow(sentence);
  });
});

describe('a file of questions', () => {
  const read = (value: unknown) => () => questionsOf(value, 'mine.json');

  it('is read as its help shows it', () => {
    const example = QUESTIONS_HELP.slice(QUESTIONS_HELP.indexOf('[{'));
    expect(questionsOf(JSON.parse(example), 'mine.json')).toEqual([question({ lines: 4 })]);
  });

  it.each([
    ['mine.json has to hold a JSON list', {}],
    ['mine.json, question 2: “lines” has to be blank lines to answer on', [question(), question({ lines: 40 })]],
    ['question 1: “texts” has to be by language', [question({ texts: { en: 'Why?' } })]],
    ['question 1: “texts” has to be by language', [question({ texts: { de: {} } })]],
    ['question 1: “article” has to be the id of an article', [question({ article: 'No id' })]],
    ['question 1: there is no field “answer”', [question({ answer: 'x' })]],
    ['question 1: it has to have the fields article, texts, lines', ['Why?']],
    ['mine.json has 201 questions; 200 are the most', Array.from({ length: 201 }, () => question())],
  ])('is refused in words: %s', (sentence, value) => {
    expect(read(value)).toThrow(RangeError);
    expect(read(value)).toThrow(sentence);
    expect(read(value)).not.toThrow(/expected|Invalid/u);
  }); // prettier-ignore
});
