/** Behind an institution's reverse proxy: its name is ours too, and nothing that a proxy adds is believed. */
import { describe, expect, it } from 'vitest';
import { attack, expectUnasked } from '../../support/attacked';
import { startTestHost, type TestHost } from '../../support/host';

const Host = 'reader.example.org';
const Origin = `https://${Host}`;
let host: TestHost;
attack((started) => (host = started), { published: Origin });

/** What its readers' browsers send, by way of the proxy. */
const Cookie = () => `__Host-${host.cookie}`;

describe('the address that readers see', () => {
  it('lets in with a cookie that travels over https only, and to no other host of the domain', async () => {
    const answer = await host.get(`/?token=${host.session.token}`, { Host, Cookie: null });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/');
    expect(answer.headers.get('set-cookie')).toBe(`${Cookie()}; HttpOnly; SameSite=Strict; Path=/; Secure`);
  });

  it('shows, answers and tells', async () => {
    expect((await host.get('/', { Host, Cookie: Cookie() })).status).toBe(200);
    expect((await host.post('articles.list', '{}', { Host, Origin, Cookie: Cookie() })).status).toBe(200);
    const { socket, received } = host.open();
    socket.write(host.upgrade({ Host, Origin, Cookie: Cookie() }));
    await new Promise((resolve) => socket.once('data', resolve));
    socket.end();
    expect((await received).status).toBe(101);
    host.asked.length = 0;
  });

  it('and the one that is bound are two: what is of one opens nothing at the other', async () => {
    const own = `127.0.0.1:${host.port}`;
    for (const headers of [
      { Host, Origin: host.origin, Cookie: Cookie() },
      { Host, Origin, Cookie: host.cookie },
      { Host, Origin: `http://${Host}`, Cookie: Cookie() },
      { Host, Origin: `${Origin}:443`, Cookie: Cookie() },
      { Host: own, Origin, Cookie: Cookie() },
      { Host: own, Origin, Cookie: host.cookie },
      { Host: own, Origin: host.origin, Cookie: Cookie() },
    ]) {
      expect((await host.post('settings.set', '{}', headers)).status).toBe(403);
      expect((await host.raw(host.upgrade(headers))).status).toBe(403);
    }
    expectUnasked(host);
  });

  it.each(['example.org', 'www.reader.example.org', 'reader.example.org.evil.example', 'reader.example.org:PORT', 'reader.example.org:443', 'reader.example.org.'])(
    'is that one and none like it: %s', async (other) => {
    const name = other.replace('PORT', String(host.port));
    expect((await host.get('/', { Host: name, Cookie: Cookie() })).status).toBe(421);
  }); // prettier-ignore

  it('is nobody’s where no proxy was named', async () => {
    const plain = await startTestHost();
    expect((await plain.get('/', { Host })).status).toBe(421);
    await plain.close();
  });
});

describe('what a proxy adds', () => {
  const ADDED = {
    'X-Forwarded-Host': Host, 'X-Forwarded-Proto': 'https', 'X-Forwarded-Port': '443', 'X-Forwarded-For': '127.0.0.1', 'X-Forwarded-Ssl': 'on',
    'X-Forwarded-Prefix': '/evil', 'X-Forwarded-User': 'owner', 'X-Real-IP': '127.0.0.1', Forwarded: `for=127.0.0.1;host=${Host};proto=https`, Via: '1.1 proxy',
  }; // prettier-ignore

  it('makes no other host ours', async () => {
    expect((await host.get('/', { ...ADDED, Host: 'evil.example', Cookie: Cookie() })).status).toBe(421);
  });

  it('makes the bound address not secure, and lets nobody in', async () => {
    const answer = await host.get(`/?token=${host.session.token}`, { ...ADDED, Cookie: null });
    expect(answer.headers.get('set-cookie')).toBe(`${host.cookie}; HttpOnly; SameSite=Strict; Path=/`);
    expect((await host.get('/', { ...ADDED, Cookie: null })).status).toBe(403);
    expect((await host.post('settings.set', '{}', { ...ADDED, Origin })).status).toBe(403);
    expectUnasked(host);
  });

  it('changes nothing where it is true', async () => {
    const headers = { ...ADDED, Host, Cookie: Cookie() };
    expect((await host.get('/', headers)).status).toBe(200);
    expect((await host.get('/nothing', headers)).status).toBe(404);
  });
});
