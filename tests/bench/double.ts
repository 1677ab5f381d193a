/** A program on the double of Electron, held as lightly as measuring allows: Playwright connects while the program starts. */
import { join, resolve } from 'node:path';
import process from 'node:process';
import type { Duplex } from 'node:stream';
import { type Browser, chromium, type Page } from 'playwright-core';
import { Line } from '../electron/driver/line.ts';
import { start } from '../electron/driver/processes.ts';
import { chromiumPath, ROOT, temporaryFolder } from './program.ts';

const RUN = join(ROOT, 'tests/electron/double/run.ts');
/** One window that shows a page of one line, from a scheme of its own. */
export const EMPTY_WINDOW = resolve(import.meta.dirname, 'empty-window');

export interface RunningDouble {
  pid: number;
  browser: Browser;
  page: Page;
  stop(): Promise<void>;
}

/** @param program a folder with a package.json */
export async function startDouble(program: string, args: readonly string[] = []): Promise<RunningDouble> {
  const user = temporaryFolder();
  const settings = JSON.stringify({ chromium: { path: chromiumPath(), env: {} } });
  const main = start(
    process.execPath,
    ['--unhandled-rejections=warn', RUN, program, `--user-data-dir=${user.path}`, ...args],
    { env: { ...process.env, PARALEL_DOUBLE: settings }, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] },
  );
  const line = new Line(main.child.stdio[3] as Duplex, main.exited);
  const { browser: endpoint } = await line.browser;
  line.send({ proceed: true });
  const browser = await chromium.connectOverCDP(endpoint, { noDefaults: true });
  const [context] = browser.contexts();
  if (!context) throw new Error('Chromium has no pages');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  return {
    pid: main.child.pid ?? 0,
    browser,
    page,
    async stop() {
      await browser.close().catch(() => {});
      await main.end();
      user.remove();
    },
  };
}
