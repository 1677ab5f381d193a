/** A disk that fills up at every stage: what is refused is said to be, reading goes on, and with room saving does too. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { type Bench, count, type Kind, point, type Tally, value } from '../bench.ts';
import { newJournal } from '../journal.ts';
import { type Ask, startLibrary } from '../library-process.ts';
import { type Desk, openWindow, type Window } from '../load.ts';
import { verify } from '../verify.ts';

const DISK_BYTES = 24 * 1024 * 1024;
/** What is left free at most: enough for a log to grow for a while. */
const MOST_FREE = 640 * 1024;
const REFUSALS = 5;
const MOST_ACTS = 60;
/** On a disk that is full; of a process that may write no larger file; and of a backup's folder. */
const SAID = new Set(['library.full', 'library.not-writable', 'file.not-writable', 'note.not-swept']);

export const fullDisk: Kind = {
  name: 'full-disk',
  what: 'a small tmpfs that fills, or a limit on the size of files',
  share: 4,
  cannot: () => (process.platform === 'linux' ? undefined : 'neither tmpfs nor ulimit here'),
  async run(bench, tally, points) {
    const disk = mountDisk();
    count(
      tally,
      disk ? 'on a tmpfs of its own' : 'under a limit on the size of files: no tmpfs can be mounted',
    );
    try {
      for (let n = 0; n < points; n += 1) {
        // The sizes of the sweep in an order of their own: a fourth of the points would else never leave the opening.
        const free = Math.floor((MOST_FREE * ((n * 0.6180339887) % 1)) / 1024) * 1024;
        if (disk) await point(tally, `${free} bytes free`, () => fill(bench, tally, disk, free, n));
        else await point(tally, `files up to ${free} bytes`, () => limit(bench, tally, free));
      }
    } finally {
      if (disk) unmount(disk);
    }
  },
};

function mountDisk(): string | undefined {
  const path = mkdtempSync(join(tmpdir(), 'paralel-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', path], { stdio: 'ignore' });
    return path;
  } catch {
    rmSync(path, { recursive: true });
    return undefined;
  }
}

function unmount(disk: string): void {
  execFileSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true });
}

/** What is said of what cannot be written. */
function assertSaid(outcome: Awaited<ReturnType<Window['act']>>): boolean {
  if (outcome.state === 'silent') throw new Error('the process ended');
  if (outcome.state === 'answered') return false;
  const { code, message } = outcome.error;
  if (!SAID.has(code)) throw new Error(`refused with ${code}: ${message}`);
  return true;
}

async function fillUp(window: Window, ask: Ask, tally: Tally): Promise<number> {
  let refused = 0;
  for (let n = 0; n < MOST_ACTS && refused < REFUSALS; n += 1)
    if (assertSaid(await window.act(ask))) refused += 1;
  tally.refused += refused;
  return refused;
}

async function assertReads(ask: Ask): Promise<void> {
  await value(ask, 'app.open', {});
  await value(ask, 'articles.get', { id: 'izbica-massacre' as never, lang: 'sq' });
  await value(ask, 'notes.page', { lang: 'en', sort: 'time' });
  await value(ask, 'notes.of', { article: 'izbica-massacre' as never, lang: 'en' });
}

async function fill(bench: Bench, tally: Tally, disk: string, free: number, n: number): Promise<void> {
  const folder = join(disk, `library-${n}`);
  const filler = join(disk, 'filler');
  const random = bench.random.apart();
  const desk: Desk = { journal: newJournal(), random, places: bench.places, shared: [] };
  const window = openWindow(desk, 0);
  cpSync(bench.fresh(), folder, { recursive: true });
  const { bsize, bavail } = statfsSync(disk);
  const isFullBefore = random.chance(0.3);
  const takeRoom = () => {
    const now = statfsSync(disk).bavail * bsize;
    writeFileSync(filler, Buffer.alloc(Math.max(0, now - free)));
  };
  try {
    if (isFullBefore) takeRoom();
    const library = startLibrary(folder);
    const how = await library.opened;
    if (how === undefined) throw new Error('it ended while it opened');
    if (how !== 'ready') {
      if (!SAID.has(how.code)) throw new Error(`the opening is refused with ${how.code}: ${how.message}`);
      count(tally, 'the opening itself refused');
      rmSync(filler, { force: true });
      await library.close();
    } else {
      if (!isFullBefore) {
        for (let at = 0; at < 3; at += 1) assertSaid(await window.act(library.ask));
        takeRoom();
      }
      const refused = await fillUp(window, library.ask, tally);
      if (refused > 0) count(tally, 'filled up');
      await assertReads(library.ask);
      rmSync(filler, { force: true });
      if (assertSaid(await window.begin(library.ask))) throw new Error('refused where there is room again');
      if (random.chance(0.5)) library.kill();
      else await library.close();
      await library.ended;
    }
    await lookAgain(folder, desk);
    tally.acknowledged += desk.journal.acknowledged();
  } finally {
    rmSync(filler, { force: true });
    rmSync(folder, { recursive: true, force: true });
    if (statfsSync(disk).bavail < bavail - 2000) count(tally, 'the disk did not get its room back');
  }
}

/** Without a disk of one's own: the process may write no file beyond a size (RLIMIT_FSIZE). */
async function limit(bench: Bench, tally: Tally, bytes: number): Promise<void> {
  const folder = bench.fresh();
  const random = bench.random.apart();
  const desk: Desk = { journal: newJournal(), random, places: bench.places, shared: [] };
  const window = openWindow(desk, 0);
  mkdirSync(folder, { recursive: true });
  // In blocks of 512 bytes, as POSIX has it; the shared memory beside a log takes 32 KiB to begin with.
  const blocks = Math.ceil((bytes + 40 * 1024) / 512);
  const library = startLibrary(folder, ['/bin/sh', '-c', `ulimit -f ${blocks}; exec "$0" "$@"`]);
  const how = await library.opened;
  if (how === undefined) throw new Error('it ended while it opened');
  if (how === 'ready') {
    if ((await fillUp(window, library.ask, tally)) > 0) count(tally, 'filled up');
    await value(library.ask, 'articles.get', { id: 'izbica-massacre' as never, lang: 'sq' });
    if (random.chance(0.5)) library.kill();
  } else if (!SAID.has(how.code)) throw new Error(`the opening is refused with ${how.code}: ${how.message}`);
  await library.close();
  await lookAgain(folder, desk);
  tally.acknowledged += desk.journal.acknowledged();
  if (statSync(folder).isDirectory()) rmSync(folder, { recursive: true });
}

async function lookAgain(folder: string, { journal, random, places }: Desk): Promise<void> {
  const again = startLibrary(folder);
  const how = await again.opened;
  if (how !== 'ready') throw new Error(`it does not open again: ${how?.code}: ${how?.message}`);
  await verify(folder, again.ask, journal, random);
  if (assertSaid(await openWindow({ journal, random, places, shared: [] }, 1).begin(again.ask)))
    throw new Error('refused after it was opened again');
  await again.close();
}
