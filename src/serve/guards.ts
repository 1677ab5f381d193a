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

const refuse = (status: number, reason: string): Refusal => ({ status, reason });

/** `127.0.0.1:8041`, `[::1]:8041`; without the port where it is http's own (RFC 9110, 7.2). */
export function authority(host: string, port: number): string {
  const name = host.includes(':') ? `[${host}]` : host;
  return port === 80 ? name : `${name}:${port}`;
}

/**
 * A name that an attacker's DNS points at this machine shows itself in Host, so only our own names pass.
 * https://www.sjoerdlangkemper.nl/2017/09/13/attacks-on-host-header/
 */
export function refuseHost(
  { headers, rawHeaders }: RequestHead,
  allowed: ReadonlySet<string>,
): Refusal | null {
  const sent = rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'host').length;
  if (sent === 1 && allowed.has(headers.host?.toLowerCase() ?? '')) return null;
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
export function refuseOrigin({ method, headers }: RequestHead): Refusal | null {
  if (method !== 'POST') return null;
  if (headers.origin !== `http://${headers.host?.toLowerCase()}`)
    return refuse(403, 'Only a page of Paralel may ask this.');
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin')
    return refuse(403, 'Only a page of Paralel may ask this.');
  return null;
}

/** A form can send neither of these without a preflight, and a preflight is refused. */
export function refuseBody({ headers }: RequestHead, limit: number): Refusal | null {
  if (headers['content-type'] !== 'application/json') return refuse(415, 'Only application/json.');
  if (headers['content-encoding'] !== undefined) return refuse(415, 'Only plain, not compressed.');
  if (Number(headers['content-length'] ?? 0) > limit) return refuse(413, `At most ${limit} bytes.`);
  return null;
}
