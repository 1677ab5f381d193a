/**
 * The licences of everything that is shipped, for the page that shows them: resources/licences.json.
 *
 * Shipped are: Paralel; its first library; every package of which the bundler has put code or a font into out/ (for
 * any entry, so also the terminal's, whoever ships that); packages packed as they are, with what their binaries were
 * compiled from; SQLite; Electron. What Electron itself is made of (Chromium, Node, V8 …) is not listed here but in
 * LICENSES.chromium.html, which comes with Electron's program and is packed beside it.
 *
 * `npm run licences` writes the file; `npm run pack` and a test fail where it is not what this makes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { MODULES } from './contents.ts';
import { isAllowed } from './licences/allowed.ts';
import { bundledPackages } from './licences/bundled.ts';
import { type Licence, licenceOf, metadataOf, tidy } from './licences/package.ts';

const ROOT = resolve(import.meta.dirname, '..');
const FILE = join(ROOT, 'resources/licences.json');

/** @throws naming every part that may not be shipped */
export async function collectLicences(): Promise<Licence[]> {
  const folders = await bundledPackages(ROOT);
  for (const name of [...Object.keys(MODULES), 'electron']) folders.add(join(ROOT, 'node_modules', name));
  for (const name of Object.keys(MODULES))
    for (const dependency of Object.keys(metadataOf(join(ROOT, 'node_modules', name)).dependencies ?? {}))
      folders.add(join(ROOT, 'node_modules', dependency));
  const problems: string[] = [];
  const licences = [...ownLicences(), sqlite()];
  for (const folder of folders) {
    try {
      licences.push(licenceOf(folder));
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
  }
  for (const { name, version, licence } of licences)
    if (!isAllowed(licence))
      problems.push(`${name} ${version} comes under ${licence}, which is not allowed for.`);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return licences.sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
}

function ownLicences(): Licence[] {
  const { version } = metadataOf(ROOT);
  const library = JSON.parse(readFileSync(join(ROOT, 'resources/library/library.json'), 'utf8')) as {
    version: string;
  };
  return [
    { name: 'Paralel', version, licence: 'MIT', text: readText('LICENSE') },
    {
      name: 'Paralel: the first library',
      version: library.version,
      licence: 'CC-BY-SA-4.0',
      text: readText('resources/library/LICENSE.md'),
    },
  ];
}

/** Compiled into better-sqlite3's binary, whose package has its source. */
function sqlite(): Licence {
  const header = readText('node_modules/better-sqlite3/deps/sqlite3/sqlite3.h');
  const [, version] = /#define SQLITE_VERSION +"([\d.]+)"/.exec(header) ?? [];
  const [, notice] = /^\/\*\n\*\* \d{4}-\d\d-\d\d\n([\s\S]+?)\n\*{8,}/.exec(header) ?? [];
  if (version === undefined || notice === undefined) throw new Error('SQLite’s header is not as it was.');
  const text = tidy(notice.replace(/^\*\*[ \t]?/gm, ''));
  return { name: 'SQLite', version, licence: 'blessing', text, homepage: 'https://sqlite.org/' };
}

const readText = (path: string): string => tidy(readFileSync(join(ROOT, path), 'utf8'));

/** By code units, so that every machine has one order. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export async function currentLicences(): Promise<string> {
  return `${JSON.stringify(await collectLicences(), null, 2)}\n`;
}

export const committedLicences = (): string => readFileSync(FILE, 'utf8');

if (process.argv[1] === import.meta.filename) {
  const licences = await currentLicences();
  writeFileSync(FILE, licences);
  console.log(`${FILE}: ${licences.match(/^ {4}"name"/gm)?.length ?? 0} parts.`);
}
