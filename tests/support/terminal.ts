/** The terminal as a person runs it: the launcher, in a process of its own. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');
export const LAUNCHER = resolve(ROOT, 'src/cli/paralel.mjs');

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

export function paralel(
  args: readonly string[],
  env: Record<string, string> = {},
  node = process.execPath,
): Promise<Ended> {
  const child = spawn(node, [LAUNCHER, ...args], { cwd: ROOT, env: { ...process.env, ...env } });
  const ended: Ended = { code: null, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (ended.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (ended.err += text));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ ...ended, code }));
  });
}
