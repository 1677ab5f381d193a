/** The methods of the contract that this shell answers itself. */
import process from 'node:process';
import { BrowserWindow, dialog, type WebContents } from 'electron';
import type { LibraryClient } from '../library/client';
import { composeHandout, handoutFileName } from '../library/handout-file';
import type { PdfPrinter } from '../library/printing/printer';
import { writePdf } from '../library/printing/write';
import type { ShellMethod } from '../shared/contract';
import { type Answer, createRouter } from '../shared/router';
import { version } from '../shared/version';

export interface ShellParts {
  library: Pick<LibraryClient, 'call'>;
  printer: PdfPrinter;
  onUnforeseen(error: unknown): void;
}

export function answerShell(
  method: string,
  input: unknown,
  sender: WebContents,
  { library, printer, onUnforeseen }: ShellParts,
): Promise<Answer> {
  const route = createRouter<ShellMethod>(
    {
      'shell.info': () => ({ kind: 'electron', platform: process.platform, version }),
      async 'shell.print'(request) {
        const handout = await composeHandout(library, request);
        // Asked first: whoever thinks better of it has not waited for the printing.
        const path = await askWhere(sender, handoutFileName(handout));
        if (path === undefined) return { state: 'cancelled' };
        const { bytes, pages } = await printer.print(handout);
        await writePdf(path, bytes);
        return { state: 'saved', path, pages };
      },
    },
    { onUnforeseen },
  );
  return route(method, input);
}

async function askWhere(sender: WebContents, name: string): Promise<string | undefined> {
  const options = { defaultPath: name, filters: [{ name: 'PDF', extensions: ['pdf'] }] };
  const window = BrowserWindow.fromWebContents(sender);
  const { canceled, filePath } = window
    ? await dialog.showSaveDialog(window, options)
    : await dialog.showSaveDialog(options);
  return canceled || !filePath ? undefined : filePath;
}
