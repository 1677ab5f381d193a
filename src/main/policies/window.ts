/** How every window is made (Electron's security checklist, 2 to 10). */
import type { CustomScheme, WebPreferences } from 'electron';
import { SCHEME } from './address';

export const LOCKED: Readonly<WebPreferences> = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  // Its dictionaries come from the network, and there is none for Albanian.
  spellcheck: false,
  safeDialogs: true,
};

/** What shows until the page is painted: `--paper` of src/renderer/styles/tokens.css. */
export const backgroundOf = (isDark: boolean): string => (isDark ? '#1a1916' : '#faf8f3');

/** Standard, so that addresses have an origin; secure, so that it counts as one; and no way around the policy. */
export const OWN_SCHEME: CustomScheme = {
  scheme: SCHEME,
  privileges: {
    standard: true,
    secure: true,
    supportFetchAPI: true,
    codeCache: true,
    bypassCSP: false,
    corsEnabled: false,
  },
};
