/** From what was typed to the program that does it, built if need be. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { hasSources, isFresh } from './sources.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Entries that `run(args)`; every other command is the terminal's, which reads process.argv by itself. */
const ENTRIES = new Map([
  ['start', 'start.js'],
  ['serve', 'serve.js'],
]);

/**
 * Which entry, and what is left for it. A command may stand behind the options that all commands have.
 * @param {readonly string[]} args
 */
export function entryFor(args) {
  let at = 0;
  while (args[at]?.startsWith('-')) at += args[at] === '--library' ? 2 : 1;
  const entry = ENTRIES.get(args[at] ?? '');
  return entry ? { entry, args: args.toSpliced(at, 1) } : { entry: 'paralel.js', args: [...args] };
}

/** @param {readonly string[]} typed */
export async function dispatch(typed) {
  try {
    if (hasSources(ROOT) && !isFresh(ROOT)) {
      const { build } = await import('./build.mjs');
      await build(ROOT);
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
    return;
  }
  // What has been compiled once is not compiled again: a tenth of a short command's time.
  enableCompileCache(join(ROOT, 'out', '.cache'));
  const { entry, args } = entryFor(typed);
  const program = await import(pathToFileURL(join(ROOT, 'out', 'main', entry)).href);
  if (entry === 'paralel.js') return;
  process.exitCode = await program.run(args);
  // Whatever a library of ours still holds open must not keep a closed program in the terminal.
  setTimeout(() => process.exit(), 2_000).unref();
}
