/** printToPDF with Electron's defaults, which are not the web's, and with everything set. */
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Desktop } from '../driver';
import { closeWindows, openWindow, startFixture } from './fixtures/app';

/** Says how it wants to be printed. */
const STYLED = `<!doctype html><html lang="sq"><title>Handout</title>
  <style>@page { size: A4; margin: 0 } body { margin: 0; background: #c00 } h1 { break-after: page }</style>
  <h1>Izbica</h1><h1>Poklek</h1><p>Text`;
/** Does not. */
const PLAIN = `<!doctype html><title>Plain</title><body style="background: #c00">${'<p>Text'.repeat(50)}`;

let desktop: Desktop;
beforeAll(async () => {
  desktop = await startFixture();
});
afterAll(() => desktop.close());
afterEach(() => closeWindows(desktop));

const print = (options: Electron.PrintToPDFOptions): Promise<Uint8Array> =>
  desktop.evaluate(async ({ BrowserWindow }, given) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('no window');
    return new Uint8Array(await window.webContents.printToPDF(given));
  }, options);

async function read(options: Electron.PrintToPDFOptions) {
  const document = await PDFDocument.load(await print(options));
  const [page] = document.getPages();
  const { width = 0, height = 0 } = page?.getSize() ?? {};
  return {
    inches: [Math.round(width / 7.2) / 10, Math.round(height / 7.2) / 10],
    pages: document.getPageCount(),
    isTagged: document.catalog.has(PDFName.of('StructTreeRoot')),
    hasOutline: document.catalog.has(PDFName.of('Outlines')),
  };
}

describe('printToPDF', () => {
  it('prints on Letter, whatever the page says, without tags or outline', async () => {
    await openWindow(desktop, STYLED);
    expect(await read({})).toEqual({ inches: [8.5, 11], pages: 3, isTagged: false, hasOutline: false });
  });

  it('does as it is told', async () => {
    await openWindow(desktop, STYLED);
    const set = {
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      pageRanges: '2-3',
    };
    expect(await read(set)).toEqual({ inches: [8.3, 11.7], pages: 2, isTagged: true, hasOutline: true });
  });

  it('knows papers and inches', async () => {
    await openWindow(desktop, PLAIN);
    expect((await read({ pageSize: 'A5', landscape: true })).inches).toEqual([8.3, 5.8]);
    expect((await read({ pageSize: { width: 4, height: 6 } })).inches).toEqual([4, 6]);
  });

  it('has margins of its own, in inches, and no background', async () => {
    await openWindow(desktop, PLAIN);
    expect((await read({})).pages).toBe(2);
    expect((await read({ margins: { top: 0.4, bottom: 0.4 } })).pages).toBe(2);
    expect((await read({ margins: { top: 4, bottom: 4 } })).pages).toBeGreaterThan(4);
    expect(await print({ printBackground: true })).not.toHaveLength((await print({})).length);
  });

  it.each([
    [{ pageSize: 'B5' as 'A5' }, 'Invalid pageSize B5'],
    [
      { pageSize: { width: 1, height: 1 }, margins: { left: 1 } },
      'margins must be less than or equal to pageSize',
    ],
  ])('refuses %o', async (options, message) => {
    await openWindow(desktop, PLAIN);
    await expect(print(options)).rejects.toThrow(message);
  });
});
