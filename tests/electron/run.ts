/**
 * `npm run test:electron`: the desktop tests, on real Electron where its program is on this machine and on the double
 * otherwise. Says which of the two it was, and fails where Electron is here and was not what was tested.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { type Choice, chooseDesktop } from './driver/choose.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs');

const choice = chosen();
const name = choice.kind === 'electron' ? 'real Electron' : 'the double of Electron';
console.log(`The desktop tests run on ${name}: ${choice.why}.`);

const folder = mkdtempSync(join(tmpdir(), 'paralel-tally-'));
const tally = join(folder, 'desktops');
const paths = process.argv.length > 2 ? process.argv.slice(2) : ['tests/electron'];
const { status } = spawnSync(process.execPath, [VITEST, 'run', '-c', 'tests/vitest.config.ts', ...paths], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, PARALEL_TEST_ELECTRON: choice.kind, PARALEL_TEST_ELECTRON_TALLY: tally },
});
const started = existsSync(tally) ? readFileSync(tally, 'utf8').trim().split('\n') : [];
rmSync(folder, { recursive: true });

for (const version of new Set(started))
  console.log(
    `${started.filter((line) => line === version).length} starts of the application on ${version}.`,
  );
process.exitCode = status ?? 1;
const wasElectron = (version: string): boolean => version.startsWith('Electron ');
if (choice.kind === 'electron' && !(started.some(wasElectron) && started.every(wasElectron))) {
  console.error('Electron’s program is here, and the tests did not use it.');
  process.exitCode = 1;
}

function chosen(): Choice {
  try {
    return chooseDesktop();
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
