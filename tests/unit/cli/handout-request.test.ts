import { describe, expect, it } from 'vitest';
import { parseNames, parseParts, parseSections, requestOf } from '../../../src/cli/handout-request';
import { articleIdSchema } from '../../../src/shared/domain';
import { PRESET_OPTIONS } from '../../../src/shared/handout-presets';

const IZBICA = articleIdSchema.parse('izbica-massacre');

describe('what a command asks for', () => {
  it('is a plain handout in English where nothing else is said', () => {
    expect(requestOf([IZBICA, IZBICA], {}, {})).toMatchObject({
      articles: [{ id: 'izbica-massacre' }],
      langs: ['en'],
      layout: 'single',
      page: { paper: 'A4', size: 10.5 },
    });
  });

  it('is the preset’s, but for what was said', () => {
    const request = requestOf([IZBICA], { langs: ['sq', 'en'], paper: 'A5', layout: 'parallel' }, PRESET_OPTIONS['large-print']); // prettier-ignore
    expect(request).toMatchObject({
      langs: ['sq', 'en'],
      layout: 'parallel',
      page: { paper: 'A5', size: 18, contrast: true },
    });
  });

  it('is of the articles of a handout that was opened, unless others are named', () => {
    const basis = {
      articles: [{ id: 'poklek-massacre', sections: ['lead' as const] }],
      langs: ['sq' as const],
    };
    expect(requestOf([], {}, basis)).toMatchObject(basis);
    expect(requestOf([IZBICA], {}, basis)).toMatchObject({
      articles: [{ id: 'izbica-massacre' }],
      langs: ['sq'],
    });
  });

  it('is of the sections that were said, in a handout that was opened too', () => {
    const basis = { articles: [{ id: 'izbica-massacre' }], langs: ['sq' as const] };
    const sections = new Map([['izbica-massacre', ['lead']]]);
    expect(requestOf([], { sections }, basis).articles).toEqual([{ id: 'izbica-massacre', sections: ['lead'] }]);
  }); // prettier-ignore

  it.each([
    ['a margin of a metre', { margin: 1000 }],
    ['three columns', { columns: 3 }],
    ['text of no size', { size: 0 }],
    ['sections of another article', { sections: new Map([['poklek-massacre', ['lead']]]) }],
  ])('is refused in words where it is %s', (_, options) => {
    expect(() => requestOf([IZBICA], options, {})).toThrow(RangeError);
  });
});

describe('parts', () => {
  it('say where they stand and how they lie', () => {
    expect(parseParts('text, names:once:landscape,map:each')).toEqual([
      { part: 'text' },
      { part: 'names', scope: 'once', landscape: true },
      { part: 'map', scope: 'each' },
    ]);
  });

  it.each(['', 'index', 'text:once', 'cover:sideways', 'text,text'])('are refused as “%s”', (list) => {
    expect(() => parseParts(list)).toThrow(RangeError);
  });
});

it('sections are said for each article', () => {
  const sections = parseSections('b:h-1', parseSections('a:lead,h-events'));
  expect([...sections]).toEqual([
    ['a', ['lead', 'h-events']],
    ['b', ['h-1']],
  ]);
  expect(() => parseSections('izbica-massacre')).toThrow(RangeError);
});

it('names are shown as written, explained, or in a language', () => {
  expect(['as-written', 'gloss', 'sr-Latn'].map(parseNames)).toEqual(['as-written', 'gloss', 'sr-Latn']);
  expect(() => parseNames('de')).toThrow(RangeError);
});
