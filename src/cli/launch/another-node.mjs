/** Where the machine's Node is too old: another one, or a sentence. Written for Node 12, as the launcher is. */
import { spawn, spawnSync } from 'child_process';
import { existsSync, readFileSync } from 'fs';
import { constants } from 'os';
import { join } from 'path';
import { fileURLToPath } from 'url';
import { isNewEnough, NEEDED } from './node.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The Node that npm brings on Linux, where it is there and runs. */
export function newerNode(root = ROOT) {
  const path = join(root, 'node_modules', '.bin', 'node');
  if (!existsSync(path)) return null;
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  return stdout && isNewEnough(stdout.trim().replace(/^v/, '')) ? path : null;
}

/** @param {string[]} args */
export function runByAnother(args) {
  const node = newerNode();
  if (node) return runAgain(node, args);
  console.error(tooOld());
  process.exitCode = 1;
}

/**
 * Its output, signals and exit code are ours.
 * @param {string} node
 * @param {string[]} args
 */
function runAgain(node, args) {
  const child = spawn(node, [fileURLToPath(new URL('../paralel.mjs', import.meta.url)), ...args], {
    stdio: 'inherit',
  });
  // Ctrl-C reaches the child by itself, and it decides; what is sent to us alone is handed on.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(/** @type {'SIGTERM'} */ (signal)));
  child.on('error', (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exit(code === null ? 128 + constants.signals[signal || 'SIGKILL'] : code);
  });
}

export function tooOld(root = ROOT, found = process.versions.node) {
  const { errors } = JSON.parse(readFileSync(join(root, 'locales', 'en.json'), 'utf8'));
  return errors['node.too-old'].replace('{needed}', NEEDED).replace('{found}', found);
}
