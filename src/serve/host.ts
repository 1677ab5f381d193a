/** The loopback host: the window's files, and the contract over HTTP, for those with the printed address. */
import type { IncomingMessage, Server, ServerOptions, ServerResponse } from 'node:http';
import process from 'node:process';
import type { Duplex } from 'node:stream';
import type { LibraryClient } from '../library/client';
import type { WindowFiles } from '../library/window-files';
import { toReport } from '../shared/errors';
import { cachingOf } from '../shared/policies/headers';
import type { Answer } from '../shared/router';
import { failed, HANG_UP, isHungUp, refuseSocket, send, sendAnswer, sendPage, sendText } from './answers';
import type { Note } from './attendance';
import { type CallParts, carry } from './calls';
import { contentDisposition, type Downloads } from './downloads';
import {
  type Origins,
  originAsked,
  refuseForm,
  refuseHost,
  refuseOrigin,
  refuseUpgrade,
  type Refusal,
  type RequestHead,
  windowOf,
} from './guards';
import type { PrivateReading } from './private';
import { NOT_LET_IN, NOTHING_HERE, PLAIN_STYLE, PLAIN_STYLE_PATH } from './pages';
import { createQueue, type QueueLimits } from './queue';
import type { Session } from './session';
import type { Windows } from './windows';

// An import of it evaluates all that it exports, WebSocket with the whole of undici among them: 26 ms instead of 3 (Node 24).
const { createServer } = process.getBuiltinModule('node:http');

/** Answers the methods that are the shell's own.
 *  @param window the name of the one that asks, if it said so */
export type Shell = (
  method: string,
  input: unknown,
  signal: AbortSignal,
  window: string | undefined,
) => Promise<Answer>;

export interface HostParts {
  files: WindowFiles;
  library: Pick<LibraryClient, 'call'>;
  shell: Shell;
  downloads: Downloads;
  windows: Windows;
  privacy: Pick<PrivateReading, 'isPrivate'>;
  /** Told of the requests of those who have been let in. */
  note: Note;
  /** Known once the host listens; until then nobody is let in. */
  entrance(): Entrance | undefined;
  onUnforeseen(error: unknown): void;
  limits?: Partial<HostLimits>;
}

export interface Entrance {
  session: Session;
  origins: Origins;
}

/** Milliseconds, but for `body` (bytes), `connections`, `requests` and `calls`. */
export interface HostLimits {
  body: number;
  /** Bytes of a call that may hold a file. */
  file: number;
  headers: number;
  request: number;
  /** Of silence on a connection, in either direction; printing many pages is the longest that we are silent. */
  idle: number;
  connections: number;
  /** On one connection, so that nobody can send them ahead without end. */
  requests: number;
  /** What the library is given at once: it answers one after the other, and is ended where a call waits too long. */
  calls: QueueLimits;
  /** How often `headers` and `request` are looked after. */
  check: number;
}

export const LIMITS: HostLimits = {
  body: 1_000_000,
  file: 64_000_000,
  headers: 10_000,
  request: 30_000,
  idle: 180_000,
  connections: 400,
  requests: 1_000,
  calls: { atOnce: 16, waiting: 400 },
  check: 2_000,
};

export function createHost(parts: HostParts): Server {
  const limits = { ...LIMITS, ...parts.limits };
  const options: ServerOptions = {
    headersTimeout: limits.headers,
    requestTimeout: limits.request,
    connectionsCheckingInterval: limits.check,
    maxHeaderSize: 16_384,
    // Node itself refuses what could be read in two ways (request smuggling).
    insecureHTTPParser: false,
  };
  const carrying = {
    ...parts,
    bodyLimit: limits.body,
    fileLimit: limits.file,
    inTurn: createQueue(limits.calls),
  };
  const server = createServer(options, (request, response) => {
    if (isHungUp(request)) return;
    answer(request, response, carrying).catch((error: unknown) => {
      parts.onUnforeseen(error);
      sendAnswer(response, 500, { ok: false, error: toReport(error) }, HANG_UP);
    });
  });
  server.maxConnections = limits.connections;
  server.maxRequestsPerSocket = limits.requests;
  server.setTimeout(limits.idle);
  // Who goes on regardless would be told so, but not hung up on.
  server.on('dropRequest', (_, socket) => void socket.destroy());
  // A client that asks whether it may send its body is told what any other is: by the refusal or the answer.
  server.on('checkContinue', (request, response) => server.emit('request', request, response));
  server.on('upgrade', (request, socket, head) => {
    // Who hangs up before the answer is nobody's concern.
    socket.on('error', () => {});
    become(request, socket, head, parts).catch((error: unknown) => {
      parts.onUnforeseen(error);
      socket.destroy();
    });
  });
  return server;
}

type Carrying = HostParts & Pick<CallParts, 'bodyLimit' | 'fileLimit' | 'inTurn'>;

const NOT_OPEN_YET: Refusal = { status: 503, reason: 'Not open yet.' };

const headOf = ({ method = '', url = '', headers, rawHeaders }: IncomingMessage): RequestHead => ({
  method,
  target: url,
  headers,
  rawHeaders,
});

async function answer(request: IncomingMessage, response: ServerResponse, parts: Carrying): Promise<void> {
  const { session, origins } = parts.entrance() ?? {};
  const head = headOf(request);
  const refusal = origins
    ? (refuseHost(head, origins) ?? refuseForm(head) ?? refuseOrigin(head, origins))
    : NOT_OPEN_YET;
  const origin = origins && originAsked(head, origins);
  if (refusal || !session || !origin) {
    const { status, reason } = refusal ?? NOT_OPEN_YET;
    return sendText(response, status, reason, {
      ...HANG_UP,
      ...(status === 405 && { Allow: 'GET, HEAD, POST' }),
    });
  }
  const isKnown = session.knows(head.headers.cookie, origin);
  const [path = '', query = ''] = head.target.split('?', 2);
  if (head.method !== 'POST' && path === PLAIN_STYLE_PATH)
    return send(response, 200, { bytes: PLAIN_STYLE, type: 'text/css; charset=utf-8' });
  const token = head.method !== 'POST' && path === '/' ? new URLSearchParams(query).get('token') : null;
  const isLetIn = isKnown || (token !== null && session.admits(token));
  if (!isLetIn && head.method === 'POST') return sendAnswer(response, 403, failed('host.refused'), HANG_UP);
  if (!isLetIn) return sendPage(response, 403, NOT_LET_IN, HANG_UP);

  parts.note('asked');
  response.once('close', () => parts.note('answered'));
  if (head.method === 'POST') return carry(path, head, request, response, parts);
  if (token !== null) {
    const headers = { Location: '/', 'Set-Cookie': session.cookie(origin) };
    return sendText(response, 303, 'Welcome.', headers);
  }
  show(path, head.method, response, parts);
}

/** A file of the window, or a document that was made for it. */
function show(path: string, method: string, response: ServerResponse, { files, downloads }: HostParts): void {
  const file = files.get(path === '/' ? '/index.html' : path);
  if (file) return send(response, 200, { ...file, headers: { 'Cache-Control': cachingOf(path) } });
  const download = method === 'HEAD' ? downloads.peek(path) : downloads.take(path);
  if (!download) return sendPage(response, 404, NOTHING_HERE);
  const headers = { 'Content-Disposition': contentDisposition(download.name) };
  send(response, 200, { bytes: download.bytes, type: download.mediaType, headers });
}

/** A connection that asks to become a socket passes what a call passes. */
async function become(
  request: IncomingMessage,
  socket: Duplex,
  rest: Buffer,
  { entrance, windows }: HostParts,
): Promise<void> {
  const { session, origins } = entrance() ?? {};
  const head = headOf(request);
  const refusal = origins
    ? (refuseHost(head, origins) ?? refuseForm(head) ?? refuseUpgrade(head, origins))
    : NOT_OPEN_YET;
  if (refusal) return refuseSocket(socket, refusal);
  const origin = origins && originAsked(head, origins);
  const name = windowOf(head);
  if (!origin || !session?.knows(head.headers.cookie, origin) || name === undefined)
    return refuseSocket(socket, { status: 403, reason: 'Only a window that has been let in may listen.' });
  await windows.admit(request, socket, rest, name);
}
