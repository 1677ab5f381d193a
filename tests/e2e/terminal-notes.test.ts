/** What an archivist writes in a terminal. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  importedNotesSchema,
  listedNoteSchema,
  noteRevisionSchema,
  noteSchema,
} from '../../src/shared/notes';
import { articleSchema } from '../../src/shared/contract';
import { temporaryFolder } from '../support/library';
import { paralel } from '../support/terminal';

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => paralel(['--library', join(folder, 'library'), ...args]);
const file = (name: string) => join(folder, name);

async function json<T extends z.ZodType>(schema: T, ...args: string[]): Promise<z.output<T>> {
  const { code, out, err } = await run(...args, '--json');
  expect([code, err]).toEqual([0, '']);
  return schema.parse(JSON.parse(out));
}
const list = (...args: string[]) => json(z.array(listedNoteSchema), 'note', 'list', ...args);
const article = ['--article', 'izbica-massacre'];

describe('a note from a terminal', () => {
  let id = '';

  it('is written on words, whatever their marks, and says where they stand', async () => {
    const { blocks } = await json(articleSchema, 'article', 'izbica-massacre', '--lang', 'sr-Latn');
    const block = blocks.find(({ type }) => type === 'paragraph');
    const quote = block?.text.split(' ').slice(2, 8).join(' ') ?? '';
    const typed = quote.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'dj').toUpperCase();
    const words = [
      '--lang',
      'sr-Latn',
      '--quote',
      typed,
      '--text',
      'Prvi *put*',
      '--tag',
      'čas',
      '--tag',
      'ime',
    ];
    const note = await json(noteSchema, 'note', 'add', ...article, ...words);
    id = note.id;
    expect(note).toMatchObject({
      revision: 1, lang: 'sr-Latn', block: block?.id, quote, state: 'anchored', text: 'Prvi *put*', tags: ['čas', 'ime'],
    }); // prettier-ignore
    const several = await run('note', 'add', ...article, '--lang', 'sr-Latn', '--quote', 'izbic');
    expect([several.code, several.err]).toEqual([1, expect.stringMatching(/stand in \d+ places/u)]);
  });

  it('is found, changed, and keeps what it was', async () => {
    expect((await list('prvi')).map((note) => note.id)).toEqual([id]);
    expect(await list('--tag', 'none')).toEqual([]);
    const changed = await json(
      noteSchema,
      'note',
      'edit',
      id,
      '--text',
      'Drugi put',
      '--colour',
      'red',
      '--no-tags',
    );
    expect(changed).toMatchObject({ revision: 2, text: 'Drugi put', colour: 'red', tags: [] });
    const shown = await json(
      noteSchema.extend({ history: z.array(noteRevisionSchema) }),
      'note',
      'show',
      id,
      '--history',
    );
    expect(shown.history.map(({ text }) => text)).toEqual(['Drugi put', 'Prvi *put*']);
  });

  it('is kept beside what somebody else wrote meanwhile', async () => {
    const beside = await json(noteSchema, 'note', 'edit', id, '--revision', '1', '--text', 'Treći');
    expect(beside).toMatchObject({ copyOf: id, text: 'Treći' });
    await run('note', 'remove', beside.id, '--for-good');
    expect(await list('--trash')).toEqual([]);
  });

  it('goes to the trash and comes back', async () => {
    expect((await run('note', 'remove', id)).out).toMatch(/into the trash: 1/u);
    expect([(await list()).length, (await list('--trash')).length]).toEqual([0, 1]);
    expect((await run('note', 'restore', id)).out).toMatch(/brought back: 1/u);
    expect((await list()).map((note) => note.id)).toEqual([id]);
  });

  it('is on a paragraph, an article or a name', async () => {
    await run('note', 'add', ...article, '--block', 'lead-1', '--text', 'on a paragraph');
    await run('note', 'add', ...article, '--text', 'on the article');
    await run('note', 'add', '--entity', 'pl-izbica', '--text', 'on the name');
    expect((await list()).map(({ on }) => on)).toEqual(['article', 'block', 'quote', 'entity']);
  });

  it('goes out and comes in, once', async () => {
    const out = file('notes.annotations');
    expect((await run('export', 'notes', '--format', 'annotations', '--out', out)).code).toBe(0);
    const elsewhere = (...args: string[]) => paralel(['--library', file('other'), ...args, '--json']);
    const imported = async () =>
      importedNotesSchema.parse(JSON.parse((await elsewhere('import', 'notes', out)).out));
    expect(await imported()).toMatchObject({ added: 4, skipped: 0, orphaned: 0, failed: [] });
    expect(await imported()).toMatchObject({ added: 0, skipped: 4, orphaned: 0, failed: [] });
  });

  it('is refused with a sentence that says what to do', async () => {
    const cases: [string[], number, RegExp][] = [
      [['note', 'add', '--text', 'nowhere'], 1, /has to be on something/u],
      [
        ['note', 'add', ...article, '--quote', 'ne postoji ovde', '--text', 'x'],
        1,
        /do not stand in article/u,
      ],
      [['note', 'add', ...article, '--block', 'none', '--text', 'x'], 1, /has no paragraph none/u],
      [['note', 'show', 'no-id'], 2, /is not an id/u],
      [['note', 'show', '00000000-0000-4000-8000-000000000000'], 1, /There is no note/u],
      [['note', 'list', '--colour', 'pink'], 2, /Allowed choices/u],
      [['import', 'notes', file('not-here.json')], 1, /not-here\.json/u],
    ];
    for (const [args, code, sentence] of cases) {
      const ended = await run(...args);
      expect([ended.code, ended.err]).toEqual([code, expect.stringMatching(sentence)]);
    }
    writeFileSync(file('bad.json'), '{ not json');
    const ended = await run('import', 'notes', file('bad.json'));
    expect([ended.code, ended.out]).toEqual([1, expect.stringMatching(/failed 1/u)]);
  });
});
