/** The application's menu as a person goes through it. */
import type { Desktop } from './desktop';

export interface MenuEntry {
  id: string;
  label: string;
  type: string;
  role: string;
  accelerator: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  submenu: MenuEntry[];
}

/** As plain data; empty where there is none. */
export function readMenu(desktop: Desktop): Promise<MenuEntry[]> {
  return desktop.evaluate(({ Menu }) => {
    const read = (menu: Electron.Menu | null | undefined): MenuEntry[] =>
      (menu?.items ?? []).map((item) => ({
        id: item.id ?? '',
        label: item.label,
        type: item.type,
        role: item.role ?? '',
        accelerator: String(item.accelerator ?? ''),
        enabled: item.enabled,
        visible: item.visible,
        checked: item.checked,
        submenu: read(item.submenu),
      }));
    return read(Menu.getApplicationMenu());
  });
}

/** @param path the labels from the menu bar on, or one item's id */
export function clickMenu(desktop: Desktop, path: readonly string[] | string): Promise<void> {
  return desktop.evaluate(({ BrowserWindow, Menu }, wanted) => {
    let item: Electron.MenuItem | null | undefined;
    let menu = Menu.getApplicationMenu();
    if (typeof wanted === 'string') item = menu?.getMenuItemById(wanted);
    else
      for (const label of wanted) {
        item = menu?.items.find((entry) => entry.label === label && entry.visible);
        menu = item?.submenu ?? null;
      }
    if (!item) throw new Error(`The menu has no ${String(wanted)}`);
    if (!item.enabled) throw new Error(`The menu’s ${String(wanted)} is off`);
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
    item.click(undefined as never, window as never, window?.webContents as never);
  }, path);
}
