/** The host's guards as a real browser meets them: a page of ours, and pages of others on the same machine. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium } from '../../support/chromium';
import { startTestHost, type TestHost } from '../../support/host';

let browser: Browser;
let context: BrowserContext;
let host: TestHost;
beforeAll(async () => {
  browser = await launchChromium();
});
beforeEach(async () => {
  host = await startTestHost({ windows: { ping: 100 } });
  context = await browser.newContext();
});
afterEach(async () => {
  await context.close();
  await host.close();
});
afterAll(() => browser.close());

/** A page of ours, let in by the printed address. */
async function enter(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${host.origin}/?token=${host.session.token}`);
  return page;
}

interface Asking {
  method: 'POST';
  body: string;
  headers?: Record<string, string>;
  mode?: 'no-cors';
  keepalive?: boolean;
}

/** Opens a socket as the window does; answers how it began. It stays open as long as the page. */
const opensSocket = (page: Page, port: number): Promise<'open' | 'error'> =>
  page.evaluate(
    (port) =>
      new Promise((resolve) => {
        const socket = new WebSocket(`ws://${location.hostname}:${port}/events?window=w-1`);
        socket.onopen = () => resolve('open' as const);
        socket.onerror = () => resolve('error' as const);
      }),
    port,
  );

describe('a page of ours', () => {
  it('may listen: its Content-Security-Policy lets it', async () => {
    const page = await enter();
    expect(await opensSocket(page, host.port)).toBe('open');
    await expect.poll(() => host.happened.filter((one) => one === 'came')).toHaveLength(1);
  });

  it('stays a window while it is frozen in the background', async () => {
    const page = await enter();
    await opensSocket(page, host.port);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(host.happened).not.toContain('lost');
    expect(host.happened).not.toContain('left');
  });

  it.each([
    ['loaded again', (page: Page) => page.reload()],
    ['left for another page', (page: Page) => page.goto('about:blank')],
    ['closed', (page: Page) => page.close()],
  ])('is no window any more once it is %s', async (_, leave) => {
    const page = await enter();
    await opensSocket(page, host.port);
    await leave(page);
    await expect.poll(() => host.happened.filter((one) => one === 'lost')).toHaveLength(1);
  });
});

describe('a page of another program on this machine, whose requests bring our cookie along,', () => {
  let foreign: ReturnType<typeof createServer>;
  let page: Page;
  let brought: IncomingMessage[];
  beforeEach(async () => {
    brought = [];
    foreign = createServer((request, response) => {
      brought.push(request);
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>Another</title>');
    }).listen(0, '127.0.0.1');
    await once(foreign, 'listening');
    await enter();
    page = await context.newPage();
    await page.goto(`http://127.0.0.1:${(foreign.address() as AddressInfo).port}/`);
    host.happened.length = 0;
  });
  afterEach(() => {
    foreign.closeAllConnections();
    foreign.close();
  });

  it('does bring it along: cookies know no ports', () => {
    expect(brought[0]?.headers.cookie).toContain(host.cookie);
  });

  it('may not listen', async () => {
    expect(await opensSocket(page, host.port)).toBe('error');
    expect(host.happened).toEqual([]);
  });

  it.each<[string, Asking]>([
    ['by a form’s types', { method: 'POST', body: '{}', headers: { 'content-type': 'text/plain' } }],
    ['by ours', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }],
    ['blindly', { method: 'POST', body: '{}', mode: 'no-cors' }],
    ['to keep alive', { method: 'POST', body: '{}', keepalive: true, mode: 'no-cors' }],
  ])('may ask nothing %s', async (_, init) => {
    await page.evaluate(
      async ([url, init]) => {
        await fetch(url, { ...init, credentials: 'include' }).catch(() => {});
        navigator.sendBeacon(url, '{}');
      },
      [`${host.origin}/call/settings.set`, init] as [string, Asking],
    );
    expect(host.asked).toEqual([]);
    expect(host.happened).toEqual([]);
  });

  it('may ask nothing by a form', async () => {
    await page.evaluate((url) => {
      const form = document.createElement('form');
      form.action = url;
      form.method = 'post';
      form.enctype = 'text/plain';
      document.body.append(form);
      form.submit();
    }, `${host.origin}/call/settings.set`);
    await page.waitForURL(/settings\.set/u);
    expect(host.asked).toEqual([]);
  });

  it('may read nothing, show nothing in a frame and run nothing of ours', async () => {
    const seen = await page.evaluate(async (origin) => {
      const read = await fetch(`${origin}/`, { credentials: 'include' }).then(
        (response) => response.text(),
        () => 'refused',
      );
      const loads = (tag: 'script' | 'img' | 'iframe', url: string) =>
        new Promise<string>((resolve) => {
          const element = document.createElement(tag);
          element.onload = () => {
            // A frame is told “loaded” of an error page as well, which nobody may look into either.
            const inner = element instanceof HTMLIFrameElement ? element.contentDocument : undefined;
            resolve(inner === undefined ? 'loaded' : inner === null ? 'closed' : inner.title);
          };
          element.onerror = () => resolve('refused');
          element.src = url;
          document.body.append(element);
        });
      return {
        read,
        script: await loads('script', `${origin}/assets/index-Ba3d_9fK.js`),
        image: await loads('img', `${origin}/index.html`),
        frame: await loads('iframe', `${origin}/`),
      };
    }, host.origin);
    expect(seen).toEqual({ read: 'refused', script: 'refused', image: 'refused', frame: 'closed' });
    const frame = page.frames().find((one) => one !== page.mainFrame());
    expect(await frame?.evaluate(() => document.title)).not.toBe('Paralel');
  });
});
