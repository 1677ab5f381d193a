/** kill -9 at any moment: while it opens, between two writes, in the middle of one. */
import { setTimeout as wait } from 'node:timers/promises';
import { type Bench, count, type Kind, point, type Tally } from '../bench.ts';
import { newJournal } from '../journal.ts';
import { type LibraryProcess, startLibrary } from '../library-process.ts';
import { type Desk, openWindow, type Window } from '../load.ts';
import { verify } from '../verify.ts';

/** Then a new folder: what is looked for after each kill should not grow without end. */
const KILLS_A_FOLDER = 20;

export const killed: Kind = {
  name: 'killed',
  what: 'kill -9 under load, one process or two on a folder',
  share: 10,
  async run(bench, tally, points) {
    for (let done = 0; done < points; done += KILLS_A_FOLDER)
      await killSome(bench, tally, Math.min(KILLS_A_FOLDER, points - done));
  },
};

async function killSome(bench: Bench, tally: Tally, kills: number): Promise<void> {
  const folder = bench.fresh();
  const random = bench.random.apart();
  const desk: Desk = { journal: newJournal(), random, places: bench.places, shared: [] };
  const windows = [openWindow(desk, 0), openWindow(desk, 1), openWindow(desk, 2)];
  const losses = tally.losses.length;
  // What is lost once is lost for good, and need not be said again.
  for (let kill = 0; kill < kills && tally.losses.length === losses; kill += 1)
    await point(tally, `killed ${kill}`, async () => {
      const [first, second] = [startLibrary(folder), random.chance(0.4) ? startLibrary(folder) : undefined];
      if (random.chance(0.15)) {
        await wait(random.below(250));
        first.kill();
        await first.ended;
        count(tally, 'killed while opening');
      } else await killAtWork(folder, first, second, desk, windows);
      await second?.close();
    });
  await point(tally, 'the last opening', async () => {
    const last = startLibrary(folder);
    if ((await last.opened) !== 'ready') throw new Error('it does not open');
    await verify(folder, last.ask, desk.journal, random);
    await last.close();
  });
  tally.acknowledged += desk.journal.acknowledged();
}

async function killAtWork(
  folder: string,
  first: LibraryProcess,
  second: LibraryProcess | undefined,
  desk: Desk,
  [one, two, three]: Window[],
): Promise<void> {
  const { journal, random } = desk;
  for (const library of [first, second]) {
    const how = await library?.opened;
    if (library && how !== 'ready') throw new Error(`it does not open: ${how?.code}: ${how?.message}`);
  }
  await verify(folder, (second ?? first).ask, journal, random);
  await again(first, desk, one);
  let isOver = false;
  const work = async (window: Window | undefined, { ask }: LibraryProcess) => {
    while (window && !isOver) {
      const outcome = await window.act(ask);
      if (outcome.state === 'silent') return;
      // Two at once may wait for each other too long; anything else is no answer to a healthy disk.
      if (outcome.state === 'refused' && outcome.error.code !== 'library.busy')
        throw new Error(`${outcome.error.code}: ${outcome.error.message}`);
    }
  };
  const working = Promise.all([work(one, first), work(two, first), work(three, second ?? first)]);
  await wait(random.below(200));
  first.kill();
  isOver = true;
  await working;
  await first.ended;
}

/** What was kept is sent once more, as by a window that did not hear so, maybe with later revisions over it: it is kept once. */
async function again(
  { ask }: LibraryProcess,
  { journal, random }: Desk,
  window: Window | undefined,
): Promise<void> {
  const notes = [...journal.kept.values()];
  const kept = notes.length > 0 ? random.pick([...random.pick(notes).values()]) : undefined;
  if (!kept || !window || kept.removed) return;
  const { note, revision, text, colour, tags, on } = kept;
  const [revisions, all] = [journal.revisions(note), journal.kept.size];
  const sent = { kind: 'save' as const, note, expected: revision - 1, written: { text, colour, tags }, on };
  journal.send(sent);
  await window.send(ask, sent);
  if (journal.revisions(note) !== revisions || journal.kept.size !== all)
    throw new Error(`revision ${revision} of note ${note}, sent twice, was kept twice`);
}
