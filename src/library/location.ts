/** Where a library lies when nobody says otherwise. */
import { resolve } from 'node:path';
import envPaths from 'env-paths';

/** `--library`, then PARALEL_LIBRARY, then the platform's data folder, which all shells share. Absolute. */
export function libraryFolder(option?: string, env: NodeJS.ProcessEnv = process.env): string {
  return resolve(option || env['PARALEL_LIBRARY'] || envPaths('Paralel', { suffix: '' }).data);
}
