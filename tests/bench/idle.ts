/** What a program's processes do while its reader does nothing. */
import { setTimeout } from 'node:timers/promises';
import { descendants, type Process } from './processes.ts';

export interface Watched {
  name: string;
  /** The program's process; it and all that it has started are looked through. */
  root: number;
  isIt(process: Process): boolean;
}

export interface Idle {
  name: string;
  /** Of one core. */
  share: number;
}

/** Six of the kernel's ticks in the time that is watched. */
export const NOTHING = 0.002;

/** Until Chromium has cleared up behind a start, which it does in any window within half a minute. */
const SETTLE_MS = 40_000;
const IDLE_MS = 30_000;

export async function measureIdle(watched: readonly Watched[]): Promise<Idle[]> {
  await setTimeout(SETTLE_MS);
  const start = performance.now();
  const before = watched.map(({ root, isIt }) => descendants(root).filter(isIt));
  await setTimeout(IDLE_MS);
  const passed = performance.now() - start;
  return watched.map(({ name, root }, at) => {
    const after = new Map(descendants(root).map(({ pid, cpuMs }) => [pid, cpuMs]));
    const spent = before[at]?.map(({ pid, cpuMs }) => (after.get(pid) ?? cpuMs) - cpuMs) ?? [];
    if (spent.length === 0) throw new Error(`there is no process for ${name}`);
    return { name, share: spent.reduce((sum, ms) => sum + ms, 0) / passed };
  });
}
