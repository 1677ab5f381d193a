/** Whoever has no cookie, a wrong one, or only believes to have the token. */
import { describe, expect, it } from 'vitest';
import { attack, expectUnasked } from '../../support/attacked';
import { request, startTestHost, type TestHost } from '../../support/host';

let host: TestHost;
attack((started) => (host = started));

const JSON_TYPE = { 'Content-Type': 'application/json', 'Content-Length': '2' };

describe('without the session', () => {
  it.each([null, '', 'paralel-PORT=', 'paralel-PORT=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'paralel-1=COOKIE', 'paralel-PORT=COOKIEx',
    'paralel-PORT=TOKEN', 'xparalel-PORT=COOKIE', 'paralel-PORT', '=COOKIE', 'paralel-PORT="COOKIE"', 'PARALEL-PORT=COOKIE', 'paralel-PORT =COOKIE',
    '__Host-paralel-PORT=COOKIE', 'paralel-PORT=COOKIE,paralel-PORT=x', 'x=1, paralel-PORT=COOKIE', 'paralel-PORT==COOKIE', 'paralel-PORT=%43OOKIE'])(
    'nothing is shown, answered or told: %s', async (form) => {
    const value = host.cookie.split('=')[1] ?? '';
    const Cookie = form && form.replace('PORT', String(host.port)).replace('%43OOKIE', `%${value.charCodeAt(0).toString(16)}${value.slice(1)}`)
      .replace('COOKIE', value).replace('TOKEN', host.session.token);
    const page = await host.get('/', { Cookie });
    expect(page.status).toBe(403);
    expect(page.body).toContain('open the whole address');
    expect((await host.get('/assets/index-Ba3d_9fK.js', { Cookie })).status).toBe(403);
    const answer = await host.post('articles.list', '{}', { Cookie });
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'host.refused' } });
    expect((await host.raw(host.upgrade({ Cookie }))).status).toBe(403);
    expectUnasked(host);
  }); // prettier-ignore

  it('nothing tells whether a file, a method or a download is there', async () => {
    const path = host.downloads.offer({
      bytes: new TextEncoder().encode('%PDF-'),
      name: 'a.pdf',
      mediaType: 'application/pdf',
    });
    const paths = [
      '/',
      '/index.html',
      '/assets/index-Ba3d_9fK.js',
      '/nothing',
      path,
      '/print/x.pdf',
      '/events',
    ];
    const answers = await Promise.all(paths.map((one) => host.get(one, { Cookie: null })));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
    const calls = await Promise.all(
      ['articles.list', 'no.such', '../x', ''].map((one) => host.post(one, '{}', { Cookie: null })),
    );
    expect(new Set(calls.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
    expect((await host.get(path)).status).toBe(200);
  });

  it('a body is not waited for', async () => {
    const { socket, received } = host.open();
    socket.write(request('POST /call/settings.set', host.port, { ...JSON_TYPE, Origin: host.origin }));
    expect((await received).status).toBe(403);
  });

  it('what a download holds stays', async () => {
    const path = host.downloads.offer({
      bytes: new TextEncoder().encode('%PDF-'),
      name: 'a.pdf',
      mediaType: 'application/pdf',
    });
    expect((await host.get(path, { Cookie: null })).status).toBe(403);
    expect((await host.get(path)).status).toBe(200);
  });
});

describe('the cookie', () => {
  it('is found among others, and among others of its own name', async () => {
    const name = `paralel-${host.port}`;
    for (const Cookie of [`a=b; ${host.cookie}`, `${host.cookie};a=b`, `${name}=forged; ${host.cookie}`, `paralel-1=other; ${host.cookie}; ${name}=forged`])
      expect((await host.get('/', { Cookie })).status).toBe(200);
  }); // prettier-ignore

  it('is not that of another Paralel, on another port of the same machine', async () => {
    const other = await startTestHost();
    const value = other.cookie.split('=')[1];
    for (const Cookie of [other.cookie, `paralel-${host.port}=${value}`])
      expect((await host.get('/', { Cookie })).status).toBe(403);
    expect((await host.get('/', { Cookie: `${other.cookie}; ${host.cookie}` })).status).toBe(200);
    await other.close();
  });

  it('is not read from anywhere else', async () => {
    const value = host.cookie.split('=')[1] ?? '';
    for (const name of ['Authorization', 'X-Cookie', 'Paralel-Window', 'Cookie2'])
      expect((await host.get('/', { Cookie: null, [name]: host.cookie })).status).toBe(403);
    expect((await host.get(`/?${host.cookie}`, { Cookie: null })).status).toBe(403);
    expect((await host.get(`/?token=${value}`, { Cookie: null })).status).toBe(403);
  });
});

describe('the token', () => {
  it('lets nobody in who guesses it', async () => {
    const { token } = host.session;
    const nearly = (token.startsWith('A') ? 'B' : 'A') + token.slice(1);
    for (const guess of ['', 'x', nearly, token.slice(0, -1), token.slice(1), `${token}=`, `${token}A`, token.toLowerCase(), `%20${token}`,
      encodeURIComponent(`${token}\0`), 'x'.repeat(8000), '[object%20Object]', 'undefined', 'null', 'true']) {
      const answer = await host.get(`/?token=${guess}`, { Cookie: null });
      expect(answer.status).toBe(403);
      expect(answer.headers.has('set-cookie')).toBe(false);
    }
  }); // prettier-ignore

  it('lets nobody in from anywhere but the address of the window', async () => {
    const { token } = host.session;
    for (const target of [`/assets/?token=${token}`, `/index.html?token=${token}`, `/?Token=${token}`, `/?x=1?token=${token}`, `/#token=${token}`,
      `/;token=${token}`, `/?token%3D${token}`, `/events?window=w-1&token=${token}`, `/?token=x&token=${token}`]) {
      const answer = await host.get(target, { Cookie: null });
      expect([target, answer.status]).toEqual([target, 403]);
      expect(answer.headers.has('set-cookie')).toBe(false);
    }
    const headers = { Authorization: `Bearer ${token}`, 'X-Token': token, Cookie: `token=${token}` };
    expect((await host.get('/', headers)).status).toBe(403);
  }); // prettier-ignore

  it('lets nobody in by POST, from whatever page', async () => {
    const { token } = host.session;
    for (const [Origin, type, body] of [
      [host.origin, 'application/json', `{"token":"${token}"}`],
      [host.origin, 'application/x-www-form-urlencoded', `token=${token}`],
      ['http://evil.example', 'application/x-www-form-urlencoded', `token=${token}`],
    ] as const) {
      const answer = await host.raw(request(`POST /?token=${token}`, host.port, {
        Origin, 'Content-Type': type, 'Content-Length': String(body.length),
      }, body));
      expect(answer.status).toBe(403);
      expect(answer.headers.has('set-cookie')).toBe(false);
    }
    expectUnasked(host);
  }); // prettier-ignore

  it('in the printed address lets in, again and again, and leaves the address bar', async () => {
    for (let time = 0; time < 2; time++) {
      const answer = await host.get(`/?token=${host.session.token}`, { Cookie: null });
      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toBe('/');
      expect(answer.headers.get('set-cookie')).toBe(`${host.cookie}; HttpOnly; SameSite=Strict; Path=/`);
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      expect(answer.text).not.toContain(host.session.token);
    }
  });

  it('for one use lets in once, also where two come at the same time', async () => {
    const ticket = host.session.ticket();
    const both = await Promise.all([1, 2].map(() => host.get(`/?token=${ticket}`, { Cookie: null })));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 403]);
    expect((await host.get(`/?token=${ticket}`, { Cookie: null })).status).toBe(403);
  });

  it('is in no answer, and no secret is in another', async () => {
    const ticket = host.session.ticket();
    const value = host.cookie.split('=')[1] ?? '';
    for (const answer of [
      await host.get('/'),
      await host.get('/nothing'),
      await host.get('/', { Cookie: null }),
      await host.post('articles.list', '{}'),
      await host.post('articles.list', '{}', { Origin: 'http://evil.example' }),
      await host.get(`/?token=${host.session.token}`),
    ]) {
      expect(answer.text).not.toContain(host.session.token);
      expect(answer.text).not.toContain(ticket);
      expect(answer.body).not.toContain(value);
    }
    host.asked.length = 0;
  });
});
