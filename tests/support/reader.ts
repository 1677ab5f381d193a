/** The reader as a person has it in a browser: the built host on a library of its own, and a real Chromium. */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Settings } from '../../src/shared/contract';
import { launchChromium } from './chromium';
import { temporaryFolder } from './library';
import { LAUNCHER, ROOT } from './terminal';

export interface Reader {
  browser: Browser;
  context: BrowserContext;
  page: Page;
  folder: string;
  address: string;
  origin: string;
  /** Every address that any page asked for. */
  requests: string[];
  /** Whatever the pages complained of: errors, warnings, refused content. */
  complaints: string[];
  /** Goes to an address of the window: `/article/izbica-massacre?block=lead-1`. */
  goTo(path: string): Promise<void>;
  /** Changes settings and starts the page anew, as a second visit would. */
  withSettings(settings: Partial<Settings>): Promise<void>;
  /** What the host's processes asked the network for. */
  networkLog(): string;
  close(): Promise<void>;
}

/**
 * @param isFirstRun nobody has begun to read: the first page of all is shown
 * @param serveOptions beside the library's folder
 */
export async function openReader({
  viewport = { width: 1280, height: 800 },
  isFirstRun = false,
  serveOptions = [] as readonly string[],
} = {}): Promise<Reader> {
  const folder = temporaryFolder();
  const log = join(folder, 'network.log');
  writeFileSync(log, '');
  const host = spawn(
    process.execPath,
    [LAUNCHER, 'serve', '--library', join(folder, 'library'), ...serveOptions],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        NODE_OPTIONS: `--import=${resolve(import.meta.dirname, 'no-network.mjs')}`,
        PARALEL_TEST_NETWORK_LOG: log,
      },
    },
  );
  const address = await addressOf(host);
  const browser = await launchChromium();
  const context = await browser.newContext({ viewport, acceptDownloads: true, locale: 'en-GB' });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => void requests.push(request.url()));
  page.on('pageerror', (error) => void complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  const { origin } = new URL(address);
  await page.goto(address);
  await page.locator('main').waitFor();

  const reader: Reader = {
    browser,
    context,
    page,
    folder,
    address,
    origin,
    requests,
    complaints,
    async goTo(path) {
      // From an empty page, so that nothing of the page before can be taken for this one.
      await page.goto('about:blank');
      await page.goto(`${origin}/#${path}`);
      await page.locator('main h1').first().waitFor();
    },
    async withSettings(settings) {
      const answer = await page.evaluate(async (body) => {
        const response = await fetch('call/settings.set', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        });
        return response.text();
      }, JSON.stringify(settings));
      if (!answer.startsWith('{"ok":true')) throw new Error(answer);
      await page.reload();
      await page.locator('main h1').first().waitFor();
    },
    networkLog: () => readFileSync(log, 'utf8'),
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

function addressOf(host: ReturnType<typeof spawn>): Promise<string> {
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
