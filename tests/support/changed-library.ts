/** A newer library, in which the text of an article is another: what notes have to live with. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTestLibrary, RESOURCES, temporaryFolder } from './library';

/** Installs it over what the folder has. @param change of the blocks of one edition, by id */
export function changeLibrary(
  folder: string,
  article: string,
  lang: string,
  change: (blocks: Record<string, string>) => Record<string, string>,
): void {
  const at = temporaryFolder();
  const resources = join(at, 'resources');
  cpSync(RESOURCES, resources, { recursive: true });
  const edit = <T>(file: string, alter: (content: T) => T): void => {
    const path = join(resources, file);
    writeFileSync(path, JSON.stringify(alter(JSON.parse(readFileSync(path, 'utf8')) as T)));
  };
  edit<object>('library.json', (library) => ({ ...library, version: '1000.0.0' }));
  edit<{ blocks: Record<string, string> }>(`articles/${article}/${lang}.json`, (edition) => ({
    ...edition,
    blocks: change(edition.blocks),
  }));
  openTestLibrary(folder, resources).library.close();
  rmSync(at, { recursive: true, force: true });
}
