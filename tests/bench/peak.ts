/** The most memory that each of a program's processes has held, as Linux counts it. */
import { readFileSync } from 'node:fs';
import { descendants, type Process } from './processes.ts';

export interface Peak {
  command: string;
  /** Bytes. */
  most: number;
  /** It has started a browser to print with. */
  prints: boolean;
}

const LOOK_EVERY_MS = 50;

/** Those of the browser apart, which is another program. What a process held before `work` counts as well. */
export async function peaksDuring(root: number, work: () => Promise<unknown>): Promise<Peak[]> {
  const peaks = new Map<number, Peak>();
  const look = (): void => {
    const all = descendants(root);
    const browsers = all.filter(({ command }) => command.includes('--remote-debugging-pipe'));
    const starters = new Set(browsers.filter((one) => !isHelper(one)).map(({ parent }) => parent));
    for (const { pid, command } of all.filter((one) => !browsers.includes(one) && !isHelper(one))) {
      const known = peaks.get(pid);
      peaks.set(pid, {
        command,
        most: Math.max(known?.most ?? 0, highWater(pid)),
        prints: (known?.prints ?? false) || starters.has(pid),
      });
    }
  };
  const watch = setInterval(look, LOOK_EVERY_MS);
  try {
    await work();
    look();
  } finally {
    clearInterval(watch);
  }
  return [...peaks.values()].filter(({ most }) => most > 0).toSorted((a, b) => b.most - a.most);
}

/** A process that Chromium starts for itself. */
function isHelper({ command }: Process): boolean {
  return /--type=|crashpad/u.test(command);
}

/** See proc_pid_status(5), `VmHWM`; 0 where it has ended meanwhile. */
function highWater(pid: number): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}
