/** Where a page may go: what the application is asked, what it is told, and what a no stops. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Desktop } from '../driver';
import {
  closeWindows,
  type Kept,
  openWindow,
  serve,
  startFixture,
  readEvents,
  takeEvents,
} from './fixtures/app';

const HOME = `<!doctype html><title>Home</title><h1>Home</h1>
  <a id="inside" href="next">inside</a> <a id="away" href="https://example.org/away">away</a>
  <a id="new" href="https://example.org/new" target="_blank">new</a>
  <form id="form" action="https://example.org/form" method="post"><input name="a" value="b"></form>`;

let desktop: Desktop;
let page: Page;
beforeAll(async () => {
  desktop = await startFixture();
  await serve(desktop, {
    'app/next': '<title>Next</title><h1>Next</h1>',
    'app/redirect': { status: 302, headers: { location: 'https://example.org/redirected' } },
    'app/inward': { status: 302, headers: { location: '/next' } },
    'other/': '<title>Other</title>',
  });
});
afterAll(() => desktop.close());
beforeEach(async () => {
  page = await openWindow(desktop, HOME);
  await listen();
});
afterEach(() => closeWindows(desktop));

/** Writes the events of navigation down, and prevents those that are named. */
const listen = (prevented: string[] = []): Promise<void> =>
  desktop.evaluate(({ BrowserWindow }, names) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) return;
    const { events } = globalThis as unknown as Kept;
    events.length = 0;
    contents.removeAllListeners();
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const)
      contents.on(name as 'will-navigate', (event) => {
        events.push([name, event.url, event.isMainFrame, event.frame?.url]);
        if (names.includes(name)) event.preventDefault();
      });
    contents.on('did-navigate', (_event, url) => void events.push(['did-navigate', url]));
    contents.on('did-navigate-in-page', (_event, url) => void events.push(['did-navigate-in-page', url]));
  }, prevented);

const escapes = async (): Promise<string[]> =>
  ((await desktop.double?.escapes()) ?? []).map(({ url }) => url);
/** What was asked for and answered with nothing has been, once this is here. */
const settle = (): Promise<unknown> => page.evaluate(() => new Promise((done) => setTimeout(done, 200)));

describe('a page that goes on', () => {
  it('is asked about, then told of', async () => {
    await page.click('#inside');
    await page.waitForURL('**/next');
    expect(await takeEvents(desktop)).toEqual([
      ['will-frame-navigate', 'test-app://app/next', true, 'test-app://app/'],
      ['will-navigate', 'test-app://app/next', true, 'test-app://app/'],
      ['did-navigate', 'test-app://app/next'],
    ]);
  });

  it('is not asked about where the application sends it', async () => {
    await desktop.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.loadURL('test-app://app/next'),
    );
    expect(await takeEvents(desktop)).toEqual([['did-navigate', 'test-app://app/next']]);
  });

  it('is told of, and not asked about, within its document', async () => {
    await page.evaluate(() => {
      location.hash = '#block';
      history.pushState(null, '', '/pushed');
    });
    await expect
      .poll(() => readEvents(desktop))
      .toEqual([
        ['did-navigate-in-page', 'test-app://app/#block'],
        ['did-navigate-in-page', 'test-app://app/pushed'],
      ]);
  });

  it.each([
    ['by a link', '#away', 'https://example.org/away'],
    ['by a form', '#form', 'https://example.org/form'],
  ])('stays where it is when it may not: %s', async (_how, selector, url) => {
    await listen(['will-navigate']);
    const before = await escapes();
    await page
      .locator(selector)
      .evaluate((element) =>
        element instanceof HTMLFormElement ? element.submit() : (element as HTMLElement).click(),
      );
    await settle();
    expect(await takeEvents(desktop)).toContainEqual(['will-navigate', url, true, 'test-app://app/']);
    await expect.poll(() => page.title()).toBe('Home');
    expect(await escapes()).toEqual(before);
  });

  it('is an escape where it may', async () => {
    await page.click('#away');
    await expect.poll(escapes).toContain('https://example.org/away');
  });

  it.each([
    [
      'a blob',
      () => `location.href = URL.createObjectURL(new Blob(['<title>Blob</title>'], { type: 'text/html' }))`,
      /^blob:test-app:\/\/app\//,
    ],
    ['another program', () => `location.href = 'mailto:a@example.org'`, /^mailto:/],
    ['another host of ours', () => `location.href = 'test-app://other/'`, /^test-app:\/\/other\/$/],
  ])('is asked about %s as well', async (_what, script, url) => {
    await listen(['will-navigate']);
    await page.evaluate(script());
    await expect
      .poll(async () => (await readEvents(desktop)).flat())
      .toEqual(expect.arrayContaining(['will-navigate', expect.stringMatching(url)]));
    await settle();
    await expect.poll(() => page.title()).toBe('Home');
  });

  it('comes to another host of ours, where it may', async () => {
    await page.evaluate(`location.href = 'test-app://other/'`);
    await expect
      .poll(() =>
        desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL()),
      )
      .toBe('test-app://other/');
  });
});

describe('an address that the application loads', () => {
  const load = (address: string): Promise<unknown> =>
    desktop.evaluate(
      ({ BrowserWindow }, url) =>
        BrowserWindow.getAllWindows()[0]
          ?.loadURL(url)
          .catch((error: Error) => error.message),
      address,
    );

  it.each([
    ['nonsense', 'ERR_INVALID_URL (-300)'],
    ['https://example.org/loaded', 'ERR_ADDRESS_UNREACHABLE (-109)'],
    ['file:///etc/hostname', 'ERR_ADDRESS_UNREACHABLE (-109)'],
  ])('fails in Electron’s words, and is an escape if it is anything: %s', async (address, failure) => {
    expect(await load(address)).toBe(`${failure} loading '${address}'`);
    expect((await escapes()).includes(address)).toBe(address !== 'nonsense');
  });

  it('gives way to the next', async () => {
    await serve(desktop, { 'app/slow': '<img src="/never">', 'app/never': null });
    const first = load('test-app://app/slow');
    await page.waitForURL('**/slow', { waitUntil: 'commit' });
    expect(await load('test-app://app/next')).toBeUndefined();
    expect(await first).toBe("ERR_ABORTED (-3) loading 'test-app://app/slow'");
  });
});

describe('a redirect', () => {
  it('is asked about, also where the application has loaded it', async () => {
    await listen(['will-redirect']);
    const message = await desktop.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]
        ?.loadURL('test-app://app/redirect')
        .then(
          () => 'loaded',
          (error: Error) => error.message,
        ),
    );
    expect(message).toBe("ERR_ABORTED (-3) loading 'test-app://app/redirect'");
    expect(await takeEvents(desktop)).toContainEqual([
      'will-redirect',
      'https://example.org/redirected',
      true,
      'test-app://app/',
    ]);
    expect(await escapes()).not.toContain('https://example.org/redirected');
  });

  it('is followed where it may be', async () => {
    await desktop.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.loadURL('test-app://app/inward'),
    );
    expect(await takeEvents(desktop)).toEqual([
      ['will-redirect', 'test-app://app/next', true, 'test-app://app/'],
      ['did-navigate', 'test-app://app/next'],
    ]);
  });
});

describe('a frame within a page', () => {
  it('is asked about apart', async () => {
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = '/next';
      document.body.append(frame);
    });
    await expect.poll(() => page.frames().length).toBe(2);
    await expect
      .poll(() => readEvents(desktop))
      .toEqual([['will-frame-navigate', 'test-app://app/next', false, '']]);
  });

  it.each(['https://example.org/framed', 'data:text/html,<title>Data</title>'])(
    'stays empty when it may not: %s',
    async (src) => {
      await listen(['will-frame-navigate']);
      await page.evaluate((address) => {
        const frame = document.createElement('iframe');
        frame.src = address;
        document.body.append(frame);
      }, src);
      await settle();
      expect(await takeEvents(desktop)).toContainEqual(['will-frame-navigate', src, false, '']);
      expect(await escapes()).not.toContain(src);
      expect(page.frames().map((frame) => frame.url())).not.toContain(src);
    },
  );

  it('is asked about when it moves the whole page', async () => {
    await listen(['will-navigate']);
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.srcdoc = '<script>top.location = "https://example.org/top"</script>';
      document.body.append(frame);
    });
    await expect
      .poll(() => readEvents(desktop))
      .toContainEqual(['will-navigate', 'https://example.org/top', true, 'test-app://app/']);
    await expect.poll(() => page.title()).toBe('Home');
  });
});

describe('another window', () => {
  const handle = (action: 'allow' | 'deny'): Promise<void> =>
    desktop.evaluate(({ BrowserWindow }, answer) => {
      const { events } = globalThis as unknown as Kept;
      BrowserWindow.getAllWindows()[0]?.webContents.setWindowOpenHandler(({ url, frameName }) => {
        events.push(['asked', url, frameName]);
        return { action: answer } as Electron.WindowOpenHandlerResponse;
      });
    }, action);
  const count = (): Promise<number> =>
    desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

  it.each([
    ['window.open', () => page.evaluate(() => void window.open('https://example.org/new'))],
    ['a link', () => page.click('#new')],
    ['a middle click', () => page.click('#away', { button: 'middle' })],
    ['a click with the control key', () => page.click('#away', { modifiers: ['ControlOrMeta'] })],
    [
      'a form',
      () =>
        page.locator('#form').evaluate((form) => {
          if (form instanceof HTMLFormElement)
            Object.assign(form, { target: '_blank', action: 'https://example.org/new' }).submit();
        }),
    ],
  ])(
    'is not opened by %s when it may not, and asks for nothing',
    async (_how, open: () => Promise<unknown>) => {
      await handle('deny');
      const before = await escapes();
      await open();
      await expect
        .poll(() => readEvents(desktop))
        .toContainEqual(['asked', expect.stringMatching(/^https:\/\/example\.org\/(new|away)$/), '']);
      await settle();
      expect(await count()).toBe(1);
      expect(desktop.windows()).toHaveLength(1);
      expect(await escapes()).toEqual(before);
    },
  );

  it('is null for the page that may not', async () => {
    await handle('deny');
    expect(await page.evaluate(() => window.open('about:blank', 'named', 'width=100') === null)).toBe(true);
    expect(await takeEvents(desktop)).toContainEqual(['asked', 'about:blank', 'named']);
  });

  it('is opened without a handler, and without a preload script', async () => {
    const next = desktop.nextWindow();
    await page.evaluate(() => void window.open('/next'));
    const opened = await next;
    await opened.waitForURL('**/next');
    expect(await count()).toBe(2);
    expect((await desktop.double?.effectivePreferences())?.at(-1)?.preload).toBeUndefined();
  });
});

describe('history', () => {
  const move = (method: 'goBack' | 'goForward'): Promise<void> =>
    desktop.evaluate(
      ({ BrowserWindow }, name) => BrowserWindow.getAllWindows()[0]?.webContents.navigationHistory[name](),
      method,
    );
  const can = (): Promise<unknown> =>
    desktop.evaluate(({ BrowserWindow }) => {
      const history = BrowserWindow.getAllWindows()[0]?.webContents.navigationHistory;
      return [history?.canGoBack(), history?.canGoForward(), history?.length()];
    });

  it('goes back and forth without being asked, and can be forgotten', async () => {
    await expect.poll(can).toEqual([false, false, 1]);
    await page.click('#inside');
    await page.waitForURL('**/next');
    await expect.poll(can).toEqual([true, false, 2]);
    await takeEvents(desktop);
    await move('goBack');
    await expect.poll(() => page.title()).toBe('Home');
    await expect.poll(can).toEqual([false, true, 2]);
    expect(await takeEvents(desktop)).not.toContainEqual(expect.arrayContaining(['will-navigate']));
    await desktop.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.navigationHistory.clear(),
    );
    await expect.poll(can).toEqual([false, false, 1]);
  });

  it('knows when a page has come to rest, also within its document', async () => {
    const rests = () =>
      desktop.evaluate(
        ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isLoading() === false,
      );
    await page.evaluate(() => void (location.hash = 'block'));
    await expect.poll(can).toEqual([true, false, 2]);
    await move('goBack');
    await expect.poll(can).toEqual([false, true, 2]);
    await expect.poll(rests).toBe(true);
  });
});
