import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { openReader, type Reader } from '../support/reader';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });

describe('the pages about the program', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await openReader();
  });
  afterAll(() => reader.close());
  beforeEach(() => reader.withSettings({ interfaceLang: 'en', readingLangs: ['en'] }));

  it('are found from Settings', async () => {
    for (const [link, title] of [
      ['Where things lie', 'Welcome to Paralel'],
      ['Keyboard shortcuts', 'Keyboard shortcuts'],
      ['About Paralel', 'About Paralel'],
    ] as const) {
      await reader.goTo('/settings');
      await reader.page.getByRole('main').getByRole('link', { name: link }).click();
      await heading(reader.page, title).waitFor();
    }
  });

  it('tell the version, what it runs on, and the licence of each part', async () => {
    await reader.goTo('/about');
    const main = reader.page.getByRole('main');
    await main.getByText(packageFile.version, { exact: true }).first().waitFor();
    await main.getByText(/^Node \d+\.\d+/u).waitFor();
    const own = main.locator('details').filter({ has: reader.page.getByText('Paralel', { exact: true }) });
    expect(await own.innerText()).not.toContain('WITHOUT WARRANTY');
    await own.locator('summary').click();
    await own.getByText('WITHOUT WARRANTY').waitFor();
  });

  it('list the keys that work in a browser, and no others', async () => {
    await reader.goTo('/keys');
    const main = await reader.page.getByRole('main').innerText();
    for (const command of ['Search the library', 'Find in this article', 'Keyboard shortcuts'])
      expect(main).toContain(command);
    for (const command of ['New window', 'Copy link', 'Articles']) expect(main).not.toContain(command);
  });

  it('are opened by a key from anywhere', async () => {
    await reader.goTo('/names');
    await reader.page.keyboard.press('Control+/');
    await heading(reader.page, 'Keyboard shortcuts').waitFor();
  });

  it('copy the path of the library', async () => {
    await reader.goTo('/settings');
    await reader.page.getByRole('button', { name: `Copy ${reader.folder}/library` }).click();
    await reader.page.getByText(`${reader.folder}/library was copied.`).waitFor();
    await reader.page.keyboard.press('Control+k');
    await reader.page.keyboard.press('Control+v');
    expect(await reader.page.getByRole('searchbox').inputValue()).toBe(`${reader.folder}/library`);
  });
});

describe('the keys of an article', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await openReader();
  });
  afterAll(() => reader.close());
  beforeEach(() => reader.goTo('/article/izbica-massacre'));

  const findField = () => reader.page.getByRole('textbox', { name: 'Find in this article' });
  const printDialog = () => reader.page.getByRole('dialog', { name: 'Print a handout' });

  it('open the find bar and the print dialog', async () => {
    await reader.page.keyboard.press('Control+f');
    await findField().waitFor();
    await reader.page.keyboard.press('Escape');
    await reader.page.keyboard.press('Control+p');
    await printDialog().waitFor();
  });

  it('reach nothing behind a dialog', async () => {
    await reader.page.keyboard.press('Control+p');
    await printDialog().waitFor();
    await reader.page.keyboard.press('Control+f');
    await reader.page.keyboard.press('Control+k');
    expect(await findField().count()).toBe(0);
    expect(await printDialog().evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
  });

  it('work where Serbian is typed in Cyrillic', async () => {
    await reader.page.evaluate(() =>
      window.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ф', code: 'KeyF', ctrlKey: true, cancelable: true }),
      ),
    );
    await findField().waitFor();
  });
});

describe('an address outside of Paralel', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await openReader();
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

describe('a page that is loaded again', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await openReader();
    await reader.withSettings({ interfaceLang: 'en', readingLangs: ['en'] });
  });
  afterAll(() => reader.close());

  it('is where the reader was, with its name card, although its address asks for another block', async () => {
    await reader.goTo('/article/drenica-massacres?block=events-1998-2&name=pl-drenica');
    const block = reader.page.locator('[data-block="aftermath-3"]').first();
    const top = () => block.evaluate((element) => element.getBoundingClientRect().top);
    await block.scrollIntoViewIfNeeded();
    await reader.page.locator('#scroller').evaluate((element) => element.scrollBy(0, 150));
    const before = await top();
    await reader.page.reload();
    await reader.page
      .getByRole('complementary', { name: 'Name card' })
      .getByRole('heading')
      .first()
      .waitFor();
    await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(24);
  });
});

describe('what is dropped on the window', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await openReader();
  });
  afterAll(() => reader.close());

  async function drop(name: string): Promise<boolean> {
    return reader.page.evaluate((name) => {
      const data = new DataTransfer();
      data.items.add(new File(['x'], name));
      const init = { dataTransfer: data, bubbles: true, cancelable: true };
      const main = document.querySelector('main');
      const isOver = main?.dispatchEvent(new DragEvent('dragover', init));
      const isDropped = main?.dispatchEvent(new DragEvent('drop', init));
      return isOver === false && isDropped === false;
    }, name);
  }

  it('is not opened in its place, and the reader is told', async () => {
    await reader.goTo('/names');
    // What the page has taken up, the browser does nothing with.
    expect(await drop('letter.docx')).toBe(true);
    await reader.page.getByText('Paralel cannot read this kind of file: letter.docx').waitFor();
  });
});
