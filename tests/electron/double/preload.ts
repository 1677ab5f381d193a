/** The scripts that run before a page's own: the double's half in both worlds, and the preload script within it. */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { Script } from 'node:vm';
import type Electron from 'electron';
import type { TabScript } from './chromium/tab.ts';
import type { World } from './page/isolated-world.ts';
import { VERSIONS } from './versions.ts';

/** Electron's own name for it; the developer tools show it. */
export const ISOLATED_WORLD = 'Electron Isolated Context';

/** The name of the preload's world, where the two are apart. */
export const worldOf = (preferences: Electron.WebPreferences): string =>
  preferences.contextIsolation === false ? '' : ISOLATED_WORLD;

/** @param secret by which the two worlds find each other, and which no page knows */
export function pageScripts(preferences: Electron.WebPreferences, secret: string, page: string): TabScript[] {
  const preload = preferences.preload === undefined ? undefined : readPreload(preferences.preload);
  const world: World = {
    secret,
    contextIsolation: preferences.contextIsolation !== false,
    sandbox: preferences.sandbox !== false,
    nodeIntegration: preferences.nodeIntegration === true,
    nodeIntegrationInSubFrames: preferences.nodeIntegrationInSubFrames === true,
    webviewTag: preferences.webviewTag === true,
    process: { platform: process.platform, arch: process.arch, versions: VERSIONS },
    preload: preload && { path: preload.path, error: preload.error },
  };
  const isolated = `${page}.startIsolatedWorld(${JSON.stringify(world)}, ${preload?.code ?? 'undefined'});`;
  if (!world.contextIsolation) return [{ source: isolated }];
  return [
    { source: `${page}.startMainWorld(${JSON.stringify(secret)});` },
    { source: isolated, worldName: ISOLATED_WORLD },
  ];
}

/** A sandboxed preload script is one CommonJS module, whatever its package says (docs/tutorial/esm.md). */
function readPreload(path: string): { path: string; code?: string; error?: string } {
  try {
    const source = readFileSync(path, 'utf8');
    const code = `function (require, module, exports, process) {\n${source}\n}`;
    new Script(`(${code})`);
    return { path, code: `${code}\n//# sourceURL=${path}\n` };
  } catch (error) {
    return { path, error: error instanceof Error ? error.message : String(error) };
  }
}
