/** Requests that mean another host, another path or another method than those that are here. */
import { describe, expect, it } from 'vitest';
import { attack, expectUnasked } from '../../support/attacked';
import { request, type TestHost } from '../../support/host';

let host: TestHost;
attack((started) => (host = started));

describe('Host', () => {
  it.each(['evil.example', 'evil.example:PORT', '127.0.0.1', '127.0.0.1:1', '127.0.0.1:PORT.evil.example', '0.0.0.0:PORT',
    'localhost.:PORT', '127.0.0.1.:PORT', '127.0.0.1:PORT@evil.example', 'evil.example@127.0.0.1:PORT', '[::1]:PORT', '[::ffff:127.0.0.1]:PORT',
    '[127.0.0.1]:PORT', '127.1:PORT', '2130706433:PORT', '0x7f.1:PORT', '127.0.0.2:PORT', '127.0.0.1:0PORT', '127.0.0.1:PORT ,evil.example',
    'http://127.0.0.1:PORT', '127.0.0.1:PORT/', 'lоcalhost:PORT', '__proto__', 'constructor', ' '])(
    'of another name is refused: %s', async (name) => {
    const Host = name.replace('PORT', String(host.port));
    expect((await host.get('/', { Host })).status).not.toBe(200);
    expect((await host.get(`/?token=${host.session.token}`, { Host, Cookie: null })).headers.has('set-cookie')).toBe(false);
    expect((await host.post('articles.list', '{}', { Host, Origin: `http://${Host}` })).status).not.toBe(200);
    expect([400, 421]).toContain((await host.raw(host.upgrade({ Host, Origin: `http://${Host}` }))).status);
    expectUnasked(host);
  }); // prettier-ignore

  it('left out is refused', async () => {
    expect((await host.get('/', { Host: null })).status).toBe(400);
    const old = `GET / HTTP/1.0\r\nCookie: ${host.cookie}\r\n\r\n`;
    expect((await host.raw(old)).status).toBe(421);
  });

  it.each([
    ['ours first', (ours: string) => [ours, 'evil.example']],
    ['ours last', (ours: string) => ['evil.example', ours]],
    ['ours both times', (ours: string) => [ours, ours]],
  ])('sent twice is refused: %s', async (_, hosts) => {
    const [first, second] = hosts(`127.0.0.1:${host.port}`);
    for (const line of ['GET /', 'POST /call/articles.list']) {
      const twice = `${line} HTTP/1.1\r\nHost: ${first}\r\nhost: ${second}\r\nCookie: ${host.cookie}\r\nOrigin: ${host.origin}\r\nConnection: close\r\n\r\n`;
      expect([400, 421]).toContain((await host.raw(twice)).status);
    }
    expectUnasked(host);
  }); // prettier-ignore

  it('localhost is this host too, in any case', async () => {
    for (const name of ['localhost', 'LOCALHOST', 'LocalHost'])
      expect((await host.get('/', { Host: `${name}:${host.port}` })).status).toBe(200);
  });

  it.each(['X-Forwarded-Host', 'X-Forwarded-Server', 'X-Host', 'X-Original-Host', 'Forwarded', 'X-Original-URL', 'X-Rewrite-URL'])(
    'is not what %s says', async (name) => {
    const ours = name === 'Forwarded' ? `host=127.0.0.1:${host.port};proto=http` : `127.0.0.1:${host.port}`;
    expect((await host.get('/', { Host: 'evil.example', [name]: ours })).status).toBe(421);
    const evil = name === 'Forwarded' ? 'host=evil.example;proto=https' : name.endsWith('URL') ? '/nothing' : 'evil.example';
    expect((await host.get('/', { [name]: evil })).status).toBe(200);
  }); // prettier-ignore
});

describe('paths', () => {
  it.each(['/../package.json', '/assets/../../../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/..\\package.json',
    '/%5c..%5cpackage.json', '/..%5cpackage.json', '/....//package.json', '/.%2e/package.json', '/%252e%252e/package.json', '/..%c0%afpackage.json',
    '/%c0%ae%c0%ae/package.json', '/..;/package.json', '/%uff0e%uff0e/package.json', '/index.html/../../package.json', '//package.json',
    '//evil.example/', '///', '/./index.html', '/assets/', '/assets', '/index.html/', '/index.html.', '/INDEX.HTML', '/index.html%20', '/index.html%00.js',
    '/index.html%00', '/index.html::$DATA', '/index.html;x', '/index.html%3f', '/assets/index-Ba3d_9fK.js/..', '/assets/index-Ba3d_9fK.js.map', '/%69ndex.html',
    '/C:/Windows/win.ini', '/C:\\Windows\\win.ini', '/c%3a/windows/win.ini', '//server/share/x', '/\\\\server\\share\\x', '/\\evil.example', '/file:///etc/passwd',
    '/@fs/etc/passwd', '/node_modules/ws/package.json', '/.git/config', '/library.db', '/notebook.db', '/print/', '/print/x.pdf', '/print/../index.html',
    '/call/articles.list', '/events', '/events?window=w-1', '/__proto__', '/constructor', `/${'a/'.repeat(4000)}`])(
    'lead nowhere but to the files of the window: %s', async (path) => {
    const answer = await host.get(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.has('location')).toBe(false);
  }); // prettier-ignore

  it.each(['http://127.0.0.1:PORT/', 'http://evil.example/', 'https://127.0.0.1:PORT/', 'file:///etc/passwd', '*', 'etc/passwd', '\\\\server\\share', '?token=TOKEN', '.'])(
    'that are no paths are refused: %s', async (target) => {
    const answer = await host.get(target.replace('PORT', String(host.port)).replace('TOKEN', host.session.token));
    expect(answer.status).toBe(400);
  }); // prettier-ignore

  it.each(['/\0', '/\x01', '/a b', '/\x7f', '/\r', '/é'])('with a sign that no path has are refused: %j', async (path) => {
    expect([400, 404]).toContain((await host.get(path)).status);
  }); // prettier-ignore

  it.each(['', 'articles', 'a.b/c.d', '../x.y', '%61rticles.list', 'articles.list/', 'articles.list%00', 'articles..list', '__proto__.x', 'ARTICLES.LIST',
    'articles.lіst', 'x'.repeat(3000)])(
    'of no method are refused: /call/%s', async (method) => {
    const answer = await host.post(method, '{}');
    expect(answer.status).toBe(404);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'call.unknown' } });
    expectUnasked(host);
  }); // prettier-ignore

  it.each(['/', '/index.html', '/print/x.pdf', '/events', '//call/articles.list', '/x/call/articles.list', '/call/../call/articles.list'])(
    'other than /call answer no call: %s', async (path) => {
    const body = '{}';
    const answer = await host.raw(request(`POST ${path}`, host.port, {
      Cookie: host.cookie, Origin: host.origin, 'Content-Type': 'application/json', 'Content-Length': String(body.length),
    }, body));
    expect(answer.status).toBe(404);
    expectUnasked(host);
  }); // prettier-ignore
});

describe('methods', () => {
  it.each(['OPTIONS', 'TRACE', 'PUT', 'DELETE', 'PATCH', 'PROPFIND', 'PROPPATCH', 'MKCOL', 'COPY', 'MOVE', 'LOCK', 'UNLOCK', 'REPORT', 'SEARCH',
    'PURGE', 'LINK', 'QUERY'])('%s is refused', async (method) => {
    for (const target of ['/', '/call/articles.list', '/events?window=w-1', '/index.html']) {
      const answer = await host.raw(request(`${method} ${target}`, host.port, {
        Cookie: host.cookie, Origin: host.origin, 'Access-Control-Request-Method': 'POST', 'X-Secret': 'do-not-repeat',
      }));
      expect(answer.status).toBe(405);
      expect(answer.headers.get('allow')).toBe('GET, HEAD, POST');
      expect(answer.headers.has('access-control-allow-methods')).toBe(false);
      expect(answer.text).not.toContain('do-not-repeat');
    }
    expectUnasked(host);
  }); // prettier-ignore

  it.each(['GETT', 'get', 'G\u00cbT', 'TRACK', 'DEBUG', 'BREW'])('%s, which is none, is refused', async (method) => {
    const { status } = await host.raw(request(`${method} /`, host.port, { Cookie: host.cookie }));
    expect(status).toBe(400);
  }); // prettier-ignore

  it.each(['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'])('%s makes none of another', async (name) => {
    expect((await host.get('/call/articles.list', { [name]: 'POST', Origin: host.origin })).status).toBe(404);
    expectUnasked(host);
  }); // prettier-ignore

  it('CONNECT gets no tunnel', async () => {
    for (const target of ['evil.example:443', `127.0.0.1:${host.port}`, '/'])
      expect((await host.raw(request(`CONNECT ${target}`, host.port, { Cookie: host.cookie }))).text).toBe(
        '',
      );
  });

  it('HEAD shows no body and spends no download', async () => {
    const path = host.downloads.offer({
      bytes: new TextEncoder().encode('%PDF-'),
      name: 'a.pdf',
      mediaType: 'application/pdf',
    });
    const head = await host.raw(request(`HEAD ${path}`, host.port, { Cookie: host.cookie }));
    expect([head.status, head.body]).toEqual([200, '']);
    expect((await host.get(path)).body).toBe('%PDF-');
    expect((await host.get(path)).status).toBe(404);
  });
});
