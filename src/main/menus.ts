/** The menus follow the windows and the reader's language. */
import { app, type ContextMenuParams, clipboard } from 'electron';
import { linkTo } from '../shared/links';
import { isAppAddress, pathOfAddress } from './policies/address';
import { setApplicationMenu, showContextMenu } from './menu';
import type { MenuActions } from './menu/template';
import type { Preferences } from './preferences';
import type { Privacy } from './privacy';
import type { ReaderWindow } from './window';
import type { Windows } from './windows';

export interface Menus {
  /** Something that a menu shows may have changed; many such calls make one menu. */
  refresh(): void;
}

/** Of a long selection, as much as is worth searching for; no letter is cut in two. */
const SEARCHED = 200;
const searchFor = (words: string): string =>
  `/search?${new URLSearchParams({ words: [...words].slice(0, SEARCHED).join('') })}`;

export function createMenus(
  windows: Windows,
  preferences: Preferences,
  privacy: Pick<Privacy, 'isPrivate' | 'setPrivate'>,
  { clearRecent }: { clearRecent(): Promise<void> },
): Menus {
  const actions: MenuActions = {
    command(command) {
      if (command === 'new-window') windows.open();
      else if (command === 'close-window') windows.front?.browser.close();
      else if (command === 'private') privacy.setPrivate(!privacy.isPrivate);
      else (windows.front ?? windows.open()).tell({ type: 'command', command });
    },
    openRecent: (article) =>
      (windows.front ?? windows.open()).tell({ type: 'go', path: `/article/${article}` }),
    clearRecent: () => void clearRecent(),
    focusWindow: (id) => windows.all.find(({ browser }) => browser.id === id)?.focus(),
  };
  let isDue = false;

  function set(): void {
    isDue = false;
    const { lang, recent } = preferences;
    setApplicationMenu(
      {
        platform: process.platform,

        words: preferences.words(),
        recent: recent.map(({ article, titles }) => ({ article, title: titles[lang] })),
        path: windows.front?.path,
        isPrivate: privacy.isPrivate,
        windows: windows.all.map((window) => ({
          id: window.browser.id,
          title: window.browser.getTitle(),
          focused: window === windows.front,
        })),
      },
      actions,
    );
  }

  app.on('browser-window-created', (_event, browser) => {
    browser.webContents.on('context-menu', (_, params) => {
      const window = windows.of(browser.webContents);
      if (window) openContextMenu(window, params);
    });
  });

  function openContextMenu(window: ReaderWindow, params: ContextMenuParams): void {
    showContextMenu(
      window.browser,
      params,
      { words: preferences.words(), isAppAddress },
      {
        search: (words) => window.tell({ type: 'go', path: searchFor(words) }),
        openWindow: (address) => void windows.open(pathOfAddress(address)),
        copyLink(address) {
          const link = linkTo(pathOfAddress(address) ?? '');
          if (link !== undefined) void clipboard.writeText(link);
        },
        copyAddress: (address) => void clipboard.writeText(address),
      },
    );
  }

  return {
    refresh() {
      if (isDue) return;
      isDue = true;
      setImmediate(set);
    },
  };
}
