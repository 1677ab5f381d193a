/** Smaller things that a page brings about, and what Electron makes of them. */
import type Electron from 'electron';
import { fromEngine } from './addresses.ts';
import type { Protocol } from './chromium/protocol.ts';
import type { Tab } from './chromium/tab.ts';
import type { WebContents } from './contents.ts';
import type { WebFrameMain } from './frames.ts';
import { PreventableEvent } from './gaps.ts';
import { escapes, note } from './observed.ts';
import type { Outgoing } from './page/ipc-renderer.ts';

/** The page's own description, with its addresses as the application knows them. */
export function contextParams(params: object, frame: WebFrameMain): object {
  const known = Object.entries(params).map(([name, value]: [string, unknown]) => [
    name,
    name.endsWith('URL') && typeof value === 'string' ? fromEngine(value) : value,
  ]);
  return { frame, ...Object.fromEntries(known) };
}

/** Electron shows no dialog before a page is left: it stays, unless the application says otherwise. */
export function answerPageDialog(
  contents: WebContents,
  { session }: Tab,
  { type, message }: Protocol.Page.javascriptDialogOpeningPayload,
): void {
  let accept = false;
  if (type === 'beforeunload') {
    const event = new PreventableEvent();
    contents.emit('will-prevent-unload', event);
    accept = event.defaultPrevented;
    if (!accept) contents.signals.emit('staying');
  } else {
    note(`page.${type}`, [message]);
  }
  session.post('Page.handleJavaScriptDialog', { accept });
}

/** A page within the page, which Electron attaches unless it is prevented; the double does not show it, but says so. */
export function attachWebview(
  contents: WebContents,
  { src, attributes }: Outgoing & { kind: 'webview' },
): void {
  const event = new PreventableEvent();
  const preferences: Electron.WebPreferences = {
    nodeIntegration: 'nodeintegration' in attributes,
    ...(attributes['preload'] === undefined ? {} : { preload: attributes['preload'] }),
  };
  note('will-attach-webview', [attributes]);
  contents.emit('will-attach-webview', event, preferences, { ...attributes, src: fromEngine(src) });
  if (event.defaultPrevented) return;
  escapes.push({ url: fromEngine(src), by: 'page' });
  contents.emit('did-attach-webview', new PreventableEvent(), contents);
}

const LEVELS: Partial<
  Record<Protocol.Runtime.consoleAPICalledPayload['type'], 'debug' | 'warning' | 'error'>
> = {
  assert: 'error',
  debug: 'debug',
  error: 'error',
  warning: 'warning',
};

/** Electron's docs/api/web-contents.md, event 'console-message'. */
export function consoleMessage(
  frame: WebFrameMain,
  { type, args, stackTrace }: Protocol.Runtime.consoleAPICalledPayload,
): PreventableEvent {
  const [place] = stackTrace?.callFrames ?? [];
  return PreventableEvent.with({
    message: args
      .map(({ value, description }) => (value === undefined ? (description ?? '') : String(value)))
      .join(' '),
    level: LEVELS[type] ?? 'info',
    lineNumber: (place?.lineNumber ?? -1) + 1,
    sourceId: fromEngine(place?.url ?? ''),
    frame,
  });
}
