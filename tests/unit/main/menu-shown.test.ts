import type { BrowserWindow, ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { MenuActions, MenuState } from '../../../src/main/menu/template';
import { wordsIn } from '../../../src/main/words';

const electron = vi.hoisted(() => ({ set: vi.fn(), popup: vi.fn() }));
vi.mock('electron', () => ({
  Menu: {
    buildFromTemplate: (template: unknown) => ({
      template,
      popup: (options: object) => electron.popup(template, options),
    }),
    setApplicationMenu: electron.set,
  },
}));

const state: MenuState = {
  platform: 'linux',

  words: wordsIn('en'),
  recent: [{ article: 'izbica-massacre', title: 'Izbica' }],
  path: '/',
  isPrivate: false,
  windows: [{ id: 1, title: 'Articles', focused: true }],
};
const actions = (): MenuActions => ({
  command: vi.fn(),
  openRecent: vi.fn(),
  clearRecent: vi.fn(),
  focusWindow: vi.fn(),
});

beforeEach(() => {
  vi.resetModules();
  electron.set.mockClear();
  electron.popup.mockClear();
});
const shell = () => import('../../../src/main/menu/index');

describe('the menu bar', () => {
  it('is put up once for as long as nothing in it changes', async () => {
    const { setApplicationMenu } = await shell();
    setApplicationMenu(state, actions());
    setApplicationMenu({ ...state, path: '/names', words: wordsIn('en') }, actions());
    expect(electron.set).toHaveBeenCalledOnce();
  });

  it.each([
    ['the page', { path: '/article/izbica-massacre' }],
    ['the language', { words: wordsIn('sq') }],
    ['a title', { windows: [{ id: 1, title: 'Names', focused: true }] }],
    ['what was read', { recent: [] }],
  ] as const)('is put up anew when %s changes, and when it changes back', async (_, changes) => {
    const { setApplicationMenu } = await shell();
    setApplicationMenu(state, actions());
    setApplicationMenu({ ...state, ...changes }, actions());
    expect(electron.set).toHaveBeenCalledTimes(2);
    setApplicationMenu(state, actions());
    expect(electron.set).toHaveBeenCalledTimes(3);
  });

  it('does what was asked last, though it was put up before', async () => {
    const { setApplicationMenu } = await shell();
    const [before, now] = [actions(), actions()];
    setApplicationMenu(state, before);
    setApplicationMenu(state, now);
    const [{ template }] = electron.set.mock.calls[0] as [{ template: MenuItemConstructorOptions[] }];
    const items = (list: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
      list.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])]);
    for (const id of ['settings', 'recent:izbica-massacre', 'clear-recent', 'window:1']) {
      (items(template).find((item) => item.id === id)?.click as () => void)();
    }
    expect(before.command).not.toHaveBeenCalled();
    expect(now.command).toHaveBeenCalledWith('settings');
    expect(now.openRecent).toHaveBeenCalledWith('izbica-massacre');
    expect(now.clearRecent).toHaveBeenCalledOnce();
    expect(now.focusWindow).toHaveBeenCalledWith(1);
  });
});

describe('the menu of a right click', () => {
  const window = {} as BrowserWindow;
  const around = { words: wordsIn('en'), isAppAddress: () => false };
  const does = { search() {}, openWindow() {}, copyLink() {}, copyAddress() {} };
  const params = (selectionText: string) =>
    ({
      x: 12,
      y: 34,
      menuSourceType: 'keyboard',
      editFlags: {},
      isEditable: false,
      selectionText,
      linkURL: '',
    }) as ContextMenuParams;

  it('comes up where it was asked for', async () => {
    const { showContextMenu } = await shell();
    showContextMenu(window, params('Izbica'), around, does);
    expect(electron.popup.mock.calls).toEqual([
      [[expect.objectContaining({ id: 'search' })], { window, x: 12, y: 34, sourceType: 'keyboard' }],
    ]);
  });

  it('does not come up empty', async () => {
    const { showContextMenu } = await shell();
    showContextMenu(window, params(''), around, does);
    expect(electron.popup).not.toHaveBeenCalled();
  });
});
