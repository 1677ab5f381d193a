/** Prints with Electron's own Chromium: a window that nobody sees, showing the print page and nothing else. */
import { randomUUID } from 'node:crypto';
import { BrowserWindow } from 'electron';
import { finishPdf } from '../library/printing/finish';
import { printPage } from '../library/printing/page';
import type { Pdf, PdfPrinter } from '../library/printing/printer';
import type { WindowFiles } from '../library/window-files';
import type { Handout } from '../shared/contract';
import { AppError, toReport } from '../shared/errors';
import { PRINT_ORIGIN } from './policies/address';
import { LOCKED } from './policies/window';

/** All of Electron's defaults are another's: Letter, margins, no tags (docs/api/structures/print-to-pdf-options.md). */
export const PDF_OPTIONS = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  margins: { top: 0, bottom: 0, left: 0, right: 0 },
};

const DEADLINE_MS = 120_000;

/** The page says on its root element when it is laid out, or why it cannot be; the attributes are the print page's. */
const UNTIL_READY = `new Promise((resolve, reject) => {
  const root = document.documentElement;
  const look = () => {
    if (root.dataset.failed !== undefined) reject(new Error(root.dataset.failed));
    else if (root.dataset.ready !== undefined) resolve();
    else return false;
    return true;
  };
  if (!look()) new MutationObserver((_, self) => look() && self.disconnect()).observe(root, { attributes: true });
})`;

export class WindowPrinter implements PdfPrinter {
  readonly #files: WindowFiles;
  readonly #pages: Map<string, string>;

  /** @param pages what the scheme's handler shows under the print origin */
  constructor(files: WindowFiles, pages: Map<string, string>) {
    this.#files = files;
    this.#pages = pages;
  }

  async print(handout: Handout, signal?: AbortSignal): Promise<Pdf> {
    signal?.throwIfAborted();
    const template = this.#files.get('/print.html');
    if (!template) throw new AppError('resource.missing', { file: 'print.html' });
    const path = `/${randomUUID()}.html`;
    this.#pages.set(path, printPage(template.bytes.toString('utf8'), handout));
    try {
      return await finishPdf(await printAddress(PRINT_ORIGIN + path, signal), handout);
    } catch (error) {
      signal?.throwIfAborted();
      throw error instanceof AppError
        ? error
        : new AppError('print.failed', { detail: reasonOf(error) }, { cause: error });
    } finally {
      this.#pages.delete(path);
    }
  }

  async close(): Promise<void> {}
}

async function printAddress(address: string, signal?: AbortSignal): Promise<Uint8Array> {
  const window = new BrowserWindow({ show: false, webPreferences: { ...LOCKED } });
  const stopped = new Promise<never>((_resolve, reject) => {
    const timeout = AbortSignal.timeout(DEADLINE_MS);
    timeout.addEventListener('abort', () => reject(new Error(`no end after ${DEADLINE_MS / 1000} s`)));
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
    window.webContents.once('render-process-gone', (_event, { reason }) => reject(new Error(reason)));
  });
  const printed = async (): Promise<Uint8Array> => {
    await window.loadURL(address);
    await window.webContents.executeJavaScript(UNTIL_READY);
    return window.webContents.printToPDF(PDF_OPTIONS);
  };
  try {
    return await Promise.race([printed(), stopped]);
  } finally {
    window.destroy();
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : toReport(error).message;
