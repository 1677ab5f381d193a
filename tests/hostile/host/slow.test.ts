/** Clients that take their time, come in crowds, or never read what they asked for. */
import { describe, expect, it } from 'vitest';
import { attack, expectUnasked, SHORT } from '../../support/attacked';
import { request, startTestHost, type TestHost } from '../../support/host';

let host: TestHost;
attack((started) => (host = started));

const connected = (sockets: ReturnType<TestHost['open']>[]) =>
  Promise.all(sockets.map(({ socket }) => new Promise((resolve) => socket.once('connect', resolve))));

/** Writes a little again and again, as whoever wants to seem alive. */
function drip(one: ReturnType<TestHost['open']>, text: string) {
  const timer = setInterval(() => one.socket.write(text), 100);
  return one.received.finally(() => clearInterval(timer));
}

const halfCall = (more: Record<string, string>, body: string) =>
  request('POST /call/settings.set', host.port, {
    Cookie: host.cookie, Origin: host.origin, 'Content-Type': 'application/json', ...more,
  }, body); // prettier-ignore

describe('slow clients', () => {
  it.each([
    ['their first line', 'GET /', 'x'],
    ['their headers', 'GET / HTTP/1.1\r\n', 'X: y\r\n'],
    ['one header', 'GET / HTTP/1.1\r\nX: ', 'y'],
    ['the blank lines before a request', '\r\n', '\r\n'],
  ])('that never finish %s are cut off', async (_, begin, more) => {
    const one = host.open();
    one.socket.write(begin);
    expect((await drip(one, more)).status).toBe(408);
  });

  it.each([
    ['their body', { 'Content-Length': '1000' }, '{', ' '],
    ['a body in chunks', { 'Transfer-Encoding': 'chunked' }, '1\r\n{\r\n', '1\r\n \r\n'],
    ['the end of the last chunk', { 'Transfer-Encoding': 'chunked' }, '2\r\n{}\r\n0\r\nX: ', 'y'],
  ])('that never finish %s are cut off', async (_, headers, begin, more) => {
    const one = host.open();
    one.socket.write(halfCall(headers, begin));
    expect((await drip(one, more)).status).not.toBe(200);
    expectUnasked(host);
  });

  it('are cut off by each limit alone', async () => {
    const long = { headers: 600_000, request: 600_000, idle: 600_000 };
    for (const [limits, isInBody] of [
      [{ ...long, headers: 400 }, false],
      [{ ...long, headers: 700, request: 800 }, true],
      [{ ...long, idle: 500 }, false],
      [{ ...long, idle: 500 }, true],
    ] as const) {
      const patient = await startTestHost({ limits: { ...SHORT, ...limits } });
      const { socket, received } = patient.open();
      const headers = {
        Cookie: patient.cookie,
        Origin: patient.origin,
        'Content-Type': 'application/json',
        'Content-Length': '9',
      };
      const text = request('POST /call/settings.set', patient.port, headers);
      socket.write(isInBody ? `${text}{` : text.slice(0, 30));
      expect((await received).status).not.toBe(200);
      await patient.close();
    }
  });

  it('that do not take their answer are cut off', async () => {
    const path = host.downloads.offer({
      bytes: new Uint8Array(32_000_000),
      name: 'large.pdf',
      mediaType: 'application/pdf',
    });
    const { socket } = host.open();
    socket.pause();
    socket.write(request(`GET ${path}`, host.port, { Cookie: host.cookie }));
    await expect.poll(host.connections).toBe(1);
    await expect.poll(host.connections, { timeout: 20_000 }).toBe(0);
    socket.destroy();
  });

  it('that say nothing at all are cut off', async () => {
    expect((await host.open().received).status).not.toBe(200);
  });

  it('that have asked and say no more are let go', async () => {
    const { socket, received } = host.open();
    socket.write(request('GET /', host.port, { Cookie: host.cookie, Connection: 'keep-alive' }));
    expect((await received).status).toBe(200);
  });

  it('that hang up in the middle leave nothing behind', async () => {
    for (const text of ['GET / HT', halfCall({ 'Content-Length': '1000' }, '{'), host.upgrade().slice(0, -2), host.upgrade()]) {
      for (const end of ['destroy', 'resetAndDestroy', 'end'] as const) {
        const { socket } = host.open();
        socket.write(text, () => void socket[end]());
      }
    }
    await expect.poll(host.connections, { timeout: 10_000 }).toBe(0);
    expectUnasked(host);
  }); // prettier-ignore

  it('do not keep others waiting, however many', async () => {
    const crowd = Array.from({ length: 150 }, () => host.open());
    for (const { socket } of crowd) socket.write('GET / HTTP/1.1\r\n');
    expect((await host.get('/')).status).toBe(200);
    await Promise.all(crowd.map(({ received }) => received));
  });
});

describe('crowds', () => {
  it('get no more connections than there are, and the next one when one has gone', async () => {
    const small = await startTestHost({ limits: { connections: 2 } });
    const two = [small.open(), small.open()];
    await connected(two);
    await expect.poll(small.connections).toBe(2);
    expect((await small.get('/')).text).toBe('');
    two[0]?.socket.destroy();
    await expect.poll(async () => (await small.get('/')).status).toBe(200);
    await small.close();
  });

  it('that fill every connection in silence are gone after a while, and the reader is served again', async () => {
    const small = await startTestHost({ limits: { ...SHORT, connections: 20 } });
    const crowd = Array.from({ length: 60 }, () => small.open());
    await connected(crowd);
    await expect.poll(async () => (await small.get('/')).status, { timeout: 10_000 }).toBe(200);
    await small.close();
  });

  it('give the library a few calls at once, let some wait, and tell the others', async () => {
    let atOnce = 0;
    let most = 0;
    const letGo = Promise.withResolvers<null>();
    const small = await startTestHost({
      limits: { calls: { atOnce: 3, waiting: 5 } },
      library: {
        async call() {
          most = Math.max(most, ++atOnce);
          await letGo.promise;
          atOnce -= 1;
          return { ok: true, value: {} as never };
        },
      },
    });
    const answers = Array.from({ length: 12 }, () => small.post('search.find', '{}'));
    const refused: unknown[] = [];
    for (const answer of answers) void answer.then(({ body }) => refused.push(JSON.parse(body)));
    await expect.poll(() => refused).toHaveLength(4);
    for (const one of refused) expect(one).toMatchObject({ ok: false, error: { code: 'host.busy' } });
    letGo.resolve(null);
    const all = (await Promise.all(answers)).map(({ body }) => (JSON.parse(body) as { ok: boolean }).ok);
    expect(all.filter((ok) => ok)).toHaveLength(8);
    expect(most).toBe(3);
    await small.close();
  });
});
