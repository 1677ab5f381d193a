/** The reader's window. */
import { BrowserWindow } from 'electron';
import { APP_ORIGIN } from './policies/address';
import { LOCKED } from './policies/window';

export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 860,
    minWidth: 720,
    minHeight: 520,
    title: 'Paralel',
    // Shown once it has something to show, so that it does not flash white.
    show: false,
    webPreferences: { ...LOCKED, preload },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${APP_ORIGIN}/`);
  return window;
}
