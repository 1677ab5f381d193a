/** One builds, the others wait: a file with the builder's process id, made so that only one can make it. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @param {() => void} onWait told once, where another has it
 * @returns {Promise<T>}
 */
export async function withLock(path, work, onWait = () => {}) {
  mkdirSync(dirname(path), { recursive: true });
  for (let waited = false; !take(path); waited = true) {
    if (!waited) onWait();
    await pause(100);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

/** @param {string} path */
function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    if (isAbandoned(path)) rmSync(path, { force: true });
    return false;
  }
}

/**
 * Its owner was killed, or the machine went off.
 * @param {string} path
 */
function isAbandoned(path) {
  try {
    const owner = Number(readFileSync(path, 'utf8'));
    // Made but not yet written: given a moment.
    if (!owner) return Date.now() - statSync(path).mtimeMs > 5_000;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    // EPERM: it lives, and is somebody else's.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH';
  }
}
