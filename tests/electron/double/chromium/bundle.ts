/** The double's half that runs in pages, as one script: see page/. Built when it is older than its sources. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';

const DOUBLE = resolve(import.meta.dirname, '..');
const CACHE = resolve(DOUBLE, '../../../node_modules/.cache/paralel-double');

/** Evaluates to an object with what page/index.ts exports. */
export async function pageScript(): Promise<string> {
  const folder = join(DOUBLE, 'page');
  const sources = [join(DOUBLE, 'wire.ts'), ...readdirSync(folder).map((name) => join(folder, name))];
  const hash = createHash('sha256');
  for (const source of sources.sort()) hash.update(readFileSync(source));
  const file = join(CACHE, `${hash.digest('hex').slice(0, 20)}.js`);
  if (!existsSync(file)) await build(join(folder, 'index.ts'), file);
  return readFileSync(file, 'utf8');
}

/** Several may build at once: the file appears whole. */
async function build(input: string, file: string): Promise<void> {
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({ input, platform: 'browser' });
  const { output } = await bundle.generate({ format: 'iife', name: 'double', minify: false });
  await bundle.close();
  mkdirSync(CACHE, { recursive: true });
  const whole = `${file}.${process.pid}`;
  writeFileSync(whole, `(() => { ${output[0].code}\nreturn double; })()`);
  renameSync(whole, file);
}
