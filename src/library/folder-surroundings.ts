/** What can be seen of where a folder lies. */
import { existsSync, readFileSync, realpathSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Surroundings {
  /** Absolute, links followed. */
  folder: string;
  /** The folder itself and those above it, with those of the marker files asked for that are in them. */
  ancestors: { path: string; entries: string[] }[];
  variables: Record<string, string | undefined>;
  /** As the list of mounts calls it, where there is one: Linux. */
  mountType: string | undefined;
  /** As statfs numbers it; on Windows 0. */
  fileSystem: number | undefined;
}

/** @param markers whose being there is asked of every folder */
export function readSurroundings(given: string, markers: readonly string[]): Surroundings {
  const folder = attempt(() => realpathSync(given)) ?? given;
  return {
    folder,
    ancestors: ancestorsOf(folder).map((path) => ({
      path,
      entries: markers.filter((marker) => existsSync(join(path, marker))),
    })),
    variables: process.env,
    mountType: attempt(() => mountTypeOf(folder, readFileSync('/proc/self/mountinfo', 'utf8'))),
    // On a Mac the number is one of a list of the system's own.
    fileSystem: process.platform === 'linux' ? attempt(() => statfsSync(folder).type) : undefined,
  };
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function ancestorsOf(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...ancestorsOf(above)];
}

/** Of the innermost mount that holds it; see proc_pid_mountinfo(5). */
export function mountTypeOf(folder: string, mounts: string): string | undefined {
  let best: { at: string; type: string } | undefined;
  for (const line of mounts.split('\n')) {
    const [before = '', after = ''] = line.split(' - ');
    // Spaces and the like stand as octal numbers.
    const at = before
      .split(' ')[4]
      ?.replace(/\\(\d{3})/g, (_, code: string) => String.fromCharCode(parseInt(code, 8)));
    const [type] = after.split(' ');
    if (at === undefined || !type) continue;
    const holds = at === '/' || folder === at || folder.startsWith(`${at}/`);
    // Of two mounts in one place, the later hides the other.
    if (holds && at.length >= (best?.at.length ?? 0)) best = { at, type };
  }
  return best?.type;
}
