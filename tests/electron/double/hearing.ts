/** What a page's half of the double says, and what comes of it in the main process. */
import type { WebContents } from './contents.ts';
import type { WebFrameMain } from './frames.ts';
import { PreventableEvent } from './gaps.ts';
import { receiveInvoke, receiveSend } from './ipc.ts';
import { attachWebview, contextParams } from './page-events.ts';
import type { Outgoing } from './page/ipc-renderer.ts';
import { checkPermission } from './permissions.ts';
import { pressShortcut } from './shortcuts.ts';
import { encode } from './wire.ts';

export function hear(contents: WebContents, frame: WebFrameMain, message: Outgoing): void {
  switch (message.kind) {
    case 'invoke':
      return void receiveInvoke(contents, frame, message);
    case 'send':
      return receiveSend(contents, frame, message);
    case 'permission': {
      const value = encode(checkPermission(contents, message.name, frame));
      return contents.deliver(frame, { kind: 'answer', id: message.id, value });
    }
    case 'open-window':
      return contents.askForWindow(message.url, message.target, message.features, 'new-window');
    case 'title':
      return contents.takeTitle(message.title);
    case 'navigate':
      return void contents.navigation.goWithoutRequest(frame, message.url);
    case 'context-menu':
      return void contents.emit('context-menu', new PreventableEvent(), contextParams(message.params, frame));
    case 'key':
      return contents.ignoresShortcuts ? undefined : pressShortcut(message.press);
    case 'webview':
      return attachWebview(contents, message);
    case 'preload-error': {
      const error = Object.assign(new Error(message.message), { stack: message.stack });
      const { preload = '' } = contents.preferences;
      return void contents.emit('preload-error', new PreventableEvent(), preload, error);
    }
  }
}
