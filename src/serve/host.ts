/** The loopback host: the window's files, and the contract over HTTP, for those with the printed address. */
import type { IncomingMessage, Server, ServerOptions, ServerResponse } from 'node:http';
import process from 'node:process';
import type { LibraryClient } from '../library/client';
import type { WindowFiles } from '../library/window-files';
import { AppError, toReport } from '../shared/errors';
import { cachingOf } from '../shared/policies/headers';
import type { Answer } from '../shared/router';
import { failed, HANG_UP, send, sendAnswer, sendPage, sendText } from './answers';
import { readJson } from './body';
import { contentDisposition, type Downloads } from './downloads';
import { refuseBody, refuseForm, refuseHost, refuseOrigin, type RequestHead } from './guards';
import { NOT_LET_IN, NOTHING_HERE, PLAIN_STYLE, PLAIN_STYLE_PATH } from './pages';
import type { Session } from './session';

// An import of it evaluates all that it exports, WebSocket with the whole of undici among them: 26 ms instead of 3 (Node 24).
const { createServer } = process.getBuiltinModule('node:http');

/** Answers the methods that are the shell's own. */
export type Shell = (method: string, input: unknown, signal: AbortSignal) => Promise<Answer>;

export interface HostParts {
  files: WindowFiles;
  library: Pick<LibraryClient, 'call'>;
  shell: Shell;
  downloads: Downloads;
  /** Known once the host listens; until then nobody is let in. */
  entrance(): { session: Session; hosts: ReadonlySet<string> } | undefined;
  onUnforeseen(error: unknown): void;
  limits?: Partial<HostLimits>;
}

/** Milliseconds, but for `body` (bytes) and `connections`. */
export interface HostLimits {
  body: number;
  headers: number;
  request: number;
  /** Of silence on a connection, in either direction; printing many pages is the longest that we are silent. */
  idle: number;
  connections: number;
  /** How often the two above are looked after. */
  check: number;
}

export const LIMITS: HostLimits = {
  body: 1_000_000,
  headers: 10_000,
  request: 30_000,
  idle: 180_000,
  connections: 200,
  check: 2_000,
};

/** A method's name as the contract has them; whether there is such a method, the library says. */
const METHOD_PATH = /^\/call\/([a-z]+\.[a-z-]+)$/;

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
  const server = createServer(options, (request, response) => {
    answer(request, response, parts, limits).catch((error: unknown) => {
      parts.onUnforeseen(error);
      sendAnswer(response, 500, { ok: false, error: toReport(error) }, HANG_UP);
    });
  });
  server.maxConnections = limits.connections;
  server.setTimeout(limits.idle);
  // A client that asks whether it may send its body is told what any other is: by the refusal or the answer.
  server.on('checkContinue', (request, response) => server.emit('request', request, response));
  return server;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  parts: HostParts,
  limits: HostLimits,
): Promise<void> {
  const entrance = parts.entrance();
  const head: RequestHead = {
    method: request.method ?? '',
    target: request.url ?? '',
    headers: request.headers,
    rawHeaders: request.rawHeaders,
  };
  const refusal = refuseHost(head, entrance?.hosts ?? new Set()) ?? refuseForm(head) ?? refuseOrigin(head);
  if (refusal || !entrance) {
    const { status, reason } = refusal ?? { status: 503, reason: 'Not open yet.' };
    return sendText(response, status, reason, {
      ...HANG_UP,
      ...(status === 405 && { Allow: 'GET, HEAD, POST' }),
    });
  }
  const { session } = entrance;
  const isKnown = session.knows(head.headers.cookie);
  const [path = '', query = ''] = head.target.split('?', 2);

  if (head.method === 'POST') {
    if (!isKnown) return sendAnswer(response, 403, failed('host.refused'), HANG_UP);
    return carry(path, head, request, response, parts, limits);
  }
  if (path === PLAIN_STYLE_PATH)
    return send(response, 200, { bytes: PLAIN_STYLE, type: 'text/css; charset=utf-8' });
  const token = path === '/' ? new URLSearchParams(query).get('token') : null;
  if (token !== null && (isKnown || session.admits(token))) {
    const headers = { Location: '/', 'Set-Cookie': session.cookie() };
    return sendText(response, 303, 'Welcome.', headers);
  }
  if (!isKnown) return sendPage(response, 403, NOT_LET_IN, HANG_UP);
  show(path, head.method, response, parts);
}

/** A file of the window, or a document that was made for it. */
function show(path: string, method: string, response: ServerResponse, { files, downloads }: HostParts): void {
  const file = files.get(path === '/' ? '/index.html' : path);
  if (file) return send(response, 200, { ...file, headers: { 'Cache-Control': cachingOf(path) } });
  const download = method === 'HEAD' ? downloads.peek(path) : downloads.take(path);
  if (!download) return sendPage(response, 404, NOTHING_HERE);
  const headers = { 'Content-Disposition': contentDisposition(download.name) };
  send(response, 200, { bytes: download.bytes, type: 'application/pdf', headers });
}

/** A call of the contract. */
async function carry(
  path: string,
  head: RequestHead,
  request: IncomingMessage,
  response: ServerResponse,
  { library, shell }: HostParts,
  limits: HostLimits,
): Promise<void> {
  const refusal = refuseBody(head, limits.body);
  if (refusal?.status === 413)
    return sendAnswer(response, 413, failed('body.too-large', { limit: limits.body }), HANG_UP);
  if (refusal) return sendText(response, refusal.status, refusal.reason, HANG_UP);
  const method = METHOD_PATH.exec(path)?.[1];
  if (method === undefined)
    return sendAnswer(response, 404, failed('call.unknown', { method: path.slice(0, 80) }), HANG_UP);

  let input: unknown;
  try {
    input = await readJson(request, limits.body);
  } catch (error) {
    if (!(error instanceof AppError)) return; // The connection broke: there is nobody to tell.
    const status = error.code === 'body.too-large' ? 413 : 400;
    return sendAnswer(response, status, { ok: false, error: toReport(error) }, HANG_UP);
  }
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const answered = method.startsWith('shell.')
    ? await shell(method, input, gone.signal)
    : await library.call(method, input);
  sendAnswer(response, 200, answered);
}
