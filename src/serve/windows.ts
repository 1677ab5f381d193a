/** The windows that listen: a WebSocket each, over which they are told what happens, and nothing they say is read. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket, WebSocketServer } from 'ws';
import type { ShellEvent } from '../shared/events';
import { refuseSocket } from './answers';
import type { Note } from './attendance';

export interface Windows {
  /** Takes over a connection whose request has been let in. `name` is the window's own. */
  admit(request: IncomingMessage, socket: Duplex, head: Buffer, name: string): Promise<void>;
  /** Tells every window, but for the one named. */
  tell(event: ShellEvent, except?: string): void;
  /** Tells the one of this name, if it is there. */
  tellOne(event: ShellEvent, name: string | undefined): void;
  close(): void;
}

export interface WindowsOptions {
  note: Note;
  /** More are refused. */
  atMost?: number;
  /** Milliseconds from ping to ping. */
  ping?: number;
}

const AT_MOST = 200;
const TOO_MANY = { status: 503, reason: 'Too many windows are open.' };
const PING_MS = 60_000;
/** A machine that slept has missed pings that it could not answer; who misses this many is gone. */
const MISSED_AT_MOST = 2;
/** Bytes. A window that no longer takes what it is told is let go. */
const UNREAD_AT_MOST = 65_536;
/** Milliseconds that a window has to take its leave when the host closes. */
const PARTING_MS = 500;
/** “Normal closure”, which our page says when it is left. A browser says 1001 of one that has crashed as well. */
const GOODBYE = 1000;

export function createWindows({ note, atMost = AT_MOST, ping = PING_MS }: WindowsOptions): Windows {
  const open = new Map<WebSocket, { name: string; missed: number }>();
  let server: WebSocketServer | undefined;
  let pings: ReturnType<typeof setInterval> | undefined;
  let isClosed = false;

  /** Loaded for the first window, so that a start does not wait for it. */
  async function load(): Promise<WebSocketServer> {
    const { WebSocketServer } = await import('ws');
    return (server ??= new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      handleProtocols: () => false,
      autoPong: false,
      // Nothing is to be sent here: as little as can be set is buffered.
      maxPayload: 1,
      maxFragments: 1,
      maxBufferedChunks: 32,
    }));
  }

  function enter(window: WebSocket, name: string): void {
    const hangUp = () => window.terminate();
    const known = { name, missed: 0 };
    open.set(window, known);
    pings ??= setInterval(askWhoIsThere, ping).unref();
    window.on('pong', () => (known.missed = 0));
    window.on('message', hangUp).on('ping', hangUp).on('error', hangUp);
    window.on('close', (code) => {
      open.delete(window);
      if (open.size === 0) pings = void clearInterval(pings);
      note(code === GOODBYE ? 'left' : 'lost');
    });
    note('came');
  }

  /** Who has broken off without a word is found by the silence. */
  function askWhoIsThere(): void {
    for (const [window, known] of open) {
      if (known.missed >= MISSED_AT_MOST) window.terminate();
      else window.ping();
      known.missed += 1;
    }
  }

  function send(event: ShellEvent, isMeant: (name: string) => boolean): void {
    const text = JSON.stringify(event);
    for (const [window, { name }] of open) {
      if (!isMeant(name)) continue;
      if (window.bufferedAmount > UNREAD_AT_MOST) window.terminate();
      else window.send(text, () => {});
    }
  }

  return {
    async admit(request, socket, head, name) {
      const loaded = await load();
      if (isClosed) socket.destroy();
      else if (open.size >= atMost) refuseSocket(socket, TOO_MANY);
      else loaded.handleUpgrade(request, socket, head, (window) => enter(window, name));
    },
    tell: (event, except) => send(event, (name) => name !== except),
    tellOne: (event, wanted) => send(event, (name) => name === wanted),
    close() {
      isClosed = true;
      // “Going away”: a window that hears it does not look for us again.
      for (const window of open.keys()) {
        window.close(1001);
        setTimeout(() => window.terminate(), PARTING_MS).unref();
      }
    },
  };
}
