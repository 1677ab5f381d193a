import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerDialogs, askedDialogs, clickMenu, readMenu } from './driver';
import { ask, type Desk, goTo, type Home, makeHome, openDesk, pathOf } from './desk';

let home: Home;
let desk: Desk;
beforeAll(async () => {
  home = makeHome();
  desk = await openDesk(home);
});
afterAll(async () => {
  await desk.desktop.close();
  home.remove();
});

const labels = async (): Promise<string[]> => (await readMenu(desk.desktop)).map(({ label }) => label);

describe('the menu', () => {
  it('speaks the reader’s language, from the moment it is chosen', async () => {
    const plain = async (): Promise<string[]> => (await labels()).map((label) => label.replace('&', ''));
    for (const [lang, file] of [
      ['sq', 'Skedari'],
      ['sr-Latn', 'Datoteka'],
      ['en', 'File'],
    ] as const) {
      await ask(desk.page, 'settings.set', { interfaceLang: lang });
      await expect.poll(plain).toContain(file);
    }
  });

  it('leads to every place', async () => {
    for (const [command, path] of [
      ['names', '/names'],
      ['figures', '/figures'],
      ['settings', '/settings'],
      ['keys', '/keys'],
      ['about', '/about'],
      ['welcome', '/welcome'],
      ['articles', '/'],
    ] as const) {
      await clickMenu(desk.desktop, command);
      await expect.poll(() => pathOf(desk.page)).toBe(path);
    }
    await clickMenu(desk.desktop, 'search');
    await expect.poll(() => desk.page.evaluate(() => document.activeElement?.id)).toBe('search-field');
    await clickMenu(desk.desktop, 'back');
    await expect.poll(() => pathOf(desk.page)).toBe('/welcome');
  });

  it('finds and prints in an article, and only there', async () => {
    const isOn = async (id: string): Promise<boolean | undefined> =>
      (await readMenu(desk.desktop)).flatMap(({ submenu }) => submenu).find((item) => item.id === id)
        ?.enabled;
    await goTo(desk.page, '/names');
    await expect.poll(() => isOn('print')).toBe(false);
    await goTo(desk.page, '/article/poklek-massacre');
    await expect.poll(() => isOn('print')).toBe(true);
    await clickMenu(desk.desktop, 'find');
    await desk.page.getByRole('search', { name: 'Find in this article' }).waitFor();
    await desk.page.keyboard.press('Escape');
    await clickMenu(desk.desktop, 'print');
    await desk.page.getByRole('dialog').waitFor();
    await desk.page.keyboard.press('Escape');
  });

  it('has the articles read last, by their titles', async () => {
    for (const article of ['izbica-massacre', 'poklek-massacre'])
      await ask(desk.page, 'reading.keep', { article, block: 'lead-1', offset: 0 } as never);
    const recent = async (): Promise<string[] | undefined> =>
      (await readMenu(desk.desktop))
        .flatMap(({ submenu }) => submenu)
        .find(({ submenu }) => submenu.some(({ label }) => label.includes('massacre')))
        ?.submenu.flatMap(({ label }) => label || []);
    const words = ['Poklek massacre', 'Izbica massacre', 'Forget what was read'];
    await expect.poll(recent).toEqual(words);
    await ask(desk.page, 'settings.set', { interfaceLang: 'sr-Cyrl' });
    await expect.poll(async () => JSON.stringify(await readMenu(desk.desktop))).toContain('Масакр у Избици');
    await ask(desk.page, 'settings.set', { interfaceLang: 'en' });
  });
});

describe('several windows', () => {
  it('are on one library, and follow each other’s settings', async () => {
    const next = desk.desktop.nextWindow();
    await clickMenu(desk.desktop, 'new-window');
    const second = await next;
    await second.locator('main h1').first().waitFor();
    await goTo(second, '/settings');
    await second.getByRole('radio', { name: 'Dark' }).check({ force: true });
    await expect.poll(() => desk.page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await desk.desktop.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
    await ask(second, 'settings.set', { theme: 'system' });
    const boxes = await desk.desktop.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => `${window.getBounds().x},${window.getBounds().y}`),
    );
    expect(new Set(boxes).size).toBe(2);
    await clickMenu(desk.desktop, 'close-window');
    await expect.poll(() => desk.desktop.windows().length).toBe(1);
  });

  it('open where a page asks for one of ours', async () => {
    await goTo(desk.page, '/');
    const next = desk.desktop.nextWindow();
    await desk.page.evaluate(() => void window.open('#/article/izbica-massacre'));
    const second = await next;
    await second.getByRole('heading', { level: 1, name: 'Izbica massacre' }).waitFor();
    expect(pathOf(second)).toMatch(/^\/article\/izbica-massacre/u);
    expect(pathOf(desk.page)).toBe('/');
    await second.close();
    await expect.poll(() => desk.desktop.windows().length).toBe(1);
  });
});

describe('a printed article', () => {
  it('is proposed where the one before was saved', async () => {
    const { join } = await import('node:path');
    const { mkdirSync } = await import('node:fs');
    const folder = join(home.library, 'printed');
    mkdirSync(folder);
    await answerDialogs(desk.desktop, {
      showSaveDialog: { canceled: false, filePath: join(folder, 'first.pdf') },
    });
    const request = { request: { articles: [{ id: 'poklek-massacre' }], langs: ['sr-Cyrl'] } } as never;
    expect(await ask(desk.page, 'shell.print', request)).toMatchObject({
      state: 'saved',
      path: join(folder, 'first.pdf'),
    });
    await ask(desk.page, 'shell.print', request);
    const proposed = (await askedDialogs(desk.desktop)).map(({ options }) => options.defaultPath);
    expect(proposed.at(-1)).toBe(join(folder, 'masakr-u-pokleku.pdf'));
  });
});

describe('the context menu', () => {
  it('offers what can be done with what was clicked, and does it', async () => {
    await goTo(desk.page, '/article/poklek-massacre');
    const offered = (params: object): Promise<string[]> =>
      desk.desktop.evaluate(({ BrowserWindow, Menu }, given) => {
        let shown: string[] = [];
        const { popup } = Menu.prototype;
        Menu.prototype.popup = function () {
          shown = this.items.map(({ label }) => label);
          this.items.find(({ label }) => label.includes('Search for'))?.click();
        };
        const [window] = BrowserWindow.getAllWindows();
        window?.webContents.emit('context-menu', {}, given);
        Menu.prototype.popup = popup;
        return shown;
      }, params);
    const flags = {
      canCopy: true,
      canCut: false,
      canPaste: false,
      canSelectAll: true,
      canUndo: false,
      canRedo: false,
    };
    const nothing = {
      editFlags: { ...flags, canCopy: false },
      isEditable: false,
      selectionText: '',
      linkURL: '',
    };
    expect(await offered(nothing)).toEqual([]);
    const labels = await offered({ ...nothing, editFlags: flags, selectionText: 'Çirez' });
    expect(labels).toEqual(expect.arrayContaining(['Copy', expect.stringContaining('Çirez')]));
    await expect.poll(() => pathOf(desk.page)).toBe('/search?words=%C3%87irez');
  });
});
