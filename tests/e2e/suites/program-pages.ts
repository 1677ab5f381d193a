import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import packageFile from '../../../package.json' with { type: 'json' };
import type { OpenReader, Reader } from '../../support/reader';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });

export function programPagesSuite(open: OpenReader): void {
  let reader: Reader;
  beforeAll(async () => {
    reader = await open();
    await reader.withSettings({ interfaceLang: 'en', readingLangs: ['en'] });
  });
  afterAll(() => reader.close());

  describe('the pages about the program', () => {
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
      const { engine } = await reader.call('shell.info', {});
      expect(engine).toMatch(/^(Node|Electron) \d+\.\d+/u);
      await main.getByText(engine, { exact: true }).waitFor();
      const own = main.locator('details').filter({ has: reader.page.getByText('Paralel', { exact: true }) });
      expect(await own.innerText()).not.toContain('WITHOUT WARRANTY');
      await own.locator('summary').click();
      await own.getByText('WITHOUT WARRANTY').waitFor();
    });

    it('are opened by a key from anywhere', async () => {
      await reader.goTo('/names');
      await reader.page.keyboard.press('Control+/');
      await heading(reader.page, 'Keyboard shortcuts').waitFor();
    });

    it('copy the path of the library', async () => {
      await reader.goTo('/settings');
      await reader.page.getByRole('button', { name: `Copy ${reader.library}`, exact: true }).click();
      await reader.page.getByText(`${reader.library} was copied.`).waitFor();
      await reader.page.keyboard.press('Control+k');
      await reader.page.keyboard.press('Control+v');
      expect(await reader.page.getByRole('searchbox').inputValue()).toBe(reader.library);
    });
  });

  describe('the keys of an article', () => {
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

  describe('a page that is loaded again', () => {
    it('is where the reader was, with its name card, although its address asks for another block', async () => {
      await reader.goTo('/article/drenica-massacres?block=events-1998-2&name=pl-drenica');
      const block = reader.page.locator('[data-block="aftermath-3"]').first();
      const top = () => block.evaluate((element) => element.getBoundingClientRect().top);
      await block.scrollIntoViewIfNeeded();
      await reader.page.locator('#scroller').evaluate((element) => element.scrollBy(0, 150));
      const before = await top();
      // The desktop answers no page that has gone, so that the place has to be kept by then.
      const isKept = async () => {
        const kept = await reader.call('reading.position', { article: 'drenica-massacres' });
        return kept?.block.startsWith('aftermath') ?? false;
      };
      await expect.poll(isKept).toBe(true);
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
}
