/** Writing answers: the same headers on every one of them. */
import type { ServerResponse } from 'node:http';
import type { Answer } from '../shared/router';
import { AppError, type ErrorCode, type ErrorParams, toReport } from '../shared/errors';
import { SECURITY_HEADERS } from '../shared/policies/headers';

export interface Body {
  bytes: Uint8Array | string;
  type: string;
  headers?: Record<string, string>;
}

export function send(response: ServerResponse, status: number, { bytes, type, headers }: Body): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'Cache-Control': 'no-store',
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(bytes),
    ...headers,
  });
  response.end(bytes);
}

/** What is refused is also hung up on: nothing that follows on this connection is read. */
export const HANG_UP = { Connection: 'close' };

export function sendPage(response: ServerResponse, status: number, html: string, headers = {}): void {
  send(response, status, { bytes: html, type: 'text/html; charset=utf-8', headers });
}

export function sendText(response: ServerResponse, status: number, text: string, headers = {}): void {
  send(response, status, { bytes: `${text}\n`, type: 'text/plain; charset=utf-8', headers });
}

export function sendAnswer(response: ServerResponse, status: number, answer: Answer, headers = {}): void {
  send(response, status, { bytes: JSON.stringify(answer), type: 'application/json', headers });
}

export function failed(code: ErrorCode, params: ErrorParams = {}): Answer {
  return { ok: false, error: toReport(new AppError(code, params)) };
}
