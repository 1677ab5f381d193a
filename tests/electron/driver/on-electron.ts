/** Starts the application on real Electron, through Playwright. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { _electron, type ElectronApplication } from 'playwright-core';
import type { Desktop, LaunchOptions } from './desktop';
import { ROOT } from './on-double';
import { start } from './processes';
import { Windows } from './windows';

/** @param executable for a second start, which Playwright is no part of */
export async function launchOnElectron(executable: string, options: LaunchOptions): Promise<Desktop> {
  const { program = ROOT, args = [], env = {}, cwd } = options;
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'paralel-user-'));
  const environment = definedOnly({ ...process.env, ...env, ELECTRON_RUN_AS_NODE: undefined });
  const given = (more: readonly string[]): string[] => [program, `--user-data-dir=${userData}`, ...more];

  let application: ElectronApplication | undefined;
  const close = async (): Promise<void> => {
    await application?.close().catch(() => {});
    application?.process().kill('SIGKILL');
    if (options.userData === undefined) rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    // Without a path Playwright takes the same program from npm, and holds it back until it is connected.
    application = await _electron.launch({
      args: given(args),
      env: environment,
      chromiumSandbox: process.getuid?.() !== 0,
      ...(cwd !== undefined && { cwd }),
    });
    const child = application.process();
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => (output += String(chunk)));
    const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const windows = new Windows(application.context(), async () => true);
    const evaluate = application.evaluate.bind(application) as Desktop['evaluate'];
    const version = await evaluate(
      () => `Electron ${process.versions.electron} on Chrome/${process.versions.chrome}`,
    );
    await Promise.race([evaluate(({ app }) => app.whenReady()).catch(() => {}), exited]);
    return {
      kind: 'electron',
      version,
      context: application.context(),
      userData,
      pid: child.pid ?? 0,
      exited,
      windows: () => windows.open(),
      firstWindow: () => windows.first(),
      nextWindow: () => windows.next(),
      evaluate,
      output: () => output,
      pageAddress: (address) => address,
      appAddress: (address) => address,
      async startAgain(more, where = cwd) {
        const second = start(executable, given(more), {
          cwd: where,
          env: environment,
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        const code = await second.exited;
        await second.end();
        return { code, output: second.output() };
      },
      async quit() {
        await evaluate(({ app }) => void setImmediate(() => app.quit()));
        return exited;
      },
      kill: (signal) => void child.kill(signal),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
