/** Faults in system calls, by strace where it is there and may trace: https://strace.io, option --inject. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** Names of one call: which one is made differs by processor and C library. */
export const CALLS = {
  write: ['pwrite64', 'write'],
  sync: ['fdatasync', 'fsync'],
  cut: ['ftruncate'],
  rename: ['rename', 'renameat', 'renameat2'],
  open: ['openat', 'open'],
  remove: ['unlink', 'unlinkat'],
} as const;

export interface Fault {
  calls: readonly string[];
  /** What the call answers; or the process is killed as it makes it. */
  error: 'EIO' | 'ENOSPC' | 'kill';
  /** Which of the calls, from 1. */
  at: number;
  /** And all that come after it. */
  isLasting: boolean;
}

let runs = 0;

export interface Traced {
  /** What comes after strace's own name. */
  args: string[];
  /** To be asked once, when the program has ended. */
  happened(): boolean;
}

function traced({ calls, error, at, isLasting }: Fault): Traced {
  runs += 1;
  const log = join(tmpdir(), `paralel-strace-${process.pid}-${runs}`);
  const names = calls.map((call) => `?${call}`).join(',');
  const what = error === 'kill' ? 'signal=SIGKILL' : `error=${error}`;
  const inject = `inject=${names}:${what}:when=${at}${isLasting ? '+' : ''}`;
  return {
    args: ['-f', '-qq', '-o', log, '-e', `trace=${names}`, '-e', inject],
    happened() {
      if (!existsSync(log)) return false;
      const said = readFileSync(log, 'utf8');
      rmSync(log);
      return said.includes(error === 'kill' ? '+++ killed by SIGKILL' : '(INJECTED)');
    },
  };
}

/** The words to put before a program. */
export function withFault(fault: Fault): { before: string[]; happened: Traced['happened'] } {
  const { args, happened } = traced(fault);
  return { before: ['strace', ...args], happened };
}

/** Counts from now on, in a program that is running; undefined where that is not allowed. */
export async function attachFault(pid: number, fault: Fault): Promise<Traced['happened'] | undefined> {
  const { args, happened } = traced(fault);
  const quiet = args.filter((arg) => arg !== '-qq');
  const child = spawn('strace', [...quiet, '-p', String(pid)], { stdio: ['ignore', 'ignore', 'pipe'] });
  const isAttached = await new Promise<boolean>((told) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('attached')) told(true);
    });
    child.once('exit', () => told(false));
    child.once('error', () => told(false));
  });
  return isAttached ? happened : undefined;
}

export function whyNoStrace(): string | undefined {
  const { error, status } = spawnSync('strace', [
    '-f',
    '-qq',
    '-o',
    '/dev/null',
    '-e',
    'trace=fsync',
    'true',
  ]);
  if (error) return 'strace is not here';
  return status === 0 ? undefined : 'strace may not trace here';
}
