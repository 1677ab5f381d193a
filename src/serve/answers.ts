/** Writing answers: the same headers on every one of them. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import process from 'node:process';
import type { Duplex } from 'node:stream';
import type { Answer } from '../shared/router';
import { AppError, type ErrorCode, type ErrorParams, toReport } from '../shared/errors';
import { SECURITY_HEADERS } from '../shared/policies/headers';
import type { Refusal } from './guards';

const { STATUS_CODES } = process.getBuiltinModule('node:http');

export interface Body {
  bytes: Uint8Array | string;
  type: string;
  headers?: Record<string, string>;
}

export function send(response: ServerResponse, status: number, { bytes, type, headers }: Body): void {
  if (response.headersSent || response.destroyed) return;
  if (headers?.['Connection'] === HANG_UP.Connection) hungUp.add(response.req.socket);
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'Cache-Control': 'no-store',
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(bytes),
    ...headers,
  });
  response.end(bytes);
}

/** What is refused is also hung up on: nothing that follows on this connection is looked at. */
export const HANG_UP = { Connection: 'close' };

const hungUp = new WeakSet<Duplex>();

/** What was sent ahead behind a refused request has been parsed by the time that it is refused. */
export const isHungUp = ({ socket }: IncomingMessage): boolean => hungUp.has(socket);

export function sendPage(response: ServerResponse, status: number, html: string, headers = {}): void {
  send(response, status, { bytes: html, type: 'text/html; charset=utf-8', headers });
}

export function sendText(response: ServerResponse, status: number, text: string, headers = {}): void {
  send(response, status, { bytes: `${text}\n`, type: 'text/plain; charset=utf-8', headers });
}

export function sendAnswer(response: ServerResponse, status: number, answer: Answer, headers = {}): void {
  send(response, status, { bytes: JSON.stringify(answer), type: 'application/json', headers });
}

/** The same for a connection that has asked to become something else, which has no response object any more. */
export function refuseSocket(socket: Duplex, { status, reason }: Refusal): void {
  const bytes = `${reason}\n`;
  const headers = {
    ...SECURITY_HEADERS,
    ...HANG_UP,
    'Cache-Control': 'no-store',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(bytes),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${bytes}`);
}

export function failed(code: ErrorCode, params: ErrorParams = {}): Answer {
  return { ok: false, error: toReport(new AppError(code, params)) };
}
