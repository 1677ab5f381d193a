/**
 * A host's end of the library process: calls that wait for it, a process that is started again when it dies,
 * and a limit on how long a call may take.
 */
import type { Notice } from '../shared/contract';
import { AppError, type ErrorReport, toReport } from '../shared/errors';
import type { Answer } from '../shared/router';
import { has } from '../shared/traits';
import type { Channel, Reply } from './channel';

export interface LibraryClient {
  /** Never rejects. Waits for a library that is still being opened. */
  call(method: string, input: unknown): Promise<Answer>;
  /** Lets the library close its files; ends it if it does not, and waits no longer where it does not end. */
  close(): Promise<void>;
}

export interface Limits {
  /** Milliseconds for a call, from when the library process has it. A synchronous query cannot be stopped otherwise. */
  call: number;
  /** The same for what may take minutes. */
  long: number;
  /** Milliseconds for opening: it may have to build the index of a large library first. */
  start: number;
  /** Milliseconds for closing, and as many for ending once it has been killed. */
  close: number;
  /** How many starts after the first within `window` milliseconds; a library that keeps dying is left alone. */
  restarts: number;
  window: number;
}

const LIMITS: Limits = {
  call: 30_000,
  long: 600_000,
  start: 600_000,
  close: 5_000,
  restarts: 3,
  window: 60_000,
};

interface Pending {
  method: string;
  input: unknown;
  settle(answer: Answer): void;
  timer?: ReturnType<typeof setTimeout>;
}

interface Running {
  channel: Channel;
  ready: boolean;
  /** Killed or failed: it takes no more calls, and its exit is awaited. */
  doomed: boolean;
  /** Calls that it has been given, by id. */
  given: Map<number, Pending>;
  timer: ReturnType<typeof setTimeout>;
}

export interface StartOptions extends Partial<Limits> {
  /** A process that had been answering ended by itself, and another has taken its place. */
  onRestart?: () => void;
  /** Of something that a reader has to know. */
  onNotice?: (notice: ShownNotice) => void;
}

/** The sentence is the window's. */
export type ShownNotice = Omit<Notice, 'message'>;

/** Starts the library at once. `spawn` is asked again whenever the process has to be replaced. */
export function startLibrary(
  spawn: () => Channel,
  { onRestart, onNotice, ...overrides }: StartOptions = {},
): LibraryClient {
  const limits = { ...LIMITS, ...overrides };
  const waiting: Pending[] = [];
  let running: Running | undefined;
  let lastId = 0;
  let starts: number[] = [];
  /** Why nothing is running, where that is known. */
  let failure: ErrorReport | undefined;
  let closing: { done: Promise<void>; finish(): void } | undefined;

  start();

  function start(): void {
    starts.push(Date.now());
    failure = undefined;
    const run: Running = {
      channel: spawn(),
      ready: false,
      doomed: false,
      given: new Map(),
      timer: setTimeout(() => end(run), limits.start),
    };
    running = run;
    run.channel.onMessage((message) => receive(run, message));
    run.channel.onExit(() => leave(run));
  }

  function mayStart(): boolean {
    const since = Date.now() - limits.window;
    starts = starts.filter((at) => at > since);
    return starts.length <= limits.restarts;
  }

  function receive(run: Running, message: Reply): void {
    if ('ready' in message) {
      run.ready = true;
      clearTimeout(run.timer);
      for (const pending of waiting.splice(0)) give(run, pending);
    } else if ('failed' in message) {
      run.doomed = true;
      failure = message.failed;
      // It could not be opened, so there is nothing to close: it is not waited for.
      run.channel.kill();
      answerAll(waiting.splice(0), message.failed);
    } else if ('notice' in message) {
      const { code, params } = message.notice;
      onNotice?.({ code, params });
    } else {
      const pending = run.given.get(message.id);
      run.given.delete(message.id);
      if (pending) settle(pending, message.answer);
    }
  }

  function give(run: Running, pending: Pending): void {
    const id = ++lastId;
    run.given.set(id, pending);
    const limit = has(pending.method, 'isLong') ? limits.long : limits.call;
    pending.timer = setTimeout(() => {
      run.given.delete(id);
      settle(pending, refusal(tooSlow(pending.method, limit)));
      end(run);
    }, limit);
    try {
      run.channel.post({ id, method: pending.method, input: pending.input });
    } catch (error) {
      run.given.delete(id);
      settle(
        pending,
        refusal(new AppError('call.invalid', { method: pending.method, detail: toReport(error).message })),
      );
    }
  }

  function end(run: Running): void {
    run.doomed = true;
    run.channel.kill();
  }

  function leave(run: Running): void {
    clearTimeout(run.timer);
    const wasReady = run.ready;
    running = undefined;
    answerAll([...run.given.values()], toReport(new AppError('library.stopped')));
    run.given.clear();
    if (closing) {
      answerAll(waiting.splice(0), toReport(new AppError('library.stopped')));
      closing.finish();
    } else if (failure) {
      // What could not be opened is tried again when somebody asks: the cause may have been removed meanwhile.
      answerAll(waiting.splice(0), failure);
    } else if (mayStart()) {
      // Calls that never reached a process that had been ready go to its successor.
      if (!wasReady) answerAll(waiting.splice(0), toReport(new AppError('library.stopped')));
      start();
      if (wasReady) onRestart?.();
    } else {
      answerAll(waiting.splice(0), toReport(new AppError('library.down')));
    }
  }

  function call(method: string, input: unknown): Promise<Answer> {
    return new Promise((resolve) => {
      const pending: Pending = { method, input, settle: resolve };
      if (closing) return settle(pending, refusal(new AppError('library.stopped')));
      if (!running) {
        if (!mayStart())
          return settle(pending, { ok: false, error: failure ?? toReport(new AppError('library.down')) });
        start();
      }
      if (running?.ready && !running.doomed) give(running, pending);
      else waiting.push(pending);
    });
  }

  function close(): Promise<void> {
    if (closing) return closing.done;
    let finish = (): void => {};
    const done = new Promise<void>((resolve) => (finish = resolve));
    closing = { done, finish };
    if (!running) finish();
    else {
      const { channel } = running;
      let timer = setTimeout(() => {
        channel.kill();
        // One that hangs in the system, on a network drive say, cannot be killed: it is left to itself.
        timer = setTimeout(finish, limits.close);
      }, limits.close);
      void done.then(() => clearTimeout(timer));
      try {
        channel.post({ close: true });
      } catch {
        // It is past hearing; the deadline above ends it.
      }
    }
    return done;
  }

  return { call, close };
}

function settle(pending: Pending, answer: Answer): void {
  clearTimeout(pending.timer);
  pending.settle(answer);
}

function answerAll(calls: readonly Pending[], error: ErrorReport): void {
  for (const pending of calls) settle(pending, { ok: false, error });
}

function refusal(error: AppError): Answer {
  return { ok: false, error: toReport(error) };
}

function tooSlow(method: string, milliseconds: number): AppError {
  const seconds = Math.round(milliseconds / 1000);
  return new AppError(method.startsWith('search.') ? 'query.too-slow' : 'library.too-slow', { seconds });
}
