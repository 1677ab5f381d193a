/** How an application ends and how it starts twice, step by step as Electron's does. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Desktop } from '../driver';
import { fixture, openWindow, readEvents, startFixture } from './fixtures/app';

let desktop: Desktop;
afterEach(() => desktop.close());

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('quitting', () => {
  beforeEach(async () => {
    desktop = await startFixture();
    await openWindow(desktop, '<p>Text');
  });

  /** Prints every step, and prevents those that are named, once. */
  const listen = (prevented: string[] = []): Promise<void> =>
    desktop.evaluate(({ app, BrowserWindow }, names) => {
      const left = new Set(names);
      const step = (name: string) => (event: { preventDefault?: () => void } | undefined) => {
        console.log(`step ${name}`);
        if (left.delete(name)) event?.preventDefault?.();
      };
      for (const name of ['before-quit', 'will-quit', 'window-all-closed'] as const)
        app.on(name as 'before-quit', step(name));
      app.on('quit', (_event, code) => console.log(`step quit ${code}`));
      const [window] = BrowserWindow.getAllWindows();
      window?.on('close', step('close'));
      window?.on('closed', step('closed') as () => void);
    }, prevented);
  const steps = (): string[] =>
    [...desktop.output().matchAll(/^step (.*)$/gmu)].map(([, step]) => step ?? '');
  const quit = (): Promise<void> => desktop.evaluate(({ app }) => void setImmediate(() => app.quit()));

  it('asks the application, closes the windows, and asks again', async () => {
    await listen();
    expect(await desktop.quit()).toBe(0);
    expect(steps()).toEqual(['before-quit', 'close', 'closed', 'will-quit', 'quit 0']);
  });

  it.each([
    ['before-quit', ['before-quit']],
    ['close', ['before-quit', 'close']],
    ['will-quit', ['before-quit', 'close', 'closed', 'will-quit']],
  ])('stops where %s is prevented, and can be asked for again', async (prevented, until) => {
    await listen([prevented]);
    await quit();
    await expect.poll(steps).toEqual(until);
    expect(await desktop.quit()).toBe(0);
    expect(steps().slice(-2)).toEqual(['will-quit', 'quit 0']);
  });

  it('stops where a page wants to stay', async () => {
    const page = await openWindow(
      desktop,
      '<script>onbeforeunload = (event) => event.preventDefault()</script><button>x</button>',
    );
    await page.click('button');
    await listen();
    await desktop.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[1]?.webContents.on('will-prevent-unload', () =>
        console.log('step stays'),
      );
    });
    await quit();
    await expect.poll(() => steps().toSorted()).toEqual(['before-quit', 'close', 'closed', 'stays']);
    await expect.poll(() => desktop.windows()).toEqual([page]);
    await page.evaluate(() => void (window.onbeforeunload = null));
    expect(await desktop.quit()).toBe(0);
  });

  it('asks nobody where the application exits', async () => {
    await listen(['close']);
    await desktop.evaluate(({ app }) => void setImmediate(() => app.exit(3)));
    expect(await desktop.exited).toBe(3);
    expect(steps()).toEqual(['closed', 'quit 3']);
  });

  it('is what a signal asks for', async () => {
    await listen();
    desktop.kill('SIGTERM');
    expect(await desktop.exited).toBe(0);
    expect(steps()).toContain('will-quit');
  });

  it('leaves nothing behind when it is killed', async () => {
    const library = await desktop.evaluate(
      ({ utilityProcess }, script) =>
        new Promise<number>((resolve) => {
          const child = utilityProcess.fork(script);
          child.on('spawn', () => resolve(child.pid ?? 0));
        }),
      fixture('utility.mjs'),
    );
    expect(isRunning(library)).toBe(true);
    desktop.kill('SIGKILL');
    await desktop.exited;
    await expect.poll(() => isRunning(library)).toBe(false);
    const { userData } = desktop;
    await desktop.close();
    expect(existsSync(userData)).toBe(false);
  });

  it('comes by itself with the last window, where nobody listens', async () => {
    await desktop.evaluate(({ app, BrowserWindow }) => {
      app.removeAllListeners('window-all-closed');
      BrowserWindow.getAllWindows()[0]?.close();
    });
    expect(await desktop.exited).toBe(0);
  });
});

describe('a single instance', () => {
  let userData: string;
  beforeEach(async () => {
    userData = mkdtempSync(join(tmpdir(), 'paralel-user-'));
    desktop = await startFixture({ program: fixture('single.mjs'), userData });
  });
  afterEach(async () => {
    await desktop.close();
    rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
  });

  it('hears of a second start: its arguments, its folder and what it hands on', async () => {
    const { code, output } = await desktop.startAgain(['paralel:article/izbica', '--odd'], tmpdir());
    expect({ code, output }).toEqual({ code: 0, output: 'second\n' });
    const [[argv, folder, data]] = (await readEvents(desktop)) as [[string[], string, unknown]];
    expect(argv.slice(-2)).toEqual(['paralel:article/izbica', '--odd']);
    expect([folder, data]).toEqual([tmpdir(), { handed: ['on'] }]);
  });

  it('hears of all of several starts at once', async () => {
    const codes = await Promise.all(['a', 'b', 'c'].map((name) => desktop.startAgain([name])));
    expect(codes.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(((await readEvents(desktop)) as [string[]][]).map(([argv]) => argv.at(-1)).sort()).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('can be the first again, once the first was killed', async () => {
    desktop.kill('SIGKILL');
    await desktop.exited;
    const next = await startFixture({ program: fixture('single.mjs'), userData });
    expect(next.output()).toContain('first');
    await next.close();
  });
});

describe('a start', () => {
  it('that fails says why', async () => {
    await expect(startFixture({ program: fixture('broken.mjs') })).rejects.toThrow(
      /App threw an error during load[\s\S]*broken from the start/u,
    );
    desktop = await startFixture(); // for afterEach
  });

  it('goes on where something was not caught, and says so', async () => {
    desktop = await startFixture();
    await desktop.evaluate(() => {
      setTimeout(() => {
        throw new Error('not caught');
      }, 0);
      void Promise.reject(new Error('not handled'));
    });
    await expect.poll(() => desktop.output()).toMatch(/not caught/u);
    await expect.poll(() => desktop.output()).toMatch(/not handled/u);
    expect(await desktop.evaluate(() => 'still here')).toBe('still here');
  });
});
