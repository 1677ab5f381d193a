/** Checklist, 17: who may call. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { attack, closeOthers, reload, settle, whilePrinting } from './attacked';
import { callAsEveryFrame } from './main-side';

const attacked = attack();

/** With everything that a page can put into itself, and nothing that a policy of its own stops. */
async function addFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const add = (attributes: Record<string, string>): void => {
      const frame = document.createElement('iframe');
      for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value);
      document.body.append(frame);
    };
    add({});
    add({ src: 'about:blank' });
    add({ src: URL.createObjectURL(new Blob(['<p>x'], { type: 'text/html' })) });
    add({ src: 'data:text/html,<p>x' });
    add({ src: new URL('/', location.href).href });
    add({ src: new URL('/print.html', location.href).href });
    add({ sandbox: 'allow-scripts' });
    // A document that is opened anew has the address of who opened it.
    const impostor = document.body.appendChild(document.createElement('iframe')).contentWindow;
    impostor?.document.open();
    impostor?.history.replaceState(null, '', '/#/settings');
  });
  await settle(page);
}

/** A window that is none of the reader's: our own page with our own preload script, in a window that somebody else made. */
async function openStranger(options: Electron.WebPreferences = {}): Promise<Page> {
  const opened = attacked.desktop.nextWindow();
  await attacked.desktop.evaluate(({ app, BrowserWindow }, more) => {
    const preload = `${app.getAppPath()}/out/preload/index.cjs`;
    const window = new BrowserWindow({ show: false, webPreferences: { preload, ...more } });
    window.loadURL('paralel-app://app/').catch(() => undefined);
  }, options);
  const page = await opened;
  await page.waitForFunction(() => window.paralel !== undefined);
  return page;
}

describe('a call', () => {
  it('is answered to the page of a reader’s window, and to no frame within it', async () => {
    await addFrames(attacked.page);
    const callers = await callAsEveryFrame(attacked.desktop);
    expect(
      callers.filter(({ code }) => code === 'ok').map(({ isTop, url }) => [isTop, url.split('#')[0]]),
    ).toEqual([[true, 'paralel-app://app/']]);
    expect(callers.filter(({ code }) => code !== 'call.refused')).toHaveLength(1);
    expect(callers.filter(({ isTop }) => !isTop).length).toBeGreaterThanOrEqual(6);
    // One of them has taken our address.
    expect(callers.filter(({ isTop, url }) => !isTop && url.startsWith('paralel-app://app/'))).toHaveLength(
      1,
    );
    await reload(attacked.desktop, attacked.page);
  });

  it('is refused to a window that is none of the reader’s, though the page and its bridge are ours', async () => {
    const page = await openStranger();
    const answer = await page.evaluate(() => window.paralel?.call('settings.get', {}));
    expect(answer).toMatchObject({ ok: false, error: { code: 'call.refused' } });
    await closeOthers(attacked);
  });

  it('is refused to a frame that has a bridge of its own', async () => {
    const page = await openStranger({ nodeIntegrationInSubFrames: true });
    await addFrames(page);
    const answers = await Promise.all(
      page
        .frames()
        .map((frame) =>
          frame
            .evaluate(() => window.paralel?.call('settings.get', {}))
            .catch(() => ({ ok: false, error: { code: 'no bridge' } })),
        ),
    );
    expect(answers.length).toBeGreaterThanOrEqual(7);
    expect(answers.filter((answer) => answer?.ok === true)).toEqual([]);
    await closeOthers(attacked);
  });

  it('is refused to the window in which a handout is printed', async () => {
    await whilePrinting(attacked, async () => {
      const callers = await callAsEveryFrame(attacked.desktop);
      const printing = callers.filter(({ url }) => url.startsWith('paralel-app://print/'));
      expect(printing.map(({ code }) => code)).toEqual(['call.refused']);
    });
  });

  it('from a page that goes at once harms nobody', async () => {
    const { page } = attacked;
    for (let i = 0; i < 5; i += 1) {
      await page.evaluate(() => {
        for (let n = 0; n < 50; n += 1) void window.paralel?.call('articles.list', {});
        location.reload();
      });
      await page.locator('main h1').first().waitFor();
    }
    expect(attacked.desktop.output()).not.toMatch(/Error occurred in handler|Uncaught|Unhandled/u);
  });
});
