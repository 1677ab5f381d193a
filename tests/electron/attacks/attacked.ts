/** The desktop application under attack: whatever a page did, it is alive and locked afterwards, and nothing has left. */
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import { type Home, makeHome, openDesk } from '../desk';
import { answerDialogs, type Desktop, type LaunchOptions } from '../driver';

export interface Attacked {
  desktop: Desktop;
  page: Page;
  home: Home;
}

/** One application for a whole file. The fields are there when the first test runs. */
export function attack(options: LaunchOptions & { library?: (folder: string) => void } = {}): Attacked {
  const attacked = {} as Attacked;
  beforeAll(async () => {
    const { library, ...launch } = options;
    attacked.home = makeHome();
    library?.(attacked.home.library);
    Object.assign(attacked, await openDesk(attacked.home, launch));
    await noteOutside(attacked.desktop);
  });
  afterEach(() => expectSafe(attacked));
  afterAll(async () => {
    await attacked.desktop?.close();
    attacked.home?.remove();
  });
  return attacked;
}

/** One window, on our own address; it is answered; nothing was opened outside, nothing asked for outside. */
export async function expectSafe({ desktop, page }: Attacked): Promise<void> {
  expect(desktop.windows()).toEqual([page]);
  expect(desktop.appAddress(page.url())).toMatch(/^paralel-app:\/\/app\/(?:[?#]|$)/u);
  const answer = await page.evaluate(() => window.paralel?.call('articles.list', {}));
  expect(answer).toMatchObject({ ok: true });
  expect(await openedOutside(desktop)).toEqual([]);
  expect((await desktop.double?.escapes()) ?? []).toEqual([]);
}

/** Every window but the first, also those that are still on their way. */
export async function closeOthers({ desktop, page }: Attacked): Promise<void> {
  const close = () =>
    desktop.evaluate(({ BrowserWindow }) => {
      const [, ...others] = BrowserWindow.getAllWindows().sort((a, b) => a.id - b.id);
      for (const window of others) window.close();
    });
  await vi.waitFor(
    async () => {
      await close();
      expect(desktop.windows()).toEqual([page]);
    },
    { timeout: 30_000, interval: 250 },
  );
}

type Noted = typeof globalThis & { openedOutside?: string[] };

/** Instead of opening them. */
function noteOutside(desktop: Desktop): Promise<void> {
  return desktop.evaluate(({ shell }) => {
    const opened = ((globalThis as Noted).openedOutside = []) as string[];
    shell.openExternal = async (url) => void opened.push(url);
  });
}

/** What would have been opened since the last look. */
export function openedOutside(desktop: Desktop): Promise<string[]> {
  return desktop.evaluate(() => (globalThis as Noted).openedOutside?.splice(0) ?? []);
}

/** A page gets none of its own by mistake: long enough for what a page has asked for to be asked about. */
export const settle = (page: Page, milliseconds = 300): Promise<void> => page.waitForTimeout(milliseconds);

export async function devTools(page: Page): Promise<CDPSession> {
  return page.context().newCDPSession(page);
}

/** As if no answer carried a Content-Security-Policy. @param ready is there once the page is */
export async function withoutPolicy(
  desktop: Desktop,
  page: Page,
  act: () => Promise<void>,
  ready?: string,
): Promise<void> {
  const session = await devTools(page);
  await session.send('Page.setBypassCSP', { enabled: true });
  await reload(desktop, page, ready);
  await act();
  await session.send('Page.setBypassCSP', { enabled: false });
  await session.detach();
  await reload(desktop, page, ready);
}

/** As the application itself would, which no guard is asked about. */
export async function reload(desktop: Desktop, page: Page, ready = ' main h1'): Promise<void> {
  const loaded = page.waitForEvent('load');
  await desktop.evaluate(({ BrowserWindow }, address) => {
    const windows = BrowserWindow.getAllWindows();
    windows.find(({ webContents }) => webContents.getURL() === address)?.webContents.reload();
  }, desktop.appAddress(page.url()));
  await loaded;
  await page.locator(`:root${ready}`).first().waitFor({ state: 'attached' });
}

/** Has a handout printed, and does something to the window that shows it before it becomes a file. What printing came to. */
export async function whilePrinting(
  attacked: Attacked,
  act: (page: Page) => Promise<void>,
): Promise<unknown> {
  const { desktop, page, home } = attacked;
  await answerDialogs(desktop, {
    showSaveDialog: { canceled: false, filePath: join(home.userData, 'handout.pdf') },
  });
  await desktop.evaluate(({ app }) => {
    const may = new Promise<void>((resolve) => Object.assign(globalThis, { letPrint: resolve }));
    app.once('browser-window-created', (_event, { webContents }) => {
      const print = webContents.printToPDF.bind(webContents);
      webContents.printToPDF = (options) => may.then(() => print(options));
    });
  });
  const opened = desktop.nextWindow();
  const request = { request: { articles: [{ id: 'izbica-massacre' }], langs: ['en'] } };
  const printed = page.evaluate((input) => window.paralel?.call('shell.print', input), request);
  printed.catch(() => {}); // told below, if nothing else has failed before
  try {
    const printing = await opened;
    await printing.locator(`:root${PRINT_READY}`).waitFor({ state: 'attached' });
    await act(printing);
  } finally {
    await desktop.evaluate(() => (globalThis as typeof globalThis & { letPrint?(): void }).letPrint?.());
  }
  return printed;
}

/** On its root. */
export const PRINT_READY = '[data-ready]';
