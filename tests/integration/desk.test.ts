/** What a translator does to names, on a real library. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type KeptEntity, keptEntitySchema, sourceIdSchema } from '../../src/shared/domain';
import { wholeWords } from '../../src/core/names/whole-words';
import { LANGS } from '../../src/shared/lang';
import { openTestLibrary, RESOURCES, temporaryFolder, type TestLibrary } from '../support/library';

let library: TestLibrary;
const call: TestLibrary['call'] = (method, input) => library.call(method, input);
beforeEach(() => {
  library = openTestLibrary();
});
afterEach(() => library.remove());

async function kept(id: string): Promise<KeptEntity> {
  const { attestations: _, homonyms: __, edits: ___, ...entity } = await call('names.get', { id });
  return keptEntitySchema.parse({
    ...entity,
    names: entity.names.map(({ source: ____, edit: _____, ...name }) => name),
  });
}
const reopen = (resources?: string): void => {
  library.library.close();
  library = openTestLibrary(library.folder, resources);
};
const found = async (words: string) =>
  (await call('names.page', { order: 'en', words })).rows.map(({ id }) => id);

async function addName(id: string, text: string): Promise<number | null> {
  const before = await kept(id);
  const [first] = before.names;
  if (!first) throw new Error('no name');
  const name = { ...first, lang: 'sr-Cyrl' as const, text, kind: 'variant' as const, form: 'base' as const };
  return (await call('names.put', { before, after: { ...before, names: [...before.names, name] } })).edit;
}

describe('a name that is added', () => {
  it('is found in both scripts at once, signed, and gone when it is undone', async () => {
    await call('settings.set', { signedAs: 'Arta D.' });
    const edit = await addName('pl-izbica', 'Љубижданска Избица');
    expect(await found('ljubiždanska')).toEqual(['pl-izbica']);
    expect(await found('љубижданска')).toEqual(['pl-izbica']);
    const card = await call('names.get', { id: 'pl-izbica' });
    expect(card.names.filter((name) => name.edit === edit).map(({ text }) => text)).toEqual([
      'Љубижданска Избица',
      'Ljubiždanska Izbica',
    ]);
    expect(card.edits).toMatchObject([
      { number: edit, by: 'Arta D.', what: { kind: 'entity' }, undoneAt: null },
    ]);
    expect((await call('search.find', { words: 'ljubizdanska izbica' })).expanded[0]?.entity).toBe(
      'pl-izbica',
    );

    await call('names.undo', {});
    expect(await found('ljubiždanska')).toEqual([]);
    await call('names.redo', {});
    expect(await found('ljubiždanska')).toEqual(['pl-izbica']);
  });

  it('is there after the index was lost, and in a newer library, which keeps its own', async () => {
    await addName('pl-izbica', 'Нова Избица');
    library.library.close();
    for (const suffix of ['', '-wal', '-shm'])
      rmSync(join(library.folder, `index.db${suffix}`), { force: true });
    library = openTestLibrary(library.folder);
    expect(await found('nova izbica')).toEqual(['pl-izbica']);

    const resources = temporaryFolder();
    cpSync(RESOURCES, resources, { recursive: true });
    const edit = (file: string, change: (text: string) => string) =>
      writeFileSync(join(resources, file), change(readFileSync(join(resources, file), 'utf8')));
    edit('library.json', (text) => text.replace(/"version": "[^"]+"/u, '"version": "99.0.0"'));
    edit('entities.json', (text) => {
      const entities = keptEntitySchema.array().parse(JSON.parse(text));
      const izbica = entities.find(({ id }) => id === 'pl-izbica');
      const [first] = izbica?.names ?? [];
      if (!izbica || !first) throw new Error('no Izbica');
      izbica.names.push({ ...first, lang: 'en', text: 'Izbitsa', kind: 'misspelling', form: 'base' });
      return JSON.stringify(entities);
    });
    reopen(resources);
    expect(await found('nova izbica')).toEqual(['pl-izbica']);
    expect(await found('izbitsa')).toEqual(['pl-izbica']);
    rmSync(resources, { recursive: true });
  });

  it('does not take away what somebody else did in the meantime', async () => {
    const before = await kept('pl-izbica');
    await addName('pl-izbica', 'Прва');
    const note = { en: 'A note.', sq: 'Një shënim.', 'sr-Cyrl': 'Белешка.' };
    await call('names.put', { before, after: { ...before, note } });
    const after = await kept('pl-izbica');
    expect(after.note).toEqual(note);
    expect(after.names.map(({ text }) => text)).toContain('Прва');
  });
});

describe('an entity', () => {
  const NEW: KeptEntity = keptEntitySchema.parse({
    id: 'pl-llaushe',
    type: 'village',
    names: [
      {
        lang: 'sq',
        text: 'Llaushë',
        kind: 'preferred',
        form: 'indefinite',
        sources: ['my-map'],
        certainty: 'verified',
      },
    ],
  });
  const SOURCES = [{ id: sourceIdSchema.parse('my-map'), kind: 'dataset' as const, title: 'My map' }];

  it('is added with its source, listed by its alphabet, and taken away', async () => {
    await call('names.put', { before: null, after: NEW, sources: SOURCES });
    expect(await call('names.get', { id: 'pl-llaushe' })).toMatchObject({ names: [{ source: 'My map' }] });
    expect((await call('sources.list', {})).map(({ id }) => id)).toContain('my-map');
    await call('names.put', { before: NEW, after: null });
    await expect(call('names.get', { id: 'pl-llaushe' })).rejects.toMatchObject({ code: 'entity.unknown' });
  });

  it('is refused with a reason, and nothing is changed', async () => {
    await expect(call('names.put', { before: null, after: NEW })).rejects.toMatchObject({
      code: 'name.source-unknown',
    });
    const izbica = await kept('pl-izbica');
    await expect(call('names.put', { before: null, after: izbica })).rejects.toMatchObject({
      code: 'entity.exists',
    });
    const about = await kept('ev-izbica');
    await expect(call('names.put', { before: about, after: null })).rejects.toMatchObject({
      code: 'entity.in-use',
    });
    await expect(call('names.put', { before: null, after: null })).rejects.toMatchObject({
      code: 'name.nothing-left',
    });
    expect((await call('names.edits', {})).total).toBe(0);
  });
});

describe('a mention', () => {
  const WHERE = { article: 'izbica-massacre', lang: 'sr-Latn' as const };

  async function firstMention() {
    const article = await call('articles.get', { id: WHERE.article, lang: WHERE.lang });
    for (const { id, mentions } of article.blocks) if (mentions[0]) return { block: id, ...mentions[0] };
    throw new Error('nothing is mentioned');
  }

  it('is corrected, rejected and brought back, in both scripts', async () => {
    const { block, start, end, text, entity } = await firstMention();
    const at = { ...WHERE, block, start, end, text };
    const entityAt = async (lang: 'sr-Latn' | 'sr-Cyrl') => {
      const { blocks } = await call('articles.get', { id: WHERE.article, lang });
      return blocks.find(({ id }) => id === block)?.mentions[0]?.entity;
    };
    await call('names.mention', { ...at, entity: 'pl-likoc' });
    expect([await entityAt('sr-Latn'), await entityAt('sr-Cyrl')]).toEqual(['pl-likoc', 'pl-likoc']);
    expect((await call('names.get', { id: 'pl-likoc' })).attestations.some((one) => one.text === text)).toBe(
      true,
    );

    await call('names.mention', { ...at, entity: null });
    expect(await entityAt('sr-Latn')).not.toBe('pl-likoc');
    const proposed = await call('names.proposals', WHERE);
    expect(proposed.some((one) => one.block === block && one.start === start)).toBe(false);

    await call('names.undo', {});
    await call('names.undo', {});
    expect(await entityAt('sr-Cyrl')).toBe(entity);
  });

  it('is proposed where a name stands that nobody marked, and no longer once it is confirmed', async () => {
    const { block, start, end, text, entity } = await firstMention();
    await call('names.mention', { ...WHERE, block, start, end, text, entity: null });
    await call('names.undo', {});
    const before = await call('names.proposals', WHERE);
    const [proposal] = before;
    if (!proposal) throw new Error(`nothing is proposed; ${entity} stands everywhere`);
    const { candidates, before: _, after: __, ...at } = proposal;
    await call('names.mention', { ...at, entity: candidates[0]?.id ?? null });
    expect(await call('names.proposals', WHERE)).toHaveLength(before.length - 1);
  });

  it('is refused where the text is another by now', async () => {
    const { block, start, end } = await firstMention();
    await expect(
      call('names.mention', { ...WHERE, block, start, end, text: 'Something', entity: null }),
    ).rejects.toMatchObject({ code: 'mention.moved' });
    await expect(
      call('names.mention', { ...WHERE, block: 'no-such-block', start, end, text: 'x', entity: null }),
    ).rejects.toMatchObject({ code: 'mention.no-block' });
  });
});

describe('a place where somebody says that a name stands', () => {
  const WHERE = { article: 'izbica-massacre', lang: 'en' as const };

  async function passage(has: string) {
    const { blocks } = await call('articles.get', { id: WHERE.article, lang: WHERE.lang });
    const block = blocks.find(({ text }) => text.includes(has));
    if (!block) throw new Error(`no block has ${has}`);
    const part = (text: string, from = block.text.indexOf(text)) => ({
      ...WHERE, block: block.id, start: from, end: from + text.length, text: block.text.slice(from, from + text.length),
    }); // prettier-ignore
    return { block, part };
  }

  it('is of whole words, and the words are told where it is not', async () => {
    const { part } = await passage('village');
    const cut = part('illage');
    await expect(call('names.mention', { ...cut, entity: 'pl-izbica' })).rejects.toMatchObject({
      code: 'mention.part-of-word',
      params: { text: 'illage', words: expect.stringMatching(/^village/u) as unknown, start: cut.start - 1 },
    });
    const space = part(' village', (await passage('village')).block.text.indexOf(' village'));
    await expect(call('names.mention', { ...space, entity: 'pl-izbica' })).rejects.toMatchObject({
      code: 'mention.part-of-word',
    });
    await expect(call('names.mention', { ...part(' '), entity: 'pl-izbica' })).rejects.toMatchObject({
      code: 'mention.no-word',
    });
    await expect(call('names.mention', { ...cut, entity: null })).rejects.toMatchObject({
      code: 'mention.part-of-word',
    });
  });

  it('lies in its block', async () => {
    const { block, part } = await passage('village');
    const beyond = { ...part('village'), end: 9999, entity: 'pl-izbica' };
    await expect(call('names.mention', beyond)).rejects.toMatchObject({
      code: 'mention.outside',
      params: { block: block.id, length: block.text.length, end: 9999 },
    });
  });

  it('is not one where there is nothing to say no to', async () => {
    const { part } = await passage('village');
    const before = (await call('names.edits', {})).total;
    expect(await call('names.mention', { ...part('the'), entity: null })).toEqual({ edit: null });
    expect((await call('names.edits', {})).total).toBe(before);
  });

  it('is said to be none once', async () => {
    const [proposal] = (await call('names.proposals', WHERE)).filter(
      ({ block }) => !block.startsWith('fact-'),
    );
    if (!proposal) throw new Error('nothing is proposed');
    const { block, start, end, text } = proposal;
    const none = { ...WHERE, block, start, end, text, entity: null };
    const { edit } = await call('names.mention', none);
    expect(edit).not.toBeNull();
    expect(await call('names.mention', none)).toEqual({ edit: null });
    await call('names.undo', {});
  });

  it('is of whole words wherever the library has one', async () => {
    const cut: string[] = [];
    for (const { id } of await call('articles.list', {}))
      for (const lang of LANGS) {
        const { blocks } = await call('articles.get', { id, lang });
        for (const { text, mentions } of blocks)
          for (const mention of mentions) {
            const whole = wholeWords(text, mention);
            if (whole?.start !== mention.start || whole.end !== mention.end) cut.push(mention.text);
          }
      }
    expect(cut).toEqual([]);
  });
});

describe('a list of names', () => {
  it('follows the alphabet of each language', async () => {
    for (const order of LANGS) {
      const up = await call('names.page', { order, limit: 500 });
      const down = await call('names.page', { order, limit: 500, descending: true });
      expect(up.total).toBe(up.rows.length);
      expect(down.rows.map(({ id }) => id)).toEqual(up.rows.map(({ id }) => id).reverse());
    }
    const albanian = (await call('names.page', { order: 'sq', limit: 500 })).rows.map(({ id }) => id);
    const rank = (id: string) => albanian.indexOf(id as never);
    // Ç after C, and Ll after L.
    expect(rank('pl-cikatove-e-vjeter')).toBeGreaterThan(rank('pl-belgrade'));
  });

  it('comes in stretches that join', async () => {
    const all = (await call('names.page', { order: 'sr-Cyrl', limit: 500 })).rows.map(({ id }) => id);
    const joined: string[] = [];
    for (let offset = 0; offset < all.length; offset += 10)
      joined.push(
        ...(await call('names.page', { order: 'sr-Cyrl', limit: 10, offset })).rows.map(({ id }) => id),
      );
    expect(joined).toEqual(all);
  });

  it('is filtered by article, certainty and missing language', async () => {
    await call('names.put', {
      before: null,
      after: keptEntitySchema.parse({
        id: 'pl-llaushe',
        type: 'village',
        names: [
          {
            lang: 'sq',
            text: 'Llaushë',
            kind: 'preferred',
            form: 'indefinite',
            sources: ['geonames'],
            certainty: 'uncertain',
          },
        ],
      }),
    });
    const ids = async (input: object) =>
      (await call('names.page', { order: 'sq', limit: 500, ...input })).rows.map(({ id }) => String(id));
    expect(await ids({ missing: 'sr-Cyrl' })).toContain('pl-llaushe');
    expect(await ids({ missing: 'sq' })).not.toContain('pl-llaushe');
    expect(await ids({ certainty: 'uncertain' })).toContain('pl-llaushe');
    expect(await ids({ article: 'izbica-massacre' })).not.toContain('pl-llaushe');
    expect((await call('names.page', { order: 'en', limit: 500 })).rows.at(-1)?.id).toBe('pl-llaushe');
  });

  it('has what may have been meant where nothing is written so', async () => {
    expect(await call('names.page', { order: 'sq', words: 'Poklek' })).toMatchObject({ guessed: false });
    const guessed = await call('names.page', { order: 'sq', words: 'Poklekeve' });
    expect(guessed.guessed).toBe(true);
    expect(guessed.rows.map(({ id }) => id)).toContain('pl-poklek');
    expect(await call('names.page', { order: 'sq', words: 'Atlantis' })).toMatchObject({
      guessed: false,
      total: 0,
    });
  });
});
