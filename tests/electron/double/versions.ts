/** Which Electron the double stands for: the one that is installed, as far as npm brings it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';

const manifest = createRequire(import.meta.url).resolve('electron/package.json');
const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };

export const ELECTRON_VERSION = version;
export const VERSIONS: Record<string, string> = {
  ...(process.versions as Record<string, string>),
  electron: version,
};
