/**
 * Bytes of the notebook's main file changed, cut off or gone, as no crash leaves them: it opens whole, or it is said to
 * be lost and the newest good backup is offered.
 */
import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { type Bench, count, type Kind, type Opened, point, type Tally, value } from '../bench.ts';
import { newJournal } from '../journal.ts';
import { openWindow } from '../load.ts';
import { type Filed, readNotebook } from '../notebook-file.ts';
import type { Random } from '../random.ts';
import { notebookOf } from '../verify.ts';

const PAGE = 4096;
const SAVES = 30;
/** Of each notebook that is written. */
const DAMAGES = 60;

export const damaged: Kind = {
  name: 'damaged',
  what: 'the main file or -shm changed, zeroed, cut, emptied, removed',
  share: 14,
  async run(bench, tally, points) {
    for (let done = 0; done < points; done += DAMAGES)
      await damageSome(bench, tally, Math.min(DAMAGES, points - done), (done / DAMAGES) % 2 === 1);
  },
};

interface Written {
  /** As it lay when the program ended, or was killed. */
  folder: string;
  /** When the newest backup was made, and at the end. */
  backedUp: Filed;
  last: Filed;
}

async function damageSome(bench: Bench, tally: Tally, points: number, isLeftOpen: boolean): Promise<void> {
  const random = bench.random.apart();
  const written = await write(bench, random, isLeftOpen);
  tally.acknowledged += 2 * SAVES;
  const folder = `${written.folder}-damaged`;
  for (let n = 0; n < points; n += 1) {
    rmSync(folder, { recursive: true, force: true });
    cpSync(written.folder, folder, { recursive: true });
    const { name, act } = random.pick(DAMAGE);
    const random2 = random.apart();
    await point(tally, name, async () => {
      act(notebookOf(folder), random2);
      await reopen(bench, tally, folder, written);
    });
  }
  rmSync(folder, { recursive: true, force: true });
}

async function write(bench: Bench, random: Random, isLeftOpen: boolean): Promise<Written> {
  const folder = bench.fresh();
  const library = bench.open(folder);
  const window = openWindow({ journal: newJournal(), random, places: bench.places, shared: [] }, 0);
  for (let n = 0; n < SAVES; n += 1) await window.act(library.ask);
  await value(library.ask, 'notebook.backup', {});
  const backedUp = readNotebook(notebookOf(folder));
  for (let n = 0; n < SAVES; n += 1) await window.begin(library.ask);
  const last = readNotebook(notebookOf(folder));
  const kept = `${folder}-kept`;
  if (!isLeftOpen) library.close();
  cpSync(folder, kept, { recursive: true });
  if (isLeftOpen) library.close();
  return { folder: kept, backedUp, last };
}

function change(path: string, at: number, length: number, byte: (was: number) => number): void {
  const bytes = readFileSync(path);
  for (let n = at; n < Math.min(bytes.length, at + length); n += 1) bytes[n] = byte(bytes[n] ?? 0);
  writeFileSync(path, bytes);
}
const sizeOf = (path: string) => readFileSync(path).length;
const aPage = (path: string, random: Random) => PAGE * random.below(Math.ceil(sizeOf(path) / PAGE));

const DAMAGE: readonly { name: string; act(path: string, random: Random): void }[] = [
  { name: 'one bit', act: (path, random) => change(path, random.below(sizeOf(path)), 1, (was) => was ^ (1 << random.below(8))) },
  { name: 'a few bytes', act: (path, random) => change(path, random.below(sizeOf(path)), 1 + random.below(30), () => random.below(256)) },
  { name: 'the header', act: (path, random) => change(path, random.below(100), 1 + random.below(16), () => random.below(256)) },
  { name: 'a zeroed page', act: (path, random) => change(path, aPage(path, random), PAGE, () => 0) },
  { name: 'a page of noise', act: (path, random) => change(path, aPage(path, random), PAGE, () => random.below(256)) },
  { name: 'cut at a page', act: (path, random) => truncateSync(path, aPage(path, random)) },
  { name: 'cut anywhere', act: (path, random) => truncateSync(path, random.below(sizeOf(path))) },
  { name: 'emptied', act: (path) => writeFileSync(path, '') },
  { name: 'removed', act: (path) => rmSync(path) },
  { name: 'removed with its log', act: (path) => ['', '-wal', '-shm'].forEach((suffix) => rmSync(path + suffix, { force: true })) },
  { name: 'another kind of file', act: (path) => writeFileSync(path, '<!doctype html><title>404</title>'.repeat(50)) },
  { name: '-shm of noise', act: (path, random) => writeFileSync(`${path}-shm`, Buffer.from(Array.from({ length: 32_768 }, () => random.below(256)))) },
  { name: '-shm cut', act: (path, random) => writeFileSync(`${path}-shm`, Buffer.alloc(random.below(32_768), 7)) },
]; // prettier-ignore

async function reopen(bench: Bench, tally: Tally, folder: string, written: Written): Promise<void> {
  const library = bench.open(folder);
  try {
    const { notebook } = await value(library.ask, 'app.open', {});
    if (notebook.state === 'open') return await assertThere(tally, folder, library, written.last);
    count(tally, `said to be lost: ${notebook.reason}`);
    const [newest] = notebook.backups;
    if (!newest) throw new Error('no backup is offered');
    const shown = await value(library.ask, 'notes.page', { lang: 'en', sort: 'time' });
    if (shown.total === 0) throw new Error('nothing is shown while it is lost');
    await value(library.ask, 'notebook.recover', { with: 'backup', backup: newest.file });
    const { notebook: after } = await value(library.ask, 'app.open', {});
    if (after.state !== 'open') throw new Error(`it is ${after.state} after it was recovered`);
    const now = readNotebook(notebookOf(folder));
    const gone = [...written.backedUp.notes].filter(([note, revisions]) => {
      const there = new Map(now.notes.get(note)?.map((one) => [one.revision, one.text]));
      return revisions.some(({ revision, text }) => there.get(revision) !== text);
    });
    if (gone.length > 0) throw new Error(`${gone.length} notes of the backup are not what they were`);
    const later = [...written.last.notes].filter(([note]) => !written.backedUp.notes.has(note));
    const salvaged = later.filter(([note, [first]]) => now.notes.get(note)?.[0]?.text === first?.text).length;
    if (salvaged === later.length) count(tally, 'recovered whole');
    else
      count(
        tally,
        salvaged > 0 ? 'recovered with some of what came after the backup' : 'recovered as of the backup',
      );
  } finally {
    library.close();
  }
}

/** SQLite has no sums over its pages: a changed letter is a letter. What is missing altogether has to be noticed. */
async function assertThere(tally: Tally, folder: string, library: Opened, last: Filed): Promise<void> {
  const now = readNotebook(notebookOf(folder));
  const missing = [...last.notes].filter(
    ([note, revisions]) => now.notes.get(note)?.length !== revisions.length,
  );
  if (missing.length > 0) throw new Error(`${missing.length} notes have gone unnoticed`);
  let listed = 0;
  for (const removed of [false, true])
    listed += (await value(library.ask, 'notes.page', { lang: 'en', sort: 'time', removed })).total;
  if (listed !== last.notes.size) throw new Error(`${listed} notes are listed instead of ${last.notes.size}`);
  const isWhole =
    JSON.stringify([...now.notes, ...now.settings]) === JSON.stringify([...last.notes, ...last.settings]);
  count(tally, isWhole ? 'opened whole' : 'a text or another value changed unnoticed');
}
