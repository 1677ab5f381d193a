/**
 * Prints in a process of its own, which ends when nothing has been printed for a while. Five hundred pages take a
 * process to 390 MB, of which V8 uses 70 and has not cleared away the rest (measured). So the host stays small, gives
 * all of it back, and goes on when the other stops.
 */
import { join } from 'node:path';
import type { Handout, HandoutFormat } from '../../shared/contract';
import { AppError, type ErrorReport } from '../../shared/errors';
import { forkLine, type Line } from '../channel';
import { TIDY } from './finish-apart';
import { type HandoutPrinter, IDLE_MS, type Made, type MakeOptions, type Preview } from './printer';

export type PrintRequest =
  { id: number; as: HandoutFormat | 'preview'; handout: Handout } | { stop: number } | { close: true };

/** First how far it is, as often as it is told, and then one answer. */
export type PrintReply =
  { id: number; steps: [done: number, total: number] } | { id: number; made: Made } | { id: number; failed: ErrorReport }; // prettier-ignore

/** A process that runs print-process.ts. */
export type PrintLine = Line<PrintRequest, PrintReply>;

/** For closing the browser, which takes its profile's folder away. */
const CLOSE_MS = 5_000;

interface Job {
  resolve(made: Made): void;
  reject(error: unknown): void;
  onProgress: MakeOptions['onProgress'];
}

interface Running {
  line: PrintLine;
  jobs: Map<number, Job>;
  ended: Promise<undefined>;
}

export class PrinterApart implements HandoutPrinter {
  #running: Running | undefined;
  #idle: NodeJS.Timeout | undefined;
  #lastId = 0;

  /** @param spawn is asked again whenever there is something to print and no process */
  constructor(private readonly spawn: () => PrintLine) {}

  make(handout: Handout, as: HandoutFormat, options?: MakeOptions): Promise<Made> {
    return this.#ask(handout, as, options);
  }

  preview(handout: Handout, options?: MakeOptions): Promise<Preview> {
    return this.#ask(handout, 'preview', options) as Promise<Preview>;
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle);
    const running = this.#running;
    this.#running = undefined;
    if (!running) return;
    const { line, ended } = running;
    line.post({ close: true });
    const patience = setTimeout(() => line.kill(), CLOSE_MS);
    await ended;
    clearTimeout(patience);
  }

  async #ask(
    handout: Handout,
    as: HandoutFormat | 'preview',
    { signal, onProgress }: MakeOptions = {},
  ): Promise<Made> {
    signal?.throwIfAborted();
    clearTimeout(this.#idle);
    const { line, jobs } = (this.#running ??= this.#start());
    const id = (this.#lastId += 1);
    const { promise, resolve, reject } = Promise.withResolvers<Made>();
    jobs.set(id, { resolve, reject, onProgress });
    const onAbort = () => {
      line.post({ stop: id });
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', onAbort);
    try {
      line.post({ id, as, handout });
      return await promise;
    } finally {
      signal?.removeEventListener('abort', onAbort);
      jobs.delete(id);
      if (this.#running?.jobs.size === 0) this.#idle = setTimeout(() => void this.close(), IDLE_MS).unref();
    }
  }

  #start(): Running {
    const line = this.spawn();
    const { promise: ended, resolve: end } = Promise.withResolvers<undefined>();
    const running: Running = { line, jobs: new Map(), ended };
    line.onMessage((reply) => {
      const job = running.jobs.get(reply.id);
      if ('steps' in reply) job?.onProgress?.(...reply.steps);
      else if ('made' in reply) job?.resolve(reply.made);
      else job?.reject(AppError.fromReport(reply.failed));
    });
    line.onExit(() => {
      if (this.#running === running) this.#running = undefined;
      const error = new AppError('print.failed', { detail: 'the process that prints stopped' });
      for (const { reject } of running.jobs.values()) reject(error);
      end(undefined);
    });
    return running;
  }
}

/**
 * @param folder where the build puts the processes
 * @param windowFolder of the built window
 */
export const forkPrinter = (folder: string, windowFolder: string): PrintLine =>
  forkLine({ script: join(folder, 'print.js'), args: [windowFolder], execArgv: [TIDY] });
