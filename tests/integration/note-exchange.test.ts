/** Notes that leave a library and come into another. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input, Note } from '../../src/shared/contract';
import { NOTE_FORMATS, type NoteFormat } from '../../src/shared/note-parts';
import { openTestLibrary, type TestLibrary } from '../support/library';

let library: TestLibrary;
let other: TestLibrary;
beforeEach(() => {
  library = openTestLibrary();
  other = openTestLibrary();
});
afterEach(() => {
  library.remove();
  other.remove();
});

const ARTICLE = 'izbica-massacre';
type Save = Input<'notes.save'>;

async function save(given: Partial<Save> & { target: Save['target'] }, at = library): Promise<Note> {
  const input = { id: randomUUID(), expected: 0, text: '', colour: 'yellow' as const, tags: [], ...given };
  return (await at.call('notes.save', input)).note;
}
/** Whole words: so many units, and to the end of the word. */
async function onWords(
  lang: 'en' | 'sr-Latn' | 'sr-Cyrl',
  length = 24,
): Promise<NonNullable<Save['target']>> {
  const { blocks } = await library.call('articles.get', { id: ARTICLE, lang });
  const block = blocks.find(({ type }) => type === 'paragraph');
  if (!block) throw new Error('no paragraph');
  const end = block.text.indexOf(' ', length);
  return {
    on: 'quote',
    article: ARTICLE,
    lang,
    block: block.id,
    start: 0,
    end,
    text: block.text.slice(0, end),
  };
}
const out = async (format: NoteFormat, filter: object = {}) => {
  const made = await library.call('export.make', { what: 'notes', format, lang: 'en', filter });
  return {
    ...made,
    file: { name: made.name, data: made.data },
    text: Buffer.from(made.data, 'base64').toString(),
  };
};
const all = async (of: TestLibrary) => (await of.call('notes.page', { lang: 'en', sort: 'place' })).rows;
const annotation = (value: object) => ({
  name: 'given.jsonld',
  data: Buffer.from(JSON.stringify(value)).toString('base64'),
});

describe('notes that go out', () => {
  it('are in every format with their quoted words and what they say', async () => {
    const target = await onWords('sr-Latn');
    await save({ target, text: 'Čuvari *priče*', tags: ['čas'] });
    await save({ target: { on: 'entity', entity: 'pl-izbica' }, text: 'Šljivova' });
    for (const format of NOTE_FORMATS) {
      const { count, text, name } = await out(format);
      expect([count, name]).toEqual([2, expect.stringMatching(/^drenica.*-notes\.\w+$|^.*-notes\.\w+$/u)]);
      if (format === 'annotations') continue;
      expect(text, format).toContain('Čuvari');
      expect(text, format).toContain('Šljivova');
      expect(text, format).toMatch(/čas/u);
    }
    expect((await out('markdown', { tag: 'čas' })).text).not.toContain('Šljivova');
  });
});

describe('notes that come in', () => {
  it('come back from our own files as they were, and twice only once', async () => {
    const content = { text: 'Čuvari *priče*', tags: ['čas', 'Ђ'], colour: 'red' as const };
    await save({ target: await onWords('sr-Latn'), ...content });
    await save({ target: await onWords('en', 40) });
    await save({ target: { on: 'article', article: ARTICLE, lang: 'sq' }, text: 'a' });
    await save({ target: { on: 'entity', entity: 'pl-izbica' }, text: 'e' });
    const was = (await all(library)).map(({ revision: _, ...note }) => note);
    for (const format of ['webannotation', 'annotations'] as const) {
      const { file } = await out(format);
      const before = (await all(other)).length;
      const counts = { added: 4, updated: 0, skipped: 0, orphaned: 0, failed: [] };
      if (before === 0) {
        expect(await other.call('notes.import', { file, trial: true })).toEqual(counts);
        expect(await all(other)).toEqual([]);
        expect(await other.call('notes.import', { file, trial: false })).toEqual(counts);
      }
      expect(await other.call('notes.import', { file, trial: false })).toEqual({
        ...counts,
        added: 0,
        skipped: 4,
      });
      expect((await all(other)).map(({ revision: _, ...note }) => note)).toEqual(was);
    }
  });

  it('become a revision where they are newer, and change nothing where they are older', async () => {
    const note = await save({ target: await onWords('en'), text: 'one' });
    const first = await out('webannotation');
    await other.call('notes.import', { file: first.file, trial: false });
    await library.call('notes.save', { id: note.id, expected: 1, text: 'two', colour: 'yellow', tags: [] });
    const second = await out('webannotation');
    expect(await other.call('notes.import', { file: second.file, trial: false })).toMatchObject({
      updated: 1,
      added: 0,
    });
    expect(await other.call('notes.import', { file: first.file, trial: false })).toMatchObject({
      updated: 0,
      skipped: 1,
    });
    expect((await all(other)).map(({ text }) => text)).toEqual(['two']);
    expect((await other.call('notes.history', { id: note.id })).map(({ text }) => text)).toEqual([
      'two',
      'one',
    ]);
  });

  it('are found by their words where another program knows no more, in either script', async () => {
    const target = await onWords('sr-Latn', 30);
    if (target.on !== 'quote') throw new Error('no quote');
    const foreign = annotation({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'https://hypothes.is/a/1',
      type: 'Annotation',
      body: { type: 'TextualBody', value: 'from elsewhere', format: 'text/plain' },
      target: {
        source: 'https://example.org/page',
        selector: { type: 'TextQuoteSelector', exact: target.text },
      },
    });
    expect(await library.call('notes.import', { file: foreign, trial: false })).toMatchObject({
      added: 1,
      orphaned: 0,
    });
    const [note] = await all(library);
    expect(note).toMatchObject({
      article: ARTICLE,
      lang: 'sr-Latn',
      quote: target.text,
      state: 'anchored',
      text: 'from elsewhere',
    });
  });

  it('are kept without a place where their article is not there, and refused where no article could be meant', async () => {
    const made = (source: string, exact: string) => ({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `urn:uuid:${randomUUID()}`,
      type: 'Annotation',
      body: { type: 'TextualBody', value: 'text' },
      target: { source, selector: { type: 'TextQuoteSelector', exact } },
    });
    const file = annotation([
      made('paralel:article/not-here', 'words of another library'),
      made('https://example.org/', 'words of no library'),
    ]);
    const imported = await library.call('notes.import', { file, trial: false });
    expect(imported).toMatchObject({ added: 1, orphaned: 1, failed: [{ entry: 2, code: 'quote-nowhere' }] });
    expect(await all(library)).toMatchObject([{ state: 'orphaned', at: null, title: null, quote: 'words of another library' }]); // prettier-ignore
  });
});
