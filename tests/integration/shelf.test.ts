import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLibrary } from '../../src/library/library';
import { openDatabase } from '../../src/store/database';
import { openTestLibrary, RESOURCES, temporaryFolder } from '../support/library';

/** Of the library that comes with the program. */
const { version: SHIPPED } = JSON.parse(readFileSync(join(RESOURCES, 'library.json'), 'utf8')) as {
  version: string;
};

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (resources = RESOURCES) => openLibrary({ folder, resources });
const file = (name: string) => join(folder, name);

/** Opens once, keeps a setting, closes: what a reader has after a first evening. */
async function aReadersLibrary(): Promise<void> {
  const { call, library } = openTestLibrary(folder);
  await call('settings.set', { interfaceLang: 'sq', readingLangs: ['sq', 'sr-Cyrl'] });
  library.close();
}

async function opened(resources = RESOURCES) {
  const { call, library } = openTestLibrary(folder, resources);
  const answer = await call('app.open', {});
  library.close();
  return answer;
}

/** Garbage in the middle of the file, past its first page. */
function damage(name: string): void {
  const path = file(name);
  const bytes = readFileSync(path);
  bytes.fill(0xa5, 4096, Math.min(bytes.length, 4096 * 6));
  writeFileSync(path, bytes);
}

describe('a damaged file', () => {
  beforeEach(aReadersLibrary);

  it('of the library is set aside whole, told of, and the first library is there again', async () => {
    damage('library.db');
    const damaged = readFileSync(file('library.db'));
    const { articles, notices, settings } = await opened();
    expect(articles).toHaveLength(3);
    expect(settings.interfaceLang).toBe('sq');
    const aside = readdirSync(folder).filter((name) => /^library\.damaged-.*\.db$/u.test(name));
    expect(aside).toHaveLength(1);
    expect(readFileSync(file(aside[0] ?? ''))).toEqual(damaged);
    expect(notices.map(({ code, params }) => [code, params['file']])).toEqual([
      ['library-set-aside', aside[0]],
    ]);
  });

  it('that is no database at all is set aside too, and a second one beside the first', async () => {
    for (let n = 1; n <= 2; n += 1) {
      writeFileSync(file('library.db'), 'not a database, '.repeat(600));
      expect((await opened()).articles).toHaveLength(3);
      expect(readdirSync(folder).filter((name) => name.startsWith('library.damaged-'))).toHaveLength(n);
    }
  });

  it('of the notebook is left as it is, and somebody is asked', async () => {
    damage('notebook.db');
    const damaged = readFileSync(file('notebook.db'));
    const { notices, notebook, articles } = await opened();
    expect(notebook).toMatchObject({ state: 'lost', reason: 'damaged' });
    expect(articles).toHaveLength(3);
    expect(notices).toEqual([]);
    expect(readFileSync(file('notebook.db'))).toEqual(damaged);
    expect(readdirSync(folder).filter((name) => name.startsWith('notebook.damaged-'))).toEqual([]);
  });

  it('of the index is built anew, and search finds what it found', async () => {
    damage('index.db');
    const { call, remove } = openTestLibrary(folder);
    expect((await call('app.open', {})).notices.map(({ code }) => code)).toEqual(['index-rebuilt']);
    expect((await call('search.find', { words: 'Ћирез' })).total).toBeGreaterThan(8);
    remove();
  });

  it('of the index is built anew also when it is damaged while it is open', async () => {
    const { call, library, remove } = openTestLibrary(folder);
    const before = (await call('search.find', { words: 'Ћирез' })).total;
    const other = new Database(file('index.db'));
    other.pragma('wal_checkpoint(TRUNCATE)');
    // Rows whose content is gone: FTS5 calls its index malformed.
    other.unsafeMode();
    other.exec('DELETE FROM passage_text_data WHERE id > 10; DELETE FROM passage_text_idx');
    other.close();
    const answer = await library.answer('search.find', { words: 'Ћирез' });
    expect(answer).toMatchObject({ ok: true, value: { total: before } });
    remove();
  });

  it('cut short is found, whichever file it is', async () => {
    for (const name of ['library.db', 'notebook.db', 'index.db']) {
      truncateSync(file(name), Math.floor(statSync(file(name)).size / 2));
      expect((await opened()).articles).toHaveLength(3);
    }
  });
});

describe('a library folder', () => {
  it('is made where it is not there yet', () => {
    folder = join(folder, 'a');
    open().close();
    expect(
      readdirSync(folder)
        .filter((name) => name.endsWith('.db'))
        .sort(),
    ).toEqual(['index.db', 'library.db', 'notebook.db']);
  });

  it.each(['gone/library', '/proc/none/library'])(
    'on a disk that is not there is not begun anew: %s',
    (path) => {
      const there = folder;
      folder = resolve(there, path);
      expect(open).toThrow(expect.objectContaining({ code: 'library.no-place' }));
      folder = there;
      expect(readdirSync(there)).toEqual([]);
    },
  );

  it('that cannot be written is refused with a sentence that names it', () => {
    writeFileSync(file('occupied'), '');
    folder = file('occupied/library');
    expect(open).toThrow(
      expect.objectContaining({ code: 'library.not-writable', message: expect.stringContaining('occupied') }),
    );
  });

  it('written by a newer program is refused and left as it is', async () => {
    await aReadersLibrary();
    const newer = new Database(file('notebook.db'));
    newer.pragma('user_version = 99');
    newer.close();
    const before = readFileSync(file('notebook.db'));
    expect(open).toThrow(expect.objectContaining({ code: 'library.newer' }));
    expect(readFileSync(file('notebook.db'))).toEqual(before);
  });

  it('may be open twice at once, and each sees what the other keeps', async () => {
    const one = openTestLibrary(folder);
    const two = openTestLibrary(folder);
    await one.call('settings.set', { theme: 'dark' });
    expect((await two.call('app.open', {})).settings.theme).toBe('dark');
    two.library.close();
    one.remove();
  });

  it('acknowledges what you write only when it is on the disk', () => {
    openDatabase(file('notebook.db'), 'notebook').close();
    const again = openDatabase(file('notebook.db'), 'notebook');
    expect(again.pragma('synchronous', { simple: true })).toBe(2);
    again.close();
  });
});

describe('the library that comes with the program', () => {
  let resources: string;
  beforeEach(() => {
    resources = temporaryFolder();
    cpSync(RESOURCES, resources, { recursive: true });
  });
  afterEach(() => rmSync(resources, { recursive: true, force: true }));

  const edit = (name: string, change: (json: never) => unknown) => {
    const path = join(resources, name);
    writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8')) as never)));
  };
  const setVersion = (version: string) => edit('library.json', (json: object) => ({ ...json, version }));

  it('is updated by a higher version, and what the reader wrote stays', async () => {
    await aReadersLibrary();
    setVersion('1.10.0');
    edit('articles/izbica-massacre/en.json', (json: object) => ({
      ...json,
      title: 'Izbica massacre, revised',
    }));
    const { articles, notices, settings } = await opened(resources);
    expect(articles.map(({ titles }) => titles.en)).toContain('Izbica massacre, revised');
    expect(notices).toMatchObject([{ code: 'library-updated', params: { from: SHIPPED, to: '1.10.0' } }]);
    expect(settings).toMatchObject({ interfaceLang: 'sq', readingLangs: ['sq', 'sr-Cyrl'] });
    const { call, remove } = openTestLibrary(folder, resources);
    expect((await call('search.find', { words: '"massacre, revised"' })).total).toBe(1);
    remove();
  });

  it('is not taken back to a lower version', async () => {
    await aReadersLibrary();
    setVersion('0.9.9');
    edit('articles/izbica-massacre/en.json', (json: object) => ({ ...json, title: 'Old' }));
    expect((await opened(resources)).articles.map(({ titles }) => titles.en)).not.toContain('Old');
  });

  it.each([
    [
      'a file that is no JSON',
      'articles/izbica-massacre/sq.json',
      () => writeFileSync(join(resources, 'articles/izbica-massacre/sq.json'), '{"lang":'),
    ],
    [
      'a figure of a wrong shape',
      'figures.json',
      () => edit('articles/izbica-massacre/figures.json', () => [{ id: 'x' }]),
    ],
    ['a missing file', 'sources.json', () => rmSync(join(resources, 'sources.json'))],
    [
      'a name that nobody knows',
      'Atlantis',
      () =>
        edit('articles/izbica-massacre/en.json', (json: { blocks: object }) => ({
          ...json,
          blocks: { ...json.blocks, 'lead-1': '[[pl-izbica|Atlantis]]' },
        })),
    ],
  ])('with %s is refused by name, and nothing is half installed', async (_, named, spoil) => {
    setVersion('2.0.0');
    spoil();
    expect(() => open(resources)).toThrow(
      expect.objectContaining({
        code: expect.stringMatching(/^resource\./u),
        message: expect.stringContaining(named),
      }),
    );
    const db = new Database(file('library.db'));
    expect(db.prepare('SELECT count(*) FROM collection').pluck().get()).toBe(0);
    db.close();
  });

  it('that is spoilt does not take away what was installed before', async () => {
    await aReadersLibrary();
    setVersion('2.0.0');
    rmSync(join(resources, 'sources.json'));
    const { articles, notices, library } = await opened(resources);
    expect(articles).toHaveLength(3);
    expect(library.version).toBe(SHIPPED);
    expect(notices.map(({ code }) => code)).toEqual(['resources-unreadable']);
  });
});
