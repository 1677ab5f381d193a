/** What every answer says to the browser, whatever was asked. */
import { expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../../src/shared/policies/headers';
import { attack } from '../../support/attacked';
import { request, type TestHost } from '../../support/host';

let host: TestHost;
attack((started) => (host = started));

it('says with every answer what the browser may do with it', async () => {
  const script = '/assets/index-Ba3d_9fK.js';
  const answers = {
    page: await host.get('/'),
    script: await host.get(script),
    style: await host.get('/plain.css', { Cookie: null }),
    nothing: await host.get('/nothing'),
    'not let in': await host.get('/', { Cookie: null }),
    'another host': await host.get('/', { Host: 'evil.example' }),
    welcome: await host.get(`/?token=${host.session.token}`, { Cookie: null }),
    answer: await host.post('articles.list', '{}'),
    'no JSON': await host.post('articles.list', '{'),
    'no method': await host.raw(request('PUT /', host.port)),
    'no socket': await host.raw(host.upgrade({ Cookie: null })),
    'another socket': await host.raw(host.upgrade({ Upgrade: 'h2c' })),
  };
  for (const [name, { headers }] of Object.entries(answers)) {
    const said = (header: string) => `${name}: ${headers.get(header) ?? ''}`;
    expect(said('content-security-policy')).toBe(`${name}: ${CONTENT_SECURITY_POLICY}`);
    expect(said('x-content-type-options')).toBe(`${name}: nosniff`);
    expect(said('referrer-policy')).toBe(`${name}: no-referrer`);
    expect(said('cross-origin-opener-policy')).toBe(`${name}: same-origin`);
    expect(said('cross-origin-resource-policy')).toBe(`${name}: same-origin`);
    expect(said('permissions-policy')).toContain('camera=()');
    expect(said('content-type')).toMatch(/: (text\/|application\/json)/);
    expect(said('cache-control')).toMatch(name === 'script' ? /immutable/ : /: no-store$/);
  }
  host.asked.length = 0;
});

it('hangs up on whoever it refuses', async () => {
  const keepAlive = { Connection: 'keep-alive' };
  for (const answer of [
    await host.get('/', { ...keepAlive, Cookie: null }),
    await host.get('/', { ...keepAlive, Host: 'evil.example' }),
    await host.post('articles.list', '{}', { ...keepAlive, Origin: null }),
    await host.post('articles.list', '{}', { ...keepAlive, Cookie: null }),
    await host.post('articles.list', '{', keepAlive),
    await host.post('no such method', '{}', keepAlive),
    await host.post('articles.list', '{}', { ...keepAlive, 'Content-Type': 'text/plain' }),
    await host.raw(request('PUT /', host.port, keepAlive)),
  ]) {
    expect(answer.headers.get('connection')).toBe('close');
  }
});
