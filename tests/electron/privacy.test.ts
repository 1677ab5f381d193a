import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { privacySuite, tracesOf } from '../e2e/suites/privacy';
import { openOnDesktop } from '../support/desktop-reader';
import { ask, type Desk, goTo, type Home, makeHome, openDesk } from './desk';
import { answerDialogs, clickMenu, readMenu } from './driver';
import type { MenuEntry } from './driver/menu';

privacySuite(openOnDesktop);

describe('on the desktop', () => {
  let home: Home;
  let desk: Desk;
  beforeEach(async () => {
    home = makeHome();
    desk = await openDesk(home);
  });
  afterEach(async () => {
    await desk.desktop.close();
    home.remove();
  });

  const LINE = 'Private reading: nothing of what you read or set is kept.';
  const item = async (id: string): Promise<MenuEntry | undefined> =>
    (await readMenu(desk.desktop)).flatMap(({ submenu }) => submenu).find((one) => one.id === id);
  const recent = async () => (await item('recent'))?.submenu.map(({ id }) => id);
  const keep = (article: string) =>
    ask(desk.page, 'reading.keep', { article, block: 'lead-1', offset: 0 } as never);

  /** By its link, so that there is a way back. */
  async function follow(place: string, heading = place): Promise<void> {
    const link = desk.page.getByRole('navigation').getByRole('link', { name: new RegExp(`^${place}`, 'u') });
    await link.click();
    await desk.page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
  }

  it('private reading is switched in the menu or in a window, and is one for all', async () => {
    expect(await item('private')).toMatchObject({ type: 'checkbox', checked: false });
    await clickMenu(desk.desktop, 'private');
    await desk.page.getByText(LINE).waitFor();
    await expect.poll(async () => (await item('private'))?.checked).toBe(true);
    const next = desk.desktop.nextWindow();
    await clickMenu(desk.desktop, 'new-window');
    const second = await next;
    await second.getByText(LINE).waitFor();
    await second.getByRole('button', { name: 'End private reading' }).click();
    await desk.page.getByText(LINE).waitFor({ state: 'detached' });
    await expect.poll(async () => (await item('private'))?.checked).toBe(false);
  });

  it('private reading refuses what would be kept, and outlasts a page that stops', async () => {
    await clickMenu(desk.desktop, 'private');
    await desk.page.getByText(LINE).waitFor();
    await expect(keep('izbica-massacre')).rejects.toThrow('reading.private');
    await expect(ask(desk.page, 'settings.set', { theme: 'dark' })).rejects.toThrow('reading.private');
    await desk.desktop.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    // The page that Playwright knew is no more; the main process knows the one that took its place.
    const shown = (): Promise<string | undefined> =>
      desk.desktop.evaluate(async ({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        if (!contents || contents.isCrashed()) return undefined;
        return (await contents.executeJavaScript('document.body.innerText')) as string;
      });
    await expect.poll(shown, { timeout: 20_000 }).toContain('opened again where you were');
    expect(await shown()).toContain(LINE);
  });

  it('private reading leaves nothing in the program’s own folder, and no folder that was saved to', async () => {
    const folder = join(home.library, 'printed');
    mkdirSync(folder);
    await answerDialogs(desk.desktop, {
      showSaveDialog: { canceled: false, filePath: join(folder, 'izbica.pdf') },
    });
    await clickMenu(desk.desktop, 'private');
    await desk.page.getByText(LINE).waitFor();
    await goTo(desk.page, '/article/izbica-massacre');
    const request = { request: { articles: [{ id: 'izbica-massacre' }], langs: ['en'] } } as never;
    expect(await ask(desk.page, 'shell.print', request)).toMatchObject({ state: 'saved' });
    await desk.desktop.quit();
    // The double's Chromium is a browser, with a history of its own; Electron has none.
    rmSync(join(home.userData, 'Chromium of the double'), { recursive: true, force: true });
    expect(tracesOf('izbica-massacre', home.userData)).toEqual({});
    const state = join(home.userData, 'windows.json');
    expect(existsSync(state) ? readFileSync(state, 'utf8') : '').not.toContain(folder);
  });

  it.each(['the menu', 'a window'])(
    'what was read is forgotten from %s, everywhere at once',
    async (where) => {
      await keep('izbica-massacre');
      await expect.poll(recent).toContain('recent:izbica-massacre');
      await follow('Names');
      await follow('Articles', 'Drenica, 1998–1999');
      await desk.page.getByText('Continue reading').waitFor();
      if (where === 'the menu') await clickMenu(desk.desktop, 'clear-recent');
      else {
        await goTo(desk.page, '/settings');
        await desk.page.getByRole('button', { name: 'Clear what was read…' }).click();
        await desk.page.getByRole('button', { name: 'Clear', exact: true }).click();
        await desk.page.getByText('What was read has been forgotten.').waitFor();
        await follow('Articles', 'Drenica, 1998–1999');
      }
      await desk.page.getByText('Continue reading').waitFor({ state: 'detached' });
      await expect.poll(recent).toEqual(['recent-none']);
      const steps = () =>
        desk.desktop.evaluate(
          ({ BrowserWindow }) =>
            BrowserWindow.getAllWindows()[0]?.webContents.navigationHistory.length() ?? 0,
        );
      await expect.poll(steps).toBe(where === 'the menu' ? 1 : 2);
      if (where === 'the menu')
        await expect.poll(() => desk.page.getByRole('button', { name: 'Back' }).isDisabled()).toBe(true);
      const { double } = desk.desktop;
      for (const what of ['app.clearRecentDocuments', 'session.clearStorageData', 'session.clearCache'])
        expect([what, (await double?.noted(what))?.length ?? 1]).toEqual([what, 1]);
    },
  );

  it('deletes at its start what Chromium has left', async () => {
    await desk.desktop.quit();
    const left = join(home.userData, 'Session Storage', '000003.log');
    mkdirSync(join(left, '..'), { recursive: true });
    writeFileSync(left, 'pl-izbica');
    desk = await openDesk(home);
    expect(existsSync(left) && readFileSync(left, 'latin1').includes('pl-izbica')).toBe(false);
  });
});
