/** A page's preferences with Electron's defaults (docs/api/structures/web-preferences.md). */
import type Electron from 'electron';

const DEFAULTS = {
  allowRunningInsecureContent: false,
  contextIsolation: true,
  devTools: true,
  disableDialogs: false,
  experimentalFeatures: false,
  images: true,
  javascript: true,
  navigateOnDragDrop: false,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  plugins: false,
  safeDialogs: false,
  sandbox: true,
  spellcheck: true,
  webgl: true,
  webSecurity: true,
  webviewTag: false,
} satisfies Electron.WebPreferences;

/** Of every page there ever was, in the order in which they were made. */
export const everyPreferences: Electron.WebPreferences[] = [];

/** Whatever a page's own preferences say (docs/api/app.md, enableSandbox). */
let isSandboxForced = false;

export function forceSandbox(): void {
  isSandboxForced = true;
}

export function effectivePreferences(given: Electron.WebPreferences = {}): Electron.WebPreferences {
  const named = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const preferences: Electron.WebPreferences = {
    ...DEFAULTS,
    // What a page has of Node cannot be had in a sandbox, nor may http be kept out of a page without an origin policy.
    ...(given.nodeIntegration === true && { sandbox: false }),
    ...(given.webSecurity === false && { allowRunningInsecureContent: true }),
    ...named,
    ...(isSandboxForced && { sandbox: true }),
  };
  if (preferences.partition !== undefined || preferences.session !== undefined)
    throw new Error('The double has no session but the default one');
  everyPreferences.push(preferences);
  return preferences;
}
