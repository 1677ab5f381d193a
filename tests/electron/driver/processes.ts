/** Starting and surely ending a program with all that it starts: each is the leader of a group of its own. */
import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import process from 'node:process';

export interface Started {
  child: ChildProcess;
  output(): string;
  exited: Promise<number | null>;
  /** With its whole group, also what it has left behind. */
  end(): Promise<void>;
}

export function start(program: string, args: readonly string[], options: SpawnOptions): Started {
  const child = spawn(program, args, { ...options, detached: process.platform !== 'win32' });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  const exited = new Promise<number | null>((resolve, reject) =>
    child.once('exit', resolve).once('error', reject),
  );
  exited.catch(() => {});
  return {
    child,
    output: () => output,
    exited,
    async end() {
      killGroup(child);
      await exited.catch(() => {});
    },
  };
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // all of them have gone
  }
}
