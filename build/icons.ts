/**
 * Draws every icon from the .svg files beside it: `npm run icons`, once a drawing has changed. What it makes is
 * committed, because who packs Paralel need not have a Chromium.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { type Browser, chromium } from 'playwright-core';
import { icns, ICNS_TYPES, ico, type Picture } from './icon-files.ts';

const FOLDER = resolve(import.meta.dirname, 'icons');

/** Small ones are drawings of their own, on the pixels' grid. */
const DRAWINGS: Readonly<Record<'icon' | 'document', Readonly<Record<number, string>>>> = {
  icon: { 16: 'icon-16', 24: 'icon-24', 32: 'icon-32', 48: 'icon-24', 64: 'icon-32' },
  document: { 16: 'document-16', 32: 'document-32', 64: 'document-32' },
};

export const SIZES = {
  /** Linux: hicolor theme. */
  icon: [16, 24, 32, 48, 64, 96, 128, 256, 512, 1024],
  document: [16, 32, 48, 64, 128, 256, 512],
  ico: [16, 24, 32, 48, 64, 256],
  documentIco: [16, 32, 48, 64, 256],
  icns: [...new Set(Object.values(ICNS_TYPES))],
};

/** Apple's grid: 824 of 1024 points; the small ones use all they have. */
const MAC_MARGIN = 100 / 1024;
/** Elsewhere neighbours are drawn almost to the edge. */
const MARGIN = 40 / 1024;
const SMALL = 64;

async function draw(
  browser: Browser,
  kind: 'icon' | 'document',
  pixels: number,
  margin = 0,
): Promise<Picture> {
  const svg = readFileSync(resolve(FOLDER, `${DRAWINGS[kind][pixels] ?? kind}.svg`));
  const inset = pixels <= SMALL ? 0 : Math.round(pixels * margin);
  const page = await browser.newPage({ viewport: { width: pixels, height: pixels } });
  await page.setContent(
    `<body style="margin:${inset}px"><img style="display:block" width="${pixels - 2 * inset}" ` +
      `src="data:image/svg+xml;base64,${svg.toString('base64')}">`,
  );
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return { pixels, png };
}

async function drawAll(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env['PARALEL_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--force-color-profile=srgb'],
  });
  const all = (kind: 'icon' | 'document', sizes: readonly number[], margin?: number): Promise<Picture[]> =>
    Promise.all(sizes.map((pixels) => draw(browser, kind, pixels, margin)));
  const put = (path: string, content: Uint8Array): void => writeFileSync(resolve(FOLDER, path), content);
  try {
    for (const [folder, pictures] of [
      ['png', await all('icon', SIZES.icon, MARGIN)],
      ['document', await all('document', SIZES.document)],
    ] as const) {
      mkdirSync(resolve(FOLDER, folder), { recursive: true });
      for (const { pixels, png } of pictures) put(`${folder}/${pixels}x${pixels}.png`, png);
    }
    put('icon.ico', ico(await all('icon', SIZES.ico, MARGIN)));
    put('icon.icns', icns(await all('icon', SIZES.icns, MAC_MARGIN)));
    put('document.ico', ico(await all('document', SIZES.documentIco)));
    put('document.icns', icns(await all('document', SIZES.icns)));
  } finally {
    await browser.close();
  }
}

await drawAll();
