/** Reads the files of a library that comes with the program. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { checkLibrary } from '../core/articles/check';
import {
  articleSourceSchema, editionSourceSchema, entitySourceSchema, eventSourceSchema, figureSourceSchema,
  type LibraryFiles, librarySourceSchema, questionSourceSchema,
} from '../core/articles/library-source'; // prettier-ignore
import { sourceSchema } from '../shared/domain';
import { AppError } from '../shared/errors';
import { WRITTEN_LANGS } from '../shared/lang';
import { issuesOf } from '../shared/router';

/** @throws AppError 'resource.missing' | 'resource.invalid', naming the file and what is wrong in it */
export function readLibraryHead(folder: string): LibraryFiles['library'] {
  return readJson(folder, 'library.json', librarySourceSchema);
}

/** Reads everything and checks it whole, so that nothing is ever half installed.
 *  @throws AppError 'resource.missing' | 'resource.invalid' */
export function readLibraryFiles(folder: string): LibraryFiles {
  const library = readLibraryHead(folder);
  const files: LibraryFiles = {
    library,
    sources: readJson(folder, 'sources.json', z.array(sourceSchema)),
    entities: readJson(folder, 'entities.json', z.array(entitySourceSchema)),
    events: readListIfThere(folder, 'events.json', eventSourceSchema),
    articles: library.articles.map((id) => ({
      article: readJson(folder, `articles/${id}/article.json`, articleSourceSchema),
      editions: WRITTEN_LANGS.map((lang) =>
        readJson(folder, `articles/${id}/${lang}.json`, editionSourceSchema),
      ),
      figures: readJson(folder, `articles/${id}/figures.json`, z.array(figureSourceSchema)),
      questions: readListIfThere(folder, `articles/${id}/questions.json`, questionSourceSchema),
    })),
  };
  const [first, ...more] = checkLibrary(files);
  if (first !== undefined) {
    throw new AppError('resource.invalid', {
      file: folder,
      detail: more.length ? `${first}; and ${more.length} more` : first,
    });
  }
  return files;
}

/** A list that a library may do without. */
function readListIfThere<T extends z.ZodType>(folder: string, file: string, item: T): z.output<T>[] {
  return existsSync(join(folder, file)) ? readJson(folder, file, z.array(item)) : [];
}

function readJson<T extends z.ZodType>(folder: string, file: string, schema: T): z.output<T> {
  const path = join(folder, file);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    if (cause instanceof SyntaxError)
      throw new AppError('resource.invalid', { file: path, detail: cause.message }, { cause });
    throw new AppError('resource.missing', { file: path }, { cause });
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    throw new AppError(
      'resource.invalid',
      { file: path, detail: issuesOf(parsed.error) },
      { cause: parsed.error },
    );
  }
  return parsed.data;
}
