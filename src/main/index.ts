/**
 * The Electron shell: puts the parts together. What may be done is decided in policies/.
 * Its folder is where the build puts it (out/main); no other module may import it.
 */
import { join } from 'node:path';
import process from 'node:process';
import { app, type BrowserWindow, dialog, ipcMain, protocol, session } from 'electron';
import { startLibrary } from '../library/client';
import { libraryFolder } from '../library/location';
import { readWindowFiles } from '../library/window-files';
import { AppError, toReport } from '../shared/errors';
import type { Answer } from '../shared/router';
import { guardEveryPage, guardSession } from './guard';
import { utilityChannel } from './library';
import { setMenu } from './menu';
import { SCHEME } from './policies/address';
import { readArguments } from './policies/arguments';
import { resolveAddress } from './policies/files';
import { QUIET_SWITCHES } from './policies/network';
import { mayCall } from './policies/sender';
import { OWN_SCHEME } from './policies/window';
import { WindowPrinter } from './printer';
import { answerShell } from './shell';
import { openWindow } from './window';

const BUILT = import.meta.dirname;
const PRELOAD = join(BUILT, '../preload/index.cjs');

let window: BrowserWindow | undefined;

// Before `ready`, and before anything is awaited: later it has no effect (docs/tutorial/esm.md).
for (const [name, value] of QUIET_SWITCHES) app.commandLine.appendSwitch(name, value);
protocol.registerSchemesAsPrivileged([OWN_SCHEME]);
guardEveryPage();

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', raiseWindow);
  app.whenReady().then(open).catch(failToOpen);
} else {
  app.quit();
}

function raiseWindow(): void {
  if (!window || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

function open(): void {
  guardSession(session.defaultSession);
  setMenu();

  const files = readWindowFiles(join(BUILT, '../renderer'));
  const pages = new Map<string, string>();
  protocol.handle(SCHEME, ({ method, url }) => {
    const { status, headers, bytes } = resolveAddress(method, url, files, pages);
    return new Response(bytes && new Uint8Array(bytes), { status, headers });
  });

  const folder = libraryFolder(readArguments(process.argv.slice(1)).library);
  const resources = join(BUILT, '../../resources/library');
  const library = startLibrary(() =>
    utilityChannel(join(BUILT, 'library.js'), ['--library', folder, '--resources', resources]),
  );
  const printer = new WindowPrinter(files, pages);
  const onUnforeseen = (error: unknown): void => console.error(error);

  ipcMain.handle('call', async (event, method: unknown, input: unknown): Promise<Answer> => {
    if (!mayCall(event.senderFrame)) return { ok: false, error: toReport(new AppError('call.refused')) };
    const name = String(method);
    return name.startsWith('shell.')
      ? answerShell(name, input, event.sender, { library, printer, onUnforeseen })
      : library.call(name, input);
  });

  window = openWindow(PRELOAD);
  // Whoever started us may be waiting to fall back to a browser.
  window.once('show', () => process.send?.({ shown: true }));

  app.on('activate', () => {
    if (!window || window.isDestroyed()) window = openWindow(PRELOAD);
  });
  app.on('window-all-closed', () => app.quit());
  closeBeforeQuit(() => library.close());
}

/** Without this, a window that cannot be made would be a program that does nothing. */
function failToOpen(error: unknown): void {
  console.error(error);
  dialog.showErrorBox('Paralel', toReport(error).message);
  app.exit(1);
}

/** Electron waits for nothing, so the first request to quit is held back until the library has closed its files. */
function closeBeforeQuit(close: () => Promise<void>): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void close().then(() => {
      closed = true;
      app.quit();
    });
  });
}
