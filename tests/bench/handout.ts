/** Handouts of a hundred pages and of five hundred: how long they take beside bare printing and beside other programs,
 *  how soon a changed option is seen, and how much memory it takes. See docs/benchmarks.md. */
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { HandoutRequestInput } from '../../src/shared/contract.ts';
import { PRESET_OPTIONS } from '../../src/shared/handout-presets.ts';
import { byChromium, byPagedJs, forPagedJs, pagesOf, type Print, weasyPrint } from './handout-peers.ts';
import { installLarge } from './large-library.ts';
import { compare, type Comparison, lineOf } from './measure.ts';
import { peaksDuring } from './peak.ts';
import { ask, openPrintPage, printByHost } from './print-page.ts';
import { launch, ROOT, startHost, temporaryFolder } from './program.ts';
import { serveStatic, staticHtml } from './static-page.ts';

const LANGS = ['en', 'sq', 'sr-Cyrl'] as const;
/** Enough for five hundred pages in three languages. */
const COPIES = 20;
const [LONG, LONGEST] = [100, 500];
/** In megabytes. */
const MEMORY_GOAL = 300;
const ROUNDS = 5;
/** For peers that take half a minute for each. */
const FEW_ROUNDS = 3;

type Options = Pick<HandoutRequestInput, 'page'>;
type TwoWays = readonly [Options, Options];
/** Two sizes of text: every page becomes another one, and so do the numbers in the contents. */
const MOVING: TwoWays = [{ page: { size: 10.5, binding: 10 } }, { page: { size: 11, binding: 10 } }];
/** Heavier or lighter lines: everything stays where it is. */
const STILL: TwoWays = [{ page: { binding: 10 } }, { page: { contrast: true, binding: 10 } }];

interface Peer {
  name: string;
  goal: number;
  rounds: number;
  /** Of the page that it prints. */
  path: string;
  print: Print;
}

interface Drawn {
  pages: number;
  pdf: string;
}

const folder = temporaryFolder();
const articles = installLarge(folder.path, COPIES);
let host = await startHost(folder.path);
const browser = await launch();
let page = await signedIn();

await measurePrinting();
for (const [title, count] of [
  ['Preview of three articles', 3],
  [`Preview of ${LONG} pages`, await articlesFor(LONG)],
] as const) {
  await measurePreview(`${title}, nothing moves`, count, STILL);
  await measurePreview(`${title}, every page moves`, count, MOVING);
}
await measureMemory();

await browser.close();
await host.stop();
folder.remove();

/** All there is, with contents: the preset that has the most to do. */
function dossier(count: number, options: Options = {}): HandoutRequestInput {
  const chosen = articles.slice(0, count).map((id) => ({ id }));
  return { ...PRESET_OPTIONS.dossier, ...options, articles: chosen, langs: [...LANGS] };
}

/** The window's policy would keep the PDF viewer out, which is not ours to measure. */
async function signedIn(): Promise<Page> {
  const context = await browser.newContext({ bypassCSP: true });
  const signed = await context.newPage();
  signed.setDefaultTimeout(0);
  for (const [name, file] of [
    ['pdf.mjs', 'pdf.min.mjs'],
    ['pdf.worker.mjs', 'pdf.worker.min.mjs'],
  ] as const)
    await context.route(`**/viewer/${name}`, (route) =>
      route.fulfill({ path: resolve(ROOT, 'node_modules/pdfjs-dist/build', file) }),
    );
  await signed.goto(host.address);
  return signed;
}

/** How many articles make so many pages: each takes about as many as the others. */
async function articlesFor(pages: number): Promise<number> {
  const [few, more] = [3, 6];
  const less = (await preview(dossier(few))).pages;
  const each = ((await preview(dossier(more))).pages - less) / (more - few);
  const count = Math.round(few + (pages - less) / each);
  if (count > articles.length) throw new Error(`${articles.length} articles do not make ${pages} pages`);
  return count;
}

function preview(request: HandoutRequestInput): Promise<Drawn> {
  return ask<Drawn>(page, 'shell.preview', { request, job: crypto.randomUUID() });
}

async function measurePrinting(): Promise<void> {
  const request = dossier(await articlesFor(LONG));
  const html = await pageOf(request);
  const { origin, server } = await serveStatic({ '/page.html': html, '/paged.html': forPagedJs(html) });
  const weasy = weasyPrint(folder.path);
  if (!weasy) console.log('WeasyPrint is not installed, and is left out.');
  const peers: Peer[] = [
    { name: 'Chromium', goal: 3, rounds: ROUNDS, path: '/page.html', print: byChromium(browser) },
    ...(weasy ? [{ ...weasy, goal: 0.35, rounds: FEW_ROUNDS, path: '/page.html' }] : []),
    { name: 'Paged.js', goal: 0.4, rounds: FEW_ROUNDS, path: '/paged.html', print: byPagedJs(browser) },
  ];
  console.log(`A handout of ${(await preview(request)).pages} pages.`);
  for (const { name, goal, rounds, path, print } of peers) {
    const address = origin + path;
    const pages = await print(address).then(
      ({ bytes }) => pagesOf(bytes),
      (error: unknown) => console.log(`${name} could not print it: ${String(error).split('\n')[0]}`),
    );
    if (pages === undefined) continue;
    const comparison: Comparison = {
      title: `PDF of ${LONG} pages, against ${name}`,
      goal,
      how: 'From asking the host for the PDF, with contents and finished, to having its bytes, browser warm; against printing the same document and styles.',
      ours: { name: 'Paralel', run: () => printByHost(page, request) },
      peer: { name: `${name} (${pages} pages)`, run: async () => (await print(address)).ms },
    };
    console.log(lineOf(await compare(comparison, rounds)));
  }
  server.close();
}

/** @param options two ways, in turns: each time one has been changed */
async function measurePreview(title: string, count: number, options: TwoWays): Promise<void> {
  const [one, other] = [dossier(count, options[0]), dossier(count, options[1])];
  const { origin, server } = await serveStatic({
    '/one.html': await pageOf(one),
    '/other.html': await pageOf(other),
  });
  const [request, path] = [inTurns(one, other), inTurns('/one.html', '/other.html')];
  const print = byChromium(browser, true);
  const comparison: Comparison = {
    title,
    goal: 1.5,
    how: 'From an option changed to the first page drawn, printer and viewer warm; against laying out and printing the same pages once.',
    ours: { name: 'first page drawn', run: () => draw(request()) },
    peer: { name: 'Chromium', run: async () => (await print(origin + path())).ms },
  };
  console.log(lineOf(await compare(comparison, ROUNDS)));
  server.close();
}

function inTurns<T>(one: T, other: T): () => T {
  let turn = 0;
  return () => (turn++ % 2 === 0 ? one : other);
}

/** As the window does it: the preview's bytes, and the first of its pages on a canvas. */
async function draw(request: HandoutRequestInput): Promise<number> {
  const start = performance.now();
  const { pdf } = await preview(request);
  await page.evaluate(async (base64) => {
    const address = new URL('viewer/pdf.mjs', location.href).href;
    const viewer = (await import(address)) as typeof import('pdfjs-dist');
    viewer.GlobalWorkerOptions.workerSrc = address.replace('pdf.mjs', 'pdf.worker.mjs');
    const kept = globalThis as { worker?: InstanceType<typeof viewer.PDFWorker> };
    const worker = (kept.worker ??= new viewer.PDFWorker());
    const data = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const task = viewer.getDocument({ data, worker });
    const first = await (await task.promise).getPage(1);
    const viewport = first.getViewport({ scale: 1.5 });
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [viewport.width, viewport.height];
    await first.render({ canvas, viewport }).promise;
    await task.destroy();
  }, pdf);
  return performance.now() - start;
}

async function pageOf(request: HandoutRequestInput): Promise<string> {
  const shown = await openPrintPage(page, request);
  const html = await staticHtml(shown);
  await shown.close();
  return html;
}

/** In a host that has printed nothing before, and that is asked for nothing else. */
async function measureMemory(): Promise<void> {
  const count = await articlesFor(LONGEST);
  await page.context().close();
  await host.stop();
  host = await startHost(folder.path);
  page = await signedIn();
  const pid = host.process.pid ?? 0;
  const peaks = await peaksDuring(pid, () => printByHost(page, dossier(count)));
  console.log(`Most memory at ${LONGEST} pages (goal for the process that prints: ${MEMORY_GOAL} MB):`);
  for (const { command, most, prints } of peaks) {
    const megabytes = most / 2 ** 20;
    const verdict = prints ? `, which prints: ${megabytes < MEMORY_GOAL ? 'within' : 'beyond'} the goal` : '';
    console.log(`  ${megabytes.toFixed(0)} MB, ${nameOf(command)}${verdict}`);
  }
}

/** The script that a process runs, without the folders it lies in. */
function nameOf(command: string): string {
  return /[^/\s]+\.m?js\b.*/u.exec(command)?.[0].replace(folder.path, 'LIBRARY') ?? command;
}
