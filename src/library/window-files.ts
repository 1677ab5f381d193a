/** The built window, read once: what is asked for later is looked up by its whole path, so no path ever reaches the disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

export interface WindowFile {
  bytes: Buffer;
  type: string;
}

/** Keys are paths as an address has them: `/index.html`, `/assets/index-Ba3d_9fK.js`. */
export type WindowFiles = ReadonlyMap<string, WindowFile>;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/**
 * A file of a kind that no window loads (a source map, say) is left out.
 * Symbolic links are left out as well: they could lead anywhere.
 * @throws where the folder cannot be read
 */
export function readWindowFiles(folder: string): WindowFiles {
  const files = new Map<string, WindowFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name).toLowerCase()];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, path).split(sep).join('/')}`, { bytes: readFileSync(path), type });
  }
  return files;
}
