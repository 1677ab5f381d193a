/** Handouts of the first library: composed, kept, opened again. Printing them: print*.test.ts. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HandoutRequestInput, Input } from '../../src/shared/contract';
import { articleIdSchema, entityIdSchema } from '../../src/shared/domain';
import { handoutRequestSchema } from '../../src/shared/handout';
import { PRESET_OPTIONS, PRESETS } from '../../src/shared/handout-presets';
import { LANGS } from '../../src/shared/lang';
import { openTestLibrary, type TestLibrary } from '../support/library';
import { newNoteId, writeNote } from '../support/notebook';

let one: TestLibrary;
beforeEach(() => {
  one = openTestLibrary();
});
afterEach(() => one.remove());

const ALL = ['drenica-massacres', 'izbica-massacre', 'poklek-massacre'] as const;
const request = (changes: Partial<HandoutRequestInput> = {}): HandoutRequestInput => ({
  articles: [{ id: 'izbica-massacre' }],
  langs: ['en'],
  ...changes,
});
const compose = (changes: Partial<HandoutRequestInput> = {}) => one.call('handout.compose', request(changes));
const fileOf = (value: unknown, name = 'handout.json') => ({
  file: {
    name,
    data: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64'),
  },
});

describe('a handout of the first library', () => {
  it.each(PRESETS)('is composed by the preset “%s”, in every language and layout', async (preset) => {
    for (const layout of ['single', 'parallel'] as const) {
      // More than two do not fit beside each other in large print.
      const langs = preset === 'large-print' ? LANGS.slice(0, 2) : [...LANGS];
      const handout = await compose({
        ...PRESET_OPTIONS[preset],
        layout,
        articles: ALL.map((id) => ({ id })),
        langs,
      });
      expect(handout.chapters).toHaveLength(layout === 'single' ? 3 * langs.length : 3);
      expect(handout.sheets.length).toBeGreaterThan(0);
      const ids = new Set(handout.chapters.map(({ id }) => id));
      for (const { parts } of handout.sheets)
        for (const { chapters } of parts) expect(chapters.every((id) => ids.has(id))).toBe(true);
    }
  });

  it('asks what the library has to ask, in the chapter’s languages', async () => {
    const { chapters } = await compose({ langs: ['sq', 'sr-Latn'], layout: 'parallel' });
    const [question] = chapters[0]!.questions;
    expect(question!.texts.map(({ lang }) => lang)).toEqual(['sq', 'sr-Latn']);
    expect(question!.texts[1]!.question).not.toMatch(/\p{Script=Cyrillic}/u);
    expect(question!.citations.length).toBeGreaterThan(0);
    const listed = await one.call('questions.list', { article: 'izbica-massacre', lang: 'sq' });
    expect(listed.map(({ question: text }) => text)).toEqual(chapters[0]!.questions.map(({ texts }) => texts[0]!.question)); // prettier-ignore
  });

  it('holds the reader’s notes where they are among its parts, all or the chosen ones', async () => {
    const first = await writeNote(one.call, 'on Izbica');
    await writeNote(one.call, 'on Izbica, too');
    const parts = [{ part: 'text' as const }, { part: 'notes' as const }];
    const article = (await one.call('notes.get', { id: first })).article!;
    const textsIn = async (changes: Partial<HandoutRequestInput>) =>
      (await compose({ articles: [{ id: article }], ...changes })).chapters[0]!.notes.map(({ text }) => text);
    expect(await textsIn({})).toEqual([]);
    expect((await textsIn({ parts })).toSorted()).toEqual(['on Izbica', 'on Izbica, too']);
    expect(await textsIn({ parts, notes: [first] })).toEqual(['on Izbica']);
  });

  it('holds notes on the names in its articles too', async () => {
    const id = newNoteId();
    const target = { on: 'entity', entity: entityIdSchema.parse('pl-izbica') } as const;
    await one.call('notes.save', { id, expected: 0, target, text: 'Ask where', colour: 'yellow', tags: [] });
    const parts = [{ part: 'text' as const }, { part: 'notes' as const }];
    const articles = ALL.map((article) => ({ id: article }));
    const textsIn = async (changes: Partial<HandoutRequestInput>) =>
      (await compose({ articles, parts, ...changes })).chapters.flatMap(({ notes }) => notes.map(({ text }) => text)); // prettier-ignore
    expect(await textsIn({})).toEqual(['Ask where']);
    expect(await textsIn({ notes: [id] })).toEqual(['Ask where']);
    expect(await textsIn({ notes: [newNoteId()] })).toEqual([]);
    const listed = (article: string) =>
      one.call('notes.on-names', { articles: [articleIdSchema.parse(article)], lang: 'sr-Latn' });
    expect(await listed('izbica-massacre')).toMatchObject([{ id, title: 'Izbica' }]);
    const inPoklek = await one.call('articles.get', { id: 'poklek-massacre', lang: 'en' });
    expect(inPoklek.entities.map((entity) => entity.id)).not.toContain('pl-izbica');
    expect(await listed('poklek-massacre')).toEqual([]);
  });

  it('says which sections there are, where none of the chosen ones is there', async () => {
    const articles = [{ id: 'izbica-massacre', sections: ['h-nope'] }];
    await expect(compose({ articles })).rejects.toMatchObject({
      code: 'handout.no-section',
      message: expect.stringMatching(/h-nope.*It has: lead, h-/su) as string,
    });
    const some = await compose({ articles: [{ id: 'izbica-massacre', sections: ['lead', 'h-nope'] }] });
    expect(some.chapters[0]!.missingSections).toEqual(['h-nope']);
  });

  it.each([
    ['editions', { layout: 'parallel' as const, langs: [...LANGS] }],
    ['columns', { page: { paper: 'A5' as const, size: 24, columns: 2 as const } }],
    ['page', { page: { paper: 'A5' as const, size: 24, margin: 40, binding: 25 } }],
  ])('is refused in words where its %s would be too narrow for words', async (what, changes) => {
    const page = { paper: 'A5' as const, size: 18 };
    await expect(compose({ page, ...changes })).rejects.toMatchObject({
      code: `handout.narrow-${what}`,
      message: expect.stringMatching(/larger paper/u) as string,
    });
  });

  it('keeps no word of what describes killings in detail, where that is left out', async () => {
    const { blocks } = await one.call('articles.get', { id: 'izbica-massacre', lang: 'en' });
    const graphic = blocks.filter((block) => block.graphic);
    expect(graphic.length).toBeGreaterThan(0);
    const printed = JSON.stringify((await compose({ withoutDetails: true })).chapters[0]!.editions);
    for (const { text } of graphic) expect(printed).not.toContain(JSON.stringify(text).slice(1, -1));
  });

  it('is refused in words where the article or its edition is not there', async () => {
    await expect(compose({ articles: [{ id: 'atlantis' }] })).rejects.toMatchObject({
      code: 'article.unknown',
    });
  });
});

describe('the atlas', () => {
  it('has every event with its date, the earliest first, and where it was', async () => {
    const { events, places } = await one.call('atlas.get', {});
    const izbica = events.find(({ id }) => id === 'ev-izbica')!;
    expect(izbica).toMatchObject({
      occasions: [{ from: '1999-03-28' }],
      places: ['pl-izbica'],
      about: 'izbica-massacre',
    });
    expect(events.find(({ id }) => id === 'ev-prekaz')).toMatchObject({
      articles: ['drenica-massacres'],
      toldIn: [{ article: 'drenica-massacres', block: 'events-1998-3' }],
    });
    const first = events.map(({ occasions }) => occasions[0]!.from);
    expect(first).toEqual(first.toSorted());
    expect(places.find(({ id }) => id === 'pl-izbica')).toMatchObject({ point: { lat: 42.7325 } });
    expect(places.find(({ id }) => id === 'pl-poklek-i-ri')?.point ?? null).toBeNull();
  });

  it('is of one article where that is asked for', async () => {
    const all = await one.call('atlas.get', {});
    const { places, events } = await one.call('atlas.get', { article: 'poklek-massacre' });
    expect(places.length).toBeLessThan(all.places.length);
    for (const { articles } of [...places, ...events]) expect(articles).toContain('poklek-massacre');
    await expect(one.call('atlas.get', { article: 'atlantis' })).rejects.toMatchObject({
      code: 'article.unknown',
    });
  });
});

describe('a handout that is kept', () => {
  const options = handoutRequestSchema.parse(request());
  const { articles, langs, title, subtitle, notes, questions, ...preset } = options;
  const kept = (name: string, id = 'one'): Input<'handouts.save'> => ({
    id,
    name,
    options: { ...preset, page: { ...preset.page, size: 18 } },
    choice: { articles, langs, title, subtitle, notes, questions },
  });

  it('is listed by its name, changed, and taken away', async () => {
    await one.call('handouts.save', kept('Razred 9'));
    await one.call('handouts.save', kept('Izbica', 'two'));
    expect((await one.call('handouts.list', {})).map(({ name }) => name)).toEqual(['Izbica', 'Razred 9']);
    await one.call('handouts.save', kept('A'));
    expect((await one.call('handouts.list', {})).map(({ name }) => name)).toEqual(['A', 'Izbica']);
    await one.call('handouts.remove', { id: 'two' });
    expect(await one.call('handouts.list', {})).toMatchObject([
      { id: 'one', options: { page: { size: 18 } } },
    ]);
  });

  it('is no setting, and comes back from a backup', async () => {
    const before = await one.call('settings.get', {});
    await one.call('handouts.save', kept('Razred 9'));
    expect(await one.call('settings.get', {})).toEqual(before);
    const { data } = await one.call('export.make', { what: 'backup' });
    await one.call('handouts.remove', { id: 'one' });
    await one.call('notebook.restore', { from: { file: { name: 'a.paralel-backup', data } }, trial: false });
    expect((await one.call('handouts.list', {})).map(({ name }) => name)).toEqual(['Razred 9']);
  });
});

describe('opening a handout again', () => {
  const attached = (changes: object = {}) => ({
    format: 'paralel-handout',
    version: 1,
    library: { id: 'drenica', version: '1.2.0' },
    request: handoutRequestSchema.parse(request()),
    ...changes,
  });
  const read = (value: unknown, name?: string) => one.call('handout.read', fileOf(value, name));

  it('gives back what was asked for', async () => {
    const given = attached();
    expect(await read(given)).toEqual({ request: given.request, missing: [], from: null });
  });

  it('says what is not there any more, and from which library it comes', async () => {
    const articles = [{ id: 'atlantis' }, { id: 'izbica-massacre' }];
    const gone = crypto.randomUUID();
    const given = handoutRequestSchema.parse(request({ articles, notes: [gone] }));
    const opened = await read(attached({ request: given, library: { id: 'other', version: '2.0.0' } }));
    expect(opened).toMatchObject({
      request: { articles: [{ id: 'izbica-massacre' }], notes: [] },
      missing: ['atlantis', gone],
      from: { id: 'other', version: '2.0.0' },
    });
  });

  it('says which sections are not there any more; where none is left, what was chosen stays', async () => {
    const opened = (...sections: string[]) =>
      read(attached({ request: handoutRequestSchema.parse(request({ articles: [{ id: 'izbica-massacre', sections }] })) })); // prettier-ignore
    expect(await opened('lead', 'h-gone')).toMatchObject({
      request: { articles: [{ id: 'izbica-massacre', sections: ['lead'] }] },
      missing: ['izbica-massacre:h-gone'],
    });
    expect(await opened('h-gone')).toMatchObject({
      request: { articles: [{ id: 'izbica-massacre', sections: ['h-gone'] }] },
      missing: ['izbica-massacre:h-gone'],
    });
  });

  it.each([
    ['no JSON', '{"format":'],
    ['JSON of something else', '{"format":"x"}'],
    ['a handout of a later version', JSON.stringify({ ...attached(), version: 2 })],
    ['an option that there is not', JSON.stringify({ ...attached(), request: { ...request(), rotate: 1 } })],
    ['a picture', '\u0089PNG'],
    ['nothing', ''],
    ['a broken PDF', '%PDF-1.7\n1 0 obj'],
  ])('says that %s is none', async (_, text) => {
    await expect(read(text, 'my.pdf')).rejects.toMatchObject({
      code: 'handout.unreadable',
      message: expect.stringContaining('my.pdf') as string,
    });
  });

  it('says which articles it was of, where none of them is there', async () => {
    const given = attached({ request: { ...attached().request, articles: [{ id: 'atlantis' }] } });
    await expect(read(given)).rejects.toMatchObject({
      code: 'handout.no-articles',
      message: expect.stringContaining('atlantis') as string,
    });
  });
});
