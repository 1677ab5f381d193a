/** A hostile article, even if sanitising failed: its markup is in the page, and nothing comes of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECURITY_HEADERS } from '../../../src/shared/policies/headers';
import { goTo } from '../desk';
import { attack, reload, settle } from './attacked';
import { HOSTILE } from './hostile-markup';
import { receivedCalls, recordCalls } from './main-side';

const attacked = attack();
const asked: string[] = [];
/** The first page of all says so itself, whenever it comes to it. */
const WELCOMED = "[ 'settings.set', { welcomed: true } ]";

beforeAll(async () => {
  await recordCalls(attacked.desktop);
  attacked.desktop.context.on('requestfinished', (request) => void asked.push(request.url()));
  attacked.desktop.context.on('requestfailed', (request) => {
    // What a policy has stopped was never asked for, and says why in a word of its own; where to go, the guard is asked.
    const hasBeenAsked = request.failure()?.errorText.startsWith('net::') === true;
    if (hasBeenAsked && !request.isNavigationRequest()) asked.push(request.url());
  });
  await goTo(attacked.page, '/article/izbica-massacre');
});
afterAll(() => goTo(attacked.page, '/').catch(() => {}));

/** As a sanitiser would that lets everything through: by the one policy that may make trusted markup of text. */
async function plant(markup: string): Promise<void> {
  await attacked.page.evaluate((html) => {
    interface Rules {
      createHTML(text: string): string;
    }
    const page = window as unknown as {
      trustedTypes: { createPolicy(name: string, rules: Rules): Rules };
      trusting?: Rules;
    };
    page.trusting ??= page.trustedTypes.createPolicy('dompurify', { createHTML: (text) => text });
    document.querySelector('#planted')?.remove();
    const section = Object.assign(document.createElement('section'), { id: 'planted' });
    section.innerHTML = page.trusting.createHTML(html);
    document.querySelector('main')?.prepend(section);
  }, markup);
}

/** Whatever can be clicked there is clicked. */
async function clickAll(): Promise<void> {
  await attacked.page
    .evaluate(() => {
      for (const element of document.querySelectorAll('#planted *')) {
        if (element instanceof HTMLElement) element.click();
        else element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
        if (element instanceof HTMLInputElement) element.focus();
      }
      for (const form of document.querySelectorAll<HTMLFormElement>('form#f, #planted form'))
        HTMLFormElement.prototype.requestSubmit.call(form);
    })
    .catch(() => {});
}

async function expectNothingCame(at: string): Promise<void> {
  const { desktop, page } = attacked;
  await settle(page, 120);
  expect(page.url()).toBe(at);
  expect(await page.evaluate(() => (window as unknown as { ran?: unknown }).ran)).toBeUndefined();
  const calls = (await receivedCalls(desktop)).filter((call) => call.includes('settings.set'));
  expect(calls.filter((call) => call !== WELCOMED)).toEqual([]);
  const own = [desktop.pageAddress('paralel-app://app/'), 'data:', 'blob:'];
  expect(asked.splice(0).filter((url) => !own.some((start) => url.startsWith(start)))).toEqual([]);
  expect(desktop.windows()).toEqual([page]);
}

describe('markup that got into an article does nothing', () => {
  it.each(HOSTILE.map((markup) => ({ markup })))('$markup', async ({ markup }) => {
    const { page } = attacked;
    const at = page.url();
    await plant(markup);
    expect(await page.locator('#planted').count()).toBe(1);
    await clickAll();
    await expectNothingCame(at);
  });

  it('and the article is still there', async () => {
    await reload(attacked.desktop, attacked.page);
    expect(await attacked.page.locator('#planted').count()).toBe(0);
  });
});

describe('markup that a page of ours came with does nothing', () => {
  beforeAll(() =>
    attacked.desktop.evaluate(
      ({ protocol }, { headers, hostile }) => {
        protocol.unhandle('paralel-app');
        protocol.handle('paralel-app', ({ url }) => {
          const n = Number(new URL(url).searchParams.get('n'));
          const page = `<!doctype html><meta charset="utf-8"><main><h1>Hostile</h1><section id="planted">${hostile[n] ?? ''}</section></main>`;
          return new Response(page, { headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' } });
        });
      },
      { headers: { ...SECURITY_HEADERS }, hostile: [...HOSTILE] },
    ),
  );

  it.each(HOSTILE.map((markup, n) => ({ n, markup })))('$markup', async ({ n }) => {
    const { desktop, page } = attacked;
    const loaded = page.waitForEvent('load');
    await desktop.evaluate(
      ({ BrowserWindow }, address) => void BrowserWindow.getAllWindows()[0]?.loadURL(address),
      `paralel-app://app/?n=${n}`,
    );
    await loaded;
    expect(await page.locator('h1').textContent()).toBe('Hostile');
    const at = page.url();
    await clickAll();
    await expectNothingCame(at);
  });
});
