import {
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { revisionsIn } from '../../src/library/backups/salvage';
import { openDatabase } from '../../src/store/database';
import { noteTable } from '../../src/store/notebook/notes';
import { openTestLibrary, temporaryFolder, type TestLibrary } from '../support/library';
import { textsOf, writeNote } from '../support/notebook';

let folder: string;
let opened: TestLibrary | undefined;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  stop();
  rmSync(folder, { recursive: true, force: true });
});

const file = (name: string) => join(folder, name);
const start = (): TestLibrary => (opened = openTestLibrary(folder));
function stop(): void {
  opened?.library.close();
  opened = undefined;
}
const lostAt = async ({ call }: TestLibrary) => {
  const { notebook } = await call('app.open', {});
  if (notebook.state !== 'lost') throw new Error('the notebook is open');
  return notebook;
};
const overwrite = (from: number, to: number) => {
  const bytes = readFileSync(file('notebook.db'));
  bytes.fill(0xa5, from, Math.min(to, bytes.length));
  writeFileSync(file('notebook.db'), bytes);
};
/** Everything of the notebook that there is on the disk, but for what SQLite shares between processes. */
const onDisk = () =>
  readdirSync(folder)
    .filter((name) => name.startsWith('notebook') && !name.endsWith('-shm'))
    .map((name) => [name, readFileSync(file(name)).toString('base64')] as const)
    .filter(([name, bytes]) => !name.endsWith('-wal') || bytes !== '');

/** Two notes that are in a backup, and one that is not; with many pages. */
async function aReadersNotebook(): Promise<void> {
  const { call, library } = start();
  await call('settings.set', { theme: 'dark', welcomed: true });
  await writeNote(call, 'one');
  await writeNote(call, `two ${'so long that it goes on in other pages '.repeat(300)}`);
  await call('notebook.backup', {});
  const other = new Database(file('notebook.db'));
  other.pragma('wal_checkpoint(TRUNCATE)');
  other.close();
  await writeNote(call, 'three, in no backup');
  // Killed: nothing is backed up at the end, and the log stays, with the third in it.
  const copy = temporaryFolder();
  for (const name of ['notebook.db', 'notebook.db-wal', 'library.db', 'library.db-wal'])
    copyFileSync(file(name), join(copy, name));
  cpSync(file('backups'), join(copy, 'backups'), { recursive: true });
  library.close();
  opened = undefined;
  rmSync(folder, { recursive: true });
  renameSync(copy, folder);
}
const withoutLog = (): void => {
  const db = new Database(file('notebook.db'));
  db.pragma('journal_mode = DELETE');
  db.pragma('journal_mode = WAL');
  db.close();
};
const short = (texts: string[]) => texts.map((text) => text.slice(0, 19));

describe('a notebook that cannot be opened', () => {
  beforeEach(aReadersNotebook);

  it.each([
    ['a damaged first page', 3, () => (withoutLog(), overwrite(0, 100))],
    ['nothing left but its first page and its log', 3, () => overwrite(4096, Infinity)],
    ['half of it missing', 2, () => (withoutLog(), truncateSync(file('notebook.db'), 4096 * 9))],
    [
      'another thing in its place',
      2,
      () => (withoutLog(), writeFileSync(file('notebook.db'), 'not a database '.repeat(999))),
    ],
  ])('with %s is shown as far as it can be, and not touched', async (_, notes, damage) => {
    damage();
    const before = onDisk();
    const reader = start();
    const lost = await lostAt(reader);
    expect(lost).toMatchObject({ reason: 'damaged', file: 'notebook.db' });
    expect(lost.backups).toMatchObject([{ notes: 2 }]);
    expect(lost).toMatchObject({ notes, salvaged: notes - 2 });
    const written = ['one', 'three, in no backup', 'two so long that it'];
    expect(short(await textsOf(reader.call))).toEqual(
      written.filter((text) => notes === 3 || text !== written[1]),
    );
    expect((await reader.call('settings.get', {})).theme).toBe('dark');
    stop();
    expect(onDisk()).toEqual(before);
  });

  it('with damage where the third note is shows what the backup has', async () => {
    withoutLog();
    overwrite(100, Infinity);
    expect(await lostAt(start())).toMatchObject({ notes: 2, salvaged: 0 });
  });

  it('with a byte changed in its log is not taken for one that ended early: SQLite would pass over all that follows', async () => {
    const { call } = start();
    for (const text of ['four', 'five', 'six']) await writeNote(call, text);
    const log = readFileSync(file('notebook.db-wal'));
    const at = log.indexOf('four');
    expect(at).toBeGreaterThan(0);
    const copy = temporaryFolder();
    cpSync(folder, copy, { recursive: true });
    stop();
    rmSync(folder, { recursive: true });
    renameSync(copy, folder);
    log[at + 1] = 'F'.charCodeAt(0);
    writeFileSync(file('notebook.db-wal'), log);
    const lost = await lostAt(start());
    expect(lost).toMatchObject({ reason: 'damaged', notes: 6, salvaged: 4 });
    expect(readFileSync(file('notebook.db-wal')).equals(log)).toBe(true);
    await opened?.call('notebook.recover', { with: 'backup', backup: lost.backups[0]?.file ?? '' });
    const texts = opened ? await textsOf(opened.call) : [];
    expect(
      texts.filter((text) => ['five', 'six', 'four', 'fFur', 'three, in no backup'].includes(text)),
    ).toHaveLength(4);
  });

  it('refuses to write anything, and says why', async () => {
    withoutLog();
    overwrite(0, 100);
    const { library } = start();
    for (const [method, input] of [
      ['settings.set', { theme: 'light' }],
      ['notebook.backup', {}],
      ['reading.keep', { article: 'izbica-massacre', block: 'lead-1', offset: 0 }],
    ] as const)
      expect(await library.answer(method, input)).toMatchObject({
        ok: false,
        error: { code: 'notebook.lost' },
      });
  });

  it('that is no longer there, or is empty, is not silently begun anew', async () => {
    withoutLog();
    renameSync(file('notebook.db'), file('elsewhere.db'));
    expect(await lostAt(start())).toMatchObject({ reason: 'missing', notes: 2 });
    stop();
    expect(existsSync(file('notebook.db'))).toBe(false);
    writeFileSync(file('notebook.db'), '');
    expect(await lostAt(start())).toMatchObject({ reason: 'emptied', notes: 2 });
    stop();
    rmSync(file('notebook.db'));
    new Database(file('notebook.db')).exec('VACUUM').close();
    expect((await lostAt(start())).reason).toMatch(/emptied/u);
  });

  it('is missed also without a backup, where the index knows of notes', async () => {
    const reader = start();
    await textsOf(reader.call);
    stop();
    rmSync(file('backups'), { recursive: true });
    for (const suffix of ['', '-wal', '-shm']) rmSync(file(`notebook.db${suffix}`), { force: true });
    expect(await lostAt(start())).toMatchObject({ reason: 'missing', backups: [], notes: 0 });
  });
});

describe('recovering', () => {
  beforeEach(async () => {
    await aReadersNotebook();
    withoutLog();
    overwrite(0, 100);
  });

  const aside = () => readdirSync(folder).filter((name) => name.startsWith('notebook.damaged-'));

  it('brings back the backup with what could be read, and goes on at once', async () => {
    const damaged = readFileSync(file('notebook.db'));
    const { call } = start();
    const [backup] = (await lostAt({ call } as TestLibrary)).backups;
    const done = await call('notebook.recover', { with: 'backup', backup: backup?.file ?? '' });
    expect(done).toMatchObject({ notes: 3, salvaged: 1 });
    expect(readFileSync(file(done.setAside ?? ''))).toEqual(damaged);
    await writeNote(call, 'four');
    stop();
    const again = start();
    expect((await again.call('app.open', {})).notebook).toEqual({ state: 'open' });
    expect(short(await textsOf(again.call))).toEqual([
      'four',
      'one',
      'three, in no backup',
      'two so long that it',
    ]);
    expect((await again.call('library.check', {})).ok).toBe(true);
  });

  it('keeps only what could be read, or nothing, where that is wanted', async () => {
    const first = start();
    expect(await first.call('notebook.recover', { with: 'salvage' })).toMatchObject({
      notes: 3,
      salvaged: 3,
    });
    stop();
    overwrite(0, 100);
    const second = start();
    expect(await second.call('notebook.recover', { with: 'nothing' })).toMatchObject({
      notes: 0,
      salvaged: 0,
    });
    expect(await textsOf(second.call)).toEqual([]);
    expect((await second.call('notebook.backups', {})).backups.length).toBeGreaterThan(0);
  });

  it('is refused where nothing is lost, and where the backup is not there', async () => {
    const { call, library } = start();
    const recover = (backup: string) => library.answer('notebook.recover', { with: 'backup', backup });
    const before = onDisk();
    expect(await recover('notebook-000099-2026-01-01.db')).toMatchObject({
      error: { code: 'backup.unknown' },
    });
    expect(onDisk()).toEqual(before);
    await call('notebook.recover', { with: 'salvage' });
    expect(await recover('x')).toMatchObject({ error: { code: 'notebook.not-lost' } });
  });

  it('goes on where it stopped, when it was killed while the files changed places', async () => {
    const recovered = join(temporaryFolder(), 'notebook.db');
    const db = openDatabase(recovered, 'notebook');
    db.exec(`INSERT INTO setting VALUES ('theme', '"contrast"')`);
    db.pragma('journal_mode = DELETE');
    db.close();
    const stages = [
      () => {},
      () => renameSync(file('notebook.db-wal'), file('notebook.damaged-x.db-wal')),
      () => renameSync(file('notebook.db'), file('notebook.damaged-x.db')),
    ];
    writeFileSync(file('notebook.db-wal'), 'of the damaged one');
    const stopped = temporaryFolder();
    cpSync(folder, stopped, { recursive: true });
    for (let reached = 1; reached <= stages.length; reached += 1) {
      rmSync(folder, { recursive: true });
      cpSync(stopped, folder, { recursive: true });
      copyFileSync(recovered, file('notebook.recovered.db'));
      for (const stage of stages.slice(0, reached)) stage();
      const { call } = start();
      expect((await call('app.open', {})).notebook).toEqual({ state: 'open' });
      expect((await call('settings.get', {})).theme).toBe('contrast');
      stop();
      expect(existsSync(file('notebook.recovered.db'))).toBe(false);
      expect(aside().filter((name) => name.endsWith('.db'))).toHaveLength(1);
    }
    rmSync(stopped, { recursive: true });
  });

  it('was not begun, when it was killed before the new notebook was whole', async () => {
    writeFileSync(file('notebook.recovered.db.part'), 'half');
    const reader = start();
    expect(await lostAt(reader)).toMatchObject({ notes: 3 });
    expect(await reader.call('notebook.recover', { with: 'salvage' })).toMatchObject({ notes: 3 });
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  });

  it('sets no good notebook aside that another process has recovered meanwhile', async () => {
    const one = start();
    const two = openTestLibrary(folder);
    await one.call('notebook.recover', { with: 'salvage' });
    await writeNote(one.call, 'after');
    expect(await two.call('notebook.recover', { with: 'nothing' })).toEqual({
      notes: 4,
      salvaged: 0,
      setAside: null,
    });
    expect(await textsOf(two.call)).toContain('after');
    two.library.close();
    expect(aside().filter((name) => name.endsWith('.db'))).toHaveLength(1);
  });
});

describe('a notebook that is taken away while it is open', () => {
  const save = (from: TestLibrary) => writeNote(from.call, 'written meanwhile').then(() => 'kept');
  const refused = (from: TestLibrary) =>
    expect(writeNote(from.call, 'written meanwhile')).rejects.toMatchObject({ code: 'notebook.moved' });

  it('takes nothing that would be nowhere afterwards, and goes on once it is back', async () => {
    const one = start();
    await writeNote(one.call, 'before');
    renameSync(file('notebook.db'), file('elsewhere.db'));
    await refused(one);
    renameSync(file('elsewhere.db'), file('notebook.db'));
    expect(await save(one)).toBe('kept');
    expect(await textsOf(one.call)).toHaveLength(2);
  });

  it('is not the one that another program has begun in its place', async () => {
    const one = start();
    await writeNote(one.call, 'before');
    for (const name of readdirSync(folder)) if (name.startsWith('notebook')) rmSync(file(name));
    const two = openTestLibrary(folder);
    await two.call('notebook.recover', { with: 'nothing' });
    await refused(one);
    expect(await save(two)).toBe('kept');
    two.library.close();
  });
});

describe('what is read page by page', () => {
  it('is what SQLite reads, with and without the log, whatever else is spoilt', async () => {
    const { call, library } = start();
    for (let n = 0; n < 60; n += 1)
      await writeNote(call, `${n}: ${'шта год, çfarëdo '.repeat((n * 37) % 900)}`);
    const bytes = () => (['', '-wal'] as const).map((suffix) => readFileSync(file(`notebook.db${suffix}`)));
    const rows = () => {
      const db = openDatabase(file('notebook.db'), 'notebook');
      const all = noteTable(db).allRevisions();
      db.close();
      return all;
    };
    const expected = rows();
    const [db, wal] = bytes();
    expect(revisionsIn(db ?? Buffer.alloc(0), wal)).toEqual(expected);
    library.close();
    opened = undefined;
    const whole = readFileSync(file('notebook.db'));
    expect(revisionsIn(whole)).toEqual(expected);
    // Any one page of garbage costs what is on it, and nothing that is read is otherwise than it was.
    const known = new Map(expected.map((row) => [row.note, row]));
    for (let at = 0; at < whole.length; at += 4096 * 7) {
      const spoilt = Buffer.from(whole);
      for (let n = 0; n < 4096; n += 1) spoilt[at + n] = (n * 7919 + at) % 251;
      const read = revisionsIn(spoilt);
      for (const row of read) expect(row).toEqual(known.get(row.note));
      expect(read.length).toBeGreaterThan(30);
    }
  });
});
