import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeBackup } from '../../src/library/backups/backups';
import { parseBackupName } from '../../src/library/backups/names';
import { openLibrary } from '../../src/library/library';
import type { Notice } from '../../src/shared/contract';
import { openTestLibrary, RESOURCES, temporaryFolder, type TestLibrary } from '../support/library';
import { writeNote } from '../support/notebook';
import { LAUNCHER, ROOT } from '../support/terminal';

let folder: string;
let open: TestLibrary[];
beforeEach(() => {
  folder = temporaryFolder();
  open = [];
});
afterEach(() => {
  for (const { library } of open) library.close();
  rmSync(folder, { recursive: true, force: true });
});

const start = (): TestLibrary => {
  const opened = openTestLibrary(folder);
  open.push(opened);
  return opened;
};
const stop = ({ library }: TestLibrary): void => {
  library.close();
  open = open.filter((one) => one.library !== library);
};
const backups = () =>
  readdirSync(join(folder, 'backups'))
    .filter((file) => parseBackupName(file))
    .sort();
const inBackup = <T>(file: string, sql: string): T[] => {
  const db = new Database(join(folder, 'backups', file), { readonly: true });
  try {
    return db.prepare<[], T>(sql).pluck().all();
  } finally {
    db.close();
  }
};

describe('a backup', () => {
  it('is made at closing where something was written, and not where nothing was', async () => {
    stop(start());
    expect(backups()).toEqual([]);
    const first = start();
    await writeNote(first.call, 'Kept twice');
    stop(first);
    expect(backups()).toHaveLength(1);
    expect(inBackup(backups()[0] ?? '', 'SELECT text FROM note_revision')).toEqual(['Kept twice']);
    const second = start();
    await second.call('notes.page', { lang: 'en', sort: 'time' });
    stop(second);
    expect(backups()).toHaveLength(1);
  });

  it('is not made of where the reader was, and does not hold it', async () => {
    const { call } = start();
    await call('reading.keep', { article: 'izbica-massacre', block: 'lead-unmistakable', offset: 0.5 });
    await call('notebook.backup', {});
    const [file = ''] = backups();
    expect(inBackup(file, 'SELECT count(*) FROM reading_position')).toEqual([0]);
    expect(readFileSync(join(folder, 'backups', file)).includes('lead-unmistakable')).toBe(false);
    const { data } = await call('export.make', { what: 'backup' });
    expect(Buffer.from(data, 'base64').includes('lead-unmistakable')).toBe(false);
    await call('reading.keep', { article: 'poklek-massacre', block: 'lead-1', offset: 0.1 });
    stop(open[0] as TestLibrary);
    expect(backups()).toEqual([file]);
  });

  it('is listed with its time, its reason and its notes, those in the trash left out', async () => {
    const { call } = start();
    await writeNote(call, 'one');
    await call('notes.remove', { ids: [await writeNote(call, 'two')] });
    const made = await call('notebook.backup', {});
    expect(made).toMatchObject({ reason: 'asked', notes: 1 });
    expect(Math.abs(Date.parse(made.at) - Date.now())).toBeLessThan(60_000);
    expect(await call('notebook.backups', {})).toEqual({ folder: join(folder, 'backups'), backups: [made] });
  });

  it('keeps its number when the clock has jumped, and the newest is the newest', async () => {
    const { call } = start();
    mkdirSync(join(folder, 'backups'), { recursive: true });
    await writeNote(call, 'one');
    await call('notebook.backup', {});
    const [made = ''] = backups();
    // As from an evening in 2099.
    writeFileSync(
      join(folder, 'backups', 'notebook-000007-2099-01-01.db'),
      readFileSync(join(folder, 'backups', made)),
    );
    await writeNote(call, 'two');
    expect((await call('notebook.backup', {})).file).toMatch(/^notebook-000008-/u);
    expect((await call('notebook.backups', {})).backups[0]?.notes).toBe(2);
  });

  it('is made before a notebook of an earlier format is brought to this one', async () => {
    const migrations = resolve(import.meta.dirname, '../../src/store/migrations/notebook');
    const old = new Database(join(folder, 'notebook.db'));
    for (const file of readdirSync(migrations).sort().slice(0, 2))
      old.exec(readFileSync(join(migrations, file), 'utf8'));
    old.exec(`INSERT INTO setting VALUES ('theme', '"dark"'); PRAGMA user_version = 2`);
    old.close();
    const { call } = start();
    const [made] = (await call('notebook.backups', {})).backups;
    expect(made).toMatchObject({ reason: 'migration', notes: 0 });
    expect(inBackup(made?.file ?? '', 'PRAGMA user_version')).toEqual([2]);
    expect((await call('settings.get', {})).theme).toBe('dark');
    const restored = await call('notebook.restore', { from: { backup: made?.file ?? '' }, trial: true });
    expect(restored).toMatchObject({ settings: 0, notes: { added: 0 } });
  });

  it('takes nobody’s place that is good, where the notebook is damaged', async () => {
    const { call, library } = start();
    await writeNote(call, 'good');
    library.close();
    open = [];
    const before = backups();
    const path = join(folder, 'notebook.db');
    const bytes = readFileSync(path);
    // Says that pages are free which are not; a copy would be whole, and might lack what stood there.
    bytes.writeUInt32BE(3, 36);
    writeFileSync(path, bytes);
    const db = new Database(path);
    expect(() => makeBackup(folder, db, 'change')).toThrow(
      expect.objectContaining({ code: 'library.damaged' }),
    );
    db.close();
    expect(backups()).toEqual(before);
  });

  it('is asked for once more when nobody else can be making one', () => {
    start();
    const db = new Database(join(folder, 'notebook.db'));
    const isLocked = () => {
      const lock = new Database(join(folder, 'backups', '.lock'), { timeout: 0 });
      try {
        lock.exec('BEGIN EXCLUSIVE');
        return false;
      } catch {
        return true;
      } finally {
        lock.close();
      }
    };
    let wasLocked = false;
    const isDue = () => {
      wasLocked = isLocked();
      return false;
    };
    expect(makeBackup(folder, db, 'change', { isDue })).toBeUndefined();
    db.close();
    expect(wasLocked).toBe(true);
    expect(backups()).toEqual([]);
  });

  it('that cannot be made fails neither a save nor a start nor the end', async () => {
    const failures: Notice[] = [];
    stop(start());
    rmSync(join(folder, 'backups'), { recursive: true });
    writeFileSync(join(folder, 'backups'), 'in the way');
    const library = openLibrary({
      folder,
      resources: RESOURCES,
      onNotice: (notice) => failures.push(notice),
    });
    const saved = await library.answer('settings.set', { theme: 'dark' });
    expect(saved.ok).toBe(true);
    const asked = await library.answer('notebook.backup', {});
    expect(asked).toMatchObject({ ok: false, error: { code: 'file.not-writable' } });
    library.close();
    expect(failures.map(({ code }) => code)).toContain('backup-failed');
    rmSync(join(folder, 'backups'));
    stop(start());
    expect(backups()).toHaveLength(1);
  });

  it('is made once where two programs end at the same time', async () => {
    const one = start();
    const two = start();
    await writeNote(one.call, 'shared');
    stop(one);
    stop(two);
    expect(backups()).toHaveLength(1);
  });

  it('of two processes at once has a number of its own', async () => {
    const { call, library } = start();
    await writeNote(call, 'shared');
    library.close();
    open = [];
    const run = () =>
      promisify(execFile)(process.execPath, [LAUNCHER, 'backup', '--json', '--library', folder], {
        cwd: ROOT,
      });
    const made = await Promise.all([run(), run(), run()]);
    const files = made.map(({ stdout }) => (JSON.parse(stdout) as { file: string }).file);
    expect(new Set(files).size).toBe(3);
    for (const file of files) expect(inBackup(file, 'SELECT text FROM note_revision')).toEqual(['shared']);
    expect(readdirSync(join(folder, 'backups')).filter((file) => file.includes('.part'))).toEqual([]);
  });

  it('is waited for no longer than a moment, where another process makes one', async () => {
    const { call, library } = start();
    await writeNote(call, 'one');
    const lock = new Database(join(folder, 'backups', '.lock'));
    lock.exec('BEGIN EXCLUSIVE');
    expect(await library.answer('notebook.backup', {})).toMatchObject({
      ok: false,
      error: { code: 'library.busy' },
    });
    lock.close();
    expect((await call('notebook.backup', {})).notes).toBe(1);
  });
});

describe('what is deleted for good', () => {
  it('is in no backup any more, where that is asked for, and the rest is', async () => {
    const { call } = start();
    await writeNote(call, 'stays');
    const secret = await writeNote(call, 'an unmistakable secret');
    await call('notebook.backup', {});
    await call('notes.remove', { ids: [secret] });
    await call('notebook.backup', {});
    await call('notes.purge', { ids: [secret], backups: true });
    expect(backups()).toHaveLength(3);
    for (const file of backups()) {
      expect(readFileSync(join(folder, 'backups', file)).includes('unmistakable')).toBe(false);
      expect(inBackup(file, 'SELECT text FROM note_revision')).toEqual(['stays']);
    }
  });

  it('stays in the backups otherwise', async () => {
    const { call } = start();
    const note = await writeNote(call, 'to be found again');
    await call('notebook.backup', {});
    await call('notes.remove', { ids: [note] });
    await call('notes.purge', { ids: [note], backups: false });
    expect(inBackup(backups()[0] ?? '', 'SELECT text FROM note_revision')).toEqual(['to be found again']);
  });

  it('takes nothing with it that is missing from the notebook for another reason', async () => {
    const first = start();
    await writeNote(first.call, 'lost with the notebook');
    await first.call('notebook.backup', {});
    stop(first);
    for (const file of readdirSync(folder)) if (file.startsWith('notebook.db')) rmSync(join(folder, file));
    const { call } = start();
    await call('notebook.recover', { with: 'nothing' });
    const trifle = await writeNote(call, 'a trifle');
    await call('notes.remove', { ids: [trifle] });
    await call('notes.purge', { ids: [trifle], backups: true });
    const [oldest = ''] = backups();
    expect(inBackup(oldest, 'SELECT text FROM note_revision')).toEqual(['lost with the notebook']);
  });

  it('is taken out the next time where it could not be at once, and is left alone once it is back', async () => {
    const { call, library } = start();
    const secret = await writeNote(call, 'an unmistakable secret');
    const back = await writeNote(call, 'back again');
    const { file } = await call('notebook.backup', {});
    await call('notes.remove', { ids: [secret, back] });
    // Another program has the folder's lock, as long as it likes.
    const lock = new Database(join(folder, 'backups', '.lock'));
    lock.exec('BEGIN EXCLUSIVE');
    expect(await library.answer('notes.purge', { backups: true })).toMatchObject({
      error: { code: 'note.not-swept' },
    });
    lock.close();
    expect(inBackup(file, 'SELECT count(*) FROM note')).toEqual([2]);
    await call('notebook.restore', { from: { backup: file }, trial: false });
    await call('notes.remove', { ids: [secret] });
    await call('notes.purge', { ids: [secret], backups: false });
    expect(await call('notes.purge', { ids: [], backups: true })).toEqual({ purged: 0 });
    for (const one of backups())
      expect(inBackup(one, 'SELECT text FROM note_revision')).not.toContain('an unmistakable secret');
    expect(inBackup(file, 'SELECT text FROM note_revision')).toEqual(['back again']);
  });

  it('takes a backup with it that cannot be read, and no other', async () => {
    const { call } = start();
    const note = await writeNote(call, 'gone');
    await call('notebook.backup', {});
    const bad = 'notebook-000000-2026-01-01.db';
    writeFileSync(join(folder, 'backups', bad), 'gone '.repeat(5000));
    await call('notes.remove', { ids: [note] });
    await call('notes.purge', { ids: [note], backups: true });
    expect(backups()).toHaveLength(2);
    expect(backups()).not.toContain(bad);
  });
});
