/** Who may ask what: every refusal of the loopback host, decided from a request's head alone. */
import type { IncomingHttpHeaders } from 'node:http';

export interface RequestHead {
  method: string;
  /** The request target, as it came. */
  target: string;
  headers: IncomingHttpHeaders;
  /** All headers as they came, to see the ones sent twice. */
  rawHeaders: readonly string[];
}

/** An HTTP status and why, for the log and for whoever wrote the request by hand. */
export interface Refusal {
  status: number;
  reason: string;
}

/** Every authority that is ours (`127.0.0.1:8041`), and the origin of the pages behind it (`http://127.0.0.1:8041`). */
export type Origins = ReadonlyMap<string, string>;

const refuse = (status: number, reason: string): Refusal => ({ status, reason });

/** `127.0.0.1:8041`, `[::1]:8041`; without the port where it is http's own (RFC 9110, 7.2). */
export function authority(host: string, port: number): string {
  const name = host.includes(':') ? `[${host}]` : host;
  return port === 80 ? name : `${name}:${port}`;
}

/**
 * The origin that was asked. Host alone says so: what a proxy adds (Forwarded, X-Forwarded-…) anybody can write,
 * and is never read.
 */
export function originAsked({ headers }: RequestHead, origins: Origins): string | undefined {
  return origins.get(headers.host?.toLowerCase() ?? '');
}

/**
 * A name that an attacker's DNS points at this machine shows itself in Host, so only our own names pass.
 * https://www.sjoerdlangkemper.nl/2017/09/13/attacks-on-host-header/
 */
export function refuseHost(head: RequestHead, origins: Origins): Refusal | null {
  const sent = head.rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'host').length;
  if (sent === 1 && originAsked(head, origins) !== undefined) return null;
  return refuse(421, 'This host answers to its own address only.');
}

/** Only origin-form targets ("/path"), only the three methods that something here answers to. */
export function refuseForm({ method, target, headers }: RequestHead): Refusal | null {
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST')
    return refuse(405, 'Only GET, HEAD and POST.');
  if (!target.startsWith('/')) return refuse(400, 'Only a path is asked for here.');
  const hasBody = headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
  if (method !== 'POST' && hasBody) return refuse(400, `${method} carries no body.`);
  return null;
}

/** What changes or answers something must come from a page of ours, which another site's form or script cannot fake. */
export function refuseOrigin(head: RequestHead, origins: Origins): Refusal | null {
  return head.method === 'POST' ? refuseForeign(head, origins) : null;
}

function refuseForeign(head: RequestHead, origins: Origins): Refusal | null {
  const { origin, 'sec-fetch-site': site } = head.headers;
  const isOurs = origin !== undefined && origin === originAsked(head, origins);
  if (isOurs && (site === undefined || site === 'same-origin')) return null;
  return refuse(403, 'Only a page of Paralel may ask this.');
}

/** A form can send neither of these without a preflight, and a preflight is refused. */
export function refuseBody({ headers }: RequestHead, limit: number): Refusal | null {
  if (headers['content-type'] !== 'application/json') return refuse(415, 'Only application/json.');
  if (headers['content-encoding'] !== undefined) return refuse(415, 'Only plain, not compressed.');
  if (Number(headers['content-length'] ?? 0) > limit) return refuse(413, `At most ${limit} bytes.`);
  return null;
}

/** A window names itself: no secret, and good for nothing but telling it from the others. */
const EVENTS_PATH = /^\/events\?window=([\w-]{1,40})$/;
/** Sixteen bytes in base64 (RFC 6455, 4.1). */
const SOCKET_KEY = /^[+/0-9A-Za-z]{22}==$/;

/** A socket for events is opened by a page of ours only; the same-origin policy does not cover WebSockets (RFC 6455, 10.2). */
export function refuseUpgrade(head: RequestHead, origins: Origins): Refusal | null {
  const { method, target, headers } = head;
  if (method !== 'GET') return refuse(405, 'Only GET becomes a socket.');
  if (headers.upgrade?.toLowerCase() !== 'websocket') return refuse(400, 'Only a WebSocket can be had here.');
  const foreign = refuseForeign(head, origins);
  if (foreign) return foreign;
  if (!EVENTS_PATH.test(target)) return refuse(404, 'There is no socket at this address.');
  if (headers['sec-websocket-version'] !== '13') return refuse(426, 'Only version 13.');
  if (!SOCKET_KEY.test(headers['sec-websocket-key'] ?? '')) return refuse(400, 'The key is no key.');
  return null;
}

/** The window that a request comes from, where it says so. */
export function windowOf({ target, headers }: RequestHead): string | undefined {
  const named = headers['paralel-window'];
  return typeof named === 'string' ? named : EVENTS_PATH.exec(target)?.[1];
}
