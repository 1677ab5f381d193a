/** What `import … from 'electron'` finds in the main process. */
import { registeredSchemes } from './addresses.ts';
import { app } from './app.ts';
import { isOurPage } from './chromium/pages.ts';
import { dialog, shownDialogs } from './dialog.ts';
import { missing } from './gaps.ts';
import { ipcMain } from './ipc.ts';
import { Menu, MenuItem, popups } from './menu.ts';
import { escapes, noted } from './observed.ts';
import { everyPreferences } from './preferences.ts';
import { protocol } from './protocol.ts';
import { screen, setDisplays } from './screen.ts';
import { session } from './session.ts';
import { endSession } from './session-end.ts';
import { chooseSystem, clipboard, nativeTheme, powerMonitor, shell } from './system.ts';
import { utilityProcess } from './utility-process.ts';
import { BrowserWindow } from './window.ts';

export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
};

/** For tests, through the driver's `evaluate`. Real Electron has nothing of the kind. */
export const double = {
  chooseSystem,
  endSession,
  escapes,
  isOurPage,
  registeredSchemes,
  everyPreferences,
  noted,
  popups,
  setDisplays,
  shownDialogs,
};
export type Double = typeof double;

// Importing them is no error in Electron, so it is none here; using them is.
export const autoUpdater = missing('autoUpdater');
export const BaseWindow = missing('BaseWindow');
export const contentTracing = missing('contentTracing');
export const crashReporter = missing('crashReporter');
export const desktopCapturer = missing('desktopCapturer');
export const globalShortcut = missing('globalShortcut');
export const ImageView = missing('ImageView');
export const inAppPurchase = missing('inAppPurchase');
export const MessageChannelMain = missing('MessageChannelMain');
export const nativeImage = missing('nativeImage');
export const net = missing('net');
export const netLog = missing('netLog');
export const Notification = missing('Notification');
export const powerSaveBlocker = missing('powerSaveBlocker');
export const pushNotifications = missing('pushNotifications');
export const safeStorage = missing('safeStorage');
export const ShareMenu = missing('ShareMenu');
export const systemPreferences = missing('systemPreferences');
export const TouchBar = missing('TouchBar');
export const Tray = missing('Tray');
export const View = missing('View');
export const webContents = missing('webContents');
export const WebContentsView = missing('WebContentsView');
export const webFrameMain = missing('webFrameMain');
