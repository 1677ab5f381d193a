/** What Electron does by itself for an item with a role, and what it calls it (lib/browser/api/menu-item-roles.ts). */
import process from 'node:process';
import type Electron from 'electron';

const isMac = process.platform === 'darwin';
const isWindows = process.platform === 'win32';

interface Acting {
  app: Pick<Electron.App, 'quit' | 'showAboutPanel' | 'clearRecentDocuments' | 'getName'>;
  window: Electron.BrowserWindow | null;
}

export interface Role {
  label: string | ((name: string) => string);
  accelerator?: string;
  submenu?: Electron.MenuItemConstructorOptions[];
  act?: (acting: Acting) => void;
}

const onPage =
  (
    method:
      'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'delete' | 'selectAll' | 'reload' | 'reloadIgnoringCache',
  ) =>
  ({ window }: Acting): void =>
    window?.webContents[method]();

const zoom =
  (step: -1 | 0 | 1) =>
  ({ window }: Acting): void => {
    const contents = window?.webContents;
    contents?.setZoomLevel(step === 0 ? 0 : contents.getZoomLevel() + step / 2);
  };

const nothing = (): void => {};

/** By role in small letters, as Electron compares them. */
export const ROLES: Readonly<Record<string, Role>> = {
  about: { label: (name) => (isMac ? `About ${name}` : 'About'), act: ({ app }) => app.showAboutPanel() },
  clearrecentdocuments: { label: 'Clear Recent Documents', act: ({ app }) => app.clearRecentDocuments() },
  close: {
    label: isMac ? 'Close Window' : 'Close',
    accelerator: 'CommandOrControl+W',
    act: ({ window }) => window?.close(),
  },
  copy: { label: 'Copy', accelerator: 'CommandOrControl+C', act: onPage('copy') },
  cut: { label: 'Cut', accelerator: 'CommandOrControl+X', act: onPage('cut') },
  delete: { label: 'Delete', act: onPage('delete') },
  forcereload: {
    label: 'Force Reload',
    accelerator: 'Shift+CmdOrCtrl+R',
    act: onPage('reloadIgnoringCache'),
  },
  front: { label: 'Bring All to Front', act: nothing },
  help: { label: 'Help' },
  hide: { label: (name) => `Hide ${name}`, accelerator: 'Command+H', act: nothing },
  hideothers: { label: 'Hide Others', accelerator: 'Command+Alt+H', act: nothing },
  minimize: { label: 'Minimize', accelerator: 'CommandOrControl+M', act: ({ window }) => window?.minimize() },
  paste: { label: 'Paste', accelerator: 'CommandOrControl+V', act: onPage('paste') },
  pasteandmatchstyle: {
    label: 'Paste and Match Style',
    accelerator: isMac ? 'Cmd+Option+Shift+V' : 'Shift+CommandOrControl+V',
    act: onPage('paste'),
  },
  quit: {
    label: (name) => (isMac ? `Quit ${name}` : isWindows ? 'Exit' : 'Quit'),
    ...(!isWindows && { accelerator: 'CommandOrControl+Q' }),
    act: ({ app }) => app.quit(),
  },
  recentdocuments: { label: 'Open Recent' },
  redo: {
    label: 'Redo',
    accelerator: isWindows ? 'Control+Y' : 'Shift+CommandOrControl+Z',
    act: onPage('redo'),
  },
  reload: { label: 'Reload', accelerator: 'CmdOrCtrl+R', act: onPage('reload') },
  resetzoom: { label: 'Actual Size', accelerator: 'CommandOrControl+0', act: zoom(0) },
  selectall: { label: 'Select All', accelerator: 'CommandOrControl+A', act: onPage('selectAll') },
  services: { label: 'Services' },
  toggledevtools: {
    label: 'Toggle Developer Tools',
    accelerator: isMac ? 'Alt+Command+I' : 'Ctrl+Shift+I',
    act: nothing,
  },
  togglefullscreen: {
    label: 'Toggle Full Screen',
    accelerator: isMac ? 'Control+Command+F' : 'F11',
    act: ({ window }) => window?.setFullScreen(!window.isFullScreen()),
  },
  undo: { label: 'Undo', accelerator: 'CommandOrControl+Z', act: onPage('undo') },
  unhide: { label: 'Show All', act: nothing },
  window: { label: 'Window' },
  zoom: { label: 'Zoom', act: ({ window }) => window?.maximize() },
  zoomin: { label: 'Zoom In', accelerator: 'CommandOrControl+Plus', act: zoom(1) },
  zoomout: { label: 'Zoom Out', accelerator: 'CommandOrControl+-', act: zoom(-1) },

  appmenu: {
    label: (name) => name,
    submenu: [
      { role: 'about' },
      { type: 'separator' },
      { role: 'services' },
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit' },
    ],
  },
  filemenu: { label: 'File', submenu: [isMac ? { role: 'close' } : { role: 'quit' }] },
  editmenu: {
    label: 'Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      { type: 'separator' },
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      ...(isMac ? [{ role: 'pasteAndMatchStyle' as const }] : []),
      { role: 'delete' },
      ...(isMac ? [] : [{ type: 'separator' as const }]),
      { role: 'selectAll' },
    ],
  },
  viewmenu: {
    label: 'View',
    submenu: [
      { role: 'reload' },
      { role: 'forceReload' },
      { role: 'toggleDevTools' },
      { type: 'separator' },
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
    ],
  },
  windowmenu: {
    label: 'Window',
    submenu: [
      { role: 'minimize' },
      { role: 'zoom' },
      ...(isMac
        ? [{ type: 'separator' as const }, { role: 'front' as const }]
        : [{ role: 'close' as const }]),
    ],
  },
};
