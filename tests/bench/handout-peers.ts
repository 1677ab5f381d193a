/** Other programs that print the page of a handout: its document and styles as they stand, from one address. */
import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Browser, Page } from 'playwright-core';
import { ROOT } from './program.ts';

export interface Printed {
  /** Milliseconds. */
  ms: number;
  bytes: Uint8Array;
}

export type Print = (address: string) => Promise<Printed>;

const POLYFILL = resolve(ROOT, 'node_modules/pagedjs/dist/paged.polyfill.js');
const FINISHED = { preferCSSPageSize: true, printBackground: true, tagged: true, outline: true };
const DRAFT = { ...FINISHED, tagged: false, outline: false };

/** @param draft without tags and outline, as a preview is */
export function byChromium(browser: Browser, draft = false): Print {
  return (address) =>
    inTab(browser, async (page) => {
      await page.goto(address);
      await page.evaluate(() => document.fonts.ready);
      return page.pdf(draft ? DRAFT : FINISHED);
    });
}

/** Its script lays the pages out in the same Chromium, which then prints them. */
export function byPagedJs(browser: Browser): Print {
  return (address) =>
    inTab(browser, async (page) => {
      await page.addInitScript('window.PagedConfig = { auto: false }');
      await page.goto(address);
      await page.addScriptTag({ content: readFileSync(POLYFILL, 'utf8') });
      await page.evaluate('window.PagedPolyfill.preview()');
      return page.pdf(FINISHED);
    });
}

/** The same page in words that Paged.js can read: it stumbles over media queries that name no medium or compare, and
 *  over commas within a selector. */
export function forPagedJs(html: string): string {
  return html.replace(/<style>.*<\/style>/su, (css) =>
    css
      .replaceAll(/@media\s*\(/gu, '@media all and (')
      .replaceAll(/\(width\s*<\s*(\d+)px\)/gu, '(max-width: $1px)')
      .replaceAll(/[^{}]+(?=\{)/gu, (selectors) =>
        selectors
          .split(/,(?!(?:[^()]|\([^()]*\))*\))/u)
          .flatMap(withoutIs)
          .join(','),
      ),
  );
}

function withoutIs(selector: string): string[] {
  const [, before = '', among, after = ''] =
    /^(.*?):is\(((?:[^()]|\([^()]*\))*)\)(.*)$/su.exec(selector) ?? [];
  return among === undefined
    ? [selector]
    : among.split(/,(?![^()]*\))/u).flatMap((one) => withoutIs(before + one.trim() + after));
}

/** Undefined where it is not installed: on Debian `apt-get install weasyprint`. */
export function weasyPrint(folder: string): { name: string; print: Print } | undefined {
  const { status, stdout } = spawnSync('weasyprint', ['--version'], { encoding: 'utf8' });
  if (status !== 0) return undefined;
  const file = join(folder, 'weasyprint.pdf');
  return {
    name: stdout.trim().replace(' version', ''),
    print: async (address) => {
      const start = performance.now();
      await promisify(execFile)('weasyprint', ['--quiet', address, file], { maxBuffer: 2 ** 26 });
      const bytes = readFileSync(file);
      return { ms: performance.now() - start, bytes };
    },
  };
}

export async function pagesOf(bytes: Uint8Array): Promise<number> {
  return (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
}

async function inTab(browser: Browser, print: (page: Page) => Promise<Uint8Array>): Promise<Printed> {
  const start = performance.now();
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  try {
    const bytes = await print(page);
    return { ms: performance.now() - start, bytes };
  } finally {
    await page.close();
  }
}
