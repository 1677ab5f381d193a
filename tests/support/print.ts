/** What the tests of printing share: the built page, PDFs read back, and browsers that die. */
import { join, resolve } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { expect } from 'vitest';
import type { Made } from '../../src/library/printing/printer';

const RENDERER = resolve(import.meta.dirname, '../../src/renderer');

/** Only the print page, so that these tests need no built window. */
export async function buildPrintPage(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: RENDERER,
    base: './',
    plugins: [vue()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'chrome150',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(RENDERER, 'print.html') },
    },
  });
}

/** White space is where lines end, which is not what these tests are about. */
export const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, '');

export async function read(
  { bytes }: Pick<Made, 'bytes'>,
  look: (pdf: PDFDocumentProxy) => Promise<void>,
): Promise<void> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  try {
    await look(await task.promise);
  } finally {
    await task.destroy();
  }
}

export async function textOf(pdf: PDFDocumentProxy): Promise<string[]> {
  const pages = Array.from({ length: pdf.numPages }, async (_, at) => {
    const { items } = await (await pdf.getPage(at + 1)).getTextContent();
    return plain(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  });
  return Promise.all(pages);
}

/** As a system short of memory does it. */
export async function kill(victim: Browser): Promise<void> {
  const gone = new Promise((resolve) => victim.once('disconnected', resolve));
  const session = await victim.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  process.kill(processInfo.find(({ type }) => type === 'browser')!.id, 'SIGKILL');
  await gone;
}

/** Waits until it prints. */
export async function killInUse(victim: Browser): Promise<void> {
  await expect.poll(() => victim.contexts().length, { interval: 1 }).toBeGreaterThan(0);
  await kill(victim);
}
