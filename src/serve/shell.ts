/** The methods of the contract that this shell answers itself. Loaded when the first of them is called. */
import process from 'node:process';
import type { LibraryClient } from '../library/client';
import { composeHandout, handoutFileName } from '../library/handout-file';
import { makeExport } from '../library/made-file';
import type { PdfPrinter } from '../library/printing/printer';
import type { ShellMethod } from '../shared/contract';
import { AppError } from '../shared/errors';
import { mayOpenOutside } from '../shared/policies/outside';
import { type Answer, createRouter } from '../shared/router';
import { version } from '../shared/version';
import type { Downloads } from './downloads';
import type { PrivateReading } from './private';
import type { Queue } from './queue';

export interface ShellParts {
  library: Pick<LibraryClient, 'call'>;
  downloads: Downloads;
  printer(): Promise<PdfPrinter>;
  /** A browser that prints takes much of a machine. */
  printing: Queue;
  readOnly: boolean;
  privacy: PrivateReading;
  onUnforeseen(error: unknown): void;
}

export async function answerShell(
  method: string,
  input: unknown,
  signal: AbortSignal,
  { library, downloads, printer, printing, readOnly, privacy, onUnforeseen }: ShellParts,
): Promise<Answer> {
  const route = createRouter<ShellMethod>(
    {
      'shell.info': () => ({
        kind: 'browser',
        platform: process.platform,
        version,
        engine: `Node ${process.versions.node}`,
        readOnly,
        portable: false,
        isPrivate: privacy.isPrivate,
        folder: null,
      }),
      // A page asks and opens better than a program in the background could.
      'shell.open-outside': ({ url }) => {
        if (!mayOpenOutside(url)) throw new AppError('link.refused', { url });
        return { state: 'ask' };
      },
      // In a reading room nothing is kept anyway, and no reader decides for the others.
      'shell.private': ({ isPrivate }) => {
        if (readOnly) throw new AppError('library.read-only');
        privacy.set(isPrivate);
        return {};
      },
      'shell.leave': () => ({}),
      async 'shell.export'(request) {
        const { name, mediaType, bytes } = await makeExport(library, request);
        return { state: 'download', url: downloads.offer({ bytes, name, mediaType }), name };
      },
      'shell.print': (request) =>
        printing(async () => {
          const handout = await composeHandout(library, request);
          const { bytes, pages } = await (await printer()).print(handout, signal);
          const name = handoutFileName(handout);
          return {
            state: 'download' as const,
            url: downloads.offer({ bytes, name, mediaType: 'application/pdf' }),
            name,
            pages,
          };
        }, signal),
    },
    // Who has gone does not wait for an answer, and stopping was their doing.
    { onUnforeseen: (error) => signal.aborted || onUnforeseen(error) },
  );
  return route(method, input);
}
