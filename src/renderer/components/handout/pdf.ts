/**
 * Draws the pages of a PDF. pdf.js comes only when it is needed, and works in the window itself: a worker's address
 * would want a Trusted Types policy of its own. Nothing is fetched: the faces are in the file, and it has no pictures
 * that need a decoder of their own.
 */
import * as pdfjs from 'pdfjs-dist';
import * as worker from 'pdfjs-dist/build/pdf.worker.mjs';
import type { PageSize } from './zoom';

// Found here, pdf.js starts no worker (pdf.mjs, PDFWorker).
Object.assign(globalThis, { pdfjsWorker: worker });

export interface Pdf {
  sizes: readonly PageSize[];
  /** @param page from 0 */
  draw(page: number, scale: number): Promise<HTMLCanvasElement>;
  /** The page's text in one line. */
  text(page: number): Promise<string>;
  close(): Promise<void>;
}

/** Canvas pixels; Chromium refuses far more, and a page of A4 at twice the usual has a quarter of it. */
const MOST_PIXELS = 16_000_000;

export async function openPdf(data: Uint8Array<ArrayBuffer>): Promise<Pdf> {
  const task = pdfjs.getDocument({
    data,
    isEvalSupported: false,
    useWasm: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  const pdf = await task.promise;
  const numbers = Array.from({ length: pdf.numPages }, (_, at) => at + 1);
  const sizes = await Promise.all(
    numbers.map(async (number) => {
      const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 1 });
      return { width, height };
    }),
  );

  async function draw(at: number, scale: number): Promise<HTMLCanvasElement> {
    const page = await pdf.getPage(at + 1);
    const { width, height } = page.getViewport({ scale });
    const most = Math.sqrt(MOST_PIXELS / (width * height));
    const viewport = page.getViewport({ scale: scale * Math.min(devicePixelRatio, most) });
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    await page.render({ canvas, viewport, annotationMode: pdfjs.AnnotationMode.DISABLE }).promise;
    page.cleanup();
    return canvas;
  }

  async function text(at: number): Promise<string> {
    const { items } = await (await pdf.getPage(at + 1)).getTextContent();
    const words = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''));
    return words.join('').replaceAll(/\s+/gu, ' ').trim();
  }

  return { sizes, draw, text, close: () => task.destroy() };
}
