import { describe, expect, it } from 'vitest';
import { moved, placeAt } from '../../../src/renderer/components/handout/order';
import {
  type Choices,
  firstChoices,
  isOfPreset,
  isSame,
  known,
  lackOf,
  opened,
  optionsOf,
  presetOf,
  presetOptions,
  requestOf,
  toKeep,
  withPreset,
} from '../../../src/renderer/components/handout/choices';
import {
  newQuestion,
  titleOf,
  withWords,
  written,
} from '../../../src/renderer/components/handout/own-questions';
import {
  leftOut,
  scopeOf,
  scopesOf,
  turned,
  withoutPart,
  withPart,
  withScope,
} from '../../../src/renderer/components/handout/parts';
import { sectionsOf, toggledSection } from '../../../src/renderer/components/handout/sections';
import { articleIdSchema, blockIdSchema } from '../../../src/shared/domain';
import { handoutOptionsSchema, handoutRequestSchema, savedHandoutSchema } from '../../../src/shared/handout';
import { PRESET_OPTIONS, PRESETS } from '../../../src/shared/handout-presets';

const IZBICA = articleIdSchema.parse('izbica-massacre');
const POKLEK = articleIdSchema.parse('poklek-massacre');
const begun = (changes: Partial<Choices> = {}): Choices => ({
  ...firstChoices({ articles: [{ id: IZBICA }], langs: ['sq'], paper: 'A4' }),
  ...changes,
});

describe('things in an order', () => {
  it('are moved up and down, and no further than the ends', () => {
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 1, 9)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 7, 0)).toEqual(['a', 'b', 'c']);
  });

  it('change places with a row when they are dragged past its middle', () => {
    const middles = [10, 30, 50];
    expect(placeAt(middles, 0, 29)).toBe(0);
    expect(placeAt(middles, 0, 31)).toBe(1);
    expect(placeAt(middles, 0, 999)).toBe(2);
    expect(placeAt(middles, 2, 9)).toBe(0);
    expect(placeAt(middles, 1, 30)).toBe(1);
  });
});

describe('a handout that is begun', () => {
  it('is for a class, in the reader’s languages and on their paper', () => {
    const choices = firstChoices({ articles: [{ id: IZBICA }], langs: ['sq', 'en'], paper: 'Letter' });
    expect(choices).toMatchObject({
      langs: ['sq', 'en'],
      layout: 'parallel',
      page: { paper: 'Letter', size: 11 },
    });
    expect(choices.parts).toEqual(PRESET_OPTIONS.class.parts);
    expect(presetOf(choices)).toBe('class');
    expect(begun().layout).toBe('single');
  });

  it('is a request as the contract would read it', () => {
    const request = requestOf(begun());
    expect(handoutRequestSchema.parse(request)).toEqual(request);
  });

  it.each([
    ['articles', { articles: [] }],
    ['langs', { langs: [] }],
    ['parts', { parts: [] }],
  ] as const)('is no request without %s', (lack, changes) => {
    const choices = begun({ ...changes, ...('articles' in changes && { articles: [] }) } as Partial<Choices>);
    expect(lackOf(choices)).toBe(lack);
    expect(requestOf(choices)).toBeUndefined();
  });

  it('asks nothing that has no words', () => {
    const [blank, asked] = [
      newQuestion(null),
      withWords(newQuestion(IZBICA), 'sq', { question: 'Pse?', answer: '' }),
    ];
    const halfAsked = withWords(asked, 'en', { answer: 'An answer to nothing' });
    const request = requestOf(begun({ questions: { without: [], own: [blank, halfAsked] } }));
    expect(request?.questions.own).toEqual([
      { article: IZBICA, lines: 3, texts: { sq: { question: 'Pse?', answer: '' } } },
    ]);
    expect(written([blank])).toEqual([]);
    expect(titleOf(halfAsked, ['en', 'sq'])).toEqual({ lang: 'sq', text: 'Pse?' });
    expect(titleOf(blank, ['en'])).toBeUndefined();
  });

  it('loses articles that the library does not have', () => {
    const both = begun({ articles: [{ id: IZBICA }, { id: POKLEK }] });
    expect(known(both, (id) => id === POKLEK).articles).toEqual([{ id: POKLEK }]);
  });
});

describe('presets', () => {
  it.each(PRESETS)('%s is filled in as the contract does', (preset) => {
    expect(presetOptions(preset)).toEqual(handoutOptionsSchema.parse(PRESET_OPTIONS[preset]));
  });

  it.each(PRESETS)('%s leaves layout, names and paper as the reader has them', (preset) => {
    const now = optionsOf(
      begun({ layout: 'parallel', names: 'gloss', page: { ...begun().page, paper: 'A5' } }),
    );
    const chosen = withPreset(preset, now);
    expect(chosen).toMatchObject({ layout: 'parallel', names: 'gloss', page: { paper: 'A5' } });
    expect(presetOf(chosen)).toBe(preset);
  });

  it('are no longer what they were when something is changed', () => {
    expect(presetOf(begun({ withoutDetails: true }))).toBeUndefined();
    expect(presetOf(begun({ parts: begun().parts.toReversed() }))).toBeUndefined();
  });

  it('of one’s own are kept without the articles and bring none', () => {
    const choices = begun({ withoutDetails: true });
    const kept = toKeep(choices, false);
    const saved = savedHandoutSchema.parse({ id: 'x', name: 'Mine', at: '2026-11-22T10:00:00Z', ...kept });
    expect(saved.choice).toBeNull();
    const other = begun({ articles: [{ id: POKLEK }], title: 'Poklek' });
    expect(opened(saved, other)).toEqual({ ...choices, articles: [{ id: POKLEK }], title: 'Poklek' });
    expect(isOfPreset(saved, choices)).toBe(true);
    expect(isOfPreset(saved, begun())).toBe(false);
  });

  it('can be kept while no article is chosen; a handout cannot', () => {
    const without = begun({ articles: [] });
    expect(toKeep(without, true)).toBeUndefined();
    expect(toKeep(without, false)?.choice).toBeNull();
    expect(toKeep(begun({ parts: [] }), false)).toBeUndefined();
  });

  it('with their articles are a handout, and come back whole', () => {
    const choices = begun({ title: 'Klasa 9b', notes: [], subtitle: 'Histori' });
    const saved = savedHandoutSchema.parse({
      id: 'x',
      name: 'Mine',
      at: '2026-11-22T10:00:00Z',
      ...toKeep(choices, true),
    });
    expect(isSame(opened(saved, begun({ articles: [{ id: POKLEK }] })), choices)).toBe(true);
  });
});

describe('parts', () => {
  const some = [{ part: 'text' as const }, { part: 'names' as const }, { part: 'answers' as const }];

  it('come in where a new handout would have them', () => {
    expect(withPart(some, 'map').map(({ part }) => part)).toEqual(['text', 'map', 'names', 'answers']);
    expect(withPart(some, 'cover').map(({ part }) => part)[0]).toBe('cover');
    expect(withPart([{ part: 'text' }], 'answers').at(-1)).toEqual({ part: 'answers' });
    expect(withPart(some, 'names')).toEqual(some);
  });

  it('are left out and listed', () => {
    expect(withoutPart(some, 'names').map(({ part }) => part)).toEqual(['text', 'answers']);
    expect(leftOut(some)).toHaveLength(12);
    expect(leftOut(some)).not.toContain('text');
  });

  it('stand after each article or once, where there are several articles', () => {
    expect(scopesOf('map', 1)).toEqual([]);
    expect(scopesOf('map', 2)).toEqual(['once', 'each']);
    expect(scopesOf('text', 2)).toEqual([]);
    expect(scopeOf({ part: 'map' })).toBe('once');
    expect(withScope({ part: 'map', landscape: true }, 'each')).toEqual({
      part: 'map',
      scope: 'each',
      landscape: true,
    });
    expect(withScope({ part: 'map', scope: 'each' }, 'once')).toEqual({ part: 'map' });
  });

  it('lie across and upright again', () => {
    expect(turned({ part: 'map', scope: 'each' })).toEqual({ part: 'map', scope: 'each', landscape: true });
    expect(turned({ part: 'map', landscape: true })).toEqual({ part: 'map' });
  });
});

describe('sections', () => {
  const block = (id: string, type: 'heading' | 'paragraph', level?: number) => ({
    id: blockIdSchema.parse(id),
    type,
    ...(level && { level }),
    text: id,
    mentions: [],
    citations: [],
  });
  const blocks = [
    block('lead-1', 'paragraph'),
    block('killings', 'heading', 2),
    block('the-field', 'heading', 3),
    block('after', 'heading', 2),
  ];
  const all = sectionsOf({ blocks });

  it('are the beginning and what stands under headings of the second level', () => {
    expect(all.map(({ id }) => id)).toEqual(['lead', 'killings', 'after']);
    expect(sectionsOf({ blocks: blocks.slice(1) }).map(({ id }) => id)).toEqual(['killings', 'after']);
  });

  it('are left out and taken in again, one at least remaining', () => {
    const article = { id: IZBICA };
    const less = toggledSection(article, all, all[1]!.id);
    expect(less.sections).toEqual(['lead', 'after']);
    expect(toggledSection(less, all, all[1]!.id)).toEqual(article);
    const one = toggledSection(less, all, 'lead');
    expect(toggledSection(one, all, all[2]!.id)).toEqual(one);
  });

  it('are chosen among those that there are, when one was lost', () => {
    const lost = blockIdSchema.parse('gone');
    const article = { id: IZBICA, sections: ['lead' as const, lost] };
    expect(toggledSection(article, all, all[1]!.id).sections).toEqual(['lead', all[1]!.id]);
    expect(toggledSection(article, all, 'lead')).toEqual(article);
  });
});
