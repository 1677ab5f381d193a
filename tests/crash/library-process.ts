/** The built library process, as a host starts it; alone, under a limit, or under strace. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import process from 'node:process';
import type { Input, LibraryMethod } from '../../src/shared/contract.ts';
import type { ErrorReport } from '../../src/shared/errors.ts';
import type { Answer } from '../../src/shared/router.ts';

export const ROOT = resolve(import.meta.dirname, '../..');
export const RESOURCES = resolve(ROOT, 'resources/library');
const SCRIPT = resolve(ROOT, 'out/main/library.js');

/** Undefined: it ended before it answered. */
export type Ask = <M extends LibraryMethod>(method: M, input: Input<M>) => Promise<Answer<M> | undefined>;

export interface LibraryProcess {
  pid: number;
  /** Undefined: it ended before it could say. */
  opened: Promise<'ready' | ErrorReport | undefined>;
  ask: Ask;
  kill(): void;
  /** Lets it close its files. */
  close(): Promise<void>;
  ended: Promise<void>;
  /** What it printed: of errors that it did not foresee. */
  printed(): string;
}

const running = new Set<LibraryProcess>();

/** What a failure left behind. */
export function killAll(): void {
  for (const library of running) library.kill();
}

/** @param before program and arguments that run it, such as strace's */
export function startLibrary(folder: string, before: readonly string[] = []): LibraryProcess {
  const args = [SCRIPT, '--library', folder, '--resources', RESOURCES];
  const [program = process.execPath, ...rest] = [...before, process.execPath, ...args];
  const child = spawn(program, rest, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
    // Killed with all that it runs.
    detached: true,
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const pending = new Map<number, (answer: unknown) => void>();
  let told: (how: 'ready' | ErrorReport | undefined) => void = () => {};
  const opened = new Promise<'ready' | ErrorReport | undefined>((tell) => (told = tell));
  let isGone = false;
  const gone = new Promise((done) => child.once('exit', done)).then(() => (isGone = true));
  // What it had answered before it went is still on its way until then.
  const silent = new Promise((done) => child.once('disconnect', done));
  const ended = Promise.all([gone, silent]).then(() => {
    told(undefined);
    for (const answer of pending.values()) answer(undefined);
  });
  child.on(
    'message',
    (message: { ready: true } | { failed: ErrorReport } | { id: number; answer: unknown }) => {
      if ('ready' in message) told('ready');
      else if ('failed' in message) told(message.failed);
      else {
        pending.get(message.id)?.(message.answer);
        pending.delete(message.id);
      }
    },
  );
  child.on('error', () => {});
  let last = 0;
  const kill = (): void => {
    try {
      if (child.pid !== undefined && !isGone) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It went by itself meanwhile.
    }
  };
  const started: LibraryProcess = {
    pid: child.pid ?? 0,
    opened,
    ended,
    kill,
    printed: () => printed,
    ask: (method, input) =>
      new Promise((answered) => {
        if (isGone || !child.connected) return answered(undefined);
        last += 1;
        pending.set(last, answered as (answer: unknown) => void);
        child.send({ id: last, method, input }, () => {});
      }),
    async close() {
      if (child.connected) child.send({ close: true }, () => {});
      const timer = setTimeout(kill, 10_000);
      await ended;
      clearTimeout(timer);
    },
  };
  running.add(started);
  void ended.then(() => running.delete(started));
  return started;
}
