/** What a page may do beyond showing itself: permissions, downloads, leaving for other programs. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Desktop } from '../driver';
import { closeWindows, type Kept, openWindow, startFixture, readEvents, takeEvents } from './fixtures/app';

let desktop: Desktop;
let page: Page;
// Permissions are settled with the first page of an origin, so each test has an application of its own.
beforeEach(async () => {
  desktop = await startFixture();
});
afterEach(() => desktop.close());

const write = (): Promise<string> =>
  page.evaluate(() =>
    navigator.clipboard.writeText('Izbicë').then(
      () => 'written',
      (error: Error) => error.name,
    ),
  );
const states = (...names: string[]): Promise<string[]> =>
  page.evaluate(
    (all) =>
      Promise.all(
        all.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
      ),
    names,
  );

describe('a permission', () => {
  it('is granted without a handler, as in Electron', async () => {
    page = await openWindow(desktop, '');
    expect(await states('geolocation', 'notifications', 'microphone', 'clipboard-read')).toEqual(
      Array(4).fill('granted'),
    );
    expect(await write()).toBe('written');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Izbicë');
  });

  it('is what the request handler says: all refused, and so is copying', async () => {
    await desktop.evaluate(({ session }) => {
      const { events } = globalThis as unknown as Kept;
      session.defaultSession.setPermissionRequestHandler(
        (_contents, permission, decide, { requestingUrl }) => {
          events.push([permission, requestingUrl]);
          decide(false);
        },
      );
    });
    page = await openWindow(desktop, '');
    expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
    expect(await write()).toBe('NotAllowedError');
    expect(
      await page.evaluate(() =>
        navigator.mediaDevices.getUserMedia({ audio: true }).then(
          () => 'heard',
          (error: Error) => error.name,
        ),
      ),
    ).not.toBe('heard');
    expect(await takeEvents(desktop)).toContainEqual(['geolocation', 'test-app://app/']);
  });

  it('is what the request handler says: copying only', async () => {
    await desktop.evaluate(({ session }) => {
      session.defaultSession.setPermissionRequestHandler((_contents, permission, decide) =>
        decide(permission === 'clipboard-sanitized-write'),
      );
    });
    page = await openWindow(desktop, '');
    expect(await write()).toBe('written');
    expect(
      await page.evaluate(() =>
        navigator.clipboard.readText().then(
          () => 'read',
          (error: Error) => error.name,
        ),
      ),
    ).toBe('NotAllowedError');
  });

  it('is asked about with the check handler, where a page only asks', async () => {
    await desktop.evaluate(({ session }) => {
      session.defaultSession.setPermissionCheckHandler(
        (_contents, permission, origin) => permission === 'geolocation' && origin === 'test-app://app/',
      );
    });
    page = await openWindow(desktop, '');
    expect(await states('geolocation', 'notifications', 'camera')).toEqual(['granted', 'denied', 'denied']);
  });

  it('is asked for before another program is started', async () => {
    page = await openWindow(desktop, '');
    await page.evaluate(() => void (location.href = 'mailto:a@example.org'));
    await expect.poll(() => desktop.double?.noted('openExternal')).toEqual([['mailto:a@example.org']]);
    await desktop.evaluate(({ session }) => {
      const { events } = globalThis as unknown as Kept;
      session.defaultSession.setPermissionRequestHandler((_contents, permission, decide, details) => {
        events.push([permission, 'externalURL' in details && details.externalURL]);
        decide(false);
      });
    });
    await page.evaluate(() => void (location.href = 'tel:123'));
    await expect.poll(() => readEvents(desktop)).toContainEqual(['openExternal', 'tel:123']);
    expect(await desktop.double?.noted('openExternal')).toHaveLength(1);
  });
});

describe('a download', () => {
  const SAVE = `<a id="file" download="a.txt" href="/file">file</a> <a id="blob" download="b.txt">blob</a>
    <script>blob.href = URL.createObjectURL(new Blob(['text']))</script>`;
  const watch = (prevent: boolean): Promise<void> =>
    desktop.evaluate(({ session }, isPrevented) => {
      const { events, pages } = globalThis as unknown as Kept;
      pages['app/file'] = { headers: { 'content-disposition': 'attachment' }, body: 'text' };
      session.defaultSession.on('will-download', (event, item, contents) => {
        events.push([item.getFilename(), item.getURL().replace(/[\da-f-]{36}$/u, 'ID'), contents.getTitle()]);
        if (isPrevented) event.preventDefault();
      });
    }, prevent);

  it.each([
    ['#file', ['a.txt', 'test-app://app/file', '']],
    ['#blob', ['b.txt', 'blob:test-app://app/ID', '']],
  ])('is told of, and nothing comes of it when it is prevented: %s', async (selector, told) => {
    await watch(true);
    page = await openWindow(desktop, SAVE);
    await page.click(selector);
    await expect.poll(() => readEvents(desktop)).toEqual([told]);
    expect(await desktop.double?.noted('download')).toEqual([]);
  });

  it('would be kept where it is not prevented', async () => {
    await watch(false);
    page = await openWindow(desktop, SAVE);
    await page.click('#file');
    await expect.poll(() => desktop.double?.noted('download')).toEqual([['test-app://app/file', 'a.txt']]);
  });

  it('is not asked about as a navigation', async () => {
    await watch(true);
    page = await openWindow(desktop, SAVE);
    await desktop.evaluate(({ BrowserWindow }) => {
      const { events } = globalThis as unknown as Kept;
      BrowserWindow.getAllWindows()[0]?.webContents.on(
        'will-navigate',
        ({ url }) => void events.push(['will-navigate', url]),
      );
    });
    await page.click('#file');
    await expect.poll(() => readEvents(desktop)).toEqual([['a.txt', 'test-app://app/file', '']]);
  });
});

describe('a page within a page', () => {
  const WEBVIEW = '<webview src="https://example.org/inner" nodeintegration></webview>';

  it('is nothing, unless it is switched on', async () => {
    page = await openWindow(desktop, WEBVIEW);
    expect(await desktop.double?.noted('will-attach-webview')).toEqual([]);
  });

  it.each([true, false])('is asked about where it is (prevented: %s)', async (prevented) => {
    await desktop.evaluate(({ app }, isPrevented) => {
      const { events } = globalThis as unknown as Kept;
      app.on('web-contents-created', (_event, contents) => {
        contents.on('will-attach-webview', (event, preferences, { src }) => {
          events.push([src, preferences.nodeIntegration]);
          if (isPrevented) event.preventDefault();
        });
      });
    }, prevented);
    page = await openWindow(desktop, WEBVIEW, { webPreferences: { webviewTag: true } });
    await expect.poll(() => readEvents(desktop)).toEqual([['https://example.org/inner', true]]);
    expect((await desktop.double?.escapes())?.length).toBe(prevented ? 0 : 1);
  });
});

describe('preferences', () => {
  it('have Electron’s defaults, and what follows from one another', async () => {
    await desktop.evaluate(({ BrowserWindow }) => {
      for (const webPreferences of [{}, { nodeIntegration: true }, { webSecurity: false }])
        new BrowserWindow({ show: false, webPreferences });
    });
    const [plain, node, insecure] = (await desktop.double?.effectivePreferences()) ?? [];
    expect(plain).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: true,
      safeDialogs: false,
    });
    expect(node).toMatchObject({ nodeIntegration: true, sandbox: false });
    expect(insecure).toMatchObject({ webSecurity: false, allowRunningInsecureContent: true });
    await closeWindows(desktop);
  });
});
