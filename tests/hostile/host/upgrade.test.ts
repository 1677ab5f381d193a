/** Requests to become a WebSocket that no page of ours makes. Host, Origin, Sec-Fetch-Site and cookies: see there. */
import { describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../../src/shared/policies/headers';
import { attack } from '../../support/attacked';
import { startTestHost, type TestHost } from '../../support/host';

let host: TestHost;
attack((started) => (host = started));

/** Refused by a guard of ours: before anything else looks at it, and with the headers of every answer. */
async function expectRefused(status: number, headers: Record<string, string | null>, line?: string) {
  host.happened.length = 0;
  const answer = await host.raw(host.upgrade(headers, line));
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
  expect(host.happened).not.toContain('came');
}

describe('a socket for events', () => {
  it('is opened for a window of ours, and for nothing less', async () => {
    const { socket, received } = host.open();
    socket.write(host.upgrade());
    const first = await new Promise<string>((resolve) =>
      socket.once('data', (data) => resolve(String(data))),
    );
    expect(first).toMatch(/^HTTP\/1\.1 101 /);
    expect(first).toContain('Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
    expect(first).not.toContain('Extensions');
    socket.end();
    await received;
  });

  it.each(['/', '/events', '/events?', '/events?window=', '/events?window=a%20b', `/events?window=${'x'.repeat(41)}`, '/events?window=w-1&x=1', '/events?x=1&window=w-1',
    '/events?window=w-1&token=TOKEN', '/events/?window=w-1', '//events?window=w-1', '/x/../events?window=w-1', '/%65vents?window=w-1', '/EVENTS?window=w-1',
    '/events?window=w-1%00', '/events;window=w-1', '/call/articles.list', '/index.html'])('is at one address only, not at %s', async (target) => {
    await expectRefused(404, {}, `GET ${target.replace('TOKEN', host.session.token)}`);
  }); // prettier-ignore

  it.each(['ws://127.0.0.1:PORT/events?window=w-1', 'http://127.0.0.1:PORT/events?window=w-1', '*'])(
    'is at a path, not at %s',
    async (target) => {
      await expectRefused(400, {}, `GET ${target.replace('PORT', String(host.port))}`);
    },
  );

  it.each(['POST', 'HEAD', 'PUT', 'OPTIONS', 'TRACE', 'DELETE'])(
    'is had by GET, not by %s',
    async (method) => {
      await expectRefused(405, {}, `${method} /events?window=w-1`);
    },
  );

  it.each(['h2c', 'TLS/1.0', 'websocket2', 'websocket, h2c', 'h2c, websocket', 'connect-udp'])(
    'is a WebSocket and no %s',
    async (Upgrade) => {
      await expectRefused(400, { Upgrade });
    },
  );

  it.each([null, '', '12', '8', '0', '14', '013', '13, 8', '13.0', ' '])('is of version 13, not %s', async (version) => {
    await expectRefused(426, { 'Sec-WebSocket-Version': version });
  }); // prettier-ignore

  it.each([null, '', 'x', 'dGhlIHNhbXBsZSBub25jZQ', 'dGhlIHNhbXBsZSBub25jZQ=', 'dGhlIHNhbXBsZSBub25jZQ===', 'dGhlIHNhbXBsZSBub25jZQ==,x', '!!!!!!!!!!!!!!!!!!!!!!==',
    'A'.repeat(9_000)])('needs a key that is one: %s', async (key) => {
    await expectRefused(400, { 'Sec-WebSocket-Key': key });
  }); // prettier-ignore

  it('brings no body along', async () => {
    for (const [name, value] of [
      ['Content-Length', '5'],
      ['Transfer-Encoding', 'chunked'],
    ] as const)
      expect((await host.raw(`${host.upgrade({ [name]: value })}hello`)).status).toBe(400);
  });

  it('agrees to no compression and no protocol', async () => {
    const offers = {
      'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits',
      'Sec-WebSocket-Protocol': 'paralel, x',
    };
    const { socket, received } = host.open();
    socket.write(host.upgrade(offers));
    const first = await new Promise<string>((resolve) =>
      socket.once('data', (data) => resolve(String(data))),
    );
    expect(first).toMatch(/^HTTP\/1\.1 101 /);
    expect(first.toLowerCase()).not.toMatch(/sec-websocket-(extensions|protocol)/);
    socket.end();
    await received;
  });

  it('is asked for without “Upgrade” in Connection: that is an ordinary request', async () => {
    expect((await host.raw(host.upgrade({ Connection: 'close' }))).status).toBe(404);
  });

  it('that is refused leads to no second request on its connection', async () => {
    const hidden = `POST /call/hidden.call HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nCookie: ${host.cookie}\r\nOrigin: ${host.origin}\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}`;
    const { text } = await host.raw(`${host.upgrade({ Cookie: null })}${hidden}`);
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 403']);
    expect(host.asked).toEqual([]);
  }); // prettier-ignore
});

it('harms nobody where its connection breaks before it is answered', async () => {
  const breaking = await startTestHost();
  breaking.server.on('upgrade', (_, socket) => socket.destroy(new Error('reset')));
  for (const text of [
    breaking.upgrade(),
    breaking.upgrade({ Cookie: null }),
    breaking.upgrade({ Upgrade: 'h2c' }),
  ])
    expect((await breaking.raw(text)).status).not.toBe(101);
  expect(breaking.unforeseen).toEqual([]);
  expect((await breaking.get('/')).status).toBe(200);
  await breaking.close();
});

describe('too many sockets', () => {
  it('at once are refused, and the reader is served all the while', async () => {
    const small = await startTestHost({ windows: { atMost: 50 } });
    const crowd = Array.from({ length: 300 }, () => {
      const one = small.open();
      one.socket.write(small.upgrade());
      return { ...one, begun: new Promise<string>((resolve) => one.socket.once('data', (data) => resolve(String(data).slice(9, 12)))) };
    });
    const statuses = await Promise.all(crowd.map(({ begun }) => begun));
    expect(statuses.filter((status) => status === '101')).toHaveLength(50);
    expect(statuses.filter((status) => status === '503')).toHaveLength(250);
    expect((await small.get('/')).status).toBe(200);
    for (const { socket } of crowd) socket.destroy();
    await expect.poll(small.connections).toBe(0);
    const late = small.listen();
    await new Promise((resolve) => late.once('open', resolve));
    late.terminate();
    await small.close();
  }); // prettier-ignore
});
