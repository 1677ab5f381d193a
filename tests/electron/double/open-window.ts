/**
 * What becomes of a window that a page wants to open: `window.open`, a link to another window, a middle click.
 * Chromium's own new page is closed before it has asked for anything; what the handler allows is a new window of ours.
 */
import type Electron from 'electron';
import type { WebContents } from './contents.ts';

export type WindowOpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

type MakeWindow = (options: Electron.BrowserWindowConstructorOptions, url: string) => Electron.BrowserWindow;
let makeWindow: MakeWindow | undefined;

/** Windows know of pages, so they introduce themselves. */
export function onWindowAllowed(make: MakeWindow): void {
  makeWindow = make;
}

export function openWindow(
  contents: WebContents,
  handler: WindowOpenHandler | undefined,
  asked: Omit<Electron.HandlerDetails, 'referrer'>,
): void {
  const referrer = { url: contents.getURL(), policy: 'strict-origin-when-cross-origin' as const };
  const details = { ...asked, referrer };
  // Without a handler Electron opens whatever a page asks for (docs/api/window-open.md).
  const answer = handler ? handler(details) : { action: 'allow' as const };
  if (answer.action !== 'allow') return;
  const options = answer.overrideBrowserWindowOptions ?? {};
  const window = makeWindow?.(options, details.url);
  contents.emit('did-create-window', window, { ...details, options });
}
