/** The reader in a browser: the built host, and a real Chromium. */
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium';
import { temporaryFolder } from './library';
import { watchNetwork } from './network';
import { type Reader, type ReaderOptions, VIEWPORT, watch, windowOf } from './reader';
import { LAUNCHER, ROOT } from './terminal';

export interface BrowserReader extends Reader {
  browser: Browser;
  /** With the token, as the host has printed it. */
  address: string;
}

/** @param serveOptions for the host, beside the library's folder */
export async function openInBrowser({
  viewport = VIEWPORT,
  isFirstRun = false,
  library: given,
  serveOptions = [],
}: ReaderOptions & { serveOptions?: readonly string[] } = {}): Promise<BrowserReader> {
  const folder = temporaryFolder();
  const library = given ?? join(folder, 'library');
  const network = watchNetwork(folder);
  const host = spawn(process.execPath, [LAUNCHER, 'serve', '--library', library, ...serveOptions], {
    cwd: ROOT,
    env: { ...process.env, ...network.env },
  });
  const address = await addressOf(host);
  const browser = await launchChromium();
  const context = await browser.newContext({ viewport, acceptDownloads: true, locale: 'en-GB' });
  const watched = watch(context);
  const page = await context.newPage();
  const { origin } = new URL(address);
  const isOwn = (url: string) => url.startsWith(`${origin}/`) || /^(blob|data):/u.test(url);
  await page.goto(address);
  await page.locator('main').waitFor();

  const reader: BrowserReader = {
    ...windowOf(page, origin, (url) => page.goto(url)),
    ...watched,
    browser,
    library,
    address,
    async printed(start) {
      const [download] = await Promise.all([page.waitForEvent('download'), start()]);
      await page.getByText(/is in your downloads/u).waitFor();
      return { file: await download.path(), name: download.suggestedFilename() };
    },
    escapes: async () => [...network.tried(), ...watched.requests.filter((url) => !isOwn(url))],
    async close() {
      await browser.close();
      const ended = new Promise((done) => host.once('exit', done));
      host.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
  if (!isFirstRun) await reader.withSettings({ welcomed: true });
  return reader;
}

function addressOf(host: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((found, fail) => {
    host.once('exit', (code) => fail(new Error(`the host ended with ${code}: ${said}`)));
    host.stderr?.on('data', (chunk) => (said += String(chunk)));
    host.stdout?.on('data', (chunk) => {
      const match = /http:\/\/\S+/u.exec(String(chunk));
      if (match) found(match[0]);
    });
  });
}
