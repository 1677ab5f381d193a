/** The methods of the contract that this shell answers itself. Loaded when the first of them is called. */
import process from 'node:process';
import type { LibraryClient } from '../library/client';
import { composeHandout, handoutFileName } from '../library/handout-file';
import type { PdfPrinter } from '../library/printing/printer';
import type { ShellMethod } from '../shared/contract';
import { type Answer, createRouter } from '../shared/router';
import { version } from '../shared/version';
import type { Downloads } from './downloads';

export interface ShellParts {
  library: Pick<LibraryClient, 'call'>;
  downloads: Downloads;
  printer(): Promise<PdfPrinter>;
  onUnforeseen(error: unknown): void;
}

export async function answerShell(
  method: string,
  input: unknown,
  signal: AbortSignal,
  { library, downloads, printer, onUnforeseen }: ShellParts,
): Promise<Answer> {
  const route = createRouter<ShellMethod>(
    {
      'shell.info': () => ({ kind: 'browser', platform: process.platform, version }),
      async 'shell.print'(request) {
        const handout = await composeHandout(library, request);
        const { bytes, pages } = await (await printer()).print(handout, signal);
        const name = handoutFileName(handout);
        return { state: 'download', url: downloads.offer({ bytes, name }), name, pages };
      },
    },
    // Who has gone does not wait for an answer, and stopping was their doing.
    { onUnforeseen: (error) => signal.aborted || onUnforeseen(error) },
  );
  return route(method, input);
}
