/**
 * What cannot lie in the packed archive (electron docs/breaking-changes.md, 44): a file that is opened by descriptor or
 * written, a database, a native module. Electron reads the archive with patched functions; here it is a folder of the
 * same name, whose files can be read, and nothing else.
 */
import fs, { existsSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { resolve } from 'node:path';
import process from 'node:process';

const WITHIN = /\.asar([/\\])/u;

function isWithin(path: unknown): boolean {
  const text = path instanceof URL ? path.pathname : typeof path === 'string' ? resolve(path) : '';
  return WITHIN.test(text);
}

/** What was left outside when packing lies beside the archive, and is found there. */
const unpacked = (path: string): string => resolve(path).replace(WITHIN, '.asar.unpacked$1');

function refuse(code: string, what: string, path: unknown): Error {
  return Object.assign(new Error(`${code}: ${what} within an asar archive: ${String(path)}`), { code });
}

/** All of them take the path first. Reading whole files stays. */
const BY_DESCRIPTOR = ['open', 'openSync', 'createReadStream', 'createWriteStream'] as const;
const WRITING = [
  'appendFile', 'appendFileSync', 'mkdir', 'mkdirSync', 'rename', 'renameSync', 'rm', 'rmSync', 'unlink', 'unlinkSync',
  'writeFile', 'writeFileSync',
] as const; // prettier-ignore

/** Node opens a file for it by the same functions. */
let isReadingWhole = false;

export function sealArchives(): void {
  for (const [names, code, what] of [
    [BY_DESCRIPTOR, 'EBADF', 'no descriptor of a file'],
    [WRITING, 'EROFS', 'nothing is written'],
  ] as const) {
    for (const owner of [fs, fs.promises]) for (const name of names) guard(owner, name, code, what);
  }
  const { readFileSync } = fs;
  fs.readFileSync = ((...args: Parameters<typeof readFileSync>) => {
    isReadingWhole = true;
    try {
      return readFileSync(...args);
    } finally {
      isReadingWhole = false;
    }
  }) as typeof readFileSync;
  syncBuiltinESMExports();

  const load = process.dlopen.bind(process);
  process.dlopen = (module: object, path: string, flags?: number) => {
    const real = isWithin(path) && existsSync(unpacked(path)) ? unpacked(path) : path;
    if (isWithin(real)) throw refuse('ERR_DLOPEN_FAILED', 'no native module', path);
    if (flags === undefined) load(module, real);
    else load(module, real, flags);
    guardDatabases((module as { exports: object }).exports);
  };
}

function guard(owner: object, name: string, code: string, what: string): void {
  const real: unknown = Reflect.get(owner, name);
  if (typeof real !== 'function') return;
  Reflect.set(owner, name, (path: unknown, ...rest: unknown[]): unknown => {
    if (!isReadingWhole && isWithin(path)) throw refuse(code, what, path);
    return Reflect.apply(real, owner, [path, ...rest]);
  });
}

/** SQLite opens its files by itself, and finds none there. */
function guardDatabases(addon: object): void {
  const Database: unknown = Reflect.get(addon, 'Database');
  if (typeof Database !== 'function') return;
  const guarded = new Proxy(Database, {
    construct(target, args: unknown[], as) {
      if (isWithin(args[0])) throw refuse('SQLITE_CANTOPEN', 'no database', args[0]);
      return Reflect.construct(target, args, as) as object;
    },
  });
  Reflect.set(addon, 'Database', guarded);
}
