/** Printing outside of the desktop program, should a word have got out of its block: nothing runs, and nobody is asked. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchChromium } from '../../src/library/printing/launch';
import { PrintTab } from '../../src/library/printing/print-tab';

const AWAY = 'https://evil.example/';
const refused: string[] = [];
let browser: Browser;
let tab: PrintTab;
beforeAll(async () => {
  browser = await launchChromium();
});
beforeEach(async () => {
  refused.length = 0;
  tab = await PrintTab.open(browser, {
    files: new Map([['/print.html', PAGE]]),
    onRefused: (url) => refused.push(url),
  });
});
afterAll(() => browser.close());

const PAGE = { bytes: Buffer.from(''), type: 'text/html; charset=utf-8' };
const pageWith = (markup: string): string => `<!doctype html><html data-ready><body>${markup}`;
/** The page would say that printing it has failed. */
const RUN = `document.documentElement.dataset.failed='ran'`;

it.each([`<script>${RUN}</script>`, `<svg onload="${RUN}"></svg>`, `<img src="data:," onerror="${RUN}"><script src="data:text/javascript,${RUN}"></script>`])(
  'prints %s, which does nothing', async (markup) => {
  expect((await tab.show(Buffer.from(pageWith(markup)), (page) => page.pdf(false))).length).toBeGreaterThan(0);
  expect(refused).toEqual([]);
}); // prettier-ignore

it.each([`<img src="${AWAY}">`, `<link rel="stylesheet" href="${AWAY}">`, `<iframe src="${AWAY}"></iframe>`, `<style>@import "${AWAY}"</style>`])(
  'prints %s, and asks nobody', async (markup) => {
  await tab.show(Buffer.from(pageWith(markup)), (page) => page.pdf(false));
  expect(refused).toEqual([]);
}); // prettier-ignore

it('refuses what the page’s policy does not stop', async () => {
  // A page that goes elsewhere is never ready to be printed; whoever prints has a deadline.
  tab
    .show(Buffer.from(pageWith(`<meta http-equiv="refresh" content="0; url=${AWAY}">`)), (page) =>
      page.pdf(false),
    )
    .catch(() => {});
  await expect.poll(() => refused).toContain(AWAY);
});
