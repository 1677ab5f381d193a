/** Menus and the system around the application, as models that tests read and act on. */
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { answerDialogs, askedDialogs, clickMenu, type Desktop, readMenu } from '../driver';
import { isAccelerator } from './accelerator';
import { closeWindows, type Kept, openWindow, readEvents, startFixture, takeEvents } from './fixtures/app';

let desktop: Desktop;
beforeAll(async () => {
  desktop = await startFixture();
});
afterAll(() => desktop.close());
afterEach(async () => {
  await closeWindows(desktop);
  await takeEvents(desktop);
});

describe('the application’s menu', () => {
  it('has what its template says, and Electron’s words for roles', async () => {
    await desktop.evaluate(({ Menu }) => {
      Menu.setApplicationMenu(
        Menu.buildFromTemplate([
          {
            label: 'Article',
            submenu: [
              { id: 'print', label: 'Print…', accelerator: 'CmdOrCtrl+P' },
              { type: 'separator' },
              { role: 'quit', label: 'Mbyll' },
            ],
          },
          { role: 'editMenu' },
        ]),
      );
    });
    const [article, edit] = await readMenu(desktop);
    expect(
      article?.submenu.map(({ id, label, type, accelerator }) => [id, label, type, accelerator]),
    ).toEqual([
      ['print', 'Print…', 'normal', 'CmdOrCtrl+P'],
      ['', '', 'separator', ''],
      ['', 'Mbyll', 'normal', expect.stringMatching(/\+Q$|^$/u)],
    ]);
    expect(edit?.label).toBe('Edit');
    expect(edit?.submenu.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Undo', 'Redo', 'Cut', 'Copy', 'Paste', 'Select All']),
    );
  });

  it('is clicked by its labels or an item’s id; what is off is not', async () => {
    await desktop.evaluate(({ Menu }) => {
      const { events } = globalThis as unknown as Kept;
      const click = (item: Electron.MenuItem) => void events.push([item.label, item.checked]);
      Menu.setApplicationMenu(
        Menu.buildFromTemplate([
          {
            label: 'View',
            submenu: [
              { label: 'Names', type: 'checkbox', click },
              { id: 'off', label: 'Off', enabled: false, click },
              { id: 'light', label: 'Light', type: 'radio', checked: true, click },
              { id: 'dark', label: 'Dark', type: 'radio', click },
            ],
          },
        ]),
      );
    });
    await clickMenu(desktop, ['View', 'Names']);
    await clickMenu(desktop, 'dark');
    await expect(clickMenu(desktop, 'off')).rejects.toThrow('The menu’s off is off');
    await expect(clickMenu(desktop, ['View', 'Nothing'])).rejects.toThrow('The menu has no View,Nothing');
    expect(await takeEvents(desktop)).toEqual([
      ['Names', true],
      ['Dark', true],
    ]);
    const [view] = await readMenu(desktop);
    expect(view?.submenu.map(({ checked }) => checked)).toEqual([true, false, false, true]);
  });

  it('does to the page what its roles say', async () => {
    await desktop.evaluate(({ Menu }) =>
      Menu.setApplicationMenu(Menu.buildFromTemplate([{ role: 'editMenu' }, { role: 'viewMenu' }])),
    );
    const page = await openWindow(desktop, '<textarea autofocus>Izbica</textarea>');
    await page.locator('textarea').focus();
    await clickMenu(desktop, ['Edit', 'Select All']);
    await clickMenu(desktop, ['Edit', 'Cut']);
    await expect.poll(() => page.locator('textarea').inputValue()).toBe('');
    await clickMenu(desktop, ['Edit', 'Paste']);
    await clickMenu(desktop, ['Edit', 'Paste']);
    await expect.poll(() => page.locator('textarea').inputValue()).toBe('IzbicaIzbica');
    await clickMenu(desktop, ['Edit', 'Undo']);
    await expect.poll(() => page.locator('textarea').inputValue()).toBe('Izbica');
    await clickMenu(desktop, ['View', 'Zoom In']);
    expect(
      await desktop.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel(),
      ),
    ).toBeCloseTo(0.5);
  });

  it('is refused where Electron would refuse it, or show nothing', async () => {
    const templates: Electron.MenuItemConstructorOptions[][] = [
      [{ role: 'nothing' as 'copy' }],
      [{ label: '' }],
      [{ type: 'separator', label: 'Line' }],
      [{ label: 'Print', accelerator: 'Hyper+P' }],
      [{ label: 'Sub', type: 'submenu' }],
    ];
    const messages = await desktop.evaluate(
      ({ Menu }, all) =>
        all.map((template) => {
          try {
            Menu.buildFromTemplate(template);
            return 'built';
          } catch (error) {
            return (error as Error).message;
          }
        }),
      templates,
    );
    expect(messages).toEqual([
      "The double has no menu role 'nothing'",
      'The double: a menu item needs a label or a role',
      'The double: a separator says and does nothing',
      'Accelerator could not be parsed: Hyper+P',
      'Invalid submenu',
    ]);
  });
});

describe('a shortcut', () => {
  it.each([
    'CmdOrCtrl+P',
    'CommandOrControl+Shift+Z',
    'F11',
    'Alt+Left',
    'CmdOrCtrl+Plus',
    'Ctrl+-',
    'CmdOrCtrl+,',
    'Control+Num0',
    'Escape',
  ])('can be %s', (text) => {
    expect(isAccelerator(text)).toBe(true);
  });
  it.each(['', 'Ctrl', 'Ctrl+', 'Ctrl++', 'Ctrl+PP', 'P+Ctrl', 'F25', 'Ctrl+Ë'])('cannot be “%s”', (text) => {
    expect(isAccelerator(text)).toBe(false);
  });
  it('is any row of modifiers before a key', () => {
    const modifiers = fc.uniqueArray(fc.constantFrom('Ctrl', 'Alt', 'Shift', 'Super', 'CmdOrCtrl'));
    fc.assert(
      fc.property(modifiers, fc.constantFrom('A', '7', 'F5', 'Tab', ';'), (row, key) =>
        isAccelerator([...row, key].join('+')),
      ),
    );
  });
});

describe('keys that are pressed', () => {
  const SHORTCUTS: Electron.MenuItemConstructorOptions[] = [
    { label: 'Print', accelerator: 'CmdOrCtrl+P' },
    { label: 'Settings', accelerator: 'CmdOrCtrl+,' },
    { label: 'Next', accelerator: 'Alt+Right' },
    { label: 'Off', accelerator: 'CmdOrCtrl+L', enabled: false },
    { label: 'Page’s', accelerator: 'CmdOrCtrl+K' },
  ];

  it('are the menu’s, unless the page takes them or the item is off', async () => {
    await desktop.evaluate(({ Menu }, items) => {
      const { events } = globalThis as unknown as Kept;
      const click = ({ label }: Electron.MenuItem) => void events.push(label);
      const submenu = items.map((item) => ({ ...item, click }));
      Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: 'Keys', submenu }, { role: 'editMenu' }]));
    }, SHORTCUTS);
    const page = await openWindow(
      desktop,
      '<input autofocus><script>onkeydown = ({ key }) => key !== "k"</script>',
    );
    await page.locator('input').focus();
    for (const keys of ['Control+p', 'Control+k', 'Control+l', 'Alt+ArrowRight', 'p', 'Control+,'])
      await page.keyboard.press(keys);
    await expect.poll(() => readEvents(desktop)).toEqual(['Print', 'Next', 'Settings']);
    await desktop.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.setIgnoreMenuShortcuts(true),
    );
    await page.keyboard.press('Control+p');
    await page.evaluate(() => document.title); // what was pressed has arrived
    expect(await takeEvents(desktop)).toHaveLength(3);
  });

  it('edit a text once, though the menu has them too', async () => {
    await desktop.evaluate(({ Menu }) =>
      Menu.setApplicationMenu(Menu.buildFromTemplate([{ role: 'editMenu' }])),
    );
    const page = await openWindow(desktop, '<input value="Izbica">');
    await page.locator('input').focus();
    for (const keys of ['Control+a', 'Control+x', 'Control+v', 'Control+v']) await page.keyboard.press(keys);
    expect(await page.locator('input').inputValue()).toBe('IzbicaIzbica');
  });
});

describe('a context menu', () => {
  it('is asked for with what lies under the pointer, unless the page has its own', async () => {
    const page = await openWindow(
      desktop,
      '<p id="text">Izbicë</p><a href="/other">link</a><input value="field"><b oncontextmenu="event.preventDefault()">own</b>',
    );
    await desktop.evaluate(({ BrowserWindow }) => {
      const { events } = globalThis as unknown as Kept;
      BrowserWindow.getAllWindows()[0]?.webContents.on(
        'context-menu',
        (_event, { selectionText, linkURL, isEditable, editFlags, frame }) => {
          events.push({
            selectionText,
            linkURL,
            isEditable,
            canPaste: editFlags.canPaste,
            canCopy: editFlags.canCopy,
            frame: frame?.url,
          });
        },
      );
    });
    await page.locator('#text').selectText();
    await page.locator('#text').click({ button: 'right', position: { x: 5, y: 5 } });
    await page.locator('a').click({ button: 'right' });
    await page.locator('input').click({ button: 'right' });
    await page.locator('b').click({ button: 'right' });
    await expect.poll(() => readEvents(desktop)).toHaveLength(3);
    const [text, link, field] = await takeEvents(desktop);
    expect(text).toMatchObject({
      selectionText: 'Izbicë',
      linkURL: '',
      isEditable: false,
      canPaste: false,
      canCopy: true,
      frame: 'test-app://app/',
    });
    expect(link).toMatchObject({ linkURL: 'test-app://app/other' });
    expect(field).toMatchObject({ isEditable: true, canPaste: true });
  });

  it('is kept for the test to click', async () => {
    const clicked = await desktop.evaluate((modules) => {
      const { Menu, double } = modules as typeof modules & { double: { popups: Electron.Menu[] } };
      let said = '';
      Menu.buildFromTemplate([
        { id: 'copy', label: 'Copy this form', click: (item) => (said = item.label) },
      ]).popup();
      double.popups.at(-1)?.getMenuItemById('copy')?.click();
      return said;
    });
    expect(clicked).toBe('Copy this form');
  });
});

describe('dialogs', () => {
  it('are cancelled where nobody answers', async () => {
    const answers = await desktop.evaluate(async ({ dialog }) => [
      await dialog.showSaveDialog({}),
      await dialog.showOpenDialog({}),
      (await dialog.showMessageBox({ message: 'Sure?', buttons: ['Yes', 'No'], cancelId: 1 })).response,
    ]);
    expect(answers).toEqual([{ canceled: true, filePath: '' }, { canceled: true, filePaths: [] }, 1]);
  });

  it('are answered as the test has said, and remembered', async () => {
    await answerDialogs(desktop, { showMessageBox: { response: 0, checkboxChecked: true } });
    const response = await desktop.evaluate(
      async ({ dialog }) => (await dialog.showMessageBox({ message: 'Open outside?' })).response,
    );
    expect(response).toBe(0);
    expect(await askedDialogs(desktop)).toEqual([
      { dialog: 'showMessageBox', options: { message: 'Open outside?' } },
    ]);
  });
});

describe('the system', () => {
  it('has colours, which pages see, and the application may choose its own', async () => {
    const page = await openWindow(desktop, '<p>Text');
    const isDark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    expect(await isDark()).toBe(false);
    await desktop.evaluate(
      ({ nativeTheme }) =>
        void nativeTheme.on(
          'updated',
          () => void (globalThis as unknown as Kept).events.push(nativeTheme.shouldUseDarkColors),
        ),
    );
    await desktop.double?.chooseSystem({ dark: true });
    await expect.poll(isDark).toBe(true);
    await desktop.evaluate(({ nativeTheme }) => void (nativeTheme.themeSource = 'light'));
    await expect.poll(isDark).toBe(false);
    expect(await takeEvents(desktop)).toEqual([true, false]);
  });

  it('is never really touched: what would be opened is noted', async () => {
    await desktop.evaluate(async ({ app, shell }) => {
      await shell.openExternal('https://example.org/source');
      shell.showItemInFolder('/tmp/a.pdf');
      app.addRecentDocument('/tmp/a.json');
    });
    expect(await desktop.double?.noted('shell.openExternal')).toEqual([
      ['https://example.org/source', undefined],
    ]);
    expect(await desktop.double?.noted('shell.showItemInFolder')).toEqual([['/tmp/a.pdf']]);
    expect(await desktop.double?.noted('app.addRecentDocument')).toEqual([['/tmp/a.json']]);
    expect(await desktop.double?.escapes()).toContainEqual({
      url: 'https://example.org/source',
      by: 'external',
    });
  });

  it('goes to sleep when a test says so', async () => {
    const heard = await desktop.evaluate(({ powerMonitor }) => {
      let asleep = false;
      powerMonitor.on('suspend', () => (asleep = true));
      powerMonitor.emit('suspend');
      return asleep;
    });
    expect(heard).toBe(true);
  });
});
