/** A real host on a real port, with a library that only repeats what it is asked; and a socket to say anything to it. */
import { connect, type Socket } from 'node:net';
import { WebSocket } from 'ws';
import { listen, ownOrigin, ownOrigins } from '../../src/serve/address';
import type { Note } from '../../src/serve/attendance';
import { createDownloads } from '../../src/serve/downloads';
import { createHost, type Entrance, type HostLimits, type HostParts, type Shell } from '../../src/serve/host';
import { createPrivateReading } from '../../src/serve/private';
import { createSession } from '../../src/serve/session';
import { createWindows, type WindowsOptions } from '../../src/serve/windows';
import type { WindowFiles } from '../../src/library/window-files';

export const FILES: WindowFiles = new Map([
  [
    '/index.html',
    { bytes: Buffer.from('<!doctype html><title>Paralel</title>'), type: 'text/html; charset=utf-8' },
  ],
  ['/assets/index-Ba3d_9fK.js', { bytes: Buffer.from('export {};'), type: 'text/javascript; charset=utf-8' }],
]);

export interface TestHostOptions {
  limits?: Partial<HostLimits>;
  library?: HostParts['library'];
  shell?: Shell;
  /** As `--origin`. */
  published?: string;
  windows?: Omit<WindowsOptions, 'note'>;
  note?: Note;
}

export async function startTestHost(options: TestHostOptions = {}) {
  const asked: { method: string; input: unknown }[] = [];
  const unforeseen: unknown[] = [];
  const happened: string[] = [];
  const note: Note = (happening) => {
    happened.push(happening);
    options.note?.(happening);
  };
  const downloads = createDownloads();
  const windows = createWindows({ note, ...options.windows });
  const privacy = createPrivateReading(windows);
  let entrance: Entrance | undefined = undefined;
  const server = createHost({
    files: FILES,
    library: options.library ?? {
      call: async (method, input) => {
        asked.push({ method, input });
        return { ok: true, value: { repeated: input } as never };
      },
    },
    shell: options.shell ?? (async (method) => ({ ok: true, value: { shell: method } as never })),
    downloads,
    windows,
    privacy,
    note,
    entrance: () => entrance,
    onUnforeseen: (error) => unforeseen.push(error),
    ...(options.limits && { limits: options.limits }),
  });
  const bound = await listen(server, '127.0.0.1', 0);
  const session = createSession(bound.port);
  entrance = { session, origins: ownOrigins('127.0.0.1', bound, options.published) };
  const { port } = bound;
  const cookie = session.cookie(ownOrigin(bound)).split(';')[0] ?? '';
  return {
    server, port, session, cookie, downloads, windows, privacy, asked, happened, unforeseen,
    origin: ownOrigin(bound),
    open: () => openSocket(port),
    raw: (text: string) => exchange(port, text),
    /** Everything that a page of our own would send. */
    post(method: string, body: string, headers: Record<string, string | null> = {}) {
      return exchange(port, request(`POST /call/${method}`, port, {
        Cookie: cookie,
        Origin: `http://127.0.0.1:${port}`,
        'Sec-Fetch-Site': 'same-origin',
        'Content-Type': 'application/json',
        'Content-Length': String(Buffer.byteLength(body)),
        ...headers,
      }, body));
    },
    get: (target: string, headers: Record<string, string | null> = {}) =>
      exchange(port, request(`GET ${target}`, port, { Cookie: cookie, ...headers })),
    /** What a browser sends to open a socket for events. */
    upgrade(headers: Record<string, string | null> = {}, line = 'GET /events?window=w-1') {
      return request(line, port, {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        Cookie: cookie,
        Origin: `http://127.0.0.1:${port}`,
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
        ...headers,
      });
    },
    /** A window that listens, as a browser's does. */
    listen: (name = 'w-1') =>
      new WebSocket(`ws://127.0.0.1:${port}/events?window=${name}`, {
        origin: `http://127.0.0.1:${port}`,
        headers: { cookie },
      }),
    connections: () => new Promise<number>((resolve) => server.getConnections((_, n) => resolve(n))),
    close: () =>
      new Promise<void>((resolve) => {
        windows.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  }; // prettier-ignore
}
export type TestHost = Awaited<ReturnType<typeof startTestHost>>;

/** A header of null is left out. */
export function request(
  line: string,
  port: number,
  headers: Record<string, string | null> = {},
  body = '',
): string {
  const all: Record<string, string | null> = { Host: `127.0.0.1:${port}`, Connection: 'close', ...headers };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  return `${line} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
}

export interface Received {
  status: number;
  headers: Map<string, string>;
  body: string;
  /** All that came, where more than one answer may have. */
  text: string;
}

/** Sends `text` and reads until the host hangs up. A reset counts as hanging up. */
export async function exchange(port: number, text: string): Promise<Received> {
  const { socket, received } = openSocket(port);
  socket.write(text, 'latin1');
  return received;
}

export function openSocket(port: number): { socket: Socket; received: Promise<Received> } {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.setEncoding('latin1');
  socket.on('data', (chunk) => (text += String(chunk)));
  socket.on('error', () => {});
  const received = new Promise<Received>((resolve) => socket.on('close', () => resolve(parse(text))));
  return { socket, received };
}

function parse(text: string): Received {
  const end = text.indexOf('\r\n\r\n');
  const [first = '', ...lines] = text.slice(0, Math.max(end, 0)).split('\r\n');
  const headers = new Map(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
  return { status: Number(first.split(' ')[1] ?? 0), headers, body: text.slice(end + 4), text };
}
