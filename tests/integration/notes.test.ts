/** What a reader writes, on a real library. */
import { randomUUID } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input, Note } from '../../src/shared/contract';
import type { Lang } from '../../src/shared/lang';
import { noteIdSchema } from '../../src/shared/notes';
import { openTestLibrary, RESOURCES, temporaryFolder, type TestLibrary } from '../support/library';

let library: TestLibrary;
const call: TestLibrary['call'] = (method, input) => library.call(method, input);
beforeEach(() => {
  library = openTestLibrary();
});
afterEach(() => library.remove());

type Save = Input<'notes.save'>;
type Target = NonNullable<Save['target']>;

const ARTICLE = 'izbica-massacre';
const newId = () => noteIdSchema.parse(randomUUID());

async function textOf(lang: Lang, block: string, article = ARTICLE): Promise<string> {
  const { blocks } = await call('articles.get', { id: article, lang });
  const found = blocks.find(({ id }) => id === block);
  if (!found) throw new Error(`no block ${block}`);
  return found.text;
}
async function firstParagraph(lang: Lang): Promise<{ block: string; text: string }> {
  const { blocks } = await call('articles.get', { id: ARTICLE, lang });
  const found = blocks.find(({ type }) => type === 'paragraph');
  if (!found) throw new Error('no paragraph');
  return { block: found.id, text: found.text };
}
async function words(lang: Lang, from: number, to: number): Promise<Target> {
  const { block, text } = await firstParagraph(lang);
  return quote(lang, block, text.slice(from, to), from);
}
const quote = (lang: Lang, block: string, text: string, start: number): Target => ({
  on: 'quote', article: ARTICLE, lang, block, start, end: start + text.length, text,
}); // prettier-ignore

async function save(input: Partial<Save>): Promise<Note> {
  const { note } = await call('notes.save', {
    id: newId(), expected: 0, text: '', colour: 'yellow', tags: [], ...input,
  }); // prettier-ignore
  return note;
}
const reopen = (resources?: string): void => {
  library.library.close();
  library = openTestLibrary(library.folder, resources);
};
const listed = async (filter: Partial<Input<'notes.page'>> = {}) =>
  (await call('notes.page', { lang: 'en', sort: 'place', ...filter })).rows;

describe('a note', () => {
  it('is kept with the words it is on, who wrote it and when, and is there after a new start', async () => {
    await call('settings.set', { signedAs: 'Arta D.' });
    const note = await save({ target: await words('sr-Latn', 10, 40), text: 'Прво *питање*', tags: ['čas'] });
    expect(note).toMatchObject({
      revision: 1, on: 'quote', article: ARTICLE, lang: 'sr-Latn', state: 'anchored', score: null,
      text: 'Прво *питање*', tags: ['čas'], by: 'Arta D.', removed: false,
      quote: (await firstParagraph('sr-Latn')).text.slice(10, 40),
    }); // prettier-ignore
    reopen();
    expect(await call('notes.get', { id: note.id })).toEqual(note);
  });

  it('stands on the same words in the other script, and on their block in another language', async () => {
    const { blocks } = await call('articles.get', { id: ARTICLE, lang: 'sr-Latn' });
    const found = blocks.flatMap(({ id, text }) => {
      const word = /\p{L}*lj\p{L}*/u.exec(text);
      return word ? [{ block: id, at: word.index, word: word[0] }] : [];
    })[0];
    if (!found) throw new Error('no lj in the text');
    const { at, word, ...latin } = found;
    await save({ target: quote('sr-Latn', latin.block, word, at) });
    const [inLatin] = await call('notes.of', { article: ARTICLE, lang: 'sr-Latn' });
    const [inCyrillic] = await call('notes.of', { article: ARTICLE, lang: 'sr-Cyrl' });
    const [inEnglish] = await call('notes.of', { article: ARTICLE, lang: 'en' });
    const cyrillic = await textOf('sr-Cyrl', latin.block);
    expect(inLatin?.at).toEqual({ lang: 'sr-Latn', block: latin.block, start: at, end: at + word.length });
    expect(inCyrillic?.at?.lang).toBe('sr-Cyrl');
    expect(cyrillic.slice(inCyrillic?.at?.start, inCyrillic?.at?.end)).toMatch(/љ/u);
    expect(inEnglish?.at).toEqual(inLatin?.at);
  });

  it('is on a paragraph, an article, a figure or a name too', async () => {
    const { block, text } = await firstParagraph('sq');
    const [figure] = (await call('articles.get', { id: ARTICLE, lang: 'en' })).figures;
    const article = ARTICLE;
    const onBlock = await save({ target: { on: 'block', article, lang: 'sq', block }, text: 'p' });
    expect(onBlock.at).toEqual({ lang: 'sq', block, start: 0, end: text.length });
    expect(text.startsWith(onBlock.quote ?? '-')).toBe(true);
    await save({ target: { on: 'article', article, lang: 'sq' }, text: 'a' });
    await save({ target: { on: 'figure', article, figure: figure?.id ?? '' }, text: 'f' });
    await save({ target: { on: 'entity', entity: 'pl-izbica' }, text: 'e' });
    expect((await call('notes.of', { entity: 'pl-izbica' })).map(({ text: t }) => t)).toEqual(['e']);
    expect((await call('notes.of', { article: ARTICLE, lang: 'sq' })).map(({ text: t }) => t)).toEqual([
      'a',
      'p',
      'f',
    ]);
    expect((await listed()).map(({ text: t, title }) => [t, title])).toEqual([
      ['a', 'Izbica massacre'], ['p', 'Izbica massacre'], ['f', 'Izbica massacre'], ['e', 'Izbica'],
    ]); // prettier-ignore
  });

  it('is refused, and nothing kept, where what it is on is not there', async () => {
    const { block } = await firstParagraph('en');
    const article = ARTICLE;
    const refused = (target: Target | undefined, code: string) =>
      expect(call('notes.save', { id: newId(), expected: 0, text: 'x', colour: 'red', tags: [], ...(target && { target }) }))
        .rejects.toMatchObject({ code }); // prettier-ignore
    await refused(undefined, 'note.nowhere');
    await refused(quote('en', block, 'not these words', 0), 'note.moved');
    await refused({ on: 'block', article, lang: 'en', block: 'none' }, 'note.no-block');
    await refused({ on: 'figure', article, figure: 'none' }, 'note.no-figure');
    await refused({ on: 'article', article: 'none', lang: 'en' }, 'article.unknown');
    await refused({ on: 'entity', entity: 'pl-none' }, 'entity.unknown');
    await expect(save({ target: await words('en', 0, 5), text: 'x'.repeat(5 * 1024 * 1024) })).rejects.toMatchObject({
      code: 'note.too-long', params: { length: 5 * 1024 * 1024, limit: 200_000 },
    }); // prettier-ignore
    expect(await listed()).toEqual([]);
  });
});

describe('what is saved', () => {
  it('is kept once, however often it is sent', async () => {
    const id = newId();
    const sent = {
      id,
      expected: 0,
      target: await words('en', 0, 9),
      text: 'one',
      colour: 'blue' as const,
      tags: [],
    };
    await call('notes.save', sent);
    expect((await call('notes.save', sent)).state).toBe('unchanged');
    const again = { ...sent, expected: 1, text: 'two' };
    expect((await call('notes.save', again)).state).toBe('saved');
    expect((await call('notes.save', again)).state).toBe('unchanged');
    expect((await call('notes.history', { id })).map(({ text, revision }) => [revision, text])).toEqual([[2, 'two'], [1, 'one']]); // prettier-ignore
  });

  it('overwrites nothing that another window wrote meanwhile: both are kept', async () => {
    const id = newId();
    const target = await words('en', 0, 9);
    const content = { id, colour: 'blue' as const, tags: [] };
    await call('notes.save', { ...content, expected: 0, target, text: 'one' });
    await call('notes.save', { ...content, expected: 1, text: 'theirs' });
    const mine = { ...content, expected: 1, text: 'mine' };
    const { state, note, copy } = await call('notes.save', mine);
    expect([state, note.text, copy?.text, copy?.copyOf, copy?.quote]).toEqual(['conflict', 'theirs', 'mine', id, note.quote]); // prettier-ignore
    expect((await call('notes.save', mine)).copy?.id).toBe(copy?.id);
    expect(await listed()).toHaveLength(2);
    // Who changed nothing has nothing to keep beside.
    expect((await call('notes.save', { ...content, expected: 1, text: 'one' })).state).toBe('unchanged');
    expect(await listed()).toHaveLength(2);
  });

  it('goes to the note that it names, whatever was saved between', async () => {
    const [a, b] = [await save({ target: await words('en', 0, 4), text: 'a' }), await save({ target: await words('en', 5, 9), text: 'b' })]; // prettier-ignore
    await call('notes.save', { id: a.id, expected: 1, text: 'a2', colour: 'red', tags: [] });
    expect((await call('notes.get', { id: b.id })).text).toBe('b');
  });
});

describe('a deleted note', () => {
  it('is in the trash, comes back as it was, and keeps its history', async () => {
    const { id } = await save({ target: await words('en', 0, 9), text: 'one' });
    expect(await call('notes.remove', { ids: [id, newId()] })).toEqual({ removed: [id] });
    expect(await listed()).toEqual([]);
    expect(await call('notes.of', { article: ARTICLE, lang: 'en' })).toEqual([]);
    expect((await listed({ removed: true })).map((note) => note.id)).toEqual([id]);
    reopen();
    expect(await call('notes.restore', { ids: [id] })).toEqual({ restored: [id] });
    expect((await listed()).map(({ text, revision }) => [text, revision])).toEqual([['one', 3]]);
    expect((await call('notes.history', { id })).map(({ removed }) => removed)).toEqual([false, true, false]);
  });

  it('is deleted for good from the trash only, and then is in no file', async () => {
    const secret = 'Xhevahire-kanarina';
    const { id } = await save({ target: await words('en', 0, 9), text: secret });
    expect(await call('notes.purge', { ids: [id], backups: true })).toEqual({ purged: 0 });
    await listed({ words: secret });
    await call('notes.remove', { ids: [id] });
    expect(await call('notes.purge', { backups: true })).toEqual({ purged: 1 });
    await expect(call('notes.get', { id })).rejects.toMatchObject({ code: 'note.unknown' });
    const files = readdirSync(library.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) expect(readFileSync(file).includes(secret), file).toBe(false);
    for (const file of files) expect(readFileSync(file).includes(secret.toLowerCase()), file).toBe(false);
  });
});

describe('the notebook', () => {
  it('is filtered by words in either script, article, tag, colour and state, in the order asked for', async () => {
    const first = await save({ target: await words('sr-Cyrl', 20, 40), text: 'Ђаковица и Љубижда', tags: ['час', 'име'], colour: 'red' }); // prettier-ignore
    const second = await save({ target: await words('sr-Cyrl', 0, 10), text: 'друга', tags: ['час'] });
    const other = await save({
      target: { on: 'article', article: 'poklek-massacre', lang: 'en' },
      text: 'third',
    });
    const ids = async (filter: Parameters<typeof listed>[0]) => (await listed(filter)).map(({ id }) => id);
    expect(await ids({ words: 'djakovica ljubizda' })).toEqual([first.id]);
    expect(await ids({ words: 'cas' })).toEqual([second.id, first.id]);
    expect(await ids({ words: '100%' })).toEqual([]);
    expect(await ids({ tag: 'име' })).toEqual([first.id]);
    expect(await ids({ colour: 'red' })).toEqual([first.id]);
    expect(await ids({ state: 'orphaned' })).toEqual([]);
    expect(await ids({ article: ARTICLE })).toEqual([second.id, first.id]);
    expect(await ids({ sort: 'time' })).toEqual([first.id, second.id, other.id]);
    expect(await ids({ sort: 'time', descending: true, limit: 1, offset: 1 })).toEqual([second.id]);
    const page = await call('notes.page', { lang: 'sq', sort: 'place', words: 'cas' });
    expect(page).toMatchObject({
      total: 2, all: 3, removed: 0,
      articles: [{ count: expect.any(Number) }, { count: expect.any(Number) }],
      tags: [{ tag: 'час', count: 2 }, { tag: 'име', count: 1 }],
      colours: [{ colour: 'yellow', count: 2 }, { colour: 'red', count: 1 }],
      states: [{ state: 'anchored', count: 3 }],
    }); // prettier-ignore
    expect(page.articles.find(({ article }) => article === ARTICLE)?.title).toBe('Masakra e Izbicës');
  });

  it('shows what another process has written', async () => {
    const other = openTestLibrary(library.folder);
    await save({ target: await words('en', 0, 9), text: 'here' });
    await other.call('notes.save', {
      id: newId(), expected: 0, target: await words('en', 0, 9), text: 'there', colour: 'green', tags: [],
    }); // prettier-ignore
    expect((await listed({ sort: 'time' })).map(({ text }) => text)).toEqual(['here', 'there']);
    other.library.close();
  });

  it('keeps its order when the clock jumps', async () => {
    const one = await save({ target: await words('en', 0, 9), text: 'one' });
    const db = new Database(join(library.folder, 'notebook.db'));
    db.exec(`UPDATE note_revision SET at = '2099-01-01T00:00:00.000Z'`);
    db.close();
    const two = await save({ target: await words('en', 0, 9), text: 'two' });
    expect((await listed({ sort: 'time', descending: true })).map(({ id }) => id)).toEqual([two.id, one.id]);
  });
});

describe('another version of the library', () => {
  async function withText(change: (text: string) => string): Promise<string> {
    const resources = join(temporaryFolder(), 'library');
    cpSync(RESOURCES, resources, { recursive: true });
    const head = JSON.parse(readFileSync(join(resources, 'library.json'), 'utf8')) as { version: string };
    writeFileSync(join(resources, 'library.json'), JSON.stringify({ ...head, version: '99.0.0' }));
    for (const entry of readdirSync(resources, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isFile() || !path.includes(ARTICLE)) continue;
      writeFileSync(path, change(readFileSync(path, 'utf8')));
    }
    return resources;
  }

  it('has the notes where their words are now, says what moved, and loses none', async () => {
    const { block, text } = await firstParagraph('en');
    const sentence = /[^.]+\./u.exec(text)?.[0] ?? '';
    const kept = await save({ target: quote('en', block, sentence.slice(0, 20), 0), text: 'kept' });
    const gone = await save({ target: quote('en', block, text.slice(-30), text.length - 30), text: 'gone' });
    const onBlock = await save({
      target: { on: 'block', article: ARTICLE, lang: 'en', block },
      text: 'b',
    });
    const resources = await withText((source) =>
      source.replace(text.slice(-30), 'Nothing of it is left here.'),
    );
    reopen(resources);
    const states = Object.fromEntries((await listed()).map(({ text: t, state }) => [t, state]));
    expect(states).toEqual({ kept: 'anchored', gone: 'orphaned', b: 'anchored' });
    expect((await call('notes.get', { id: kept.id })).at).toMatchObject({ block, start: 0, end: 20 });
    const orphan = await call('notes.get', { id: gone.id });
    expect([orphan.at, orphan.quote]).toEqual([null, text.slice(-30)]);
    expect(onBlock.id).toBeDefined();
    // Placed by hand, it has a place again, and its history says where it was.
    const now = await textOf('en', block);
    await call('notes.save', {
      id: gone.id, expected: 1, text: 'gone', colour: 'yellow', tags: [],
      target: quote('en', block, now.slice(-10), now.length - 10),
    }); // prettier-ignore
    expect((await listed({ state: 'orphaned' })).length).toBe(0);
    expect((await call('notes.history', { id: gone.id })).map((one) => one.quote)).toEqual([now.slice(-10), text.slice(-30)]); // prettier-ignore
  });
});

describe('where the reader was', () => {
  it('is forgotten when asked, and not kept where no history is wanted', async () => {
    const at = { article: ARTICLE, block: 'lead-1', offset: 0.5 };
    await call('reading.keep', at);
    expect(await call('reading.recent', { limit: 5 })).toHaveLength(1);
    await call('reading.clear', {});
    expect(await call('reading.recent', { limit: 5 })).toEqual([]);
    await call('reading.keep', at);
    await call('settings.set', { keepsHistory: false });
    expect(await call('reading.position', { article: ARTICLE })).toBeNull();
    await call('reading.keep', at);
    expect(await call('reading.position', { article: ARTICLE })).toBeNull();
  });
});
