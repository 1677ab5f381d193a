/** Electron's program: finding it, fetching it, running it. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** Its package comes with npm, its program does not: that is fetched on first use (electron 45). */
export interface ElectronPackage {
  version: string;
  /** Fetches the program; does nothing where it is there. */
  installer: string;
  /** Undefined until it has been fetched. */
  program: string | undefined;
}

/** @param modules node_modules */
export function findElectron(modules: string, env: NodeJS.ProcessEnv): ElectronPackage | undefined {
  const folder = join(modules, 'electron');
  const installer = join(folder, 'install.js');
  if (!existsSync(installer)) return undefined;
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const dist = env['ELECTRON_OVERRIDE_DIST_PATH'] || join(folder, 'dist');
  const program = join(dist, readIfThere(join(folder, 'path.txt')) ?? 'electron');
  // A half unpacked one, or one of an older version, is fetched again.
  const isWhole = existsSync(program) && readIfThere(join(dist, 'version'))?.replace(/^v/, '') === version;
  return { version, installer, program: isWhole ? program : undefined };
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
}

/** How long a slow line may take for some 120 MB. */
const FETCH_LIMIT = 15 * 60_000;
/** Electron's installer shows a bar of its own after this long, in a terminal. */
const BAR_AFTER = 30_000;

export type Fetched = { state: 'fetched' } | { state: 'cancelled' } | { state: 'failed'; detail: string };

/** Ctrl-C cancels it, and only it. */
export function fetchElectron(installer: string, limit = FETCH_LIMIT): Promise<Fetched> {
  return new Promise((resolve) => {
    const started = Date.now();
    let outcome: Fetched | undefined;
    const child = spawn(process.execPath, [installer], { stdio: ['ignore', 2, 2] });
    const stop = (why: Fetched) => {
      outcome ??= why;
      child.kill('SIGKILL');
    };
    const cancel = () => stop({ state: 'cancelled' });
    const timer = setTimeout(
      () => stop({ state: 'failed', detail: `not here after ${limit / 60_000} minutes` }),
      limit,
    );
    const heartbeat = setInterval(() => {
      const elapsed = Date.now() - started;
      if (elapsed < BAR_AFTER || !process.stderr.isTTY)
        process.stderr.write(`  … ${Math.round(elapsed / 1000)} s\n`);
    }, 10_000);
    const finish = (fetched: Fetched) => {
      clearTimeout(timer);
      clearInterval(heartbeat);
      process.off('SIGINT', cancel);
      resolve(outcome ?? fetched);
    };
    process.on('SIGINT', cancel);
    child.on('error', (error) => finish({ state: 'failed', detail: error.message }));
    child.on('exit', (code, signal) => {
      const detail = signal
        ? `its installer was stopped by ${signal}`
        : `its installer ended with code ${code}`;
      // Ctrl-C reaches the child as well, and may do so first.
      finish(
        code === 0
          ? { state: 'fetched' }
          : signal === 'SIGINT'
            ? { state: 'cancelled' }
            : { state: 'failed', detail },
      );
    });
  });
}

export type Ran = { state: 'ended'; code: number } | { state: 'not-started'; detail: string };

/** Until its last window is closed. A program that ends before it has shown a window has not started. */
export function runElectron(program: string, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const env = { ...process.env };
    // Editors built on Electron set it in their terminals, and Electron would then be a plain Node.
    delete env['ELECTRON_RUN_AS_NODE'];
    const child = spawn(program, [...args], { env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
    let hasShown = false;
    const handOn = (signal: NodeJS.Signals) => void child.kill(signal);
    // Ctrl-C reaches Electron by itself; we wait until it has closed the library.
    const wait = () => {};
    process.on('SIGINT', wait).on('SIGTERM', handOn).on('SIGHUP', handOn);
    const finish = (ran: Ran) => {
      process.off('SIGINT', wait).off('SIGTERM', handOn).off('SIGHUP', handOn);
      resolve(ran);
    };
    child.on('message', () => (hasShown = true));
    child.on('error', (error) => finish({ state: 'not-started', detail: error.message }));
    child.on('exit', (code, signal) => {
      if (code === 0 || hasShown || signal === 'SIGINT' || signal === 'SIGTERM')
        return finish({ state: 'ended', code: code ?? 1 });
      finish({
        state: 'not-started',
        detail: signal ? `it was stopped by ${signal}` : `it ended with code ${code}`,
      });
    });
  });
}
