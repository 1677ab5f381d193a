/**
 * Finishes a PDF where there is room for it. Finishing 504 pages takes a process from 70 MB to 380 MB, most of which is
 * what V8 has not cleared away yet (measured). In a process of its own nobody who waits for the desktop program, or
 * for another handout, waits for that.
 */
import { join } from 'node:path';
import type { Handout } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import { forkLine, type Line } from '../channel';
import type { Made } from './printer';

/** What a finished document says of its handout; not all that was printed. */
export type Finishable = Pick<Handout, 'title' | 'lang' | 'langs' | 'library' | 'request'> & {
  chapters: { editions: { title: string }[] }[];
};

export const finishable = ({ title, lang, langs, library, request, chapters }: Handout): Finishable => ({
  title,
  lang,
  langs,
  library,
  request,
  chapters: chapters.map(({ editions }) => ({
    editions: editions.map((edition) => ({ title: edition.title })),
  })),
});

export interface FinishRequest {
  printed: Uint8Array;
  handout: Finishable;
}
export type FinishReply = { made: Made } | { failed: string };

/** A process that runs finish-process.ts, whichever shell started it. */
export type Finisher = Line<FinishRequest, FinishReply>;

/** About eighty pages of text: less is done before a process has started. */
const SMALL = 2 * 2 ** 20;
/** About a hundred and sixty, for a process that prints and has nothing else to do: it stays below 300 MB. */
export const MEDIUM = 4 * 2 ** 20;

export interface Apart {
  /** Starts a process; without it everything is finished in this one. */
  spawn?: (() => Finisher) | undefined;
  /** In bytes: what is not larger is finished in this one. */
  above?: number;
}

export interface FinishOptions extends Apart {
  signal?: AbortSignal | undefined;
}

/**
 * As `finishPdf`.
 * @throws AppError 'print.failed'; the signal's reason where it aborts
 */
export async function finish(
  printed: Uint8Array,
  handout: Finishable,
  { spawn, above = SMALL, signal }: FinishOptions = {},
): Promise<Made> {
  signal?.throwIfAborted();
  if (spawn && printed.length > above) return finishApart({ printed, handout }, spawn(), signal);
  try {
    // Loaded here, because a start that prints nothing should not pay for it.
    const { finishPdf } = await import('./finish');
    return await finishPdf(printed, handout, signal);
  } catch (error) {
    signal?.throwIfAborted();
    const detail = error instanceof Error ? error.message : String(error);
    throw new AppError('print.failed', { detail }, { cause: error });
  }
}

async function finishApart(request: FinishRequest, finisher: Finisher, signal?: AbortSignal): Promise<Made> {
  const { promise, resolve, reject } = Promise.withResolvers<Made>();
  const fail = (detail: string) => reject(new AppError('print.failed', { detail }));
  finisher.onMessage((reply) => ('made' in reply ? resolve(reply.made) : fail(reply.failed)));
  finisher.onExit(() => fail('the process that finishes it stopped'));
  const onAbort = () => reject(signal?.reason);
  signal?.addEventListener('abort', onAbort);
  try {
    finisher.post(request);
    return await promise;
  } finally {
    signal?.removeEventListener('abort', onAbort);
    finisher.kill();
  }
}

/** What is short-lived is cleared away before it grows: 230 MB instead of 380 for 504 pages, in the same time (measured). */
export const TIDY = '--max-semi-space-size=4';

/** @param folder where the build puts the processes */
export const forkFinisher = (folder: string): Finisher =>
  forkLine({ script: join(folder, 'finish.js'), execArgv: [TIDY] });
