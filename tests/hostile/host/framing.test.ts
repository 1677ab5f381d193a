/** Requests that could be read in two ways, requests hidden behind others, and what is no request at all. */
import { describe, expect, it } from 'vitest';
import { attack, expectUnasked } from '../../support/attacked';
import { request, startTestHost, type TestHost } from '../../support/host';

let host: TestHost;
attack((started) => (host = started));

/** Everything that a page of ours would send, with `headers` instead of a length. */
const call = (headers: string, body: string, method = 'settings.set') =>
  `POST /call/${method} HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nCookie: ${host.cookie}\r\nOrigin: ${host.origin}\r\n` +
  `Content-Type: application/json\r\n${headers}\r\n\r\n${body}`;

const answersIn = (text: string): number => text.match(/HTTP\/1\.1 \d/g)?.length ?? 0;

describe('a request behind a request', () => {
  const hidden = () => call('Content-Length: 2', '{}', 'hidden.call');

  it.each([
    ['a length and chunks', 'Content-Length: 2\r\nTransfer-Encoding: chunked', '0\r\n\r\n'],
    ['chunks and a length', 'Transfer-Encoding: chunked\r\nContent-Length: 2', '0\r\n\r\n'],
    ['two lengths', 'Content-Length: 2\r\nContent-Length: 40', '{}'],
    ['two lengths that agree', 'Content-Length: 2\r\nContent-Length: 2', '{}'],
    ['a list of lengths', 'Content-Length: 2, 2', '{}'],
    ['another coding after chunks', 'Transfer-Encoding: chunked, identity', '0\r\n\r\n'],
    ['a coding that nobody knows', 'Transfer-Encoding: xchunked', '0\r\n\r\n'],
    ['chunks twice', 'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity', '0\r\n\r\n'],
    ['a coding with a tab', 'Transfer-Encoding:\tchunked\r\nContent-Length: 2', '0\r\n\r\n'],
    ['a blank before the colon', 'Transfer-Encoding : chunked\r\nContent-Length: 2', '{}'],
    ['a folded header', 'Transfer-Encoding:\r\n chunked\r\nContent-Length: 2', '{}'],
    ['a header after a bare line feed', 'X: y\nTransfer-Encoding: chunked\r\nContent-Length: 2', '{}'],
    ['a header after a bare carriage return', 'X: y\rTransfer-Encoding: chunked\r\nContent-Length: 2', '{}'],
    ['a chunk without end of line', 'Transfer-Encoding: chunked', '2;x\n{}\r\n0\r\n\r\n'],
    ['a chunk of negative size', 'Transfer-Encoding: chunked', '-2\r\n{}\r\n0\r\n\r\n'],
    ['a chunk of too many digits', 'Transfer-Encoding: chunked', 'FFFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n'],
    ['a chunk longer than it says', 'Transfer-Encoding: chunked', '1\r\n{}\r\n0\r\n\r\n'],
    ['a null in a header', 'X: \0\r\nContent-Length: 2', '{}'],
  ])('is not reached by %s', async (_, headers, body) => {
    const { text } = await host.raw(`${call(headers, body)}${hidden()}`);
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
    expect(answersIn(text)).toBe(1);
    expectUnasked(host);
  });

  it('is not read where the first was refused', async () => {
    const first = request('GET /', host.port, { Connection: 'keep-alive' });
    const { text } = await host.raw(`${first}${hidden()}`);
    expect(answersIn(text)).toBe(1);
    expect(text).toContain('403 Forbidden');
    expectUnasked(host);
  });

  it('is judged by itself where the first was allowed', async () => {
    const first = request('GET /', host.port, { Cookie: host.cookie, Connection: 'keep-alive' });
    const foreign = call('Content-Length: 2', '{}').replace(host.origin, 'http://evil.example');
    const without = call('Content-Length: 2', '{}').replace(host.cookie, 'x=y');
    for (const second of [foreign, without]) {
      const { text } = await host.raw(`${first}${second}${hidden()}`);
      expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 403']);
    }
    expectUnasked(host);
  });

  it('sent ahead by the thousand is answered up to a limit, and never out of order', async () => {
    const many = Array.from({ length: 1_500 }, (_, n) => call('Content-Length: 12', `{"n":"${String(n).padStart(4, '0')}"}`));
    const { text } = await host.raw(many.slice(0, 100).join('') + request('GET /', host.port, { Cookie: host.cookie }));
    expect(answersIn(text)).toBe(101);
    const numbers = [...text.matchAll(/"repeated":\{"n":"(\d+)"\}/g)].map(([, n]) => Number(n));
    expect(numbers).toEqual(Array.from({ length: 100 }, (_, n) => n));
    await host.raw(many.join(''));
    expect(host.asked.length).toBeLessThanOrEqual(1_100);
  }); // prettier-ignore

  it('sent ahead beyond that limit is hung up on, however long it goes on', async () => {
    const small = await startTestHost({ limits: { requests: 5 } });
    const { socket, received } = small.open();
    const one = request('GET /', small.port, { Cookie: small.cookie, Connection: 'keep-alive' });
    const flood = setInterval(() => socket.write(one.repeat(10)), 20);
    expect(answersIn((await received).text)).toBeLessThanOrEqual(5);
    clearInterval(flood);
    await small.close();
  }, 20_000);
});

describe('headers', () => {
  const withHeaders = (headers: string) =>
    `GET / HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nCookie: ${host.cookie}\r\nConnection: close\r\n${headers}\r\n`;

  it.each([
    ['one without end', 'X: '.padEnd(40_000, 'x')],
    ['one too long', `X: ${'x'.repeat(17_000)}\r\n`],
    ['many that are short', 'X: y\r\n'.repeat(5_000)],
    ['a name too long', `${'X'.repeat(17_000)}: y\r\n`],
    ['a cookie too long', `Cookie: ${'x=y; '.repeat(4_000)}\r\n`],
  ])('are cut off: %s', async (_, headers) => {
    const answer = await host.raw(withHeaders(headers));
    expect(answer.status).toBe(431);
    expect(answer.text.length).toBeLessThan(200);
  });

  it('of a path too long are cut off', async () => {
    expect([404, 431]).toContain((await host.get(`/${'x'.repeat(15_000)}`)).status);
    expect((await host.get(`/${'x'.repeat(17_000)}`)).status).toBe(431);
  });

  it('of many names harm nobody', async () => {
    const names = Array.from({ length: 500 }, (_, n) => `X-${n}: y\r\n`).join('');
    expect((await host.raw(withHeaders(names))).status).toBe(200);
    expect((await host.raw(withHeaders('__proto__: x\r\nconstructor: y\r\nhasOwnProperty: z\r\n'))).status).toBe(200);
  }); // prettier-ignore

  it('after the body count for nothing', async () => {
    const trailers = `2\r\n{}\r\n0\r\nOrigin: ${host.origin}\r\nCookie: ${host.cookie}\r\n\r\n`;
    const text = call('Transfer-Encoding: chunked\r\nTrailer: Origin, Cookie\r\nConnection: close', trailers);
    expect((await host.raw(text.replace(`Origin: ${host.origin}\r\nContent-Type`, 'Content-Type'))).status).toBe(403);
    expectUnasked(host);
  }); // prettier-ignore

  it('of ours are not written by a line break in a path or a header', async () => {
    for (const path of ['/?token=x%0d%0aSet-Cookie:%20a=b', '/%0d%0aSet-Cookie:%20a=b', '/print/%0d%0aX:y.pdf', '/call/x%0d%0aSet-Cookie:a=b']) {
      for (const Cookie of [null, host.cookie]) {
        const answer = await host.get(path, { Cookie });
        expect([303, 403, 404]).toContain(answer.status);
        expect(answer.headers.get('set-cookie') ?? '').not.toContain('a=b');
        expect(answer.headers.has('x')).toBe(false);
      }
    }
  }); // prettier-ignore
});

describe('garbage', () => {
  it.each(['\0\0\0\0\r\n\r\n', 'GET\r\n\r\n', 'GET / HTTP/9.9\r\n\r\n', 'GET / HTTP/2.0\r\nHost: x\r\n\r\n', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 'SSH-2.0-OpenSSH_9.2\r\n', 'EHLO x\r\n\r\n', 'PING\r\n\r\n', '*1\r\n$4\r\nPING\r\n', 'HTTP/1.1 200 OK\r\n\r\n',
    'GET / HTTP/1.1\r\nHost : x\r\n\r\n', 'GET / HTTP/1.1\r\n Host: x\r\n\r\n', 'GET / HTTP/1.1\nHost: x\n\n', 'GET / HTTP/1.1\r\nHost: x\n\n',
    'GET / FTP/1.1\r\nHost: x\r\n\r\n', 'GET / HTTP/1.1\r\n: x\r\n\r\n', 'GET / HTTP/1.1\r\nX\r\n\r\n', 'GET  HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET / HTTP/0.9\r\n\r\n', '\r\n\r\n\r\n\r\n', '\xff'.repeat(3_000)])('is not answered as a request: %j', async (text) => {
    const answer = await host.raw(text);
    expect([0, 400, 408, 421]).toContain(answer.status);
    expect(answer.text.length).toBeLessThan(1_500);
    expectUnasked(host);
  }); // prettier-ignore

  it('between two requests ends the connection, not the host', async () => {
    const { socket, received } = host.open();
    socket.write(request('GET /', host.port, { Cookie: host.cookie, Connection: 'keep-alive' }));
    await new Promise((resolve) => socket.once('data', resolve));
    socket.write('\x01\x02garbage\r\n\r\n');
    expect((await received).text).toContain('400 Bad Request');
  });

  it('says nothing of what runs here', async () => {
    for (const text of ['garbage\r\n\r\n', request('GET /', host.port), request('GET /nothing', host.port, { Cookie: host.cookie })]) {
      const answer = await host.raw(text);
      expect(answer.headers.has('server') || answer.headers.has('x-powered-by')).toBe(false);
      expect(answer.text).not.toMatch(/node|at .*\.(js|ts)|stack/i);
    }
  }); // prettier-ignore
});
