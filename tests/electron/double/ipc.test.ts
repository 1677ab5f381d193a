/** IPC between pages and the main process: structured clones, who calls, and what fails how. */
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desktop } from '../driver';
import { closeWindows, type Kept, openBridged, startFixture, readEvents, takeEvents } from './fixtures/app';
import { decode, encode } from './wire';

interface Bridge {
  invoke(channel: string, ...args: unknown[]): Promise<unknown>;
  send(channel: string, ...args: unknown[]): void;
  on(channel: string, listener: (...args: unknown[]) => void): () => void;
}

describe('what is carried', () => {
  it('is a structured clone of what was sent', () => {
    const key = fc.string().filter((name) => name !== '__proto__');
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.anything({
          key,
          withBigInt: true,
          withDate: true,
          withTypedArray: true,
          withSparseArray: true,
          maxDepth: 0,
        }),
        fc.array(tie('value')),
        fc.dictionary(key, tie('value'), { noNullPrototype: true }),
        fc.array(tie('value')).map((values) => new Set(values)),
        fc.array(fc.tuple(tie('value'), tie('value'))).map((entries) => new Map(entries)),
        fc.string().map((message) => new RangeError(message)),
      ),
    }));
    fc.assert(
      fc.property(value, (sent) => {
        expect(decode(encode(sent))).toStrictEqual(structuredClone(sent));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps cycles and shared parts', () => {
    const shared = { place: 'Izbica' };
    const sent: Record<string, unknown> = { one: shared, other: shared };
    sent['self'] = sent;
    const got = decode(encode(sent)) as typeof sent;
    expect(got['self']).toBe(got);
    expect(got['one']).toBe(got['other']);
  });

  it.each([
    ['a function', () => 1],
    ['a function in data', { list: [{ run: () => 1 }] }],
    ['a symbol', Symbol('x')],
    ['a Proxy', new Proxy({}, {})],
    ['a promise', Promise.resolve()],
    ['a WeakMap', new WeakMap()],
  ])('is not %s', (_what, value) => {
    expect(() => encode(value)).toThrow('An object could not be cloned.');
  });
});

describe('ipcMain', () => {
  let desktop: Desktop;
  let page: Page;
  beforeAll(async () => {
    desktop = await startFixture();
    page = await openBridged(desktop, '<title>Caller</title><iframe srcdoc="<p>inner"></iframe>', {
      nodeIntegrationInSubFrames: true,
    });
    await desktop.evaluate(({ ipcMain }) => {
      const { events } = globalThis as unknown as Kept;
      ipcMain.handle('echo', (_event, value: unknown) => value);
      ipcMain.handle('fail', () => {
        throw new RangeError('too far');
      });
      ipcMain.handle('function', () => () => 1);
      ipcMain.handle('who', ({ sender, senderFrame, processId, frameId }) => ({
        title: sender.getTitle(),
        url: senderFrame?.url,
        origin: senderFrame?.origin,
        isMain: senderFrame?.parent === null,
        parent: senderFrame?.parent?.url,
        isFrame: senderFrame?.routingId === frameId && senderFrame.processId === processId,
      }));
      ipcMain.on('told', (_event, ...args: unknown[]) => void events.push(args));
    });
  });
  afterAll(() => desktop.close());

  /** In the page. */
  const invoke = (channel: string, ...args: unknown[]) =>
    page.evaluate(
      ([name, all]) =>
        (Reflect.get(globalThis, 'bridge') as Bridge)
          .invoke(name, ...all)
          .catch((error: Error) => error.message),
      [channel, args] as const,
    );

  it('answers', async () => {
    expect(await invoke('echo', { names: ['Izbicë', 'Избица'], none: undefined })).toEqual({
      names: ['Izbicë', 'Избица'],
      none: undefined,
    });
  });

  it('tells what a handler failed with in Electron’s words', async () => {
    expect(await invoke('fail')).toBe("Error invoking remote method 'fail': RangeError: too far");
    expect(await invoke('nobody')).toBe(
      "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    );
    expect(await invoke('function')).toBe(
      "Error invoking remote method 'function': Error: An object could not be cloned.",
    );
    expect(desktop.output()).toContain("Error occurred in handler for 'fail': RangeError: too far");
  });

  it('refuses a second handler, and forgets one that is removed', async () => {
    const message = await desktop.evaluate(({ ipcMain }) => {
      ipcMain.handle('once', () => 1);
      try {
        ipcMain.handle('once', () => 2);
        return '';
      } catch (error) {
        ipcMain.removeHandler('once');
        return (error as Error).message;
      }
    });
    expect(message).toBe("Attempted to register a second handler for 'once'");
    expect(await invoke('once')).toContain('No handler registered');
  });

  it.each(['a Proxy', 'a Proxy in data', 'a function'])('is never called with %s', async (what) => {
    const message = await page.evaluate(async (kind) => {
      const values: Record<string, unknown> = {
        'a Proxy': new Proxy({ a: 1 }, {}),
        'a Proxy in data': { list: [new Proxy([1], {})] },
        'a function': { run: () => 1 },
      };
      try {
        await (Reflect.get(globalThis, 'bridge') as Bridge).invoke('echo', values[kind]);
        return 'called';
      } catch (error) {
        return (error as Error).message;
      }
    }, what);
    expect(message).toBe('An object could not be cloned.');
  });

  it('knows who calls: the page', async () => {
    expect(await invoke('who')).toEqual({
      title: 'Caller',
      url: 'test-app://app/',
      origin: 'test-app://app',
      isMain: true,
      parent: undefined,
      isFrame: true,
    });
  });

  it('knows who calls: a frame within the page', async () => {
    const inner = page.frames().find((frame) => frame.parentFrame());
    const who = await inner?.evaluate(() => (Reflect.get(globalThis, 'bridge') as Bridge).invoke('who'));
    expect(who).toMatchObject({
      url: 'about:srcdoc',
      isMain: false,
      parent: 'test-app://app/',
      isFrame: true,
    });
  });

  it('knows who called no more, once the frame has gone', async () => {
    await desktop.evaluate(({ ipcMain }) => {
      const { events } = globalThis as unknown as Kept;
      ipcMain.on('going', (event) => void setTimeout(() => events.push(event.senderFrame), 100));
    });
    await page.evaluate(() => {
      const frame = document.querySelector('iframe');
      const { bridge } = frame?.contentWindow as unknown as { bridge: Bridge };
      bridge.send('going');
      frame?.remove();
    });
    await expect.poll(() => readEvents(desktop)).toEqual([null]);
  });

  it('hears what is sent, in order', async () => {
    await takeEvents(desktop);
    await page.evaluate(() => {
      const { send } = Reflect.get(globalThis, 'bridge') as Bridge;
      for (let i = 0; i < 20; i++) send('told', i);
    });
    await expect.poll(() => desktop.evaluate(() => (globalThis as unknown as Kept).events.length)).toBe(20);
    expect(await takeEvents(desktop)).toEqual(Array.from({ length: 20 }, (_, i) => [i]));
  });

  it('sends to a page, until the page stops listening', async () => {
    await page.evaluate(() => {
      const heard: unknown[] = [];
      const stop = (Reflect.get(globalThis, 'bridge') as Bridge).on('news', (...args) => heard.push(args));
      Object.assign(globalThis, { heard, stop });
    });
    const heard = () => page.evaluate(() => Reflect.get(globalThis, 'heard') as unknown[]);
    const send = (value: unknown) =>
      desktop.evaluate(
        ({ BrowserWindow }, sent) =>
          BrowserWindow.getAllWindows()[0]?.webContents.send('news', sent, undefined),
        value,
      );
    await send({ dark: true });
    await expect.poll(heard).toEqual([[{ dark: true }, undefined]]);
    await page.evaluate(() => (Reflect.get(globalThis, 'stop') as () => void)());
    await send('nobody hears');
    await invoke('echo', 1); // what was sent before has arrived
    expect(await heard()).toHaveLength(1);
  });

  it('does not send what cannot be cloned', async () => {
    const message = await desktop.evaluate(({ BrowserWindow }) => {
      try {
        BrowserWindow.getAllWindows()[0]?.webContents.send('news', () => 1);
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(message).toBe('An object could not be cloned.');
    await closeWindows(desktop);
  });
});
