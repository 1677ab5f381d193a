/** Builds what is stale, beside what is there, and puts it in place whole. Run by itself, it builds in any case. */
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';
import { hashSources, isFresh, stampOf } from './sources.mjs';

/** @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`);

/**
 * Builds what another start has not built meanwhile.
 * @param {string} root
 * @param {{ always?: boolean, bundle?: (root: string, folder: string) => Promise<void> }} [options]
 */
export async function build(root, { always = false, bundle = runBundler } = {}) {
  const out = join(root, 'out');
  await withLock(
    join(out, '.lock'),
    async () => {
      if (!always && isFresh(root)) return;
      const hash = hashSources(root);
      const started = Date.now();
      say('Building Paralel from its sources …');
      await buildInto(root, out, bundle);
      writeFileSync(stampOf(root), hash);
      say(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
    },
    () => say('Paralel is being built by another start; waiting for it …'),
  );
}

/**
 * What a running Paralel has open stays until the new is complete; a build that fails changes nothing.
 * @param {string} root
 * @param {string} out
 * @param {(root: string, folder: string) => Promise<void>} bundle
 */
async function buildInto(root, out, bundle) {
  // Only the holder of the lock is here, so whatever lies about was left by one that was killed.
  for (const name of readdirSync(out))
    if (name.startsWith('.build-')) rmSync(join(out, name), { recursive: true });
  const next = join(out, `.build-next-${process.pid}`);
  const previous = join(out, `.build-previous-${process.pid}`);
  try {
    await bundle(root, next);
    mkdirSync(previous);
    for (const stale of ['.stamp', '.cache']) rmSync(join(out, stale), { recursive: true, force: true });
    for (const part of readdirSync(next)) {
      if (existsSync(join(out, part))) renameSync(join(out, part), join(previous, part));
      renameSync(join(next, part), join(out, part));
    }
  } finally {
    for (const folder of [next, previous]) rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * In a process of its own: it changes the environment, and what it prints is shown only where it fails.
 * @param {string} root
 * @param {string} folder
 * @returns {Promise<void>}
 */
function runBundler(root, folder) {
  return new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ detail) => reject(new Error(sentence(root, detail)));
    let bundler;
    try {
      bundler = join(
        dirname(createRequire(join(root, 'package.json')).resolve('electron-vite/package.json')),
        'bin/electron-vite.js',
      );
    } catch {
      return fail('its build tools are not installed');
    }
    let printed = '';
    const child = spawn(process.execPath, [bundler, 'build', '--outDir', folder], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk));
    child.on('error', (error) => fail(error.message));
    child.on('close', (code, signal) => {
      if (code === 0) return resolve();
      say(printed.trim());
      fail(signal ? `stopped by ${signal}` : `the build ended with code ${code}`);
    });
  });
}

/**
 * @param {string} root
 * @param {string} detail
 */
function sentence(root, detail) {
  const { errors } = JSON.parse(readFileSync(join(root, 'locales', 'en.json'), 'utf8'));
  return errors['build.failed'].replace('{detail}', detail);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  try {
    await build(root, { always: true });
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
