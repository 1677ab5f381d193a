/** How a host and its library process speak: the messages, and Node's way to carry them. */
import { fork } from 'node:child_process';
import type { Notice } from '../shared/contract';
import type { ErrorReport } from '../shared/errors';
import type { Answer } from '../shared/router';

/** Host to library. */
export type Request = { id: number; method: string; input: unknown } | { close: true };

/** Library to host: first of all whether it could be opened, then an answer a request, and what nobody asked for. */
export type Reply =
  { ready: true } | { failed: ErrorReport } | { id: number; answer: Answer } | { notice: Notice };

/** A process of ours, whichever shell runs it. */
export interface Line<Sent, Heard> {
  /** Throws where the message cannot be cloned or the process has gone. */
  post(message: Sent): void;
  onMessage(listener: (message: Heard) => void): void;
  /** Told once, also when the process never came to run. */
  onExit(listener: () => void): void;
  /** At once: a process in the middle of a query hears nothing gentler. */
  kill(): void;
}

export type Channel = Line<Request, Reply>;

export interface ForkOptions {
  /** The process's script. */
  script: string;
  args?: readonly string[];
  /** Of Node. None are inherited: a host under a debugger would hand its port on. */
  execArgv?: string[];
}

/** A child process of Node. What it prints goes to standard error: standard output is the host's. */
export function forkLine<Sent, Heard>({ script, args = [], execArgv = [] }: ForkOptions): Line<Sent, Heard> {
  const child = fork(script, args, { serialization: 'advanced', stdio: ['ignore', 2, 2, 'ipc'], execArgv });
  let gone = false;
  const leave = (listener: () => void) => () => {
    if (gone) return;
    gone = true;
    listener();
  };
  return {
    // A message that the pipe no longer takes is told by `exit`; the callback keeps it from becoming an 'error'.
    post: (message) => void child.send(message as object, () => {}),
    onMessage: (listener) => void child.on('message', (message) => listener(message as Heard)),
    onExit(listener) {
      const once = leave(listener);
      child.on('exit', once);
      child.on('error', () => {
        if (child.pid === undefined) once();
      });
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

export const forkChannel = (options: ForkOptions): Channel => forkLine(options);
