/** Whether what is built is what the sources say. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['locales', 'src'];
const FILES = [
  'electron.vite.config.ts',
  'package-lock.json',
  'package.json',
  'resources/licences.json',
  'tsconfig.json',
];

/**
 * Of names and contents, because a checkout or a copy changes every file's time.
 * @param {string} root
 */
export function hashSources(root) {
  const hash = createHash('sha256');
  for (const path of [...FILES, ...FOLDERS.flatMap((folder) => filesIn(root, folder))]) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** @param {string} root */
export const stampOf = (root) => join(root, 'out', '.stamp');

/** @param {string} root */
export function isFresh(root) {
  try {
    return readFileSync(stampOf(root), 'utf8') === hashSources(root);
  } catch {
    // Never built, or a source vanished between listing and reading: the build will tell.
    return false;
  }
}

/**
 * An installed program has no sources beside it, and is as it was packed.
 * @param {string} root
 */
export function hasSources(root) {
  return [...FILES, ...FOLDERS].every((path) => existsSync(join(root, path)));
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]} in one order on every machine
 */
function filesIn(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesIn(root, path);
      return entry.isFile() ? [path] : [];
    });
}
