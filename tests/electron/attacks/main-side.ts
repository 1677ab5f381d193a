/** What listens in the main process, and what it is given. */
import type { Desktop } from '../driver';

type Handler = (event: { sender: unknown; senderFrame: unknown }, ...args: unknown[]) => Promise<unknown>;
/** Electron keeps them under a name of its own; the double has them too. */
type Kept = { _invokeHandlers?: Map<string, Handler>; handlers?: Map<string, Handler> };

export interface Channels {
  invoked: string[];
  heard: (string | symbol)[];
}

export function channelsOf(desktop: Desktop): Promise<Channels> {
  return desktop.evaluate(({ ipcMain }) => {
    const kept = ipcMain as unknown as Kept;
    const handlers = '_invokeHandlers' in kept ? kept._invokeHandlers : kept.handlers;
    return { invoked: [...(handlers?.keys() ?? [])], heard: ipcMain.eventNames() };
  });
}

export interface Caller {
  url: string;
  isTop: boolean;
  code: string;
}

/**
 * Has every frame that there is make a call, whether it has a bridge or not, and nobody, as when a frame has gone.
 * @returns who they were, and what they were answered with: `ok` or an error's code
 */
export function callAsEveryFrame(desktop: Desktop): Promise<Caller[]> {
  return desktop.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const kept = ipcMain as unknown as Kept;
    const handle = ('_invokeHandlers' in kept ? kept._invokeHandlers : kept.handlers)?.get('call');
    if (!handle) throw new Error('nobody listens');
    const ask = async (
      sender: Electron.WebContents,
      senderFrame: Electron.WebFrameMain | null,
    ): Promise<string> => {
      const answer = (await handle({ sender, senderFrame }, 'settings.get', {})) as {
        ok: boolean;
        error?: { code: string };
      };
      return answer.ok ? 'ok' : String(answer.error?.code);
    };
    const callers: Caller[] = [];
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      for (const frame of webContents.mainFrame.framesInSubtree)
        callers.push({ url: frame.url, isTop: frame.parent === null, code: await ask(webContents, frame) });
      callers.push({ url: 'gone', isTop: true, code: await ask(webContents, null) });
    }
    return callers;
  });
}

/** From now on, what arrives from pages is written down before it is answered. */
export function recordCalls(desktop: Desktop): Promise<void> {
  return desktop.evaluate(({ ipcMain }) => {
    const kept = ipcMain as unknown as Kept;
    const handle = ('_invokeHandlers' in kept ? kept._invokeHandlers : kept.handlers)?.get('call');
    const received: unknown[][] = [];
    Object.assign(globalThis, { callsReceived: received });
    ipcMain.removeHandler('call');
    ipcMain.handle('call', (event, ...args: unknown[]) => {
      received.push(args);
      return handle?.(event, ...args);
    });
  });
}

/** Since the last look, as Node shows them. */
export function receivedCalls(desktop: Desktop): Promise<string[]> {
  return desktop.evaluate(() => {
    const { inspect } = process.getBuiltinModule('node:util');
    const received =
      (globalThis as typeof globalThis & { callsReceived?: unknown[][] }).callsReceived?.splice(0) ?? [];
    return received.map((args) => inspect(args, { breakLength: Infinity }));
  });
}
