/** Checklist, 1, 12 and 13, where every other lock has failed: a page of our own origin that no header binds. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attack, reload, settle } from './attacked';
import { FOREIGN } from './foreign';
import { listen, type Listener } from './listener';
import { tryWaysOut } from './ways-out';

const attacked = attack();
let listener: Listener;

beforeAll(async () => {
  listener = await listen();
  await attacked.desktop.evaluate(({ protocol }) => {
    protocol.unhandle('paralel-app');
    protocol.handle('paralel-app', ({ url }) => {
      const to = new URL(url).searchParams.get('to');
      if (to !== null) return new Response(null, { status: 302, headers: { Location: to } });
      return new Response('<!doctype html><main><h1>Bare</h1></main>', {
        headers: { 'Content-Type': 'text/html' },
      });
    });
  });
  await reload(attacked.desktop, attacked.page);
});
afterAll(() => listener.close());

/** The addresses of all frames in the page, but for those that show nothing or say that they may not. */
const shown = (): string[] =>
  attacked.page
    .frames()
    .filter((frame) => frame.parentFrame())
    .map((frame) => frame.url())
    .filter((url) => !['', 'about:blank', 'chrome-error://chromewebdata/'].includes(url));

describe('a page without a policy', () => {
  it('runs what it likes', async () => {
    const ran = await attacked.page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "ran"';
      document.head.append(script);
      return document.title;
    });
    expect(ran).toBe('ran');
  });

  it('is not heard outside', async () => {
    for (const address of [
      'https://evil.example/',
      `http://127.0.0.1:${listener.port}/`,
      'file:///etc/passwd?',
    ])
      await attacked.page.evaluate(tryWaysOut, address);
    await settle(attacked.page, 1_500);
    expect([listener.connections, listener.packets]).toEqual([0, 0]);
    await reload(attacked.desktop, attacked.page);
  });

  it('shows nothing of others in its frames', async () => {
    const { desktop, page } = attacked;
    const blob = await page.evaluate(() => URL.createObjectURL(new Blob(['<p>x'], { type: 'text/html' })));
    const addresses = [...FOREIGN.filter((address) => !address.startsWith('javascript:')), blob].map(
      desktop.pageAddress,
    );
    await page.evaluate((list) => {
      for (const address of list) {
        document.body.append(Object.assign(document.createElement('iframe'), { src: address }));
        const later = document.body.appendChild(document.createElement('iframe'));
        if (later.contentWindow) later.contentWindow.location.href = address;
      }
    }, addresses);
    await expect.poll(() => page.frames().length, { timeout: 20_000 }).toBeGreaterThan(addresses.length);
    await settle(page, 1_000);
    expect(shown()).toEqual([]);
    await reload(desktop, page);
  });

  it('is not led away by an answer of ours that redirects', async () => {
    const { desktop, page } = attacked;
    const before = page.url();
    // Chromium itself follows none to a file or into an address that is its own content.
    const elsewhere = [
      'https://evil.example/',
      `http://127.0.0.1:${listener.port}/`,
      desktop.pageAddress('paralel-app://print/'),
    ];
    for (const to of elsewhere) {
      await page
        .evaluate(async (address) => {
          const here = `/?${new URLSearchParams({ to: address })}`;
          new Image().src = here;
          document.body.append(Object.assign(document.createElement('iframe'), { src: here }));
          await fetch(here).catch(() => {});
          location.href = here;
        }, to)
        .catch(() => {});
      await settle(page);
      expect(page.url(), to).toBe(before);
      expect(shown(), to).toEqual([]);
    }
    expect([listener.connections, listener.packets]).toEqual([0, 0]);
    await reload(desktop, page);
  });
});

it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
  'Electron’s question %s is answered',
  async (question) => {
    const answers = await attacked.desktop.evaluate(
      ({ BrowserWindow }, { name, addresses }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        return addresses.map((url) => {
          let isStopped = false;
          contents?.emit(name as 'will-navigate', { url, preventDefault: () => (isStopped = true) } as never);
          return isStopped;
        });
      },
      { name: question, addresses: [...FOREIGN, 'paralel-app://app/#/names'] },
    );
    expect(answers).toEqual([...FOREIGN.map(() => true), false]);
  },
);
