/** What a program's processes cost, as Linux counts it. */
import { readdirSync, readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

export interface Process {
  pid: number;
  parent: number;
  command: string;
  /** Time on a processor so far, in milliseconds. */
  cpuMs: number;
}

const TICK_MS = 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** A program's process and all that it has started, and they. */
export function descendants(root: number): Process[] {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/u.test(name) ? (read(Number(name)) ?? []) : []));
  const found = all.filter(({ pid }) => pid === root);
  for (const { pid } of found) found.push(...all.filter(({ parent }) => parent === pid));
  return found;
}

/** See proc_pid_stat(5); undefined where it has ended meanwhile. */
function read(pid: number): Process | undefined {
  try {
    // The second field is a name in brackets, which may hold anything.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ');
    const [, parent] = stat;
    const [user = 0, system = 0] = stat.slice(11, 13).map(Number);
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return { pid, parent: Number(parent), command, cpuMs: (user + system) * TICK_MS };
  } catch {
    return undefined;
  }
}
