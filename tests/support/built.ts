/** The program as it is built and installed: no sources beside it, a folder of its own. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface BuiltProgram {
  root: string;
  /** Runs the launcher to its end. */
  run(...args: string[]): { status: number | null; stdout: string; stderr: string };
  /** Starts the launcher with what stays in the foreground. */
  start(...args: string[]): RunningProgram;
  remove(): void;
}

export interface RunningProgram {
  readonly pid: number;
  /** What it has written so far. */
  readonly stdout: string;
  readonly stderr: string;
  /** The address it printed. */
  address: Promise<string>;
  /** Its exit code. */
  ended: Promise<number | null>;
  signal(signal: NodeJS.Signals): void;
}

export function buildProgram(): BuiltProgram {
  const root = mkdtempSync(join(tmpdir(), 'paralel-built-'));
  for (const link of ['node_modules', 'resources'])
    symlinkSync(join(ROOT, link), join(root, link), 'junction');
  for (const copy of ['package.json', 'locales', 'src/cli'])
    cpSync(join(ROOT, copy), join(root, copy), { recursive: true });
  const bundler = join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js');
  const { status, stderr } = spawnSync(
    process.execPath,
    [bundler, 'build', '--outDir', join(root, 'out'), '--logLevel', 'error'],
    {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'production' },
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(stderr);

  const launcher = join(root, 'src/cli/paralel.mjs');
  const env = { ...process.env, PARALEL_LIBRARY: join(root, 'library'), DISPLAY: '', WAYLAND_DISPLAY: '' };
  return {
    root,
    run: (...args) => spawnSync(process.execPath, [launcher, ...args], { env, encoding: 'utf8' }),
    start: (...args) =>
      running(spawn(process.execPath, [launcher, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function running(child: ReturnType<typeof spawn>): RunningProgram {
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.on('data', (chunk) => (said[name] += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const address = new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => said.stdout.includes('\n') && resolve(said.stdout.trim()));
    void ended.then((code) => reject(new Error(`ended with ${code}: ${said.stderr}`)));
  });
  address.catch(() => {});
  return {
    pid: child.pid ?? 0,
    get stdout() {
      return said.stdout;
    },
    get stderr() {
      return said.stderr;
    },
    address,
    ended,
    signal: (signal) => void child.kill(signal),
  };
}
