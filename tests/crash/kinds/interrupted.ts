/** kill -9 in the middle of what is more than a save: a migration, a backup, a restoration, a recovery, deleting for good. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { type Bench, count, type Kind, point, type Tally, value } from '../bench.ts';
import { newJournal } from '../journal.ts';
import { type LibraryProcess, ROOT, startLibrary } from '../library-process.ts';
import { type Desk, openWindow } from '../load.ts';
import { holds, readNotebook } from '../notebook-file.ts';
import { attachFault, CALLS, type Fault, whyNoStrace, withFault } from '../strace.ts';
import { notebookOf, verify } from '../verify.ts';

const SAVES = 8;
const CHANGING = [...CALLS.write, ...CALLS.sync, ...CALLS.cut, ...CALLS.rename, ...CALLS.remove];

type Interrupt = (bench: Bench, tally: Tally, desk: Desk, folder: string) => Promise<void>;
const INTERRUPTED: Readonly<Record<string, Interrupt>> = { migration, backup, restoration, recovery, purge };

export const interrupted: Kind = {
  name: 'interrupted',
  what: 'kill -9 during migration, backup, restoration, recovery, deleting for good',
  share: 4,
  async run(bench, tally, points) {
    const names = Object.entries(INTERRUPTED);
    canTrace = whyNoStrace() === undefined;
    count(
      tally,
      canTrace ? 'killed at a system call' : 'killed after a time: strace is not here, or may not trace',
    );
    for (let n = 0; n < points; n += 1) {
      const [name, act] = names[n % names.length] ?? ['', purge];
      const desk = { journal: newJournal(), random: bench.random.apart(), places: bench.places, shared: [] };
      const folder = bench.fresh();
      await point(tally, name, () => act(bench, tally, desk, folder));
      tally.acknowledged += desk.journal.acknowledged();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

let canTrace = false;

function killAt({ random }: Desk, upTo: number): Fault {
  return { calls: CHANGING, error: 'kill', at: 1 + random.below(upTo), isLasting: false };
}

/** Kills it somewhere in what `act` asks of it. */
async function killDuring(
  library: LibraryProcess,
  desk: Desk,
  tally: Tally,
  name: string,
  upTo: number,
  act: () => Promise<unknown>,
): Promise<void> {
  const attached = canTrace ? await attachFault(library.pid, killAt(desk, upTo)) : undefined;
  const acting = act();
  if (!attached) {
    await wait(desk.random.below(60));
    library.kill();
  }
  const isDone = (await acting) !== undefined;
  library.kill();
  await library.ended;
  attached?.();
  count(tally, `${name}: ${isDone ? 'was done before the kill' : 'killed in the middle'}`);
}

async function started(folder: string): Promise<LibraryProcess> {
  const library = startLibrary(folder);
  const how = await library.opened;
  if (how !== 'ready') throw new Error(`it does not open: ${how?.code}: ${how?.message}`);
  return library;
}

/** A library in which some things were written. */
async function written(
  desk: Desk,
  folder: string,
): Promise<{ library: LibraryProcess; window: ReturnType<typeof openWindow> }> {
  const library = await started(folder);
  const window = openWindow(desk, 0);
  for (let n = 0; n < SAVES; n += 1) await window.act(library.ask);
  await window.begin(library.ask);
  return { library, window };
}

async function lookAgain(folder: string, { journal, random, places }: Desk): Promise<void> {
  const again = await started(folder);
  await verify(folder, again.ask, journal, random);
  const { backups } = await value(again.ask, 'notebook.backups', {});
  if (backups.some(({ notes }) => notes === null)) throw new Error('a backup is left that cannot be read');
  const outcome = await openWindow({ journal, random, places, shared: [] }, 1).begin(again.ask);
  if (outcome.state !== 'answered') throw new Error('nothing can be saved afterwards');
  await again.close();
}

/** From before there were notes: settings, places and edits of names stay. */
async function migration(_: Bench, tally: Tally, desk: Desk, folder: string): Promise<void> {
  const path = notebookOf(folder);
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
  const old = new Database(path);
  old.pragma('journal_mode = WAL');
  for (const file of ['001-notebook.sql', '002-edits.sql'])
    old.exec(readFileSync(join(ROOT, 'src/store/migrations/notebook', file), 'utf8'));
  old.pragma('user_version = 2');
  old.exec(`INSERT INTO setting VALUES ('theme', '"dark"'), ('signedAs', '"Arta"');
    INSERT INTO reading_position VALUES ('izbica-massacre', 'lead-1', 0.5, '2026-01-01T00:00:00.000Z')`);
  old.close();
  for (const [key, kept] of [['setting theme', '"dark"'], ['setting signedAs', '"Arta"'], ['position izbica-massacre', 'lead-1 0.5']] as const)
    desk.journal.keepValue(key, kept); // prettier-ignore
  if (canTrace) {
    const { before, happened } = withFault(killAt(desk, 60));
    const library = startLibrary(folder, before);
    const how = await library.opened;
    library.kill();
    await library.ended;
    happened();
    count(tally, `migration: ${how === 'ready' ? 'was done before the kill' : 'killed in the middle'}`);
  } else {
    const library = startLibrary(folder);
    await wait(60 + desk.random.below(200));
    library.kill();
    await library.ended;
  }
  await lookAgain(folder, desk);
}

async function backup(_: Bench, tally: Tally, desk: Desk, folder: string): Promise<void> {
  const { library } = await written(desk, folder);
  await killDuring(library, desk, tally, 'backup', 40, () => library.ask('notebook.backup', {}));
  await lookAgain(folder, desk);
}

async function purge(_: Bench, tally: Tally, desk: Desk, folder: string): Promise<void> {
  const { library } = await written(desk, folder);
  const notes = [...desk.journal.kept.keys()].slice(0, 3);
  const sent = { kind: 'remove' as const, notes };
  desk.journal.send(sent);
  await value(library.ask, 'notes.remove', { ids: notes as never });
  await value(library.ask, 'notebook.backup', {});
  const gone = { kind: 'purge' as const, notes };
  desk.journal.compare(readNotebook(notebookOf(folder)));
  const inTrash = notes.filter((note) => desk.journal.latest(note)?.removed);
  desk.journal.send({ ...gone, notes: inTrash });
  await killDuring(library, desk, tally, 'purge', 60, () =>
    library.ask('notes.purge', { ids: inTrash as never, backups: true }),
  );
  await lookAgain(folder, desk);
}

/** A restoration is one transaction: all of the backup, or nothing of it; and nothing that was there goes. */
async function restoration(_: Bench, tally: Tally, desk: Desk, folder: string): Promise<void> {
  const { library, window } = await written(desk, folder);
  const made = await value(library.ask, 'notebook.backup', {});
  const old = readNotebook(notebookOf(folder));
  const ids = [...desk.journal.kept.keys()].slice(0, 3);
  await value(library.ask, 'notes.remove', { ids: ids as never });
  await value(library.ask, 'notes.purge', { ids: ids as never, backups: false });
  for (let n = 0; n < 3; n += 1) await window.begin(library.ask);
  const now = readNotebook(notebookOf(folder));
  await killDuring(library, desk, tally, 'restoration', 70, () =>
    library.ask('notebook.restore', { from: { backup: made.file }, trial: false }),
  );
  const again = await started(folder);
  const { notebook } = await value(again.ask, 'app.open', {});
  const after = readNotebook(notebookOf(folder));
  if (notebook.state !== 'open' || !holds(after, now))
    throw new Error('something is gone that was there before the restoration');
  if (after.notes.size !== now.notes.size && !holds(after, old))
    throw new Error('the backup was brought in by half');
  await again.close();
}

/** Killed in the middle of it, the notebook is lost as before, or recovered. */
async function recovery(bench: Bench, tally: Tally, desk: Desk, folder: string): Promise<void> {
  const { library } = await written(desk, folder);
  const made = await value(library.ask, 'notebook.backup', {});
  const old = readNotebook(notebookOf(folder));
  await library.close();
  writeFileSync(notebookOf(folder), readFileSync(notebookOf(folder)).fill(0xa5, 4096, 4096 * 6));
  const lost = await started(folder);
  await killDuring(lost, desk, tally, 'recovery', 60, () =>
    lost.ask('notebook.recover', { with: 'backup', backup: made.file }),
  );
  const again = bench.open(folder);
  try {
    const { notebook } = await value(again.ask, 'app.open', {});
    if (notebook.state === 'lost') {
      if (notebook.backups.length === 0) throw new Error('no backup is offered any more');
      await value(again.ask, 'notebook.recover', { with: 'backup', backup: made.file });
    }
    if (!holds(readNotebook(notebookOf(folder)), old))
      throw new Error('the backup is not there after the recovery');
  } finally {
    again.close();
  }
}
