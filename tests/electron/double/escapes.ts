/** Where requests end that Chromium makes without asking anybody: WebSockets, its own errands. A proxy that refuses. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isCarried, fromEngine } from './addresses.ts';
import { escapes } from './observed.ts';

/** @returns the proxy's address */
export async function startEscapes(): Promise<string> {
  const note = (url: string): void => {
    // A page of ours that could not be intercepted, such as a worker's that is not allowed, has left nothing.
    if (!isCarried(url)) escapes.push({ url: fromEngine(url), by: 'engine' });
  };
  const server = createServer((request, response) => {
    note(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', ({ url }, socket) => {
    note(`https://${(url ?? '').replace(/:443$/u, '')}/`);
    socket.end('HTTP/1.1 502 Refused\r\n\r\n');
  });
  server.on('connection', (socket) => socket.unref().on('error', () => {}));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  server.unref();
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}
