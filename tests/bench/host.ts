/** The reader in a browser: its start, opening an article, printing one. */
import { type Browser, type Page } from 'playwright-core';
import { compare, type Comparison, lineOf } from './measure.ts';
import { openPrintPage, printByHost } from './print-page.ts';
import { type Host, launch, PAINTED, startHost, temporaryFolder } from './program.ts';
import { serveStatic, staticHtml } from './static-page.ts';

const ARTICLE = '#/article/izbica-massacre';
/** Something that only the article's text has. */
const READABLE = '[data-block="lead-1"]';
const HANDOUT = { articles: [{ id: 'izbica-massacre' }], langs: ['en' as const] };
const SMALL = '<!doctype html><title>Empty</title><p id="there">.';

const library = temporaryFolder();
const since = (start: number) => performance.now() - start;

// A first start installs the library; it is measured on its own.
const first = performance.now();
const warm = await startHost(library.path);
const browser = await launch();
const page = await signedIn(browser, warm);
await page.goto(origin(warm) + ARTICLE);
await page.waitForSelector(READABLE);
await page.evaluate(PAINTED);
console.log(
  `First start, library installed and index built: ${since(first).toFixed(0)} ms to a readable article.`,
);

const print = await openPrintPage(page, HANDOUT);
const { origin: still, server } = await serveStatic({
  '/empty.html': SMALL,
  '/article.html': await staticHtml(page),
  '/print.html': await staticHtml(print),
});
const peerPage = await browser.newPage();

const comparisons: Comparison[] = [
  {
    title: 'Start',
    goal: 2,
    how: 'From spawning the host to the article’s first paragraph painted in a Chromium started for it, against a Chromium started for an empty page.',
    ours: { name: 'host and article', run: startToArticle },
    peer: { name: 'empty page', run: startToEmpty },
  },
  {
    title: 'Opening an article',
    goal: 2,
    how: 'From the list of articles to the article’s first paragraph painted, against loading the same DOM and styles as static HTML.',
    ours: { name: 'article', run: openArticle },
    peer: { name: 'static HTML', run: openStatic },
  },
  {
    title: 'PDF',
    goal: 1.5,
    how: 'From asking for the PDF of an article to having its bytes, browser warm, against loading and printing the same HTML with the same options.',
    ours: { name: 'Paralel', run: printOurs },
    peer: { name: 'Chromium', run: printPeer },
  },
];

for (const comparison of comparisons) console.log(lineOf(await compare(comparison)));

await browser.close();
server.close();
await warm.stop();
library.remove();

function origin(host: Host): string {
  return new URL(host.address).origin + '/';
}

async function signedIn(from: Browser, host: Host): Promise<Page> {
  const signed = await (await from.newContext()).newPage();
  await signed.goto(host.address);
  return signed;
}

async function startToArticle(): Promise<number> {
  const start = performance.now();
  const host = await startHost(library.path);
  const fresh = await launch();
  const opened = await fresh.newPage();
  await opened.goto(host.address + ARTICLE, { waitUntil: 'commit' });
  await opened.waitForSelector(READABLE);
  await opened.evaluate(PAINTED);
  const ms = since(start);
  await fresh.close();
  await host.stop();
  return ms;
}

async function startToEmpty(): Promise<number> {
  const start = performance.now();
  const fresh = await launch();
  const opened = await fresh.newPage();
  await opened.goto(`${still}/empty.html`, { waitUntil: 'commit' });
  await opened.waitForSelector('#there');
  await opened.evaluate(PAINTED);
  const ms = since(start);
  await fresh.close();
  return ms;
}

async function openArticle(): Promise<number> {
  await page.goto(`${origin(warm)}#/`);
  await page.waitForSelector('a[href="#/article/izbica-massacre"]');
  const start = performance.now();
  await page.click('a[href="#/article/izbica-massacre"]');
  await page.waitForSelector(READABLE);
  await page.evaluate(PAINTED);
  return since(start);
}

async function openStatic(): Promise<number> {
  await peerPage.goto(`${still}/empty.html`);
  const start = performance.now();
  await peerPage.goto(`${still}/article.html`, { waitUntil: 'commit' });
  await peerPage.waitForSelector(READABLE);
  await peerPage.evaluate(PAINTED);
  return since(start);
}

function printOurs(): Promise<number> {
  return printByHost(page, HANDOUT);
}

async function printPeer(): Promise<number> {
  const start = performance.now();
  const fresh = await browser.newPage();
  await fresh.goto(`${still}/print.html`);
  await fresh.evaluate(() => document.fonts.ready);
  await fresh.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  await fresh.close();
  return since(start);
}
