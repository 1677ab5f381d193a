/** What leaves a page: the application's own scheme, requests that it refuses, and those that would have escaped. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Desktop } from '../driver';
import {
  fixture,
  type Kept,
  closeWindows,
  openWindow,
  serve,
  startFixture,
  takeEvents,
} from './fixtures/app';

let desktop: Desktop;
beforeAll(async () => {
  desktop = await startFixture();
});
afterAll(() => desktop.close());
afterEach(async () => {
  await closeWindows(desktop);
  await desktop.evaluate(({ session }) => session.defaultSession.webRequest.onBeforeRequest(null));
});

const escapes = async (): Promise<string[]> =>
  ((await desktop.double?.escapes()) ?? []).map(({ url }) => url);
const text = (page: Page, url: string): Promise<string> =>
  page.evaluate(
    (address) =>
      fetch(address).then(
        (response) => response.text(),
        (error: Error) => error.name,
      ),
    url,
  );

describe('a scheme of the application', () => {
  it('is asked with the address, the method and the body that the page sent', async () => {
    await desktop.evaluate(({ protocol }) => {
      protocol.unhandle('test-app');
      protocol.handle('test-app', async (request) => {
        const said = [request.method, request.url, request.headers.get('x-place'), await request.text()];
        return new Response(JSON.stringify(said), { headers: { 'content-type': 'text/plain' } });
      });
    });
    const page = await openWindow(desktop, '');
    const said = await page.evaluate(() =>
      fetch('/names?q=%C3%AB', { method: 'PUT', headers: { 'x-place': 'Drenica' }, body: 'Izbicë' }).then(
        (response) => response.json() as Promise<unknown>,
      ),
    );
    expect(said).toEqual(['PUT', 'test-app://app/names?q=%C3%AB', 'Drenica', 'Izbicë']);
    await desktop.evaluate(({ protocol }) => {
      const { pages } = globalThis as unknown as Kept;
      protocol.unhandle('test-app');
      protocol.handle('test-app', ({ url }) => {
        const { host, pathname } = new URL(url);
        if (pathname === '/broken') throw new Error('broken');
        const page = pages[`${host}${pathname}`] ?? { status: 404 };
        const { status = 200, headers = {}, body = '' } = typeof page === 'string' ? { body: page } : page;
        return new Response(body, {
          status,
          headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
        });
      });
    });
  });

  it('keeps statuses, headers and bytes', async () => {
    await serve(desktop, { 'app/there': { status: 201, headers: { 'x-library': 'yes' }, body: 'Избица' } });
    const page = await openWindow(desktop, '');
    const got = await page.evaluate(() =>
      fetch('/there').then(async (r) => [r.status, r.headers.get('x-library'), await r.text()]),
    );
    expect(got).toEqual([201, 'yes', 'Избица']);
  });

  it('fails for the page where the handler fails', async () => {
    const page = await openWindow(desktop, '');
    expect(await text(page, '/broken')).toBe('TypeError');
  });

  it('has an origin, a secure one, and one for each host', async () => {
    await serve(desktop, { 'other/secret': 'secret' });
    const page = await openWindow(desktop, '');
    expect(await page.evaluate(() => [isSecureContext, location.origin === 'null'])).toEqual([true, false]);
    expect(await text(page, desktop.pageAddress('test-app://other/secret'))).toBe('TypeError');
  });

  it('may name its addresses in headers and documents', async () => {
    await serve(desktop, { 'other/framed': '<title>Framed</title>' });
    const page = await openWindow(desktop, {
      headers: { 'content-security-policy': "default-src 'none'; frame-src test-app://other" },
      body: '<iframe src="test-app://other/framed"></iframe>',
    });
    await expect
      .poll(() => page.frames().map((frame) => desktop.appAddress(frame.url())))
      .toContain('test-app://other/framed');
  });

  it('has to be registered in time, and as one with an origin', async () => {
    const messages = await desktop.evaluate(({ protocol }) => {
      const attempts = [
        () => protocol.registerSchemesAsPrivileged([{ scheme: 'late' }]),
        () => protocol.handle('unregistered', () => new Response()),
        () => protocol.handle('test-app', () => new Response()),
      ];
      return attempts.map((attempt) => {
        try {
          attempt();
          return '';
        } catch (error) {
          return (error as Error).message;
        }
      });
    });
    expect(messages[0]).toBe('protocol.registerSchemesAsPrivileged should be called before app is ready');
    expect(messages[1]).toContain("'unregistered' was not registered as a standard scheme");
    expect(messages[2]).toContain('has been intercepted already');
  });
});

describe('a request for anything else', () => {
  const LEAVING = `<link rel="stylesheet" href="https://example.org/a.css"><img src="https://192.0.2.1/a.png">
    <script src="https://example.org/a.js"></script>
    <script>
      navigator.sendBeacon('https://example.org/beacon');
      fetch('https://example.org/preflighted', { method: 'PUT', headers: { 'x-a': 'b' } }).catch(() => {});
      new Worker(URL.createObjectURL(new Blob(["fetch('https://example.org/worker').catch(() => {})"])));
      new EventSource('https://example.org/events');
      const frame = document.createElement('iframe');
      frame.srcdoc = '<script>fetch("https://example.org/sandboxed").catch(() => {})</' + 'script>';
      frame.sandbox = 'allow-scripts';
      addEventListener('DOMContentLoaded', () => document.body.append(frame));
    </script>`;
  const ALL = [
    'https://192.0.2.1/a.png',
    ...['a.css', 'a.js', 'beacon', 'events', 'preflighted', 'sandboxed', 'worker'].map(
      (path) => `https://example.org/${path}`,
    ),
  ];

  it('is an escape, whoever makes it, and reaches nobody', async () => {
    await openWindow(desktop, LEAVING);
    await expect.poll(async () => [...new Set(await escapes())].sort()).toEqual(ALL);
  });

  it('is none where the application refuses it, and it is asked about each', async () => {
    await desktop.evaluate(({ session }) => {
      const { events } = globalThis as unknown as Kept;
      session.defaultSession.webRequest.onBeforeRequest(({ url, resourceType, webContentsId }, decide) => {
        events.push([url, resourceType, typeof webContentsId]);
        decide({ cancel: !url.startsWith('test-app://') });
      });
    });
    const before = await escapes();
    await openWindow(desktop, LEAVING);
    const asked: unknown[] = [];
    await expect
      .poll(async () => {
        asked.push(...(await takeEvents(desktop)));
        return [...new Set((asked as string[][]).map(([url]) => url))]
          .filter((url) => !url?.startsWith('test-app'))
          .sort();
      })
      .toEqual(ALL);
    expect(asked).toEqual(
      expect.arrayContaining([
        ['test-app://app/', 'mainFrame', 'number'],
        ['https://example.org/a.css', 'stylesheet', 'number'],
        ['https://example.org/a.js', 'script', 'number'],
        ['https://192.0.2.1/a.png', 'image', 'number'],
        ['https://example.org/beacon', 'ping', 'number'],
        ['https://example.org/preflighted', 'xhr', 'number'],
      ]),
    );
    expect(await escapes()).toEqual(before);
  });

  it('is an escape also by a socket, which nobody is asked about', async () => {
    const page = await openWindow(desktop, '');
    await page.evaluate(() => void new WebSocket('wss://socket.example.org/'));
    await expect.poll(escapes).toContain('https://socket.example.org/');
  });

  it('reaches nobody on this machine either', async () => {
    const { server, port, heard } = await listen();
    const page = await openWindow(desktop, '');
    await text(page, `http://127.0.0.1:${port}/fetched`);
    await page.evaluate(
      (to) => new Promise((done) => (new WebSocket(`ws://localhost:${to}/socket`).onerror = done)),
      port,
    );
    expect(heard).toEqual([]);
    expect(await escapes()).toEqual(expect.arrayContaining([`http://127.0.0.1:${port}/fetched`]));
    server.close();
  });

  it('is none of Chromium’s own', async () => {
    const idle = await startFixture({ args: ['--window'] });
    try {
      await idle.firstWindow();
      await new Promise((done) => setTimeout(done, 3000));
      expect(await idle.double?.escapes()).toEqual([]);
    } finally {
      await idle.close();
    }
  });
});

describe('a switch that the application appends', () => {
  it('is Chromium’s too: names that lead nowhere are not even asked of a proxy', async () => {
    const quiet = await startFixture({ program: fixture('quiet.mjs') });
    try {
      const page = await openWindow(quiet, '');
      await page.evaluate(
        () => new Promise((done) => (new WebSocket('wss://socket.example.org/').onerror = done)),
      );
      expect(await quiet.double?.escapes()).toEqual([]);
    } finally {
      await quiet.close();
    }
  });
});

async function listen(): Promise<{ server: Server; port: number; heard: string[] }> {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((done) => server.listen(0, done));
  return { server, port: (server.address() as AddressInfo).port, heard };
}
