/** A real host on a real port, with a library that only repeats what it is asked; and a socket to say anything to it. */
import { connect, type Socket } from 'node:net';
import { listen, ownHosts, ownOrigin } from '../../src/serve/address';
import { createDownloads } from '../../src/serve/downloads';
import { createHost, type HostLimits, type Shell } from '../../src/serve/host';
import { createSession } from '../../src/serve/session';
import type { WindowFiles } from '../../src/library/window-files';

export const FILES: WindowFiles = new Map([
  [
    '/index.html',
    { bytes: Buffer.from('<!doctype html><title>Paralel</title>'), type: 'text/html; charset=utf-8' },
  ],
  ['/assets/index-Ba3d_9fK.js', { bytes: Buffer.from('export {};'), type: 'text/javascript; charset=utf-8' }],
]);

export async function startTestHost(limits: Partial<HostLimits> = {}, shell?: Shell) {
  const asked: { method: string; input: unknown }[] = [];
  const unforeseen: unknown[] = [];
  const downloads = createDownloads();
  let entrance: { session: ReturnType<typeof createSession>; hosts: Set<string> } | undefined = undefined;
  const server = createHost({
    files: FILES,
    library: {
      call: async (method, input) => {
        asked.push({ method, input });
        return { ok: true, value: { repeated: input } as never };
      },
    },
    shell: shell ?? (async (method) => ({ ok: true, value: { shell: method } as never })),
    downloads,
    entrance: () => entrance,
    onUnforeseen: (error) => unforeseen.push(error),
    limits,
  });
  const bound = await listen(server, '127.0.0.1', 0);
  const session = createSession(bound.port);
  entrance = { session, hosts: ownHosts('127.0.0.1', bound) };
  const { port } = bound;
  const cookie = session.cookie().split(';')[0] ?? '';
  return {
    server, port, session, cookie, downloads, asked, unforeseen,
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
    close: () =>
      new Promise<void>((resolve) => {
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
