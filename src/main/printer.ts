/** Prints with Electron's own Chromium: a window that nobody sees, showing the print page and nothing else. */
import { randomUUID } from 'node:crypto';
import { BrowserWindow, type WebContents } from 'electron';
import type { Finisher } from '../library/printing/finish-apart';
import { printPage } from '../library/printing/page';
import { createPress } from '../library/printing/press';
import type { HandoutPrinter, LaidOut } from '../library/printing/printer';
import type { WindowFiles } from '../library/window-files';
import type { Handout } from '../shared/contract';
import { AppError, toReport } from '../shared/errors';
import { PRINT_ORIGIN } from './policies/address';
import { LOCKED } from './policies/window';

/** All of Electron's defaults are another's: Letter, margins, no tags (docs/api/structures/print-to-pdf-options.md). */
export const pdfOptions = (draft: boolean) => ({
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: !draft,
  generateDocumentOutline: !draft,
  margins: { top: 0, bottom: 0, left: 0, right: 0 },
});

const DEADLINE_MS = 120_000;
const DEADLINE_PER_CHAPTER_MS = 2_000;

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

export interface WindowPrinter extends HandoutPrinter {
  /** By the system's own dialog. False where the reader thinks better of it.
   *  @throws AppError 'print.no-printer' | 'print.failed' */
  paper(handout: Handout, signal?: AbortSignal): Promise<boolean>;
}

/** @param pages what the scheme's handler shows under the print origin
 *  @param spawn starts a process that finishes large documents */
export function createWindowPrinter(
  files: WindowFiles,
  pages: Map<string, string>,
  spawn: () => Finisher,
): WindowPrinter {
  async function withContents<T>(
    handout: Handout,
    work: (contents: WebContents) => Promise<T>,
    { signal, deadline }: { signal?: AbortSignal | undefined; deadline?: number },
  ): Promise<T> {
    signal?.throwIfAborted();
    const template = files.get('/print.html');
    if (!template) throw new AppError('resource.missing', { file: 'print.html' });
    const path = `/${randomUUID()}.html`;
    pages.set(path, printPage(template.bytes.toString('utf8'), handout));
    try {
      return await inHiddenWindow(PRINT_ORIGIN + path, work, signal, deadline);
    } catch (error) {
      signal?.throwIfAborted();
      throw error instanceof AppError
        ? error
        : new AppError('print.failed', { detail: reasonOf(error) }, { cause: error });
    } finally {
      pages.delete(path);
    }
  }

  const deadlineOf = ({ chapters }: Handout) => DEADLINE_MS + chapters.length * DEADLINE_PER_CHAPTER_MS;
  const press = createPress(
    (handout, work, signal) =>
      withContents(handout, (contents) => work(laidOutIn(contents)), {
        signal,
        deadline: deadlineOf(handout),
      }),
    { spawn },
  );

  return {
    ...press,
    // Nobody can say how long a reader looks at the system's dialog.
    paper: (handout, signal) => withContents(handout, sendToPaper, { signal }),
    async close() {},
  };
}

const laidOutIn = (contents: WebContents): LaidOut => ({
  pdf: (draft) => contents.printToPDF(pdfOptions(draft)),
  ask: (method, ...args) =>
    contents.executeJavaScript(`window.handout.${method}(...${JSON.stringify(args)})`),
});

async function sendToPaper(contents: WebContents): Promise<boolean> {
  if ((await contents.getPrintersAsync()).length === 0) throw new AppError('print.no-printer');
  return new Promise((resolve, reject) => {
    contents.print({ printBackground: true, margins: { marginType: 'none' } }, (isDone, reason) => {
      if (isDone) resolve(true);
      // Electron's own words (shell/browser/api/electron_api_web_contents.cc).
      else if (/cancel/i.test(reason)) resolve(false);
      else reject(new Error(reason));
    });
  });
}

async function inHiddenWindow<T>(
  address: string,
  work: (contents: WebContents) => Promise<T>,
  signal: AbortSignal | undefined,
  deadline: number | undefined,
): Promise<T> {
  const window = new BrowserWindow({ show: false, webPreferences: { ...LOCKED } });
  const stopped = new Promise<never>((_resolve, reject) => {
    if (deadline !== undefined) {
      const timeout = AbortSignal.timeout(deadline);
      timeout.addEventListener('abort', () => reject(new Error(`no end after ${deadline / 1000} s`)));
    }
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
    window.webContents.once('render-process-gone', (_event, { reason }) => reject(new Error(reason)));
  });
  const done = async (): Promise<T> => {
    await window.loadURL(address);
    await window.webContents.executeJavaScript(UNTIL_READY);
    return work(window.webContents);
  };
  try {
    return await Promise.race([done(), stopped]);
  } finally {
    window.destroy();
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : toReport(error).message;
