/** Starts the application on the double: see double/run.ts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import type { Duplex } from 'node:stream';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type ChromiumProgram, findChromium } from '../../../src/library/printing/find-chromium';
import { fromEngine, registerScheme, toEngine } from '../double/addresses';
import type * as DoubleModules from '../double/electron';
import { ELECTRON_VERSION } from '../double/versions';
import type { Desktop, DoubleOnly, LaunchOptions } from './desktop';
import { Line } from './line';
import { start, type Started } from './processes';
import { Windows } from './windows';

const RUN = resolve(import.meta.dirname, '../double/run.ts');
/** Node would strip the double's types anew at every start. */
const CODE_CACHE = resolve(import.meta.dirname, '../../../node_modules/.cache/paralel-double/code');
export const ROOT = resolve(import.meta.dirname, '../../..');

export async function launchOnDouble(options: LaunchOptions): Promise<Desktop> {
  const { program = ROOT, args = [], env = {} } = options;
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'paralel-user-'));
  const settings = JSON.stringify({ chromium: await chromiumProgram() });
  const run = (more: readonly string[], cwd = options.cwd): Started =>
    start(
      process.execPath,
      ['--unhandled-rejections=warn', RUN, program, `--user-data-dir=${userData}`, ...more],
      {
        cwd,
        env: { ...process.env, ...env, PARALEL_DOUBLE: settings, NODE_COMPILE_CACHE: CODE_CACHE },
        stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      },
    );

  const main = run(args);
  const line = new Line(main.child.stdio[3] as Duplex, main.exited);
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close().catch(() => {});
    await main.end();
    if (options.userData === undefined) rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
  };

  try {
    const { browser: endpoint, version } = await line.browser;
    browser = await chromium.connectOverCDP(endpoint, { noDefaults: true });
    const [context] = browser.contexts();
    if (!context) throw new Error('Chromium has no pages');
    // Whether a page may be left is decided in the main process; Playwright would say yes at once.
    context.on(
      'dialog',
      (dialog) => void (dialog.type() === 'beforeunload' || dialog.dismiss().catch(() => {})),
    );
    const evaluate: Desktop['evaluate'] = (run, arg) => line.evaluate(String(run), arg) as Promise<never>;
    const inDouble = doubleCalls(evaluate);
    const windows = new Windows(context, async (page) => inDouble.isOurPage(await targetOf(page)));
    for (const [scheme, privileges] of await inDouble.registeredSchemes()) registerScheme(scheme, privileges);
    line.send({ proceed: true });
    // An application may also end before it is ready, for reasons of its own.
    await Promise.race([evaluate(({ app }) => app.whenReady()).catch(() => {}), main.exited]);
    return {
      kind: 'double',
      version: `the double of Electron ${ELECTRON_VERSION} on ${version}`,
      context,
      userData,
      pid: main.child.pid ?? 0,
      exited: main.exited,
      windows: () => windows.open(),
      firstWindow: () => windows.first(),
      nextWindow: () => windows.next(),
      evaluate,
      output: main.output,
      pageAddress: toEngine,
      appAddress: fromEngine,
      async startAgain(more, cwd) {
        const second = run(more, cwd);
        const code = await second.exited;
        await second.end();
        return { code, output: second.output() };
      },
      async quit() {
        await evaluate(({ app }) => void setImmediate(() => app.quit()));
        return main.exited;
      },
      kill: (signal) => void main.child.kill(signal),
      close,
      double: inDouble,
    };
  } catch (error) {
    await close();
    throw new Error(`${String(error)}\n${main.output()}`, { cause: error });
  }
}

/** @throws where the page has gone meanwhile */
async function targetOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.detach();
  return targetInfo.targetId;
}

async function chromiumProgram(): Promise<ChromiumProgram> {
  for await (const program of findChromium()) return program;
  throw new Error('The double needs a Chromium, and there is none');
}

type Modules = { double: typeof DoubleModules.double };

/** What the double offers beside Electron's modules, called from here. */
function doubleCalls(evaluate: Desktop['evaluate']) {
  const call = <R, A = undefined>(run: (modules: Modules, arg: A) => R | Promise<R>, arg?: A): Promise<R> =>
    evaluate(run as never, arg);
  return {
    isOurPage: (target: string) => call(({ double }, id: string) => double.isOurPage(id), target),
    registeredSchemes: () => call(({ double }) => double.registeredSchemes()),
    escapes: () => call(({ double }) => double.escapes),
    effectivePreferences: () => call(({ double }) => double.everyPreferences),
    noted: (what: string) =>
      call(
        ({ double }, name: string) => double.noted.flatMap((note) => (note.what === name ? [note.args] : [])),
        what,
      ),
    setDisplays: (displays: Parameters<DoubleOnly['setDisplays']>[0]) =>
      call(({ double }, next: typeof displays) => double.setDisplays(next), displays),
    chooseSystem: (choice: Parameters<DoubleOnly['chooseSystem']>[0]) =>
      call(({ double }, next: typeof choice) => double.chooseSystem(next), choice),
    endSession: (how: Parameters<DoubleOnly['endSession']>[0]) =>
      call(({ double }, name: typeof how) => double.endSession(name), how),
  };
}
