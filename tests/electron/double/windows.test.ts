/** Windows as a window manager would have them, and the screens that they are on. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Desktop } from '../driver';
import {
  closeWindows,
  fixture,
  type Kept,
  openBridged,
  openWindow,
  readEvents,
  serve,
  startFixture,
  takeEvents,
} from './fixtures/app';

let desktop: Desktop;
beforeAll(async () => {
  desktop = await startFixture();
  await serve(desktop, { 'app/': '<title>Window</title><p>Text' });
});
afterAll(() => desktop.close());
afterEach(async () => {
  await closeWindows(desktop);
  await takeEvents(desktop);
});

const EVENTS = ['ready-to-show', 'show', 'focus', 'blur', 'hide', 'resize', 'move', 'maximize', 'unmaximize', 'minimize', 'restore', 'enter-full-screen', 'leave-full-screen', 'close', 'closed']; // prettier-ignore

/** Writes every event of the next window down. */
const listen = (): Promise<void> =>
  desktop.evaluate(({ app }, names) => {
    const { events } = globalThis as unknown as Kept;
    app.once('browser-window-created', (_event, window) => {
      for (const name of names) window.on(name as 'show', () => void events.push(name));
    });
  }, EVENTS);

describe('a window', () => {
  it('is shown when it has painted, by those who wait for it', async () => {
    await listen();
    await openWindow(desktop, '<p>Text', { show: false });
    await expect.poll(() => readEvents(desktop)).toEqual(['ready-to-show']);
    await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.show());
    await expect.poll(() => readEvents(desktop)).toEqual(['ready-to-show', 'show', 'focus']);
  });

  it('has the size that it was given, and so has its page', async () => {
    const page = await openWindow(desktop, '<p>Text', { width: 900, height: 700, x: 10, y: 50 });
    const bounds = () =>
      desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
    expect(await bounds()).toEqual({ x: 10, y: 50, width: 900, height: 700 });
    await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([900, 700]);
    await desktop.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ width: 640, height: 480 }),
    );
    await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([640, 480]);
    expect(await bounds()).toEqual({ x: 10, y: 50, width: 640, height: 480 });
  });

  it('is in the middle of the screen where nobody says otherwise, and not smaller than it may be', async () => {
    const bounds = await desktop.evaluate(({ BrowserWindow }) => {
      const window = new BrowserWindow({ width: 100, height: 100, minWidth: 720, minHeight: 520 });
      return window.getBounds();
    });
    expect(bounds).toEqual({ x: 600, y: 294, width: 720, height: 520 });
  });

  it('goes through its states and remembers where it was', async () => {
    await listen();
    const seen = await desktop.evaluate(({ BrowserWindow }) => {
      const window = new BrowserWindow({ x: 5, y: 60, width: 800, height: 600, show: false });
      const { bounds } = { bounds: () => [window.getBounds().width, window.getNormalBounds().width] };
      window.maximize();
      const maximized = [window.isMaximized(), window.isNormal(), window.isVisible(), ...bounds()];
      window.minimize();
      const minimized = [window.isMinimized(), window.isVisible(), ...bounds()];
      window.restore();
      const restored = [window.isMaximized(), window.isMinimized()];
      window.setFullScreen(true);
      const full = [window.isFullScreen(), window.getBounds().height];
      window.setFullScreen(false);
      window.unmaximize();
      return { maximized, minimized, restored, full, last: [window.isNormal(), ...bounds()] };
    });
    expect(seen).toEqual({
      maximized: [true, false, true, 1920, 800],
      minimized: [true, false, 1920, 800],
      restored: [true, false],
      full: [true, 1080],
      last: [true, 800, 800],
    });
    await expect.poll(() => readEvents(desktop)).toEqual([
      'show', 'resize', 'maximize', 'minimize', 'restore', 'resize', 'enter-full-screen', 'resize', 'leave-full-screen', 'resize', 'unmaximize',
    ]); // prettier-ignore
  });

  it('gives the focus away to the next', async () => {
    const focused = await desktop.evaluate(({ BrowserWindow }) => {
      const [one, other] = [new BrowserWindow({ show: false }), new BrowserWindow({ show: false })];
      one.show();
      other.show();
      const ids = [one.isFocused(), other.isFocused(), BrowserWindow.getFocusedWindow() === other];
      other.hide();
      return [...ids, BrowserWindow.getFocusedWindow()];
    });
    expect(focused).toEqual([false, true, true, null]);
  });

  it('takes the page’s title, unless it is prevented', async () => {
    const title = () => desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
    const page = await openWindow(desktop, '<title>First</title>');
    await expect.poll(title).toBe('First');
    await page.evaluate(() => void (document.title = 'Second'));
    await expect.poll(title).toBe('Second');
    await desktop.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.on('page-title-updated', (event) => event.preventDefault());
    });
    await page.evaluate(() => void (document.title = 'Third'));
    await expect
      .poll(() =>
        desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getTitle()),
      )
      .toBe('Third');
    expect(await title()).toBe('Second');
  });

  it('tells what its page says on the console', async () => {
    await desktop.evaluate(({ app }) => {
      const { events } = globalThis as unknown as Kept;
      app.once('web-contents-created', (_event, contents) => {
        contents.on(
          'console-message',
          ({ level, message, sourceId }) => void events.push([level, message, sourceId]),
        );
      });
    });
    await openWindow(desktop, '<script>console.warn("Izbicë", 3)</script>');
    await expect.poll(() => readEvents(desktop)).toEqual([['warning', 'Izbicë 3', 'test-app://app/']]);
  });

  it('zooms its page', async () => {
    const page = await openWindow(desktop, '<p>Text', { width: 1200, height: 800 });
    await desktop.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2),
    );
    await expect.poll(() => page.evaluate(() => [innerWidth, devicePixelRatio])).toEqual([600, 2]);
  });

  it('cannot be made before the application is ready', async () => {
    const early = await startFixture({ program: fixture('too-early.mjs') });
    expect(early.output()).toContain('Cannot create BrowserWindow before app is ready');
    await early.close();
  });
});

describe('closing', () => {
  const UNSAVED =
    '<script>addEventListener("beforeunload", (event) => event.preventDefault())</script><button>x</button>';
  const close = (): Promise<void> =>
    desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  const count = (): Promise<number> =>
    desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

  it('asks the application, then happens', async () => {
    await listen();
    await openWindow(desktop, '<p>Text', { show: false });
    await expect.poll(() => readEvents(desktop)).toEqual(['ready-to-show']);
    await desktop.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.once('close', (event) => event.preventDefault());
    });
    await close();
    expect(await count()).toBe(1);
    await close();
    await expect.poll(count).toBe(0);
    expect((await takeEvents(desktop)).slice(-3)).toEqual(['close', 'close', 'closed']);
  });

  it('asks the page, which may stay, and the application, which may decide otherwise', async () => {
    const page = await openWindow(desktop, UNSAVED);
    await page.click('button'); // a page that nobody has touched is not asked
    await close();
    await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
    expect(await count()).toBe(1);
    await desktop.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.on('will-prevent-unload', (event) =>
        event.preventDefault(),
      );
    });
    await close();
    await expect.poll(count).toBe(0);
  });

  it('is over at once where nobody is asked', async () => {
    await listen();
    await openWindow(desktop, UNSAVED, { show: false });
    await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.destroy());
    expect((await takeEvents(desktop)).at(-1)).toBe('closed');
    await expect.poll(() => desktop.windows().length).toBe(0);
  });
});

describe('a window that is no more', () => {
  it('is not spoken to', async () => {
    const said = await desktop.evaluate(({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false });
      const { webContents } = window;
      window.destroy();
      const attempts = [
        () => window.isDestroyed(),
        () => webContents.isDestroyed(),
        () => window.getBounds(),
        () => window.show(),
        () => window.webContents,
        () => webContents.send('news'),
      ];
      return attempts.map((attempt) => {
        try {
          return attempt();
        } catch (error) {
          return (error as Error).message;
        }
      });
    });
    expect(said).toEqual([true, true, ...Array<string>(4).fill('Object has been destroyed')]);
  });

  it('answers nobody, and breaks nothing', async () => {
    await desktop.evaluate(({ BrowserWindow, ipcMain }) => {
      ipcMain.handle('slow', async () => {
        BrowserWindow.getAllWindows()[0]?.destroy();
        await new Promise((done) => setTimeout(done, 100));
        return 'late';
      });
    });
    const page = await openBridged(desktop);
    await page.evaluate(() => void window.bridge.invoke('slow'));
    await expect.poll(() => desktop.windows().length).toBe(0);
    expect(await desktop.evaluate(() => new Promise((done) => setTimeout(done, 200, 'well')))).toBe('well');
    expect(desktop.output()).toBe('');
  });
});

describe('a page that crashes', () => {
  it('is told of, and can be loaded again', async () => {
    await openWindow(desktop, '<title>Again</title>');
    const gone = await desktop.evaluate(
      ({ BrowserWindow }) =>
        new Promise<unknown>((resolve) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents;
          contents?.once('render-process-gone', (_event, { reason }) =>
            resolve([reason, contents.isCrashed()]),
          );
          contents?.forcefullyCrashRenderer();
        }),
    );
    expect(gone).toEqual(['crashed', true]);
    const again = await desktop.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.reload();
      const title: unknown = await contents?.executeJavaScript('document.title');
      return [title, contents?.isCrashed()];
    });
    expect(again).toEqual(['Again', false]);
  });

  it('can be closed as it is', async () => {
    await openWindow(desktop, '<p>Text');
    await desktop.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const gone = new Promise<unknown>((resolve) =>
        window?.webContents.once('render-process-gone', resolve),
      );
      window?.webContents.forcefullyCrashRenderer();
      await gone;
      window?.close();
    });
    await expect
      .poll(() => desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
      .toBe(0);
  });
});

describe('screens', () => {
  it('are a test’s to arrange', async () => {
    const WIDE = { id: 2, bounds: { x: 1920, y: 0, width: 2560, height: 1440 } };
    const FIRST = { id: 1, bounds: { x: 0, y: 0, width: 1920, height: 1080 } };
    await desktop.evaluate(({ screen }) => {
      const { events } = globalThis as unknown as Kept;
      for (const name of ['display-added', 'display-removed', 'display-metrics-changed'] as const)
        screen.on(name as 'display-added', (_event, display) => void events.push([name, display.id]));
    });
    await desktop.double?.setDisplays([FIRST, WIDE]);
    const found = await desktop.evaluate(({ screen }) => [
      screen.getAllDisplays().length,
      screen.getDisplayMatching({ x: 2000, y: 10, width: 100, height: 100 }).id,
      screen.getDisplayNearestPoint({ x: 9000, y: 10 }).id,
      screen.getPrimaryDisplay().id,
    ]);
    expect(found).toEqual([2, 2, 2, 1]);
    await desktop.double?.setDisplays([FIRST]);
    expect(await takeEvents(desktop)).toEqual([
      ['display-metrics-changed', 1],
      ['display-added', 2],
      ['display-removed', 2],
    ]);
  });
});
