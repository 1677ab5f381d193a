/** Checklist, 2 to 4, 6, 8 to 10 and 16: what every window is made with, and what a page finds there. */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { clickMenu } from '../driver';
import { attack, closeOthers, whilePrinting } from './attacked';

const attacked = attack();

/** Of every kind of window that there is, in the order in which they are made here. */
const pages: Record<string, Page> = {};
let preferences: Electron.WebPreferences[];

beforeAll(async () => {
  const { desktop, page } = attacked;
  pages['the first'] = page;
  const fromMenu = desktop.nextWindow();
  await clickMenu(desktop, 'new-window');
  pages['from the menu'] = await fromMenu;
  const fromClick = desktop.nextWindow();
  await page.locator('a[href^="#/names"]').first().click({ button: 'middle' });
  pages['from a middle click'] = await fromClick;
  for (const one of Object.values(pages)) await one.locator('main h1').first().waitFor();
  await whilePrinting(attacked, async (printing) => {
    pages['for printing'] = printing;
    preferences = await preferencesOfAll();
    for (const [name, one] of Object.entries(pages)) seen[name] = await one.evaluate(look);
  });
  await closeOthers(attacked);
});

async function preferencesOfAll(): Promise<Electron.WebPreferences[]> {
  const { desktop } = attacked;
  if (desktop.double) return desktop.double.effectivePreferences();
  // Electron has it, and does not declare it.
  return desktop.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) =>
      (
        webContents as unknown as { getLastWebPreferences(): Electron.WebPreferences }
      ).getLastWebPreferences(),
    ),
  );
}

const seen: Record<string, ReturnType<typeof look>> = {};

/** Runs in the page. */
function look() {
  const wanted =
    /^(?:require|process|Buffer|module|exports|global|setImmediate|clearImmediate|__dirname|__filename)$|electron|ipc/iu;
  return {
    strange: Object.getOwnPropertyNames(globalThis).filter((name) => wanted.test(name)),
    opener: window.opener as unknown,
    bridge: typeof window.paralel,
    hasOrigin: location.origin !== 'null',
    isSecure: isSecureContext,
  };
}

const KINDS = ['the first', 'from the menu', 'from a middle click', 'for printing'];

describe.each(KINDS.map((name, i) => ({ name, i })))('a window, $name', ({ name, i }) => {
  it('is made with everything locked', () => {
    expect(preferences).toHaveLength(KINDS.length);
    expect(preferences[i]).toMatchObject({
      allowRunningInsecureContent: false,
      contextIsolation: true,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      plugins: false,
      safeDialogs: true,
      sandbox: true,
      spellcheck: false,
      webSecurity: true,
      webviewTag: false,
    });
    expect(preferences[i]?.enableBlinkFeatures ?? '').toBe('');
  });

  it('has a preload script only where a reader reads', () => {
    const { preload = '' } = preferences[i] ?? {};
    expect(preload).toMatch(name === 'for printing' ? /^$/u : /out[/\\]preload[/\\]index\.cjs$/u);
  });

  it('shows its page nothing of Node or Electron, and nobody who opened it', () => {
    expect(seen[name]).toEqual({
      strange: [],
      opener: null,
      bridge: name === 'for printing' ? 'undefined' : 'object',
      hasOrigin: true,
      isSecure: true,
    });
  });
});

it('a window that somebody makes without its sandbox has it all the same', async () => {
  const { desktop } = attacked;
  await desktop.evaluate(({ BrowserWindow }) =>
    new BrowserWindow({ show: false, webPreferences: { sandbox: false } }).destroy(),
  );
  const isForced = desktop.double
    ? (await desktop.double.effectivePreferences()).at(-1)?.sandbox
    : await desktop.evaluate(({ app }) => app.commandLine.hasSwitch('enable-sandbox'));
  expect(isForced).toBe(true);
});

it('WebRTC keeps to the proxy, which is nobody', async () => {
  const policies = await attacked.desktop.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getWebRTCIPHandlingPolicy()),
  );
  expect(policies).toEqual(['disable_non_proxied_udp']);
});

describe('Electron', () => {
  const manifest = JSON.parse(
    readFileSync(resolve(import.meta.dirname, '../../../package.json'), 'utf8'),
  ) as {
    devDependencies: { electron: string };
  };

  it('is of the major version that package.json names, and is what runs', async () => {
    const { version } = createRequire(import.meta.url)('electron/package.json') as { version: string };
    const running = await attacked.desktop.evaluate(() => process.versions['electron']);
    expect(running).toBe(version);
    expect(version.split('.')[0]).toBe(/^\^(\d+)\.\d+\.\d+$/u.exec(manifest.devDependencies.electron)?.[1]);
  });
});
