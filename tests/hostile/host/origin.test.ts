/** Requests that a page of another site makes a reader's browser send. */
import { describe, expect, it } from 'vitest';
import { attack, expectUnasked } from '../../support/attacked';
import { request, type TestHost } from '../../support/host';

let host: TestHost;
attack((started) => (host = started));

const FOREIGN = [null, '', 'null', 'http://evil.example', 'https://127.0.0.1:PORT', 'http://127.0.0.1', 'http://127.0.0.1:1',
  'http://localhost:PORT', 'http://127.0.0.1:PORT.evil.example', 'http://127.0.0.1:PORT@evil.example', 'http://127.0.0.1:PORT/',
  'HTTP://127.0.0.1:PORT', ' http://127.0.0.1:PORT.', 'http://127.0.0.1:PORT http://evil.example', 'http://evil.example, http://127.0.0.1:PORT',
  '127.0.0.1:PORT', 'file://', 'chrome-extension://abcdefghijklmnop', 'ws://127.0.0.1:PORT', 'undefined']; // prettier-ignore

describe('Origin', () => {
  it.each(FOREIGN)('that is not exactly ours may ask nothing, and hear nothing: %s', async (origin) => {
    const Origin = origin && origin.replace('PORT', String(host.port));
    expect((await host.post('settings.set', '{}', { Origin })).status).toBe(403);
    expect((await host.raw(host.upgrade({ Origin }))).status).toBe(403);
    expectUnasked(host);
  });

  it('sent twice may ask nothing', async () => {
    for (const [first, second] of [[host.origin, 'http://evil.example'], ['http://evil.example', host.origin]]) {
      const twice = request('POST /call/settings.set', host.port, {
        Cookie: host.cookie, Origin: `${first}\r\nOrigin: ${second}`, 'Content-Type': 'application/json', 'Content-Length': '2',
      }, '{}');
      expect((await host.raw(twice)).status).toBe(403);
    }
    expectUnasked(host);
  }); // prettier-ignore

  it('of another name of ours may not ask this one', async () => {
    const Host = `localhost:${host.port}`;
    expect((await host.post('settings.set', '{}', { Host })).status).toBe(403);
    expect((await host.post('settings.get', '{}', { Host, Origin: `http://${Host}` })).status).toBe(200);
    host.asked.length = 0;
  });

  it.each(['cross-site', 'same-site', 'none', 'Same-Origin', '', 'same-origin, cross-site'])(
    'that is ours may ask nothing with Sec-Fetch-Site: %s',
    async (site) => {
      const headers = { 'Sec-Fetch-Site': site };
      expect((await host.post('settings.set', '{}', headers)).status).toBe(403);
      expect((await host.raw(host.upgrade(headers))).status).toBe(403);
      expectUnasked(host);
    },
  );

  it('is not what Referer says', async () => {
    const Referer = `${host.origin}/`;
    expect((await host.post('settings.set', '{}', { Origin: null, Referer })).status).toBe(403);
    expectUnasked(host);
  });

  it('gets no word that would let another origin read an answer', async () => {
    const Origin = 'http://evil.example';
    const answers = [
      await host.post('articles.list', '{}'),
      await host.get('/'),
      await host.get('/', { Origin }),
      await host.get('/assets/index-Ba3d_9fK.js', { Origin, 'Sec-Fetch-Site': 'cross-site' }),
      await host.post('x.y', '{}', { Origin }),
      await host.raw(host.upgrade({ Origin })),
    ];
    for (const { headers } of answers) {
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    }
    host.asked.length = 0;
  });

  it('is not asked of beforehand: no preflight is answered, that of a private network neither', async () => {
    const preflight = request('OPTIONS /call/settings.set', host.port, {
      Origin: 'http://evil.example',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'content-type',
      'Access-Control-Request-Private-Network': 'true',
      'Access-Control-Request-Local-Network': 'true',
    });
    const answer = await host.raw(preflight);
    expect(answer.status).toBe(405);
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});
