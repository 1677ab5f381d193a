/** The three files of a library, opened, each by what losing it would mean. */
import { accessSync, constants, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Notice } from '../shared/contract';
import { AppError, fillIn } from '../shared/errors';
import en from '../../locales/en.json';
import { type Db, openDatabase } from '../store/database';
import { isDamage, isUnreadable } from '../store/failures';
import type { DatabaseName } from '../store/migrations';
import { makeBackup } from './backups/backups';
import { backupsFolder } from './backups/folder';
import { warningsOf } from './folder-kind';
import { finishRecovery, type Lost, standIn, whyLost } from './recover';
import { libraryFolder } from './location';
import { watchPlace } from './notebook-place';
import { FILES, moveAside, SUFFIXES } from './shelf-files';

export { FILES };

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
  /** Whether the notebook is still the file in the folder. */
  isInPlace: () => boolean;
  /** The notebook could not be opened; what is left of it stands in for it, in memory. */
  lost: Lost | undefined;
}

export interface ShelfOptions {
  /** The notebook stays closed: an empty one in memory stands in for it. */
  readOnly?: boolean;
  now?: () => Date;
  /** Told of a backup that could not be made; what it was to be made before is done all the same. */
  onBackupFailure?: (error: unknown) => void;
  /** To which what has to be told is added. */
  notices?: Notice[];
}

/** @throws AppError 'library.no-place' | 'library.not-writable' | 'library.newer' | 'library.busy' | 'library.full' */
export function openShelf(
  folder: string,
  { readOnly = false, now = () => new Date(), onBackupFailure = () => {}, notices = [] }: ShelfOptions = {},
): Shelf {
  prepareFolder(folder);
  const opened: Db[] = [];
  const open = (name: DatabaseName, onDamage: () => void): Db => {
    const db = openOrMend(join(folder, FILES[name]), name, onDamage);
    opened.push(db);
    return db;
  };
  try {
    // First of all: an index or a library that is there says that there was a notebook too.
    const { notebook, lost } = readOnly
      ? { notebook: openDatabase(':memory:', 'notebook'), lost: undefined }
      : openNotebook(folder, onBackupFailure);
    opened.push(notebook);
    if (!readOnly) notices.push(...warningsOf(folder).map(({ code, params }) => notice(code, params)));
    const shelf: Shelf = {
      folder,
      readOnly,
      shownFolder: readOnly ? '' : folder,
      notebook,
      isInPlace: () => true,
      lost,
      library: open('library', () => {
        const file = moveAside(folder, 'library', now());
        notices.push(notice('library-set-aside', { file }));
      }),
      index: open('index', () => {
        removeIndex(folder);
        notices.push(notice('index-rebuilt', {}));
      }),
      notices,
    };
    if (!readOnly && !lost) shelf.isInPlace = watchPlace(folder);
    return shelf;
  } catch (error) {
    for (const db of opened) db.close();
    throw error;
  }
}

/** @throws AppError 'library.newer' | 'library.busy' | … */
function openNotebook(
  folder: string,
  onBackupFailure: (error: unknown) => void,
): Pick<Shelf, 'notebook' | 'lost'> {
  finishRecovery(folder);
  const reason = whyLost(folder);
  if (reason) return standIn(folder, reason);
  try {
    return { notebook: openWholeNotebook(folder, onBackupFailure), lost: undefined };
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return standIn(folder, 'damaged');
  }
}

/** The folder of backups is there from the first start on: without it, nobody could tell a lost notebook from none. */
function openWholeNotebook(folder: string, onBackupFailure: (error: unknown) => void): Db {
  const notebook = openDatabase(join(folder, FILES.notebook), 'notebook', {
    isChecked: true,
    beforeMigration: (db) => {
      try {
        makeBackup(folder, db, 'migration');
      } catch (error) {
        onBackupFailure(error);
      }
    },
  });
  try {
    mkdirSync(backupsFolder(folder), { recursive: true });
  } catch (error) {
    onBackupFailure(error);
  }
  return notebook;
}

/** After it was recovered. */
export function reopenNotebook(shelf: Shelf): void {
  const notebook = openDatabase(join(shelf.folder, FILES.notebook), 'notebook');
  shelf.notebook.close();
  shelf.notebook = notebook;
  shelf.lost = undefined;
  shelf.isInPlace = watchPlace(shelf.folder);
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

function openOrMend(path: string, name: DatabaseName, onDamage: () => void): Db {
  try {
    return openDatabase(path, name);
  } catch (error) {
    if (!isDamage(error)) throw error;
    onDamage();
    return openDatabase(path, name);
  }
}

/** In a place that somebody named, only the folder itself is made: what is above it may be a disk that is not there. */
function prepareFolder(folder: string): void {
  const above = dirname(folder);
  const isUsual = folder === libraryFolder(undefined, {});
  if (!isUsual && !existsSync(above)) throw new AppError('library.no-place', { path: folder, above });
  try {
    mkdirSync(folder, { recursive: isUsual || existsSync(folder) });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new AppError(
      'library.not-writable',
      { path: folder, detail: String((cause as Error).message) },
      { cause },
    );
  }
}
