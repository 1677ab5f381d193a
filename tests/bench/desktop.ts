/** The desktop application on the double of Electron: its start, its memory after an evening, and what it does at rest. */
import type { Browser } from 'playwright-core';
import { EMPTY_WINDOW, type RunningDouble, startDouble } from './double.ts';
import { measureIdle, NOTHING } from './idle.ts';
import { compare, lineOf } from './measure.ts';
import { type Memory, memoryOf, readArticles } from './memory.ts';
import type { Process } from './processes.ts';
import { launch, PAINTED, ROOT, startHost, temporaryFolder } from './program.ts';

const LINK = 'paralel:article/izbica-massacre';
/** Something that only the article’s text has. */
const READABLE = '[data-block="lead-1"]';

const library = temporaryFolder();
const startReader = (...args: string[]) => startDouble(ROOT, ['--library', library.path, ...args]);

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;
const isLibrary = ({ command }: Process): boolean => command.includes('library.js');
/** Headless Chromium draws a tool bar that nobody sees, in a process of its own. */
const isWindow = ({ command }: Process): boolean =>
  command.includes('--type=renderer') && !command.includes('--top-chrome-webui');

await prepare();
await measureStart();
await measureMemory();
await measureRest();
library.remove();

/** Installs the library, and gets past the first page of all. */
async function prepare(): Promise<void> {
  const reader = await startReader();
  await reader.page.locator('main h1').first().waitFor();
  const settings = { welcomed: true, interfaceLang: 'en', readingLangs: ['en'] };
  await reader.page.evaluate((chosen) => window.paralel?.call('settings.set', chosen), settings);
  await reader.stop();
}

async function measureStart(): Promise<void> {
  const result = await compare({
    title: 'Start of the desktop application',
    goal: 2,
    how: 'From spawning the double to the article of a link painted, against a window of the same double with an empty page.',
    ours: { name: 'article', run: () => timeOf(() => startReader(LINK), READABLE) },
    peer: { name: 'empty window', run: () => timeOf(() => startDouble(EMPTY_WINDOW), '#there') },
  });
  console.log(lineOf(result));
}

async function timeOf(start: () => Promise<RunningDouble>, sign: string): Promise<number> {
  const began = performance.now();
  const { page, stop } = await start();
  await page.locator(sign).first().waitFor();
  await page.evaluate(PAINTED);
  const ms = performance.now() - began;
  await stop();
  return ms;
}

async function measureMemory(): Promise<void> {
  const [few, many, goal] = [5, 200, 1.3];
  const reader = await startReader();
  await readArticles(reader, few);
  const before = await memoryOf(reader);
  await readArticles(reader, many - few);
  const after = await memoryOf(reader);
  await reader.stop();
  console.log(
    `Memory of the window after ${many} articles, against after ${few} (goal ${goal.toFixed(1)}x):`,
  );
  const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`;
  const line = (what: keyof Memory, shown: (value: number) => string) =>
    `  ${what}: ${(after[what] / before[what]).toFixed(2)}x; ${shown(before[what])}, then ${shown(after[what])}`;
  for (const what of ['process', 'heap', 'objects'] as const) console.log(line(what, megabytes));
  for (const what of ['nodes', 'listeners'] as const) console.log(line(what, String));
}

async function measureRest(): Promise<void> {
  const [reader, empty, host, browser] = await Promise.all([
    startReader(LINK),
    startDouble(EMPTY_WINDOW),
    startHost(library.path),
    launch(),
  ]);
  const page = await browser.newPage();
  await page.goto(host.address);
  for (const shown of [reader.page, page]) await shown.locator('main h1').first().waitFor();

  const [readerPid, hostPid] = [reader.pid, host.process.pid ?? 0];
  const shares = await measureIdle([
    { name: 'main process', root: readerPid, isIt: ({ pid }) => pid === readerPid },
    { name: 'its library', root: readerPid, isIt: isLibrary },
    { name: 'its window', root: readerPid, isIt: isWindow },
    { name: 'empty window', root: empty.pid, isIt: isWindow },
    { name: 'loopback host', root: hostPid, isIt: ({ pid }) => pid === hostPid },
    { name: 'its library', root: hostPid, isIt: isLibrary },
    { name: 'its window', root: await pidOf(browser), isIt: isWindow },
  ]);
  await Promise.all([reader.stop(), empty.stop(), browser.close()]);
  await host.stop();
  console.log(`At rest, of one core (nothing: below ${percent(NOTHING)}):`);
  for (const { name, share } of shares) console.log(`  ${name}: ${percent(share)}`);
}

async function pidOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.find(({ type }) => type === 'browser')?.id ?? 0;
}
