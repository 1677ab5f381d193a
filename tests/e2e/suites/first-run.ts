import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenReader, Reader } from '../../support/reader';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });

export function firstRunSuite(open: OpenReader): void {
  describe('the first run', () => {
    let reader: Reader;
    beforeAll(async () => {
      reader = await open({ isFirstRun: true });
    });
    afterAll(() => reader.close());

    it('says what this is, what it is about, and where things lie', async () => {
      await heading(reader.page, 'Welcome to Paralel').waitFor();
      const main = await reader.page.getByRole('main').innerText();
      expect(main).toContain('killings of civilians, including children');
      for (const file of ['library.db', 'notebook.db', 'index.db']) expect(main).toContain(file);
      expect(main).toContain(reader.library);
      expect(main).toContain('sends nothing anywhere');
    });

    it('has its button in sight in a small window', async () => {
      await reader.page.setViewportSize({ width: 900, height: 700 });
      const button = reader.page.getByRole('link', { name: 'Begin reading' });
      const box = await button.boundingBox();
      expect(box && box.y + box.height).toBeLessThanOrEqual(700);
      await reader.page.setViewportSize({ width: 1280, height: 800 });
    });

    it('is shown again when the window was only closed', async () => {
      await reader.page.reload();
      await heading(reader.page, 'Welcome to Paralel').waitFor();
    });

    it('keeps nobody from an article that was asked for', async () => {
      await reader.goTo('/article/izbica-massacre');
      await heading(reader.page, 'Izbica massacre').waitFor();
      await reader.goTo('/');
      await heading(reader.page, 'Welcome to Paralel').waitFor();
    });

    it('lets the languages be chosen, begins reading in them, and does not come back', async () => {
      const main = reader.page.getByRole('main');
      await main.getByText('Shqip', { exact: true }).first().click();
      await heading(reader.page, 'Mirë se erdhe në Paralel').waitFor();
      const editions = main.getByRole('group', { name: 'Botimet për lexim' });
      await editions.getByRole('button', { name: 'Shqip' }).click();
      await editions.getByRole('button', { name: 'Srpski' }).click();
      await main.getByRole('link', { name: 'Fillo leximin' }).click();
      await reader.page.getByRole('link', { name: 'Masakra e Izbicës' }).first().click();
      await heading(reader.page, 'Masakra e Izbicës').waitFor();
      await heading(reader.page, 'Masakr u Izbici').waitFor();
      await reader.goTo('/');
      await heading(reader.page, 'Drenica, 1998–1999').waitFor();
    });
  });
}
