/** Brings the library that comes with the program into the reader's, or a newer version of it. */
import type { LibraryFiles } from '../core/articles/library-source';
import { formFinder } from '../core/names/forms';
import { withLatinTwins } from '../core/names/latin';
import type { Db } from '../store/database';
import { articleWriter } from '../store/library/article-writer';
import { collectionTable } from '../store/library/collections';
import { libraryEntityTable } from '../store/library/entities';
import { eventTable } from '../store/library/events';
import { figureTable } from '../store/library/figures';
import { questionTable } from '../store/library/questions';
import { librarySourceTable } from '../store/library/sources';
import { readLibraryFiles, readLibraryHead } from './resources';

export type Installed = { from?: string; to: string } | undefined;

/**
 * Does nothing where the installed version is the same or newer. One transaction: after a failure everything
 * is as it was. What the reader wrote lies in another file and is not touched.
 * @throws AppError 'resource.missing' | 'resource.invalid'; SqliteError
 */
export function installLibrary(db: Db, folder: string): Installed {
  const collections = collectionTable(db);
  const { id, version } = readLibraryHead(folder);
  const isCurrent = () => {
    const installed = collections.versionOf(id);
    return installed !== undefined && compareVersions(installed, version) >= 0;
  };
  if (isCurrent()) return undefined;

  const files = readLibraryFiles(folder);
  return db
    .transaction((): Installed => {
      // Another process may have done it while the files were read.
      if (isCurrent()) return undefined;
      const from = collections.versionOf(id);
      collections.remove(id);
      write(db, files);
      collections.growRevision();
      return from === undefined ? { to: version } : { from, to: version };
    })
    .immediate();
}

function write(db: Db, files: LibraryFiles): void {
  const collection = files.library.id;
  collectionTable(db).insert(files.library);
  const sources = librarySourceTable(db);
  for (const source of files.sources) sources.insert(collection, source);
  const entities = libraryEntityTable(db);
  for (const entity of files.entities)
    entities.insert(collection, { ...entity, names: withLatinTwins(entity.names) });
  const articles = articleWriter(db, formFinder(files.entities));
  const figures = figureTable(db);
  const asked = questionTable(db);
  files.articles.forEach(({ article, editions, figures: held, questions }, position) => {
    articles.insert(collection, position, article);
    for (const edition of editions) articles.insertEdition(article.id, edition);
    held.forEach((figure, at) => figures.insert(article.id, at, figure));
    questions.forEach((question, at) => asked.insert(article.id, at, question));
  });
  const events = eventTable(db);
  for (const event of files.events) events.insert(event);
}

/** Numerically, part by part: 1.10.0 is newer than 1.9.0. */
export function compareVersions(a: string, b: string): number {
  const parts = (version: string) => version.split('.').map(Number);
  const [left, right] = [parts(a), parts(b)];
  const at = left.findIndex((part, index) => part !== (right[index] ?? 0));
  return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}
