/** The bridge between a preload script and its page, and the preload script's own world. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Desktop } from '../driver';
import { closeWindows, fixture, openBridged, openWindow, startFixture } from './fixtures/app';

/** What fixtures/preload.cjs exposes, as a page sees it. */
interface Bridge {
  invoke(channel: string, ...args: unknown[]): Promise<unknown>;
  echo(value: unknown): unknown;
  later(value: unknown): Promise<unknown>;
  apply(run: (...args: never[]) => unknown, ...args: unknown[]): unknown;
  fail(message: string): void;
  failLater(message: string): Promise<void>;
  require(name: string): string;
  gap(): void;
  electron(name: string): string;
  world(): { sandboxed: boolean; type: string; page: string };
  nested: { list: [number, { two: number }]; when: Date };
}
declare global {
  interface Window {
    bridge: Bridge;
  }
}

let desktop: Desktop;
beforeAll(async () => {
  desktop = await startFixture();
});
afterAll(() => desktop.close());

describe('the bridge', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openBridged(
      desktop,
      '<script>globalThis.early = typeof bridge; globalThis.fromPage = 1</script>',
    );
  });
  afterAll(() => closeWindows(desktop));

  it('is there before the page’s first script', async () => {
    expect(await page.evaluate(() => Reflect.get(globalThis, 'early'))).toBe('object');
  });

  it('cannot be changed by the page', async () => {
    const changed = await page.evaluate(() => {
      'use strict';
      const attempts = [
        () => Object.assign(window, { bridge: {} }),
        () => Object.assign(window.bridge, { echo: () => 'mine' }),
        () => Object.assign(window.bridge.nested.list[1], { two: 3 }),
        () => Object.defineProperty(window, 'bridge', { value: {} }),
      ];
      return attempts.map((attempt) => {
        try {
          attempt();
          return 'changed';
        } catch (error) {
          return (error as Error).name;
        }
      });
    });
    expect(changed).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError']);
    expect(await page.evaluate(() => delete (window as Partial<Window>).bridge)).toBe(false);
  });

  it('carries what can be cloned, and `undefined`', async () => {
    const same = await page.evaluate(() => {
      const given = {
        map: new Map([[1, new Set(['x'])]]),
        bytes: new Uint8Array([1, 2]),
        none: undefined,
        big: 1n,
      };
      const got = window.bridge.echo(given) as typeof given;
      return [
        got.map.get(1)?.has('x'),
        [...got.bytes],
        'none' in got,
        got.none === undefined,
        got.big === 1n,
        got !== given,
      ];
    });
    expect(same).toEqual([true, [1, 2], true, true, true, true]);
  });

  it('takes the methods from an instance of a class', async () => {
    const got = await page.evaluate(() => {
      class Place {
        name = 'Izbica';
        shout(): string {
          return this.name.toUpperCase();
        }
      }
      const echoed = window.bridge.echo(new Place()) as Partial<Place>;
      return [echoed.name, typeof echoed.shout, echoed instanceof Place];
    });
    expect(got).toEqual(['Izbica', 'undefined', false]);
  });

  it.each([
    'a Proxy',
    'an object with a Proxy in it',
    'a Proxy of an object with a function',
    'a symbol',
    'an element',
  ])('refuses %s', async (what) => {
    const message = await page.evaluate((kind) => {
      const values: Record<string, unknown> = {
        'a Proxy': new Proxy({ a: 1 }, {}),
        'an object with a Proxy in it': { run: () => 1, inner: new Proxy({ a: 1 }, {}) },
        'a Proxy of an object with a function': new Proxy({ run: () => 1 }, {}),
        'a symbol': Symbol('x'),
        'an element': document.body,
      };
      try {
        window.bridge.echo(values[kind]);
        return 'carried';
      } catch (error) {
        return (error as Error).message;
      }
    }, what);
    expect(message).toContain('could not be cloned');
  });

  it('carries functions both ways, within data too', async () => {
    const got = await page.evaluate(() => {
      const twice = window.bridge.echo({ inner: { twice: (n: number) => n * 2 } }) as {
        inner: { twice(n: number): number };
      };
      return [window.bridge.apply((a: number, b: number) => a + b, 1, 2), twice.inner.twice(21)];
    });
    expect(got).toEqual([3, 42]);
  });

  it('carries promises, and what they reject with', async () => {
    const got = await page.evaluate(async () => [
      await window.bridge.later('late'),
      await (window.bridge.echo(Promise.resolve('mine')) as Promise<string>),
      await window.bridge.failLater('later').catch((error: Error) => error.message),
    ]);
    expect(got).toEqual(['late', 'mine', 'later']);
  });

  it('carries errors as errors', async () => {
    const got = await page.evaluate(() => {
      try {
        window.bridge.fail('no');
        return [];
      } catch (error) {
        return [error instanceof Error, (error as Error).message];
      }
    });
    expect(got).toEqual([true, 'no']);
  });

  it('leaves the two worlds apart', async () => {
    expect(await page.evaluate(() => window.bridge.world())).toEqual({
      sandboxed: true,
      type: 'renderer',
      page: 'undefined',
    });
    expect(
      await page.evaluate(() => [
        typeof Reflect.get(globalThis, 'require'),
        typeof Reflect.get(globalThis, 'process'),
      ]),
    ).toEqual(['undefined', 'undefined']);
    expect(
      await page.evaluate(() =>
        Object.getOwnPropertyNames(globalThis).filter((name) => name.includes('double')),
      ),
    ).toEqual([]);
  });

  it('has in a sandbox nothing of Node but events, timers and url', async () => {
    const names = ['events', 'node:timers', 'url', 'fs', 'node:child_process', './other.cjs'];
    expect(await page.evaluate((all) => all.map((name) => window.bridge.require(name)), names)).toEqual([
      'function', 'object', 'object', 'module not found: fs', 'module not found: node:child_process', 'module not found: ./other.cjs',
    ]); // prettier-ignore
  });

  it('says what the double does not have', async () => {
    const message = await page.evaluate(() => {
      try {
        window.bridge.gap();
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(message).toBe('The double has no ipcRenderer.sendSync');
  });
});

describe('a preload script', () => {
  beforeEach(() => closeWindows(desktop));

  async function complaintsWith(preload: string): Promise<{ complaints: string[]; bridge: string }> {
    const complaints: string[] = [];
    const next = desktop.nextWindow();
    await desktop.evaluate(
      ({ BrowserWindow }, path) => void new BrowserWindow({ webPreferences: { preload: path } }),
      preload,
    );
    const page = await next;
    page.on('console', (message) => complaints.push(message.text()));
    await desktop.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.loadURL('test-app://app/'),
    );
    await page.waitForURL(desktop.pageAddress('test-app://app/'));
    return { complaints, bridge: await page.evaluate(() => typeof window.bridge) };
  }

  it.each(['module.mjs', 'module-in-disguise.cjs'])(
    'that is an ES module fails, as in Electron’s sandbox: %s',
    async (name) => {
      const { complaints, bridge } = await complaintsWith(fixture(name));
      expect(bridge).toBe('undefined');
      expect(complaints.join('\n')).toContain(`Unable to load preload script: ${fixture(name)}`);
      expect(complaints.join('\n')).toContain('Cannot use import statement outside a module');
    },
  );

  it('that is not there fails, and the window opens', async () => {
    const { complaints, bridge } = await complaintsWith(fixture('nothing.cjs'));
    expect(bridge).toBe('undefined');
    expect(complaints.join('\n')).toContain('ENOENT');
  });

  it('cannot take a name that the page has', async () => {
    const { complaints } = await complaintsWith(fixture('exposes-twice.cjs'));
    expect(complaints.join('\n')).toContain('Unable to load preload script: ' + fixture('exposes-twice.cjs'));
    expect(complaints.join('\n')).toContain('Cannot bind an API on top of an existing property');
  });

  it('tells the application that it failed', async () => {
    const path = fixture('module.mjs');
    const told = await desktop.evaluate(
      ({ BrowserWindow }, preload) =>
        new Promise<string>((resolve) => {
          const window = new BrowserWindow({ webPreferences: { preload } });
          window.webContents.on('preload-error', (_event, failed, error) =>
            resolve(`${failed}: ${error.message}`),
          );
          void window.loadURL('test-app://app/');
        }),
      path,
    );
    expect(told).toBe(`${path}: Cannot use import statement outside a module`);
  });

  it('does not run in frames within the page', async () => {
    const page = await openBridged(desktop, '<iframe srcdoc="<p>inner"></iframe>');
    const inner = page.frames().find((frame) => frame.parentFrame());
    expect(await inner?.evaluate(() => typeof window.bridge)).toBe('undefined');
  });
});

describe('with a guard taken away', () => {
  beforeEach(() => closeWindows(desktop));
  const OPEN = '<script>globalThis.fromPage = 1</script>';

  it('a page without isolation has Node, where nodeIntegration is on', async () => {
    const page = await openWindow(desktop, OPEN, {
      webPreferences: { contextIsolation: false, nodeIntegration: true },
    });
    const got = await page.evaluate(() => {
      const load = Reflect.get(globalThis, 'require') as (name: string) => Record<string, unknown>;
      return [typeof load, typeof load('child_process')['exec'], typeof Reflect.get(globalThis, 'process')];
    });
    expect(got).toEqual(['function', 'function', 'object']);
  });

  it('a preload script without a sandbox has Node', async () => {
    const page = await openBridged(desktop, OPEN, { sandbox: false });
    expect(await page.evaluate(() => [window.bridge.require('fs'), window.bridge.world().sandboxed])).toEqual(
      ['object', false],
    );
  });

  it('frames within the page have the bridge, where nodeIntegrationInSubFrames is on', async () => {
    const page = await openBridged(desktop, '<iframe srcdoc="<p>inner"></iframe>', {
      nodeIntegrationInSubFrames: true,
    });
    const inner = page.frames().find((frame) => frame.parentFrame());
    expect(await inner?.evaluate(() => typeof window.bridge)).toBe('object');
  });

  it('a bridge without isolation is an error, as in Electron', async () => {
    const page = await openBridged(desktop, OPEN, { contextIsolation: false });
    expect(await page.evaluate(() => typeof window.bridge)).toBe('undefined');
  });
});
