/** What only the loopback host has: tabs that go without a word, addresses, a reading room. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BrowserReader, openInBrowser } from '../support/browser-reader';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });

describe('a browser', () => {
  let reader: BrowserReader;
  beforeAll(async () => {
    reader = await openInBrowser();
  });
  afterAll(() => reader.close());

  it('keeps where its reader was, although the tab went at once', async () => {
    await reader.goTo('/article/drenica-massacres');
    await reader.page.locator('[data-block="aftermath-3"]').first().scrollIntoViewIfNeeded();
    await reader.page.goto('about:blank');
    await reader.goTo('/names');
    const kept = () => reader.call('reading.position', { article: 'drenica-massacres' });
    await expect.poll(kept).toMatchObject({ article: 'drenica-massacres' });
    await reader.goTo('/');
    await reader.page.getByText('Continue reading').waitFor();
  });

  it('lists the keys that work in it, and no others', async () => {
    await reader.goTo('/keys');
    const main = await reader.page.getByRole('main').innerText();
    for (const command of ['Search the library', 'Find in this article', 'Keyboard shortcuts'])
      expect(main).toContain(command);
    for (const command of ['New window', 'Copy link', 'Articles']) expect(main).not.toContain(command);
  });

  it('can open the reader a second time by the same address, and nobody can without it', async () => {
    const again = await reader.browser.newContext();
    const page = await again.newPage();
    expect((await page.goto(`${reader.origin}/`))?.status()).toBe(403);
    await page.goto(reader.address);
    await page.locator('main h1').first().waitFor();
    expect(page.url()).not.toContain('token');
    await again.close();
  });
});

describe('an address outside of Paralel', () => {
  let reader: BrowserReader;
  beforeAll(async () => {
    reader = await openInBrowser();
    await reader.withSettings({ interfaceLang: 'en', readingLangs: ['en'] });
  });
  afterAll(() => reader.close());
  beforeEach(() => reader.goTo('/article/izbica-massacre'));

  const ADDRESS = 'https://creativecommons.org/licenses/by-sa/4.0/';
  const link = () => reader.page.getByRole('link', { name: `${ADDRESS}, outside of Paralel` });
  const dialog = () => reader.page.getByRole('dialog', { name: 'Open this address outside of Paralel?' });

  /** In place of what would open it: where it would have led. */
  const watchOpening = () =>
    reader.page.evaluate(() => {
      window.open = (...given) => {
        document.title = given.join(' ');
        return null;
      };
    });

  it('is shown as it is, and not opened by whoever stays', async () => {
    await watchOpening();
    await link().focus();
    await reader.page.keyboard.press('Enter');
    await dialog().getByText(ADDRESS, { exact: true }).waitFor();
    // Staying is what the next Enter does.
    await reader.page.keyboard.press('Enter');
    await dialog().waitFor({ state: 'detached' });
    expect(await reader.page.title()).not.toContain('https:');
    expect(await link().evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('is opened by whoever says so, without a way back to the reader', async () => {
    await watchOpening();
    await link().click();
    await dialog().getByRole('button', { name: 'Open the address' }).click();
    expect(await reader.page.title()).toBe(`${ADDRESS} _blank noopener,noreferrer`);
    await dialog().waitFor({ state: 'detached' });
  });

  it('is nothing that a middle click or a drag could follow', async () => {
    const pages = reader.context.pages().length;
    await link().click({ button: 'middle' });
    await link().click({ modifiers: ['Control'] });
    await dialog().waitFor();
    expect(reader.context.pages()).toHaveLength(pages);
    expect(await reader.page.locator('a[href^="http"]').count()).toBe(0);
  });
});

describe('a reading room', () => {
  let reader: BrowserReader;
  beforeAll(async () => {
    reader = await openInBrowser({ isFirstRun: true, serveOptions: ['--read-only'] });
  });
  afterAll(() => reader.close());

  it('says at once that nothing is kept, and shows no path of its machine', async () => {
    await heading(reader.page, 'Welcome to Paralel').waitFor();
    const main = await reader.page.getByRole('main').innerText();
    expect(main).toContain('This is a reading room');
    expect(main).not.toContain(reader.library);
    expect(main).not.toContain('notebook.db');
    await reader.page.getByText('Reading room: nothing is kept here.').waitFor();
  });

  it('takes a choice for this page only, and asks nobody to keep anything', async () => {
    await reader.page.getByRole('radio', { name: 'Dark' }).check({ force: true });
    await reader.page.getByRole('link', { name: 'Begin reading' }).click();
    await reader.page.getByRole('link', { name: 'Drenica massacres' }).first().click();
    await heading(reader.page, 'Drenica massacres').waitFor();
    expect(await reader.page.locator('html').getAttribute('data-theme')).toBe('dark');
    await reader.page.locator('#scroller').evaluate((element) => element.scrollBy(0, 900));
    await reader.page.getByRole('link', { name: 'Articles', exact: false }).first().click();
    await heading(reader.page, 'Drenica, 1998–1999').waitFor();
    expect(await reader.page.getByText('Continue reading').count()).toBe(0);
    expect(reader.requests.filter((url) => /settings\.set|reading\.keep/u.test(url))).toEqual([]);
    expect(reader.complaints).toEqual([]);
    await reader.page.reload();
    await heading(reader.page, 'Welcome to Paralel').waitFor();
    expect(await reader.page.locator('html').getAttribute('data-theme')).toBe('system');
  });
});
