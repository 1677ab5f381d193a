/** What the menu bar is made of. */
import type { MenuItemConstructorOptions } from 'electron';
import { type Command, isAvailable, keysOf } from '../../shared/commands';
import type { Words } from '../words';
import { acceleratorOf } from './accelerator';
import { foreignLabel, withoutMnemonic } from './label';

export interface MenuState {
  platform: NodeJS.Platform;
  words: Words;
  /** The latest first. */
  recent: readonly { article: string; title: string }[];
  /** Of the focused window; undefined: there is no window. */
  path: string | undefined;
  isPrivate: boolean;
  windows: readonly { id: number; title: string; focused: boolean }[];
}

export interface MenuActions {
  command(command: Command): void;
  openRecent(article: string): void;
  clearRecent?(): void;
  focusWindow(id: number): void;
}

export type Item = MenuItemConstructorOptions;
type Title = 'file' | 'edit' | 'view' | 'go' | 'window' | 'help';
type Role =
  | 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'selectAll'
  | 'resetZoom' | 'zoomIn' | 'zoomOut' | 'togglefullscreen'
  | 'minimize' | 'zoom' | 'front' | 'services' | 'hide' | 'hideOthers' | 'unhide' | 'quit'; // prettier-ignore

export const separator: Item = { type: 'separator' };

const RECENT = 10;
const TITLE_LIMIT = 60;

/** Without a window there is nothing that these could act on; the others open one. */
const NEED_WINDOW: ReadonlySet<Command> = new Set(['close-window', 'copy-link', 'back', 'forward']);

export function createItems(state: MenuState, actions: MenuActions) {
  const { platform, words, path } = state;
  const isMac = platform === 'darwin';
  const labelled = (message: string): string => (isMac ? withoutMnemonic(message) : message);

  return {
    menu(title: Title, submenu: Item[]): Item {
      return { id: title, label: labelled(words(`menu.titles.${title}`)), submenu };
    },

    /** Done by Electron or the system; its keys are the system's. */
    role(role: Role, message = words(`menu.roles.${role}`)): Item {
      return { id: role, role, label: labelled(message) };
    },

    command(command: Command, message = words(`menu.commands.${command}`)): Item {
      const keys = keysOf(command, isMac);
      return {
        id: command,
        label: labelled(message),
        ...(keys && { accelerator: acceleratorOf(keys) }),
        enabled: isAvailable(command, path ?? '') && (path !== undefined || !NEED_WINDOW.has(command)),
        click: () => actions.command(command),
      };
    },

    recent(): Item {
      const { clearRecent } = actions;
      const articles = state.recent.slice(0, RECENT).map(({ article, title }) => ({
        id: `recent:${article}`,
        label: foreignLabel(title, TITLE_LIMIT),
        click: () => actions.openRecent(article),
      }));
      const none: Item = { id: 'recent-none', label: words('menu.recent.none'), enabled: false };
      const clear: Item[] = clearRecent
        ? [separator, { id: 'clear-recent', label: words('menu.recent.clear'), click: () => clearRecent() }]
        : [];
      return {
        id: 'recent',
        label: labelled(words('menu.recent.title')),
        submenu: articles.length > 0 ? [...articles, ...clear] : [none],
      };
    },

    /** In the order in which they were opened, whichever is in front. */
    windows(): Item[] {
      const windows = [...state.windows].sort((a, b) => a.id - b.id);
      return windows.map(({ id, title, focused }) => ({
        id: `window:${id}`,
        label: foreignLabel(title, TITLE_LIMIT),
        // Not a checkbox, which would uncheck itself when the window in front is chosen.
        type: 'radio',
        checked: focused,
        click: () => actions.focusWindow(id),
      }));
    },
  };
}
