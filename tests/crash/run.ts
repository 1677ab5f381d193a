/**
 * Crashes the notebook at thousands of points, and looks for every acknowledged note after each:
 * `npm run crash [-- --points 2000] [--seed N] [--only KIND]`. Exits with 1 where anything was lost. See docs/durability.md.
 */
import { randomInt } from 'node:crypto';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { makeBench, newTally } from './bench.ts';
import { KINDS } from './kinds.ts';
import { ROOT } from './library-process.ts';
import { type Row, tableOf } from './table.ts';

const { values } = parseArgs({
  options: {
    points: { type: 'string', default: '2200' },
    seed: { type: 'string' },
    only: { type: 'string', multiple: true, default: [] },
  },
});
const points = Number(values.points);
const seed = Number(values.seed ?? randomInt(2 ** 31));
const kinds = KINDS.filter(({ name }) => values.only.length === 0 || values.only.includes(name));
if (!Number.isInteger(points) || !Number.isInteger(seed) || kinds.length === 0) {
  console.error(`usage: run.ts [--points N] [--seed N] [--only ${KINDS.map(({ name }) => name).join('|')}]`);
  process.exit(2);
}
console.log(`seed ${seed}`);

/** The sources name their neighbours without an extension and bring .sql files along, as bundlers read them. */
const { module } = await runnerImport<typeof import('../../src/library/library.ts')>(
  `${ROOT}/src/library/library.ts`,
  {
    configFile: false,
    root: ROOT,
    logLevel: 'error',
  },
);
const shares = kinds.reduce((sum, { share }) => sum + share, 0);
const rows: Row[] = [];
for (const kind of kinds) {
  // Each has chances of its own, so that one kind alone does what it did among the others.
  const bench = await makeBench(module.openLibrary, seed);
  const tally = newTally();
  const skipped = kind.cannot?.();
  const start = performance.now();
  if (skipped === undefined) await kind.run(bench, tally, Math.ceil((points * kind.share) / shares));
  rows.push({ kind, tally, seconds: (performance.now() - start) / 1000, skipped });
  console.log(`${kind.name}: ${skipped ?? `${tally.points} points, ${tally.losses.length} lost`}`);
  for (const loss of tally.losses) console.log(`LOST  ${loss}`);
  bench.remove();
}
console.log(`\n${tableOf(rows)}`);
process.exitCode = rows.some(({ tally }) => tally.losses.length > 0) ? 1 : 0;
