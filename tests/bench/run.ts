/** Every ratio that users were promised: `npm run bench`, or one part of it: `npm run bench -- desktop`. See docs/benchmarks.md. */
import { chromiumVersion } from './program.ts';
import { machine } from './measure.ts';

const PARTS: Readonly<Record<string, () => Promise<unknown>>> = {
  host: () => import('./host.ts'),
  handout: () => import('./handout.ts'),
  desktop: () => import('./desktop.ts'),
  names: () => import('./matching.ts'),
  listing: () => import('./listing.ts'),
  anchoring: () => import('./anchoring.ts'),
  notes: () => import('./notes.ts'),
};

console.log(machine(chromiumVersion()));
for (const [name, measure] of Object.entries(PARTS))
  if (process.argv.length < 3 || process.argv.includes(name)) await measure();
