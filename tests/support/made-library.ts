/** Libraries made for a test: the first one, with articles and names of its own besides. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTestLibrary, RESOURCES, temporaryFolder, type TestLibrary } from './library';

const EDITIONS = ['en', 'sq', 'sr-Cyrl'] as const;
const SOURCE = 'doc-izbica';

/** A short article, the same in each language. */
export interface MadeArticle {
  id: string;
  title: string;
  /** With names as a library's files mark them. */
  paragraphs: string[];
}

/** A village called the same in each language. */
export interface MadePlace {
  id: string;
  name: string;
}

export function openMadeLibrary(
  articles: readonly MadeArticle[],
  places: readonly MadePlace[] = [],
): TestLibrary {
  const at = temporaryFolder();
  const resources = join(at, 'resources');
  cpSync(RESOURCES, resources, { recursive: true });
  const change = <T>(file: string, alter: (content: T) => T): void =>
    write(resources, file, alter(JSON.parse(readFileSync(join(resources, file), 'utf8')) as T));
  change<{ articles: string[] }>('library.json', (library) => ({
    ...library,
    articles: [...library.articles, ...articles.map(({ id }) => id)],
  }));
  change<object[]>('entities.json', (entities) => [...entities, ...places.map(placeOf)]);
  for (const article of articles) writeArticle(resources, article);
  const made = openTestLibrary(undefined, resources);
  rmSync(at, { recursive: true, force: true });
  return made;
}

function placeOf({ id, name: text }: MadePlace): object {
  const certain = { kind: 'preferred', sources: [SOURCE], certainty: 'verified' };
  return {
    id,
    type: 'village',
    names: EDITIONS.map((lang) => ({ lang, text, form: lang === 'sq' ? 'indefinite' : 'base', ...certain })),
  };
}

function writeArticle(resources: string, { id, title, paragraphs }: MadeArticle): void {
  const folder = join('articles', id);
  mkdirSync(join(resources, folder));
  const ids = paragraphs.map((_, at) => `lead-${at + 1}`);
  write(resources, join(folder, 'article.json'), {
    id,
    kind: 'event',
    about: 'ev-izbica',
    source: SOURCE,
    sources: [SOURCE],
    facts: [],
    blocks: ids.map((block) => ({
      id: block,
      type: 'paragraph',
      citations: [{ source: SOURCE, lines: '1' }],
    })),
    seeAlso: [],
  });
  write(resources, join(folder, 'figures.json'), []);
  const blocks = Object.fromEntries(ids.map((block, at) => [block, paragraphs[at]]));
  for (const lang of EDITIONS)
    write(resources, join(folder, `${lang}.json`), {
      lang,
      title,
      status: { state: 'draft' },
      facts: {},
      blocks,
    });
}

function write(folder: string, file: string, content: unknown): void {
  writeFileSync(join(folder, file), JSON.stringify(content));
}
