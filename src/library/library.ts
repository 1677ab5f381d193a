/** The application: the contract's library methods over the files of one library. */
import { join } from 'node:path';
import type { LibraryInfo, LibraryMethod, NotebookState, Notice, Output, Parsed } from '../shared/contract';
import { AppError, toReport } from '../shared/errors';
import { type Answer, createRouter, type Handlers, type Router } from '../shared/router';
import { has } from '../shared/traits';
import { findingOf, openDatabase } from '../store/database';
import { explainFailure, isDamage } from '../store/failures';
import { clearIndex } from '../store/index/built-from';
import { getArticle, listArticles, recentArticles } from './articles';
import { getAtlas } from './atlas';
import { checkFiles } from './check';
import { compareEditions } from './compare';
import { type Context, createContext } from './context';
import { listFigures } from './figures';
import { findNames } from './findings';
import { buildIndex } from './indexing';
import { libraryOf, listHandouts, listQuestions, makeHandout, readHandout, saveHandout } from './handouts';
import { installLibrary } from './install';
import { listEdits, putEntity, putMention, redo, undo } from './edits';
import { matchNames, proposals } from './matching';
import {
  countNotes,
  getNote,
  historyOf,
  listNotesOnNames,
  notesOf,
  pageOfNotes,
  purgeNotes,
  removeNotes,
  restoreNotes,
  saveNote,
} from './notes';
import { concordance, getName, listNames, pageOfNames } from './names';
import { search } from './search';
import { changeSettings, clearReading, keepReading } from './reading';
import { backUpNow, listBackups } from './backups/backups';
import { keepBackups } from './backups/keeper';
import { recoverFiles } from './recover';
import { closeShelf, FILES, notice, openShelf, removeIndex, reopenNotebook, type Shelf } from './shelf';

export interface Library {
  /** Answers library methods; never rejects. */
  answer: Router;
  close(): void;
}

export interface LibraryOptions {
  /** The reader's folder. */
  folder: string;
  /** The library that comes with the program: `resources/library`. */
  resources: string;
  /** For a reading room: the notebook stays closed, and nothing that a reader does is kept. */
  readOnly?: boolean;
  onUnforeseen?: (error: unknown) => void;
  /** Told of what a reader has to know and did not ask for. What was so at opening, `app.open` says as well. */
  onNotice?: (notice: Notice) => void;
}

/**
 * Opens the folder, brings the first library in or up to date, and sees to it that the index is current.
 * @throws AppError 'library.*' | 'resource.*'
 */
export function openLibrary(options: LibraryOptions): Library {
  const { folder, resources, readOnly = false, onUnforeseen, onNotice } = options;
  const notices: Notice[] = [];
  // It is tried again; meanwhile what the reader does is kept as ever.
  const onBackupFailure = (error: unknown): void => {
    const failed = notice('backup-failed', { detail: toReport(error).message });
    notices.push(failed);
    onNotice?.(failed);
  };
  const shelf = openShelf(folder, { readOnly, onBackupFailure, notices });
  try {
    install(shelf, resources);
    if (shelf.lost) buildIndexAnew(shelf);
    else buildIndex(shelf);
  } catch (error) {
    closeShelf(shelf);
    throw explainFailure(error, join(folder, FILES.library));
  }
  let context = createContext(shelf);
  const backups = keepBackups(shelf, onBackupFailure);
  const router = createRouter(
    handlersOf(
      () => context,
      () => (context = createContext(shelf)),
    ),
    {
      onUnforeseen,
      explain: (error) =>
        explainFailure(error, join(folder, isDamage(error) ? damagedIn(shelf) : FILES.notebook)),
    },
  );

  /** A damaged index is built anew and the call repeated; the reader notices nothing but the time. */
  async function answer(method: string, input: unknown): Promise<Answer> {
    if (readOnly && has(method, 'writes')) {
      return { ok: false, error: toReport(new AppError('library.read-only')) };
    }
    if (shelf.lost && has(method, 'writes') && method !== 'notebook.recover') {
      return { ok: false, error: toReport(new AppError('notebook.lost')) };
    }
    if (has(method, 'writes') && !shelf.isInPlace()) {
      const path = join(folder, FILES.notebook);
      return { ok: false, error: toReport(new AppError('notebook.moved', { path })) };
    }
    const first = await router(method, input);
    if (first.ok || first.error.code !== 'library.damaged' || findingOf(shelf.index) === undefined)
      return first;
    renewIndex(shelf);
    context = createContext(shelf);
    return router(method, input);
  }

  function close(): void {
    backups.close();
    closeShelf(shelf);
  }

  return { answer, close };
}

/** The first of the files that is not what SQLite wrote; what has been mended meanwhile is looked for in the library. */
function damagedIn(shelf: Shelf): string {
  const names = ['notebook', 'index', 'library'] as const;
  return FILES[names.find((name) => findingOf(shelf[name]) !== undefined) ?? 'library'];
}

/** Whatever it says that it was built from: another notebook may have come to the same numbers. */
function buildIndexAnew(shelf: Shelf): void {
  shelf.index
    .transaction(() => {
      clearIndex(shelf.index);
      buildIndex(shelf);
    })
    .immediate();
}

function recover(
  { shelf }: Context,
  input: Parsed<'notebook.recover'>,
  renew: () => Context,
): Output<'notebook.recover'> {
  if (!shelf.lost) throw new AppError('notebook.not-lost');
  const recovered = recoverFiles(shelf.folder, input, shelf.lost);
  reopenNotebook(shelf);
  buildIndexAnew(shelf);
  renew();
  return recovered;
}

function install(shelf: Shelf, resources: string): void {
  try {
    const installed = installLibrary(shelf.library, resources);
    if (installed?.from !== undefined) {
      shelf.notices.push(notice('library-updated', { from: installed.from, to: installed.to }));
    }
  } catch (error) {
    // What was installed before can still be read.
    const readable = createContext(shelf).collections.first() !== undefined;
    if (!(error instanceof AppError) || !error.code.startsWith('resource.') || !readable) throw error;
    shelf.notices.push(notice('resources-unreadable', { detail: error.message }));
  }
}

function renewIndex(shelf: Shelf): void {
  shelf.index.close();
  removeIndex(shelf.folder);
  shelf.index = openDatabase(join(shelf.folder, FILES.index), 'index');
  buildIndex(shelf);
  shelf.notices.push(notice('index-rebuilt', {}));
}

/** Nine formats, which no start should wait for. */
const exchange = () => import('./exchange');
const noteExchange = () => import('./note-exchange');

/** What only somebody who restores has to load. */
const restoring = () => import('./restore');

function handlersOf(current: () => Context, renew: () => Context): Handlers<LibraryMethod> {
  return {
    'app.open': () => {
      const context = current();
      const articles = listArticles(context);
      return {
        library: infoOf(context),
        settings: context.settings.get(),
        articles,
        counts: {
          articles: articles.length,
          names: context.entities.count(),
          figures: context.figures.count(),
        },
        lastRead: context.positions.latest(1)[0] ?? null,
        notices: context.shelf.notices,
        notebook: notebookState(context.shelf),
      };
    },
    'articles.list': () => listArticles(current()),
    'articles.get': ({ id, lang }) => getArticle(current(), id, lang),
    'search.find': (input) => search(current(), input),
    'names.list': (input) => listNames(current(), input),
    'names.get': ({ id }) => getName(current(), id),
    'names.concordance': ({ id, width, aligned }) => concordance(current(), id, width, aligned),
    'names.page': (input) => pageOfNames(current(), input),
    'names.findings': (input) => findNames(current(), input),
    'names.compare': (input) => compareEditions(current(), input),
    'names.match': (input) => matchNames(current(), input),
    'names.proposals': (input) => proposals(current(), input),
    'names.put': (input) => putEntity(current(), input),
    'names.mention': (input) => putMention(current(), input),
    'names.edits': (input) => listEdits(current(), input),
    'names.undo': (input) => undo(current(), input),
    'names.redo': (input) => redo(current(), input),
    'sources.list': () => current().sources.list(),
    'import.preview': async (input) => (await exchange()).previewImport(current(), input),
    'import.apply': async (input) => (await exchange()).applyFile(current(), input),
    'export.preview': async (input) => (await exchange()).previewExport(current(), input),
    'export.make': async (input) => (await exchange()).makeExport(current(), input),
    'figures.list': ({ article, lang }) => listFigures(current(), article, lang),
    'notes.save': (input) => saveNote(current(), input),
    'notes.remove': (input) => removeNotes(current(), input),
    'notes.restore': (input) => restoreNotes(current(), input),
    'notes.purge': (input) => purgeNotes(current(), input),
    'notes.get': (input) => getNote(current(), input),
    'notes.of': (input) => notesOf(current(), input),
    'notes.on-names': (input) => listNotesOnNames(current(), input),
    'notes.page': (input) => pageOfNotes(current(), input),
    'notes.count': () => countNotes(current()),
    'notes.history': (input) => historyOf(current(), input),
    'notes.import': async (input) => (await noteExchange()).importNotes(current(), input),
    'notebook.backups': () => listBackups(current().shelf),
    'notebook.backup': () => backUpNow(current().shelf),
    'notebook.restore': async (input) => (await restoring()).restoreBackup(current(), input),
    'notebook.recover': (input) => recover(current(), input, renew),
    'settings.get': () => current().settings.get(),
    'settings.set': (changes) => changeSettings(current(), changes),
    'reading.position': ({ article }) => current().positions.get(article),
    'reading.recent': ({ limit }) => recentArticles(current(), limit),
    'reading.keep': (position) => keepReading(current(), position),
    'reading.clear': () => clearReading(current()),
    'atlas.get': ({ article }) => getAtlas(current(), article),
    'questions.list': (input) => listQuestions(current(), input),
    'handout.compose': (request) => makeHandout(current(), request),
    'handout.read': (input) => readHandout(current(), input),
    'handouts.list': () => listHandouts(current()),
    'handouts.save': (input) => saveHandout(current(), input),
    'handouts.remove': ({ id }) => {
      current().handouts.remove(id);
      return {};
    },
    'library.check': () => checkFiles(current()),
  };
}

function notebookState({ lost }: Shelf): NotebookState {
  if (!lost) return { state: 'open' };
  const { state, reason, file, backups, notes, salvaged } = lost;
  return { state, reason, file, backups, notes, salvaged };
}

function infoOf(context: Context): LibraryInfo {
  const { id: _, ...library } = libraryOf(context);
  return { path: context.shelf.shownFolder, ...library };
}
