/** Electron's utilityProcess: a process of Node's own, which is spoken to over a port and not as a fork. */
import { type ChildProcess, fork, type IOType } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import type { Readable } from 'node:stream';
import type Electron from 'electron';
import { app } from './app.ts';
import { asElectron, Emitter, only, onlyInstances, PreventableEvent } from './gaps.ts';
import { isReady } from './registry.ts';
import { NOT_CLONED } from './wire.ts';

/** Taken before fuses.ts takes it from the application. */
const realFork = fork;
const ENTRY = join(import.meta.dirname, 'utility-entry.ts');

const running = new Set<ChildProcess>();

export function killUtilities(): void {
  for (const child of running) child.kill('SIGKILL');
}

class UtilityProcess
  extends Emitter
  implements Pick<Electron.UtilityProcess, 'kill' | 'pid' | 'postMessage' | 'stderr' | 'stdout'>
{
  readonly #child: ChildProcess;
  readonly #name: string;
  #hasExited = false;

  constructor(script: string, args: string[], options: Electron.ForkOptions) {
    super('utilityProcess', ['error', 'exit', 'message', 'spawn']);
    const { cwd, env, execArgv = [], stdio = 'inherit' } = options;
    this.#name = options.serviceName ?? 'Node Utility Process';
    const [, out = 'inherit', err = 'inherit'] = (
      Array.isArray(stdio) ? stdio : [stdio, stdio, stdio]
    ) as IOType[];
    this.#child = realFork(script, args, {
      cwd,
      env: { ...process.env, ...(env as NodeJS.ProcessEnv | undefined) },
      serialization: 'advanced',
      stdio: ['ignore', out, err, 'ipc'],
      execArgv: [...execArgv, '--import', ENTRY],
    });
    running.add(this.#child);
    this.#child.on('spawn', () => this.emit('spawn'));
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.on('error', () => this.#exit(1, null));
    this.#child.on('exit', (code, signal) => this.#exit(code ?? 1, signal));
  }

  get pid(): number | undefined {
    return this.#hasExited ? undefined : this.#child.pid;
  }
  get stdout(): NodeJS.ReadableStream | null {
    return this.#child.stdout as Readable | null;
  }
  get stderr(): NodeJS.ReadableStream | null {
    return this.#child.stderr as Readable | null;
  }

  postMessage(message: unknown, transfer: unknown[] = []): void {
    if (transfer.length > 0) throw new Error('The double has no ports to transfer to a utility process');
    let clone: unknown;
    try {
      clone = structuredClone(message);
    } catch (cause) {
      throw new Error(NOT_CLONED, { cause });
    }
    if (!this.#hasExited && this.#child.connected) this.#child.send(clone as object, () => {});
  }

  kill(): boolean {
    return !this.#hasExited && this.#child.kill('SIGTERM');
  }

  #exit(exitCode: number, signal: NodeJS.Signals | null): void {
    if (this.#hasExited) return;
    this.#hasExited = true;
    running.delete(this.#child);
    this.emit('exit', exitCode);
    if (exitCode === 0) return;
    const reason =
      signal === null ? 'abnormal-exit' : signal === 'SIGKILL' || signal === 'SIGTERM' ? 'killed' : 'crashed';
    const details = {
      type: 'Utility',
      reason,
      exitCode,
      serviceName: 'node.mojom.NodeService',
      name: this.#name,
    };
    app.emit('child-process-gone', new PreventableEvent(), details);
  }
}
onlyInstances('utilityProcess', UtilityProcess);

export const utilityProcess = only('utilityProcess', {
  fork(script: string, args: string[] = [], options: Electron.ForkOptions = {}): Electron.UtilityProcess {
    if (!isReady()) throw new Error('utilityProcess cannot be created before app is ready.');
    return asElectron(new UtilityProcess(script, args, options));
  },
});
