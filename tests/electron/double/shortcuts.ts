/** Keys that a page leaves to the menu. */
import process from 'node:process';
import type Electron from 'electron';
import { isPressed, type KeyPress } from './accelerator.ts';

/** Chromium does these by itself, before any menu. */
const EDITING = new Set([
  'undo',
  'redo',
  'cut',
  'copy',
  'paste',
  'pasteandmatchstyle',
  'delete',
  'selectall',
]);

let applicationMenu: Electron.Menu | null = null;

/** Menus know of pages, so they introduce themselves. */
export function useShortcutsOf(menu: Electron.Menu | null): void {
  applicationMenu = menu;
}

export function pressShortcut(press: KeyPress): void {
  const item = itemsOf(applicationMenu).find(
    ({ accelerator, enabled, registerAccelerator, role, visible }) => {
      const isOn = enabled && visible && registerAccelerator && !EDITING.has(role ?? '');
      return isOn && accelerator && isPressed(String(accelerator), press, process.platform === 'darwin');
    },
  );
  item?.click({ triggeredByAccelerator: true });
}

function itemsOf(menu: Electron.Menu | null | undefined): Electron.MenuItem[] {
  return (menu?.items ?? []).flatMap((item) => [item, ...itemsOf(item.submenu)]);
}
