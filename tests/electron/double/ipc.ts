/** Electron's ipcMain, and what comes in over it. */
import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import type { WebContents } from './contents.ts';
import type { WebFrameMain } from './frames.ts';
import { asElectron, only } from './gaps.ts';
import type { Outgoing } from './page/ipc-renderer.ts';
import { decode, encode } from './wire.ts';

type Handler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown;

class IpcMain
  extends EventEmitter
  implements Pick<Electron.IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>
{
  readonly handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    if (typeof handler !== 'function')
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`);
    this.handlers.set(channel, handler);
  }
  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return handler(event, ...args);
    });
  }
  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }
}

const registered = new IpcMain();
export const ipcMain = only('ipcMain', registered);

/** Who called. The frame is null once it has gone, or shows something else (docs/api/structures/ipc-main-event.md). */
function eventOf(contents: WebContents, frame: WebFrameMain): object {
  const { document, processId, routingId } = frame;
  return {
    type: 'frame',
    sender: contents,
    processId,
    frameId: routingId,
    ports: [],
    get senderFrame() {
      return frame.detached || frame.document !== document ? null : frame;
    },
    reply: (channel: string, ...args: unknown[]) =>
      contents.deliver(frame, { kind: 'message', channel, args: encode(args) }),
  };
}

export function receiveSend(
  contents: WebContents,
  frame: WebFrameMain,
  { channel, args }: Outgoing & { kind: 'send' },
): void {
  const event = eventOf(contents, frame);
  const values = decode(args) as unknown[];
  contents.emit('ipc-message', event, channel, ...values);
  registered.emit(channel, event, ...values);
}

export async function receiveInvoke(
  contents: WebContents,
  frame: WebFrameMain,
  { id, channel, args }: Outgoing & { kind: 'invoke' },
): Promise<void> {
  const { document } = frame;
  // A document that has gone meanwhile hears nothing, and its successor nothing of its.
  const reply = (message: Parameters<WebContents['deliver']>[1]): void => {
    if (frame.document === document) contents.deliver(frame, message);
  };
  try {
    const handler = registered.handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    const event = asElectron<Electron.IpcMainInvokeEvent>(eventOf(contents, frame));
    reply({ kind: 'answer', id, value: encode(await handler(event, ...(decode(args) as unknown[]))) });
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error);
    reply({ kind: 'failure', id, message: `Error invoking remote method '${channel}': ${String(error)}` });
  }
}
