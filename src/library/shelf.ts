/** The three files of a library, opened, each by what losing it would mean. */
import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Notice } from '../shared/contract';
import { AppError, fillIn } from '../shared/errors';
import en from '../../locales/en.json';
import { type Db, openDatabase } from '../store/database';
import { isDamage } from '../store/failures';
import type { DatabaseName } from '../store/migrations';

export const FILES: Record<DatabaseName, string> = {
  library: 'library.db',
  notebook: 'notebook.db',
  index: 'index.db',
};

export interface Shelf {
  folder: string;
  /** A reading room: the notebook is an empty one in memory. */
  readOnly: boolean;
  /** What readers are told of the folder: in a reading room nothing. */
  shownFolder: string;
  library: Db;
  notebook: Db;
  index: Db;
  notices: Notice[];
}

export interface ShelfOptions {
  /** The notebook stays closed: an empty one in memory stands in for it. */
  readOnly?: boolean;
  now?: () => Date;
}

/** @throws AppError 'library.not-writable' | 'library.newer' | 'library.busy' | 'library.full' */
export function openShelf(
  folder: string,
  { readOnly = false, now = () => new Date() }: ShelfOptions = {},
): Shelf {
  prepareFolder(folder);
  const notices: Notice[] = [];
  const setAside = (name: 'library' | 'notebook') => {
    const file = moveAside(folder, name, now());
    notices.push(notice(`${name}-set-aside`, { file }));
  };
  const opened: Db[] = [];
  const open = (name: DatabaseName, onDamage: () => void): Db => {
    const db = openOrMend(join(folder, FILES[name]), name, onDamage);
    opened.push(db);
    return db;
  };
  try {
    return {
      folder,
      readOnly,
      shownFolder: readOnly ? '' : folder,
      notebook: readOnly ? emptyNotebook(opened) : open('notebook', () => setAside('notebook')),
      library: open('library', () => setAside('library')),
      index: open('index', () => {
        removeIndex(folder);
        notices.push(notice('index-rebuilt', {}));
      }),
      notices,
    };
  } catch (error) {
    for (const db of opened) db.close();
    throw error;
  }
}

function emptyNotebook(opened: Db[]): Db {
  const db = openDatabase(':memory:', 'notebook');
  opened.push(db);
  return db;
}

export function closeShelf({ library, notebook, index }: Shelf): void {
  for (const db of [notebook, library, index]) db.close();
}

/** A damaged index cannot be mended and need not be. */
export function removeIndex(folder: string): void {
  for (const suffix of SUFFIXES) rmSync(join(folder, FILES.index + suffix), { force: true });
}

export function notice(code: Notice['code'], params: Notice['params']): Notice {
  return { code, params, message: fillIn(en.notices[code], params) };
}

/** A database and the files that SQLite keeps beside it; parted, they would no longer be whole. */
const SUFFIXES = ['', '-wal', '-shm'];

function openOrMend(path: string, name: DatabaseName, onDamage: () => void): Db {
  try {
    return openDatabase(path, name);
  } catch (error) {
    if (!isDamage(error)) throw error;
    onDamage();
    return openDatabase(path, name);
  }
}

/** Renamed, never overwritten. Returns the new name. */
function moveAside(folder: string, name: DatabaseName, at: Date): string {
  const stamp = at.toISOString().slice(0, 19).replaceAll(':', '-');
  let target = `${name}.damaged-${stamp}.db`;
  for (let n = 2; existsSync(join(folder, target)); n += 1) target = `${name}.damaged-${stamp}-${n}.db`;
  for (const suffix of SUFFIXES) {
    const from = join(folder, FILES[name] + suffix);
    if (existsSync(from)) renameSync(from, join(folder, target + suffix));
  }
  return target;
}

function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new AppError(
      'library.not-writable',
      { path: folder, detail: String((cause as Error).message) },
      { cause },
    );
  }
}
