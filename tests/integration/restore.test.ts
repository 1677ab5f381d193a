import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../src/shared/contract';
import { openTestLibrary, type TestLibrary } from '../support/library';
import { textsOf, writeNote } from '../support/notebook';

let one: TestLibrary;
beforeEach(() => {
  one = openTestLibrary();
});
afterEach(() => one.remove());

const NAME = 'mine.paralel-backup';
type Given = Extract<Input<'notebook.restore'>['from'], { file: unknown }>;
const given = (bytes: Uint8Array, name = NAME): Given => ({
  file: { name, data: Buffer.from(bytes).toString('base64') },
});
const backup = async (): Promise<Given> => ({
  file: { name: NAME, data: (await one.call('export.make', { what: 'backup' })).data },
});
const restore = (from: Given, trial = false) => one.call('notebook.restore', { from, trial });
const refusal = async (from: Given) => {
  const answer = await one.library.answer('notebook.restore', { from, trial: false });
  if (answer.ok) throw new Error('it was restored');
  return answer.error;
};
const purge = async (id: Awaited<ReturnType<typeof writeNote>>) => {
  await one.call('notes.remove', { ids: [id] });
  await one.call('notes.purge', { ids: [id], backups: false });
};
const NONE = { added: 0, updated: 0, unchanged: 0, newer: 0, conflicts: 0 };

describe('restoring', () => {
  it('brings back what was deleted for good, is told before, and does nothing the second time', async () => {
    const { call } = one;
    await writeNote(call, 'stays');
    const gone = await writeNote(call, 'goes');
    await writeNote(call, 'goes, once more', gone, 1);
    const file = await backup();
    await purge(gone);
    const trial = await restore(file, true);
    expect(trial).toMatchObject({ notes: { ...NONE, added: 1, unchanged: 1 }, before: null });
    expect(await textsOf(call)).toEqual(['stays']);
    const done = await restore(file);
    expect(done).toEqual({ ...trial, before: expect.stringMatching(/-restore\.db$/u) as string });
    expect(await textsOf(call)).toEqual(['goes, once more', 'stays']);
    expect((await call('notes.history', { id: gone })).map(({ text }) => text)).toEqual([
      'goes, once more',
      'goes',
    ]);
    expect(await restore(file)).toMatchObject({ notes: { ...NONE, unchanged: 2 }, before: null });
  });

  it('leaves what is newer here, and keeps both where both were changed', async () => {
    const { call, folder } = one;
    const note = await writeNote(call, 'begun');
    const early = await backup();
    await writeNote(call, 'mine', note, 1);
    expect((await restore(early)).notes).toEqual({ ...NONE, newer: 1 });
    const other = openTestLibrary();
    await other.call('notebook.restore', { from: early, trial: false });
    await writeNote(other.call, 'from elsewhere', note, 1);
    const { data } = await other.call('export.make', { what: 'backup' });
    other.remove();
    const theirs = { file: { name: NAME, data } };
    expect((await restore(theirs)).notes).toEqual({ ...NONE, conflicts: 1 });
    expect(await textsOf(call)).toEqual(['from elsewhere', 'mine']);
    const { rows } = await call('notes.page', { lang: 'en', sort: 'time' });
    expect(rows.map(({ copyOf }) => copyOf)).toEqual([null, note]);
    expect((await restore(theirs)).notes).toEqual({ ...NONE, unchanged: 1 });
    expect(folder).toBe(one.folder);
  });

  it('brings edits of names, which are in force at once, and settings that nobody made here', async () => {
    const before = await one.call('names.get', { id: 'pl-izbica' as never });
    const found = await one.call('names.list', { words: 'Izbica' });
    const [entity] = found;
    expect(entity).toBeDefined();
    const other = openTestLibrary();
    await other.call('settings.set', { theme: 'dark', paper: 'Letter' });
    await other.call('names.mention', {
      article: 'poklek-massacre' as never, lang: 'en', block: 'lead-1', ...(await firstMention(other)), entity: null,
    }); // prettier-ignore
    const { data } = await other.call('export.make', { what: 'backup' });
    other.remove();
    await one.call('settings.set', { theme: 'light' });
    const done = await restore({ file: { name: NAME, data } });
    expect(done).toMatchObject({ edits: { added: 1, unchanged: 0 }, settings: 1 });
    expect(await one.call('settings.get', {})).toMatchObject({ theme: 'light', paper: 'Letter' });
    expect((await one.call('names.edits', {})).total).toBe(1);
    expect((await restore({ file: { name: NAME, data } })).edits).toEqual({ added: 0, unchanged: 1 });
    expect(before.id).toBe('pl-izbica');
  });

  it('reads a copy of a notebook that was open, and one in the folder by its name', async () => {
    const { call, folder } = one;
    const note = await writeNote(call, 'copied by hand');
    const { file } = await call('notebook.backup', {});
    const db = new Database(join(folder, 'notebook.db'));
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    const bytes = readFileSync(join(folder, 'notebook.db'));
    await purge(note);
    expect((await one.call('notebook.restore', { from: { backup: file }, trial: true })).notes.added).toBe(1);
    expect((await restore(given(bytes, 'notebook copy.db'))).notes.added).toBe(1);
    expect(await textsOf(call)).toEqual(['copied by hand']);
  });
});

async function firstMention({ call }: TestLibrary) {
  const article = await call('articles.get', { id: 'poklek-massacre' as never, lang: 'en' });
  const block = article.blocks.find(({ id }) => id === 'lead-1');
  const mention = block?.mentions[0];
  if (!block || !mention) throw new Error('no mention');
  const { start, end } = mention;
  return { start, end, text: block.text.slice(start, end) };
}

describe('what is no backup of ours is refused, and nothing is changed by it:', () => {
  /** A backup, spoilt by SQL. */
  async function spoilt(sql: string): Promise<Given> {
    const path = join(one.folder, 'spoilt.db');
    writeFileSync(path, gunzipSync(Buffer.from((await backup()).file.data, 'base64')));
    const db = new Database(path);
    db.unsafeMode();
    db.exec(sql);
    db.close();
    const bytes = readFileSync(path);
    rmSync(path);
    return given(bytes);
  }
  beforeEach(async () => void (await writeNote(one.call, 'mine')));
  afterEach(async () => expect(await textsOf(one.call)).toEqual(['mine']));

  it('a text', async () => {
    expect(await refusal(given(Buffer.from('no database')))).toMatchObject({
      code: 'backup.unreadable',
      message: expect.stringContaining(NAME),
    });
  });

  it('nothing at all', async () =>
    expect((await refusal(given(Buffer.alloc(0)))).code).toBe('backup.unreadable'));

  it('what unpacks to far more than anybody writes', async () => {
    const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024));
    expect(await refusal(given(bomb))).toMatchObject({
      code: 'backup.unreadable',
      message: expect.stringContaining('256 MB'),
    });
  });

  it('another program’s database', async () => {
    const db = new Database(':memory:');
    db.exec('CREATE TABLE note (id TEXT); PRAGMA user_version = 3');
    expect((await refusal(given(db.serialize()))).message).toContain('not of Paralel');
  });

  it.each([
    [
      'a view that is called as a table',
      `DROP TABLE reading_position; CREATE VIEW reading_position AS SELECT 1`,
    ],
    ['a trigger', `CREATE TRIGGER x AFTER INSERT ON note BEGIN DELETE FROM note; END`],
    ['a column that is computed', `ALTER TABLE setting ADD COLUMN bomb BLOB AS (zeroblob(1000000000))`],
    ['a table too many', `CREATE TABLE other (x)`],
    ['a table too few', `DROP TABLE mention_edit`],
  ])('one with %s', async (_, sql) => {
    expect((await refusal(await spoilt(sql))).message).toContain('not of Paralel');
  });

  it('one with something in it that is no note', async () => {
    const error = await refusal(await spoilt(`UPDATE note_revision SET tags = '[""]'`));
    expect(error.code).toBe('backup.unreadable');
  });

  it('one that is damaged', async () => {
    const bytes = gunzipSync(Buffer.from((await backup()).file.data, 'base64'));
    // Only SQLite's own check finds it: what can be read is all there.
    bytes.writeUInt32BE(3, 36);
    expect((await refusal(given(bytes))).code).toBe('backup.unreadable');
    bytes.fill(0xa5, 8192, 40_000);
    expect((await refusal(given(bytes))).code).toBe('backup.unreadable');
  });

  it('one of a newer format', async () => {
    expect(await refusal(await spoilt('PRAGMA user_version = 99'))).toMatchObject({
      code: 'backup.newer',
      params: { found: 99 },
    });
  });

  it('but not one whose tables are only written down otherwise', async () => {
    const from = await spoilt(`
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (revision > 0)', '') WHERE name = 'note_revision';`);
    expect((await restore(from, true)).notes.unchanged).toBe(1);
  });

  it('one that is not in the folder, wherever its name leads', async () => {
    for (const name of ['notebook-999999-2026-01-01.db', '../notebook.db']) {
      const answer = await one.library.answer('notebook.restore', { from: { backup: name }, trial: true });
      expect(answer).toMatchObject({ ok: false, error: { code: 'backup.unknown' } });
    }
  });
});
