/** The methods of the contract that this shell answers itself. Loaded when the first of them is called. */
import process from 'node:process';
import type { LibraryClient } from '../library/client';
import { composeHandout, freeName, makeFiles, MEDIA_TYPES, previewHandout } from '../library/handout-files';
import { makeExport } from '../library/made-file';
import type { Jobs } from '../library/printing/jobs';
import type { HandoutPrinter } from '../library/printing/printer';
import type { Output, Parsed, ShellMethod } from '../shared/contract';
import { AppError } from '../shared/errors';
import type { ShellEvent } from '../shared/events';
import { mayOpenOutside } from '../shared/policies/outside';
import { type Answer, createRouter } from '../shared/router';
import { version } from '../shared/version';
import type { Download, Downloads } from './downloads';
import type { PrivateReading } from './private';
import type { Queue } from './queue';

export interface ShellParts {
  library: Pick<LibraryClient, 'call'>;
  downloads: Downloads;
  printer(): Promise<HandoutPrinter>;
  jobs: Jobs;
  /** Tells the window that asks. */
  tell(event: ShellEvent): void;
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
  parts: ShellParts,
): Promise<Answer> {
  const { library, downloads, jobs, readOnly, privacy, onUnforeseen } = parts;
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
        printsPaper: false,
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
      'shell.finishing': () => ({}),
      'shell.leave': () => ({}),
      async 'shell.export'(request) {
        const { name, mediaType, bytes } = await makeExport(library, request);
        return { state: 'download', url: downloads.offer({ bytes, name, mediaType }), name };
      },
      'shell.print': (wanted) => print(wanted, signal, parts),
      'shell.preview': ({ request, job }) =>
        inTurn(parts, job, signal, async (stop) =>
          previewHandout(library, await parts.printer(), request, stop),
        ),
      'shell.stop': ({ job }) => {
        jobs.stop(job);
        return {};
      },
      'shell.paper': () => {
        throw new AppError('print.paper-elsewhere');
      },
    },
    // Who has gone does not wait for an answer, and stopping was their doing.
    { onUnforeseen: (error) => signal.aborted || onUnforeseen(error) },
  );
  return route(method, input);
}

type Printed = Output<'shell.print'>;

/** Several files come as one archive, which is put together when the last of them is there. */
function print(
  { job, ...wanted }: Parsed<'shell.print'>,
  gone: AbortSignal,
  parts: ShellParts,
): Promise<Printed> {
  const { library, downloads, printer, tell } = parts;
  return inTurn(parts, job, gone, async (signal): Promise<Printed> => {
    const made = new Map<string, Uint8Array>();
    const { files, pages } = await makeFiles(
      wanted,
      (request) => composeHandout(library, request),
      printer,
      async (name, { bytes }) => {
        made.set(
          freeName(name, (taken) => made.has(taken)),
          bytes,
        );
      },
      {
        signal,
        onProgress: (done, total) => {
          if (job !== undefined) tell({ type: 'progress', job, done, total });
        },
      },
    );
    const [[name, bytes] = ['', new Uint8Array()]] = made;
    const download =
      made.size === 1 ? { name, bytes, mediaType: MEDIA_TYPES[wanted.as] } : await archiveOf(made);
    return { state: 'download', url: downloads.offer(download), name: download.name, files, pages };
  });
}

/** The same files make the same archive, whatever day it is (the format begins in 1980). */
async function archiveOf(files: ReadonlyMap<string, Uint8Array>): Promise<Download> {
  // Loaded here: every window asks this shell who it is, and few ask for several files.
  const { zipSync } = await import('fflate');
  return {
    name: 'paralel.zip',
    bytes: zipSync(Object.fromEntries(files), { level: 0, mtime: new Date(1980, 0, 1) }),
    mediaType: 'application/zip',
  };
}

const inTurn = <T>(
  { printing, jobs }: ShellParts,
  job: string | undefined,
  gone: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
) => jobs.run(job, (signal) => printing(() => work(signal), signal), gone);
