/** One system call after the other fails: what could not be written is refused, what was acknowledged stays. */
import { type Bench, count, type Kind, point, type Tally, value } from '../bench.ts';
import { type Journal, newJournal } from '../journal.ts';
import { startLibrary } from '../library-process.ts';
import { type Desk, openWindow } from '../load.ts';
import { readNotebook } from '../notebook-file.ts';
import { CALLS, type Fault, whyNoStrace, withFault } from '../strace.ts';
import { notebookOf, verify } from '../verify.ts';

const ACTS = 14;
/** How far the sweep of each call goes: about as many as opening and the acts make. */
const SWEEPS: readonly { calls: readonly string[]; error: Fault['error']; upTo: number }[] = [
  { calls: CALLS.write.slice(0, 1), error: 'EIO', upTo: 140 },
  { calls: CALLS.write.slice(0, 1), error: 'ENOSPC', upTo: 140 },
  { calls: CALLS.sync, error: 'EIO', upTo: 30 },
  { calls: CALLS.cut, error: 'EIO', upTo: 8 },
  { calls: CALLS.rename, error: 'EIO', upTo: 3 },
  { calls: CALLS.open, error: 'EIO', upTo: 220 },
];
const SAID = new Set([
  'library.full',
  'library.not-writable',
  'library.damaged',
  'library.busy',
  'file.not-writable',
  'note.not-swept',
  'resource.missing',
]);

export const failedCalls: Kind = {
  name: 'failed-calls',
  what: 'EIO and ENOSPC from writes, syncs, truncations, renames, openings',
  share: 8,
  cannot: whyNoStrace,
  async run(bench, tally, points) {
    for (let n = 0; n < points; n += 1) {
      const sweep = SWEEPS[n % SWEEPS.length];
      if (!sweep) continue;
      const { calls, error, upTo } = sweep;
      const at = 1 + Math.floor(upTo * ((n * 0.6180339887) % 1));
      const isLasting = bench.random.chance(0.3);
      await point(tally, `${error} from ${calls[0]} number ${at}${isLasting ? ' and on' : ''}`, () =>
        fail(bench, tally, { calls, error, at, isLasting }),
      );
    }
  },
};

async function fail(bench: Bench, tally: Tally, fault: Fault): Promise<void> {
  const folder = bench.fresh();
  const random = bench.random.apart();
  const desk: Desk = { journal: newJournal(), random, places: bench.places, shared: [] };
  const window = openWindow(desk, 0);
  const { before, happened } = withFault(fault);
  const library = startLibrary(folder, before);
  const how = await library.opened;
  if (how === 'ready') {
    let refused = 0;
    let isRefusedAtLast = false;
    for (let n = 0; n < ACTS; n += 1) {
      // A backup too, of which nothing is said to be a note's loss.
      if (n === ACTS / 2) await library.ask('notebook.backup', {});
      const outcome = await window.act(library.ask);
      if (outcome.state === 'silent')
        throw new Error(`the process ended: ${library.printed().slice(0, 300)}`);
      isRefusedAtLast = outcome.state === 'refused';
      if (outcome.state !== 'refused') continue;
      refused += 1;
      if (!SAID.has(outcome.error.code))
        throw new Error(`refused with ${outcome.error.code}: ${outcome.error.message}`);
    }
    tally.refused += refused;
    // One call that fails is no reason to refuse for ever.
    if (isRefusedAtLast && !fault.isLasting) {
      const outcome = await window.begin(library.ask);
      if (outcome.state !== 'answered') count(tally, 'saving goes on only after a new start');
    }
    if (random.chance(0.5)) library.kill();
  } else if (how && !SAID.has(how.code) && !library.printed().includes('EIO'))
    throw new Error(`the opening is refused with ${how.code}: ${how.message}`);
  await library.close();
  if (happened()) count(tally, how === 'ready' ? 'failed at work' : 'failed while opening');
  else {
    // Nothing has failed: that is no crash.
    tally.points -= 1;
    count(tally, 'no point: the call was not made so often');
  }

  const again = startLibrary(folder);
  const then = await again.opened;
  if (then !== 'ready') throw new Error(`it does not open again: ${then?.code}: ${then?.message}`);
  const { notebook } = await value(again.ask, 'app.open', {});
  if (notebook.state === 'lost') {
    // What was refused may have left frames in the log that look like somebody's: then it is offered, never lost.
    await value(again.ask, 'notebook.recover', { with: 'salvage' });
    assertKept(folder, desk.journal);
    count(tally, 'said to be lost, and recovered with all that was acknowledged');
  } else await verify(folder, again.ask, desk.journal, random);
  await value(again.ask, 'notes.page', { lang: 'sq', sort: 'place' });
  await again.close();
  tally.acknowledged += desk.journal.acknowledged();
}

/** @throws Error that says what is missing */
function assertKept(folder: string, journal: Journal): void {
  const { notes } = readNotebook(notebookOf(folder));
  for (const [note, revisions] of journal.kept) {
    for (const { revision, text } of revisions.values()) {
      const found = notes.get(note)?.find((one) => one.revision === revision);
      if (found?.text !== text)
        throw new Error(`note ${note} has no revision ${revision} as it was acknowledged`);
    }
  }
}
