/** The first library with each of its articles several times over, under other ids: as many pages as are wanted. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { RESOURCES } from '../crash/library-process.ts';
import { ROOT, temporaryFolder } from './program.ts';

interface Identified {
  id: string;
  partOf?: string;
}

const { module } = await runnerImport<typeof import('../../src/library/library.ts')>(
  join(ROOT, 'src/library/library.ts'),
  { configFile: false, root: ROOT, logLevel: 'error' },
);

/** Installs it into the folder; a host leaves it there, for its version is higher. Answers the articles' ids. */
export function installLarge(folder: string, times: number): string[] {
  const made = temporaryFolder();
  cpSync(RESOURCES, made.path, { recursive: true });
  const head = read<{ version: string; articles: string[] }>(made.path, 'library.json');
  const articles = Array.from({ length: times }, (_, copy) =>
    head.articles.map((id) => (copy === 0 ? id : copied(made.path, id, `-${copy + 1}`))),
  ).flat();
  write(made.path, 'library.json', { ...head, version: '1000.0.0', articles });
  module.openLibrary({ folder, resources: made.path }).close();
  made.remove();
  return articles;
}

function copied(resources: string, id: string, suffix: string): string {
  const other = id + suffix;
  const [from, to] = [join(resources, 'articles', id), join(resources, 'articles', other)];
  mkdirSync(to);
  for (const edition of ['en.json', 'sq.json', 'sr-Cyrl.json'])
    cpSync(join(from, edition), join(to, edition));
  write(to, 'article.json', { ...read<Identified>(from, 'article.json'), id: other });
  for (const file of ['figures.json', 'questions.json'])
    write(to, file, read<Identified[]>(from, file).map((one) => renamed(one, suffix))); // prettier-ignore
  return other;
}

function renamed<T extends Identified>(one: T, suffix: string): T {
  const partOf = one.partOf === undefined ? {} : { partOf: one.partOf + suffix };
  return { ...one, id: one.id + suffix, ...partOf };
}

function read<T>(folder: string, file: string): T {
  return JSON.parse(readFileSync(join(folder, file), 'utf8')) as T;
}

function write(folder: string, file: string, content: unknown): void {
  writeFileSync(join(folder, file), JSON.stringify(content));
}
