/** Which browser can print: one that is installed, else the one that npm brings. */
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { posix, win32 } from 'node:path';
import { bundledChromium } from './bundled-chromium';

export interface ChromiumProgram {
  path: string;
  /** Added to the environment that it starts in. */
  env: Readonly<Record<string, string>>;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The value of PARALEL_CHROMIUM that asks for npm's browser even where another is installed. */
export const BUNDLED = 'bundled';

const ON_LINUX = [
  'chromium', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge', 'chromium-browser',
]; // prettier-ignore
const BESIDE_PATH_ON_LINUX = [
  '/usr/bin',
  '/usr/local/bin',
  '/opt/google/chrome',
  '/opt/microsoft/msedge',
  '/snap/bin',
];
const ON_MACOS = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const ON_WINDOWS = [
  'Google/Chrome/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
  'Chromium/Application/chrome.exe',
];
const WINDOWS_ROOTS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];

/** Where a browser may be installed, best first. On Linux the folders of PATH come before those that are well known. */
export function installedPaths(platform: NodeJS.Platform, env: Environment): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env['HOME'] ? [posix.join(env['HOME'], 'Applications')] : [])];
    return folders.flatMap((folder) => ON_MACOS.map((program) => posix.join(folder, program)));
  }
  if (platform === 'win32') {
    const folders = WINDOWS_ROOTS.flatMap((root) => env[root] ?? []);
    return folders.flatMap((folder) => ON_WINDOWS.map((program) => win32.join(folder, program)));
  }
  // A relative folder in PATH would run whatever lies where Paralel was started.
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => posix.isAbsolute(folder));
  // A browser from a snap sees a /tmp of its own, so it is the last to try.
  const ordered = [...new Set([...folders, ...BESIDE_PATH_ON_LINUX])].sort(
    (a, b) => Number(a.startsWith('/snap/')) - Number(b.startsWith('/snap/')),
  );
  return ordered.flatMap((folder) =>
    [...ON_LINUX, 'chrome', 'msedge'].map((name) => posix.join(folder, name)),
  );
}

/**
 * The browsers of this machine, best first. PARALEL_CHROMIUM names the only one: a path, or `bundled`.
 * Npm's is unpacked only when it is reached.
 */
export async function* findChromium(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
  isProgram: (path: string) => Promise<boolean> = isProgramFile,
): AsyncGenerator<ChromiumProgram, void, undefined> {
  const named = env['PARALEL_CHROMIUM'];
  if (named && named !== BUNDLED) {
    yield { path: named, env: {} };
    return;
  }
  if (named !== BUNDLED) {
    for (const path of installedPaths(platform, env)) if (await isProgram(path)) yield { path, env: {} };
  }
  const bundled = await bundledChromium(env);
  if (bundled) yield bundled;
}

async function isProgramFile(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
