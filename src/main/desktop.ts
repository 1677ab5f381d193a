/** The running program: its windows, its library, its menu, and the order in which they end. */
import { join } from 'node:path';
import process from 'node:process';
import { app, dialog, ipcMain, powerMonitor, protocol, screen, session, type WebContents } from 'electron';
import { type ShownNotice, startLibrary } from '../library/client';
import { libraryFolder } from '../library/location';
import { readWindowFiles } from '../library/window-files';
import { AppError, type ErrorCode, type ErrorParams, toReport } from '../shared/errors';
import type { Answer } from '../shared/router';
import { forgetsReading, toldAfter } from '../shared/policies/told';
import { has } from '../shared/traits';
import { guardSession } from './guard';
import { utilityChannel, utilityFinisher } from './processes';
import { createMenus } from './menus';
import { SCHEME } from './policies/address';
import { isPlainObject } from './policies/call';
import { resolveAddress } from './policies/files';
import { firstLibrary } from './policies/resources';
import { mayCall } from './policies/sender';
import { createWindowPrinter } from './printer';
import { createPreferences } from './preferences';
import { createPrivacy } from './privacy';
import { createShell } from './shell';
import { openState } from './state';
import { Windows } from './windows';

export interface DesktopOptions {
  /** The folder of this program's built code. */
  built: string;
  library: string | undefined;
  /** Where everything lies in portable mode. */
  portable: string | undefined;
}

export interface Desktop {
  windows: Windows;
  /** Its folder. */
  library: string;
}

/** To be called after `ready`. */
export function openDesktop({ built, library: chosen, portable }: DesktopOptions): Desktop {
  guardSession(session.defaultSession);
  const files = readWindowFiles(join(built, '../renderer'));
  const pages = new Map<string, string>();
  protocol.handle(SCHEME, ({ method, url }) => {
    const { status, headers, bytes } = resolveAddress(method, url, files, pages);
    return new Response(bytes && new Uint8Array(bytes), { status, headers });
  });

  const onUnforeseen = (error: unknown): void => console.error(error);
  const folder = portable && !chosen ? join(portable, 'library') : libraryFolder(chosen);
  const resources = firstLibrary({
    isPackaged: app.isPackaged,
    resourcesPath: process.resourcesPath,
    built,
  });
  const tellNotice = (notice: ShownNotice): void => windows.tellAll({ type: 'notice', notice });
  const library = startLibrary(
    () => utilityChannel(join(built, 'library.js'), ['--library', folder, '--resources', resources]),
    { onRestart: () => tellNotice({ code: 'library-restarted', params: {} }), onNotice: tellNotice },
  );
  const state = openState(join(app.getPath('userData'), 'windows.json'), onUnforeseen);
  const preferences = createPreferences(library);
  const { words } = preferences;
  const windows = new Windows({
    preload: join(built, '../preload/index.cjs'),
    state,
    words,
    onChange: () => menus.refresh(),
    onStay: () => ending.callOff(),
  });
  const privacy = createPrivacy({
    windows,
    state,
    session: session.defaultSession,
    onChange: () => menus.refresh(),
    onUnforeseen,
  });
  const menus = createMenus(windows, preferences, privacy, {
    async clearRecent() {
      const answer = await library.call('reading.clear', {});
      if (answer.ok) return tell('reading.clear', {});
      const { code, params } = answer.error;
      await dialog.showMessageBox({ type: 'error', message: words()(`errors.${code}`, params) });
    },
  });
  const printer = createWindowPrinter(files, pages, () => utilityFinisher(join(built, 'finish.js')));
  const answerShell = createShell({
    library,
    printer,
    state,
    privacy,
    isPortable: portable !== undefined,
    words,
    onUnforeseen,
  });

  ipcMain.handle('call', async (event, method: unknown, input: unknown): Promise<Answer> => {
    const window = mayCall(event.senderFrame) ? windows.of(event.sender) : undefined;
    if (!window) return refusal('call.refused');
    if (typeof method !== 'string') return refusal('call.unknown', { method: typeof method });
    if (!isPlainObject(input))
      return refusal('call.invalid', { method: method.slice(0, 80), detail: 'the input is no plain object' });
    if (method.startsWith('shell.')) return answerShell(method, input, window);
    if (privacy.isPrivate && has(method, 'leavesTrace')) return refusal('reading.private');
    const answer = await library.call(method, input);
    if (!answer.ok) return answer;
    if (method === 'settings.set') {
      const settings = preferences.take(answer.value);
      windows.tellAll({ type: 'settings', settings }, event.sender);
    }
    if (method === 'reading.keep') preferences.noteReading(input);
    tell(method, input, event.sender);
    return answer;
  });

  /** @param asker undefined: it was asked for from the menu */
  function tell(method: string, input: unknown, asker?: WebContents): void {
    for (const { event, toAsker } of toldAfter(method, input))
      windows.tellAll(event, toAsker ? undefined : asker);
    if (forgetsReading(method, input)) privacy.forget();
    if (forgetsReading(method, input) || has(method, 'changesNotebook')) void preferences.learn();
  }

  preferences.onChange(() => menus.refresh());
  screen.on('display-removed', () => windows.bringBack());
  screen.on('display-metrics-changed', () => windows.bringBack());
  app.on('activate', () => {
    if (!windows.front) windows.open();
  });
  void preferences.learn();
  const ending = endInOrder(async () => {
    await library.close();
    await state.settled();
  });
  return { windows, library: folder };
}

function refusal(code: ErrorCode, params: ErrorParams = {}): Answer {
  return { ok: false, error: toReport(new AppError(code, params)) };
}

/**
 * Electron waits for nothing. Closing a window is held back until its page has finished (see window.ts), which calls a
 * quit off; so it is asked for again when the last is closed, and held back once more until the library has closed its files.
 */
function endInOrder(close: () => Promise<void>): { callOff(): void } {
  let isQuitting = false;
  let isClosed = false;
  app.on('before-quit', () => (isQuitting = true));
  app.on('window-all-closed', () => {
    if (isQuitting || process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void close().finally(() => {
      isClosed = true;
      app.quit();
    });
  });
  followSession();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  return { callOff: () => (isQuitting = false) };
}

/** The machine is going down, or the reader logs off: held until Paralel has ended as it always does. */
function followSession(): void {
  // Electron's declarations leave out the event that its documentation speaks of.
  const hold = (event?: { preventDefault(): void }): void => {
    event?.preventDefault();
    app.quit();
  };
  // Linux and macOS.
  powerMonitor.on('shutdown', hold);
  // Windows, which asks each window; the second cannot be held, and what is left of the time is used.
  app.on('browser-window-created', (_event, browser) => {
    browser.on('query-session-end', hold);
    browser.on('session-end', hold);
  });
}
