/** The write-ahead log cut off or changed, as a failing disk leaves it: what is opened is what was there after some save. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { type Bench, count, type Kind, point, type Tally, value } from '../bench.ts';
import { newJournal } from '../journal.ts';
import { openWindow } from '../load.ts';
import { type Filed, holds, readNotebook } from '../notebook-file.ts';
import type { Random } from '../random.ts';
import { notebookOf } from '../verify.ts';
import { HEADER, type Log, readLog } from '../wal.ts';

const SAVES = 25;
/** Of each log that is written. */
const CUTS = 150;

export const tornLog: Kind = {
  name: 'torn-log',
  what: 'the log cut at and around every frame, bytes of it changed',
  share: 60,
  async run(bench, tally, points) {
    for (let done = 0; done < points; done += CUTS)
      await tear(bench, tally, Math.min(CUTS, points - done), (done / CUTS) % 2 === 1);
  },
};

interface Written {
  folder: string;
  main: Buffer;
  bytes: Buffer;
  log: Log;
  /** What the file holds without the log, and with what the log had after each save; and where its frames ended. */
  states: { filed: Filed; end: number }[];
}

async function tear(bench: Bench, tally: Tally, points: number, isBegunAnew: boolean): Promise<void> {
  const random = bench.random.apart();
  const written = await write(bench, random, isBegunAnew);
  tally.acknowledged += written.states.length - 1;
  const frames = (written.bytes.length - HEADER) / written.log.frame;
  for (let n = 0; n < points; n += 1) {
    const boundary = HEADER + written.log.frame * Math.floor((n / points) * (frames + 1));
    const around = random.pick([
      0,
      0,
      -1,
      1,
      -8,
      8,
      24,
      -random.below(written.log.frame),
      random.below(written.log.frame),
    ]);
    const at = Math.max(0, Math.min(written.bytes.length - 1, boundary + around));
    const isCut = random.chance(0.6);
    await point(tally, `${isCut ? 'cut' : 'changed'} at ${at} of ${written.bytes.length}`, () =>
      reopen(
        bench,
        tally,
        written,
        isCut ? written.bytes.subarray(0, at) : changed(written.bytes, at, random),
        at,
      ),
    );
  }
}

/** Saves until there is a log worth tearing, and copies it from under the open program. */
async function write(bench: Bench, random: Random, isBegunAnew: boolean): Promise<Written> {
  const folder = bench.fresh();
  const library = bench.open(folder);
  const window = openWindow({ journal: newJournal(), random, places: bench.places, shared: [] }, 0);
  const path = notebookOf(folder);
  const stateNow = () => ({ filed: readNotebook(path), ...readLog(readFileSync(`${path}-wal`)) });
  if (isBegunAnew) {
    for (let n = 0; n < SAVES; n += 1) await window.begin(library.ask);
    // The next save writes from the log's beginning on; the old frames stay behind it.
    const other = new Database(path);
    other.pragma('wal_checkpoint(PASSIVE)');
    other.close();
  }
  let states = [stateNow()];
  while (states.length <= SAVES) {
    await window.act(library.ask);
    const state = stateNow();
    const last = states.at(-1);
    // What deletes for good empties the log and writes on: what was before is in the file itself, or nowhere.
    states = last?.salt === state.salt && state.end >= last.end ? [...states, state] : [state];
  }
  const written = { folder, main: readFileSync(path), bytes: readFileSync(`${path}-wal`) };
  library.close();
  const alone = { filed: readAlone(path, written.main), end: 0 };
  return { ...written, log: readLog(written.bytes), states: [alone, ...states] };
}

function readAlone(path: string, main: Buffer): Filed {
  for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true });
  writeFileSync(path, main);
  return readNotebook(path);
}

function changed(bytes: Buffer, at: number, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  const length = Math.min(copy.length - at, random.pick([1, 1, 2, 16, 512, 4096]));
  for (let n = at; n < at + length; n += 1) copy[n] = (copy[n] ?? 0) ^ (1 + random.below(255));
  return copy;
}

async function reopen(
  bench: Bench,
  tally: Tally,
  written: Written,
  bytes: Buffer,
  at: number,
): Promise<void> {
  const { folder, main, states, log } = written;
  const path = notebookOf(folder);
  for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true });
  writeFileSync(path, main);
  writeFileSync(`${path}-wal`, bytes);
  const library = bench.open(folder);
  try {
    const { notebook } = await value(library.ask, 'app.open', {});
    const wanted = states.findLast(({ end }) => end <= at) ?? states[0];
    if (notebook.state === 'lost') {
      // Saves behind a changed byte are still in the log: better asked than passed over.
      const [newest] = notebook.backups;
      const input = newest ? { with: 'backup' as const, backup: newest.file } : { with: 'salvage' as const };
      await value(library.ask, 'notebook.recover', input);
      if (!wanted || !holds(readNotebook(path), wanted.filed))
        throw new Error('saves before the damage are gone after the recovery');
      return count(tally, 'said to be lost, and recovered with all that was saved before the damage');
    }
    const filed = readNotebook(path);
    const found = states.find((state) => isSame(state.filed, filed));
    if (!found) throw new Error('it is as it was after no save at all');
    if (!wanted || !isSame(wanted.filed, filed))
      throw new Error(`saves before the damage are gone: it is as at ${found.end}, not as at ${wanted?.end}`);
    if (at >= log.end) count(tally, 'behind the last save: nothing gone');
    else count(tally, found === states[0] ? 'the whole log gone' : 'saves behind the damage gone');
    const live = [...filed.notes.values()].filter((revisions) => revisions.at(-1)?.removed === false).length;
    const page = await value(library.ask, 'notes.page', { lang: 'en', sort: 'time' });
    if (page.total !== live) throw new Error(`${page.total} notes are listed instead of ${live}`);
  } finally {
    library.close();
  }
}

function isSame(a: Filed, b: Filed): boolean {
  const plain = ({ notes, settings, positions, edits }: Filed) =>
    JSON.stringify([[...notes], [...settings], [...positions], edits]);
  return plain(a) === plain(b);
}
