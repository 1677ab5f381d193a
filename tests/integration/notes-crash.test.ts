/** Every acknowledged note is there after crashes: a few hundred of those that `npm run crash` makes. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLibrary } from '../../src/library/library';
import { type Bench, type Kind, makeBench, newTally } from '../crash/bench';
import { damaged } from '../crash/kinds/damaged';
import { fullDisk } from '../crash/kinds/full-disk';
import { killed } from '../crash/kinds/killed';
import { tornLog } from '../crash/kinds/torn-log';

const SEED = 20261122;

let bench: Bench;
// Each has chances of its own, so that how many points one has changes nothing for the others.
beforeEach(async () => {
  bench = await makeBench(openLibrary, SEED);
});
afterEach(() => bench.remove());

async function crash(kind: Kind, points: number): Promise<void> {
  const tally = newTally();
  await kind.run(bench, tally, points);
  expect(tally.losses).toEqual([]);
  expect(tally.points).toBeGreaterThanOrEqual(points);
  expect(tally.acknowledged).toBeGreaterThan(points / 10);
}

const MINUTES = 180_000;

it('whenever the process is killed, also while another writes beside it', () => crash(killed, 30), MINUTES);

it.skipIf(fullDisk.cannot?.() !== undefined)(
  'when the disk fills up, and what is refused is said to be',
  () => crash(fullDisk, 10),
  MINUTES,
);

it('as of some save, where the log is torn or bytes of it have changed', () => crash(tornLog, 120), MINUTES);

it('or a good backup is offered, where the file itself is damaged', () => crash(damaged, 40), MINUTES);
