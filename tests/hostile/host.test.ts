/** What anybody on the machine, or any page in its browsers, could send to the loopback host. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../src/shared/policies/headers';
import { request, startTestHost, type TestHost } from '../support/host';

const LIMITS = { body: 2_000, headers: 400, request: 800, idle: 1_500, check: 50 };
let host: TestHost;

beforeAll(async () => {
  host = await startTestHost(LIMITS);
});
afterAll(() => host.close());

/** Whatever was done to it, the host still serves its reader, and nothing unforeseen happened inside. */
afterEach(async () => {
  const page = await host.get('/');
  expect(page.status).toBe(200);
  const answer = await host.post('articles.list', '{}');
  expect(JSON.parse(answer.body)).toEqual({ ok: true, value: { repeated: {} } });
  expect(host.unforeseen).toEqual([]);
  host.asked.length = 0;
});

/** No refusal may reach the library. */
function expectUnasked(): void {
  expect(host.asked).toEqual([]);
}

describe('Host', () => {
  it.each(['evil.example', 'evil.example:PORT', '127.0.0.1', '127.0.0.1:1', '127.0.0.1:PORT.evil.example', '0.0.0.0:PORT',
    'localhost.:PORT', '127.0.0.1:PORT@evil.example', '[::1]:PORT', '127.1:PORT', '2130706433:PORT', ' '])(
    'of another name is refused: %s', async (name) => {
    const Host = name.replace('PORT', String(host.port));
    expect((await host.get('/', { Host })).status).not.toBe(200);
    expect((await host.get(`/?token=${host.session.token}`, { Host, Cookie: null })).headers.has('set-cookie')).toBe(false);
    expect((await host.post('articles.list', '{}', { Host, Origin: `http://${Host}` })).status).not.toBe(200);
    expectUnasked();
  }); // prettier-ignore

  it('left out, or sent twice, is refused', async () => {
    expect((await host.get('/', { Host: null })).status).toBe(400);
    const twice = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nHost: evil.example\r\nCookie: ${host.cookie}\r\nConnection: close\r\n\r\n`;
    expect([400, 421]).toContain((await host.raw(twice)).status);
    const evilFirst = twice.replace(`Host: 127.0.0.1:${host.port}\r\nHost: evil.example`, `Host: evil.example\r\nHost: 127.0.0.1:${host.port}`);
    expect([400, 421]).toContain((await host.raw(evilFirst)).status);
  }); // prettier-ignore

  it('localhost is this host too', async () => {
    expect((await host.get('/', { Host: `localhost:${host.port}` })).status).toBe(200);
  });
});

describe('Origin', () => {
  it.each([null, 'null', 'http://evil.example', 'https://127.0.0.1:PORT', 'http://127.0.0.1', 'http://127.0.0.1:1',
    'http://localhost:PORT', 'http://127.0.0.1:PORT.evil.example', 'http://127.0.0.1:PORT/', 'HTTP://127.0.0.1:PORT'])(
    'that is not exactly ours may ask nothing: %s', async (origin) => {
    const Origin = origin && origin.replace('PORT', String(host.port));
    expect((await host.post('settings.set', '{}', { Origin })).status).toBe(403);
    expectUnasked();
  }); // prettier-ignore

  it.each(['cross-site', 'same-site', 'none', 'Same-Origin'])('Sec-Fetch-Site: %s may ask nothing', async (site) => {
    expect((await host.post('settings.set', '{}', { 'Sec-Fetch-Site': site })).status).toBe(403);
    expectUnasked();
  });

  it('gets no word that would let another origin read an answer', async () => {
    for (const answer of [await host.post('articles.list', '{}'), await host.get('/'), await host.post('x.y', '{}', { Origin: 'http://evil.example' })]) {
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    host.asked.length = 0;
  });
}); // prettier-ignore

describe('without the session', () => {
  it.each([null, '', 'paralel-PORT=', 'paralel-PORT=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'paralel-1=COOKIE', 'paralel-PORT=COOKIEx',
    'paralel-PORT=TOKEN', 'xparalel-PORT=COOKIE', 'paralel-PORT', '=COOKIE', 'paralel-PORT="COOKIE"'])(
    'nothing is shown or answered: %s', async (form) => {
    const value = host.cookie.split('=')[1] ?? '';
    const Cookie = form && form.replace('PORT', String(host.port)).replace('COOKIE', value).replace('TOKEN', host.session.token);
    const page = await host.get('/', { Cookie });
    expect(page.status).toBe(403);
    expect(page.body).toContain('open the whole address');
    expect((await host.get('/assets/index-Ba3d_9fK.js', { Cookie })).status).toBe(403);
    const answer = await host.post('articles.list', '{}', { Cookie });
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'host.refused' } });
    expectUnasked();
  }); // prettier-ignore

  it('a guessed token lets nobody in', async () => {
    const { token } = host.session;
    const nearly = (token.startsWith('A') ? 'B' : 'A') + token.slice(1);
    for (const guess of ['', 'x', nearly, token.slice(0, -1), `${token}=`, token.toLowerCase(), encodeURIComponent(`${token}\0`)]) {
      const answer = await host.get(`/?token=${guess}`, { Cookie: null });
      expect(answer.status).toBe(403);
      expect(answer.headers.has('set-cookie')).toBe(false);
    }
    expect((await host.get(`/assets/?token=${token}`, { Cookie: null })).status).toBe(403);
  }); // prettier-ignore

  it('the printed address lets in, again and again', async () => {
    for (let time = 0; time < 2; time++) {
      const answer = await host.get(`/?token=${host.session.token}`, { Cookie: null });
      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toBe('/');
      expect(answer.headers.get('set-cookie')).toBe(`${host.cookie}; HttpOnly; SameSite=Strict; Path=/`);
    }
  });

  it('a ticket lets in once', async () => {
    const ticket = host.session.ticket();
    expect((await host.get(`/?token=${ticket}`, { Cookie: null })).status).toBe(303);
    expect((await host.get(`/?token=${ticket}`, { Cookie: null })).status).toBe(403);
  });
});

describe('bodies', () => {
  it.each([null, 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x',
    'application/json; charset=utf-16', 'application/jsonp', 'text/plain, application/json'])(
    'that a form could send are refused: %s', async (type) => {
    expect((await host.post('settings.set', '{}', { 'Content-Type': type })).status).toBe(415);
    expectUnasked();
  }); // prettier-ignore

  it('too large are refused before they are read, by their announced length', async () => {
    const { socket, received } = host.open();
    const head = request('POST /call/settings.set', host.port, {
      Cookie: host.cookie, Origin: host.origin, 'Content-Type': 'application/json', 'Content-Length': '999999999999',
    }); // prettier-ignore
    socket.write(head);
    const answer = await received;
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.body)).toMatchObject({
      error: { code: 'body.too-large', params: { limit: LIMITS.body } },
    });
    expectUnasked();
  });

  it('too large are refused where they do not announce it', async () => {
    const chunk = `100\r\n${' '.repeat(256)}\r\n`;
    const answer = await host.post('settings.set', chunk.repeat(9), {
      'Content-Length': null,
      'Transfer-Encoding': 'chunked',
    });
    expect(answer.status).toBe(413);
    expectUnasked();
  });

  it.each(['', '{', 'undefined', '{"a":1}}', '\xff\xfe', '\xef\xbb\xbf{}', '"\xff"', '[1,'])('that are not JSON are answered with a sentence: %j', async (body) => {
    const answer = await host.post('settings.set', body, { 'Content-Length': String(body.length) });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'body.not-json' } });
    expectUnasked();
  }); // prettier-ignore

  it('compressed are refused', async () => {
    expect((await host.post('settings.set', '{}', { 'Content-Encoding': 'gzip' })).status).toBe(415);
  });

  it.each(['GET', 'HEAD'])('with %s are refused', async (method) => {
    for (const [name, value] of [
      ['Content-Length', '5'],
      ['Transfer-Encoding', 'chunked'],
    ] as const) {
      const text = request(`${method} /`, host.port, { Cookie: host.cookie, [name]: value }, 'GET /');
      expect((await host.raw(text)).status).toBe(400);
    }
  });

  it('that could be read in two ways are refused', async () => {
    const both = { 'Content-Length': '2', 'Transfer-Encoding': 'chunked' };
    expect((await host.post('settings.set', '0\r\n\r\nGET / HTTP/1.1', both)).status).toBe(400);
    expect(
      (await host.post('settings.set', '{}', { 'Transfer-Encoding': 'identity, chunked, x' })).status,
    ).toBe(400);
    expectUnasked();
  });
});

describe('paths', () => {
  it.each(['/../package.json', '/assets/../../../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/..\\package.json',
    '/%5c..%5cpackage.json', '//package.json', '//evil.example/', '/./index.html', '/assets/', '/assets', '/index.html/', '/index.html%00.js',
    '/assets/index-Ba3d_9fK.js/..', '/%69ndex.html', '/C:/Windows/win.ini', '/print/', '/print/x.pdf', '/call/articles.list', '/__proto__', '/constructor'])(
    'lead nowhere but to the files of the window: %s', async (path) => {
    const answer = await host.get(path);
    expect(answer.status).toBe(404);
  }); // prettier-ignore

  it.each(['http://127.0.0.1:PORT/', 'http://evil.example/', 'file:///etc/passwd', '*', 'etc/passwd', '\\\\server\\share'])(
    'that are no paths are refused: %s', async (target) => {
    const answer = await host.get(target.replace('PORT', String(host.port)));
    expect(answer.status).toBe(400);
  }); // prettier-ignore

  it.each(['', 'articles', 'a.b/c.d', '../x.y', 'articles.list?x=1', '__proto__.x', 'ARTICLES.LIST', 'x'.repeat(3000)])(
    'of no method are refused: /call/%s', async (method) => {
    const answer = await host.post(method, '{}');
    if (method.includes('?')) return void host.asked.splice(0); // A query is no part of a path.
    expect(answer.status).toBe(404);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'call.unknown' } });
    expectUnasked();
  }); // prettier-ignore
});

describe('methods', () => {
  it.each(['OPTIONS', 'TRACE', 'PUT', 'DELETE', 'PATCH', 'PROPFIND', 'SEARCH'])(
    '%s is refused',
    async (method) => {
      const text = request(`${method} /`, host.port, {
      Cookie: host.cookie, Origin: host.origin, 'Access-Control-Request-Method': 'POST',
    }); // prettier-ignore
      const answer = await host.raw(text);
      expect(answer.status).toBe(405);
      expect(answer.headers.get('allow')).toBe('GET, HEAD, POST');
      expect(answer.headers.has('access-control-allow-methods')).toBe(false);
    },
  );

  it('CONNECT and protocol upgrades get no tunnel', async () => {
    expect((await host.raw(request('CONNECT evil.example:443', host.port))).status).not.toBe(200);
    const upgrade = { Connection: 'Upgrade, close', Upgrade: 'websocket', 'Sec-WebSocket-Key': 'x', 'Sec-WebSocket-Version': '13' };
    expect((await host.get('/', { ...upgrade, Cookie: null })).status).not.toBe(101);
  }); // prettier-ignore

  it('HEAD shows no body and spends no download', async () => {
    const path = host.downloads.offer({ bytes: new TextEncoder().encode('%PDF-'), name: 'a.pdf' });
    const head = await host.raw(request(`HEAD ${path}`, host.port, { Cookie: host.cookie }));
    expect([head.status, head.body]).toEqual([200, '']);
    expect((await host.get(path)).body).toBe('%PDF-');
    expect((await host.get(path)).status).toBe(404);
  });

  it('a download is for the session only', async () => {
    const path = host.downloads.offer({ bytes: new TextEncoder().encode('%PDF-'), name: 'a.pdf' });
    expect((await host.get(path, { Cookie: null })).status).toBe(403);
    expect((await host.get(path)).status).toBe(200);
  });
});

describe('garbage', () => {
  it.each(['\0\0\0\0\r\n\r\n', 'GET\r\n\r\n', 'GET / HTTP/9.9\r\n\r\n', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
    'GET / HTTP/1.1\r\nHost : x\r\n\r\n', 'GET / HTTP/1.1\r\n Host: x\r\n\r\n', 'GET / HTTP/1.1\nHost: x\n\n'])('is not answered as a request: %j', async (text) => {
    const answer = await host.raw(text);
    expect(answer.status).not.toBe(200);
    expect(answer.text.length).toBeLessThan(1000);
  }); // prettier-ignore

  it('headers without end are cut off', async () => {
    const endless = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nX: ${'x'.repeat(40_000)}`;
    expect((await host.raw(endless)).status).toBe(431);
  });

  it('a line break in a header or a path writes no header of ours', async () => {
    for (const path of [
      '/?token=x%0d%0aSet-Cookie:%20a=b',
      '/%0d%0aSet-Cookie:%20a=b',
      '/print/%0d%0aX:y.pdf',
    ]) {
      const answer = await host.get(path, { Cookie: null });
      expect(answer.status).toBe(403);
      expect(answer.headers.has('set-cookie') || answer.headers.has('x')).toBe(false);
    }
  });

  it('after a request on the same connection is not read on', async () => {
    const first = request('GET /', host.port, { Connection: 'keep-alive' });
    const second = request('POST /call/settings.set', host.port, {
      Cookie: host.cookie, Origin: host.origin, 'Content-Type': 'application/json', 'Content-Length': '2', Connection: 'keep-alive',
    }, '{}'); // prettier-ignore
    const { text } = await host.raw(`${first}${second}`);
    expect(text.match(/HTTP\/1\.1 /g)).toHaveLength(1);
    expect(text).toContain('403 Forbidden');
  });

  it('between two requests ends the connection, not the host', async () => {
    const { socket, received } = host.open();
    socket.write(request('GET /', host.port, { Cookie: host.cookie, Connection: 'keep-alive' }));
    await new Promise((resolve) => socket.once('data', resolve));
    socket.write('\x01\x02garbage\r\n\r\n');
    expect((await received).text).toContain('400 Bad Request');
  });
});

describe('slow clients', () => {
  it('that never finish their headers are cut off', async () => {
    const { socket, received } = host.open();
    socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\n`);
    const drip = setInterval(() => socket.write('X: y\r\n'), 100);
    const answer = await received;
    clearInterval(drip);
    expect(answer.status).toBe(408);
  });

  it('that never finish their body are cut off', async () => {
    const { socket, received } = host.open();
    socket.write(request('POST /call/settings.set', host.port, {
      Cookie: host.cookie, Origin: host.origin, 'Content-Type': 'application/json', 'Content-Length': '1000',
    }, '{')); // prettier-ignore
    const drip = setInterval(() => socket.write(' '), 100);
    expect((await received).status).not.toBe(200);
    clearInterval(drip);
    expectUnasked();
  });

  it('are cut off by each limit alone', async () => {
    const patient = await startTestHost({ ...LIMITS, request: 600_000, idle: 600_000 });
    const { socket, received } = patient.open();
    socket.write('GET / HTTP/1.1\r\n');
    expect((await received).status).toBe(408);
    await patient.close();
  });

  it('that do not take their answer are cut off', async () => {
    const path = host.downloads.offer({ bytes: new Uint8Array(32_000_000), name: 'large.pdf' });
    const { socket } = host.open();
    socket.pause();
    socket.write(request(`GET ${path}`, host.port, { Cookie: host.cookie }));
    const connections = () => new Promise((resolve) => host.server.getConnections((_, n) => resolve(n)));
    await expect.poll(connections).toBe(1);
    await expect.poll(connections, { timeout: 20_000 }).toBe(0);
    socket.destroy();
  });

  it('that say nothing at all are cut off', async () => {
    const { received } = host.open();
    expect((await received).status).not.toBe(200);
  });

  it('do not keep others waiting, however many', async () => {
    const crowd = Array.from({ length: 60 }, () => host.open());
    for (const { socket } of crowd) socket.write('GET / HTTP/1.1\r\n');
    expect((await host.get('/')).status).toBe(200);
    await Promise.all(crowd.map(({ received }) => received));
  });
});

it('takes no more connections at once than it was given', async () => {
  const small = await startTestHost({ connections: 2 });
  const first = small.open();
  const second = small.open();
  await Promise.all(
    [first, second].map(({ socket }) => new Promise((resolve) => socket.once('connect', resolve))),
  );
  await expect
    .poll(() => new Promise((resolve) => small.server.getConnections((_, n) => resolve(n))))
    .toBe(2);
  expect((await small.get('/')).text).toBe('');
  first.socket.destroy();
  await expect.poll(async () => (await small.get('/')).status).toBe(200);
  await small.close();
});

it('says with every answer what the browser may do with it', async () => {
  const answers = [
    await host.get('/'),
    await host.get('/assets/index-Ba3d_9fK.js'),
    await host.get('/plain.css', { Cookie: null }),
    await host.get('/nothing'),
    await host.get('/', { Cookie: null }),
    await host.get('/', { Host: 'evil.example' }),
    await host.get(`/?token=${host.session.token}`, { Cookie: null }),
    await host.post('articles.list', '{}'),
    await host.post('articles.list', '{'),
    await host.raw(request('PUT /', host.port)),
  ];
  for (const { headers } of answers) {
    expect(headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    for (const name of ['cross-origin-opener-policy', 'cross-origin-resource-policy']) {
      expect(headers.get(name)).toBe('same-origin');
    }
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('content-type')).toBeDefined();
  }
  const caching = answers.map(({ headers }) => headers.get('cache-control'));
  expect(caching[1]).toContain('immutable');
  expect(caching.filter((_, i) => i !== 1).every((value) => value === 'no-store')).toBe(true);
  host.asked.length = 0;
});
