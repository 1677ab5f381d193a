/**
 * What of the build goes into the desktop program: an allow-list, so that what is new stays out until it is named.
 * The terminal and the loopback host do not: with the runAsNode fuse off, Electron's program runs no script, so in
 * the package they would be dead code. Who wants them installs with npm (docs/release.md).
 */
import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { parseSync } from 'vite';

/** Files of out/main that are started, by Electron or as a utility process of it. */
export const DESKTOP_ENTRIES = ['index.js', 'library.js', 'finish.js'];
/** Started by `paralel`, never by the desktop program. */
export const TERMINAL_ENTRIES = ['paralel.js', 'print.js', 'serve.js', 'start.js'];

/**
 * Packages that are shipped as they are, and what of each. Everything else is bundled into out/.
 * better-sqlite3 brings its C sources and eight platforms' binaries; the one binary is named per platform.
 */
export const MODULES: Readonly<Record<string, readonly string[]>> = {
  'better-sqlite3': ['package.json', 'lib/{binding,database,index,sqlite-error,util}.js', 'lib/methods/*.js'],
};
export const BINARIES = {
  linux: 'node_modules/better-sqlite3/prebuilds/linux-${arch}.node',
  // Both: the two halves of a universal program must hold the same files.
  mac: 'node_modules/better-sqlite3/prebuilds/darwin-{arm64,x64}.node',
  win: 'node_modules/better-sqlite3/prebuilds/win32-${arch}.node',
};

/** Electron is the program itself. */
const PROVIDED = new Set(['electron']);

const WINDOW_FILES = '**/*.{css,html,ico,js,json,jpg,png,svg,webp,woff2}';

/**
 * Follows the imports, so that a chunk that only the terminal needs stays out.
 * @param out the folder of the build
 * @returns paths within it, in order, with `/`
 * @throws where an entry, an import or a package is not one that this file knows
 */
export function shippedFiles(out: string): string[] {
  const known = new Set([...DESKTOP_ENTRIES, ...TERMINAL_ENTRIES]);
  const strange = globSync('*', { cwd: `${out}/main` }).filter(
    (name) => name !== 'chunks' && !known.has(name),
  );
  if (strange.length > 0)
    throw new Error(`out/main has ${strange.join(', ')}: build/contents.ts must say who starts that.`);
  const scripts = new Set<string>();
  const follow = (path: string): void => {
    if (scripts.has(path)) return;
    scripts.add(path);
    for (const name of importsOf(path, readFileSync(`${out}/${path}`, 'utf8'))) {
      if (name.startsWith('.')) follow(posix.join(posix.dirname(path), name));
      else if (!isBuiltin(name) && !PROVIDED.has(name) && !(packageOf(name) in MODULES))
        throw new Error(
          `out/${path} imports ${name}: bundle it, or say in build/contents.ts what of it is shipped.`,
        );
    }
  };
  for (const entry of DESKTOP_ENTRIES) follow(`main/${entry}`);
  follow('preload/index.cjs');
  const pages = globSync(WINDOW_FILES, { cwd: `${out}/renderer` }).map((path) => `renderer/${slashed(path)}`);
  return [...scripts, ...pages].sort();
}

/** @throws where the script imports what can only be known when it runs */
export function importsOf(path: string, code: string): string[] {
  const { errors, module, comments } = parseSync(path, code);
  if (errors[0]) throw new Error(`out/${path}: ${errors[0].message}`);
  const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) => {
    const [, , name] = /^(["'`])([^"'`$]+)\1$/.exec(code.slice(start, end)) ?? [];
    if (name === undefined)
      throw new Error(`out/${path} imports ${code.slice(start, end)}, which cannot be followed.`);
    return name;
  });
  // What a comment shows how to require is not required.
  const isSaid = (at: number) => comments.some(({ start, end }) => at >= start && at < end);
  const required = [...code.matchAll(/\brequire\((["'])([^"']+)\1\)/g)]
    .filter(({ index }) => !isSaid(index))
    .map(([, , name]) => name ?? '');
  const imported = module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
  const handedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
  );
  return [...new Set([...imported, ...handedOn, ...dynamic, ...required])];
}

/** `@cantoo/pdf-lib/es/x.js` → `@cantoo/pdf-lib` */
export function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

const slashed = (path: string): string => path.replaceAll('\\', '/');
