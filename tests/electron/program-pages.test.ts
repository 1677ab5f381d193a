import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { programPagesSuite } from '../e2e/suites/program-pages';
import { type DesktopReader, openOnDesktop } from '../support/desktop-reader';
import { answerDialogs, askedDialogs } from './driver';

programPagesSuite(openOnDesktop);

describe('on the desktop', () => {
  let reader: DesktopReader;
  beforeAll(async () => {
    reader = await openOnDesktop();
    await reader.withSettings({ interfaceLang: 'en', readingLangs: ['en'] });
  });
  afterAll(() => reader.close());

  it('every command has its key', async () => {
    await reader.goTo('/keys');
    const main = await reader.page.getByRole('main').innerText();
    for (const command of [
      'Search the library',
      'New window',
      'Close window',
      'Copy link to this page',
      'Articles',
    ])
      expect(main).toContain(command);
  });

  describe('an address outside of Paralel', () => {
    const ADDRESS = 'https://creativecommons.org/licenses/by-sa/4.0/';
    const link = () => reader.page.getByRole('link', { name: `${ADDRESS}, outside of Paralel` });
    const opened = () =>
      reader.desktop.evaluate(() => (globalThis as { openedOutside?: string[] }).openedOutside ?? []);

    /** In place of the system, which would open them. */
    beforeEach(() =>
      reader.desktop.evaluate(({ shell }) => {
        const list: string[] = [];
        Object.assign(globalThis, { openedOutside: list });
        Object.assign(shell, { openExternal: async (address: string) => void list.push(address) });
      }),
    );

    it.each([
      ['is not opened by whoever stays', 1, []],
      ['is opened by whoever says so', 0, [ADDRESS]],
    ])('%s', async (_, response, expected) => {
      await answerDialogs(reader.desktop, { showMessageBox: { response, checkboxChecked: false } });
      const before = (await askedDialogs(reader.desktop)).length;
      await reader.goTo('/article/izbica-massacre');
      await link().click();
      await expect.poll(async () => (await askedDialogs(reader.desktop)).length).toBe(before + 1);
      expect((await askedDialogs(reader.desktop)).at(-1)?.options).toMatchObject({
        message: expect.stringMatching(/^Open this address outside of Paralel\?/u),
        detail: ADDRESS,
        defaultId: 1,
      });
      // By the time that the shell answers anything else, it has opened the address or will not.
      await reader.call('shell.info', {});
      expect(await opened()).toEqual(expected);
      expect(await reader.page.getByRole('dialog').count()).toBe(0);
    });
  });
});
