/** Bodies that no page of ours sends: of another kind, too large, or no JSON. */
import { describe, expect, it } from 'vitest';
import { attack, expectUnasked, SHORT } from '../../support/attacked';
import { request, type TestHost } from '../../support/host';

let host: TestHost;
attack((started) => (host = started));

const head = (headers: Record<string, string>) =>
  request('POST /call/settings.set', host.port, {
    Cookie: host.cookie,
    Origin: host.origin,
    'Content-Type': 'application/json',
    ...headers,
  });

describe('the type of a body', () => {
  it.each([null, '', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json; charset=utf-8',
    'application/json; charset=utf-16', 'application/json;', 'application/jsonp', 'application/ld+json', 'text/json', 'text/plain, application/json',
    'application/json, text/plain', 'APPLICATION/JSON', '"application/json"', 'application/octet-stream', 'text/plain;application/json'])(
    'is ours exactly, or it is refused: %s', async (type) => {
    const answer = await host.post('settings.set', '{}', { 'Content-Type': type });
    expect(answer.status).toBe(415);
    expectUnasked(host);
  }); // prettier-ignore

  it.each(['gzip', 'br', 'deflate', 'zstd', 'identity', 'x'])(
    'compressed is refused: %s',
    async (encoding) => {
      expect((await host.post('settings.set', '{}', { 'Content-Encoding': encoding })).status).toBe(415);
      expectUnasked(host);
    },
  );

  it.each(['GET', 'HEAD'])('none at all comes with %s', async (method) => {
    for (const [name, value] of [['Content-Length', '5'], ['Transfer-Encoding', 'chunked']] as const) {
      expect((await host.raw(request(`${method} /`, host.port, { Cookie: host.cookie, [name]: value }, 'GET /'))).status).toBe(400);
    }
  }); // prettier-ignore
});

describe('the size of a body', () => {
  const expectTooLarge = (answer: { status: number; body: string }) => {
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.body)).toMatchObject({
      error: { code: 'body.too-large', params: { limit: SHORT.body } },
    });
    expectUnasked(host);
  };

  it('is refused before it is read, where it is announced', async () => {
    for (const length of [SHORT.body + 1, 2 ** 31, 2 ** 53, 999_999_999_999]) {
      const { socket, received } = host.open();
      socket.write(head({ 'Content-Length': String(length) }));
      expectTooLarge(await received);
    }
  });

  it('is refused while it is read, where it is not', async () => {
    const chunks = `100\r\n${' '.repeat(256)}\r\n`.repeat(9);
    expectTooLarge(await host.raw(head({ 'Transfer-Encoding': 'chunked' }) + chunks));
  });

  it('at the limit is taken', async () => {
    const body = `{"a":"${'x'.repeat(SHORT.body - 8)}"}`;
    expect(body).toHaveLength(SHORT.body);
    expect((await host.post('settings.set', body)).status).toBe(200);
    expect((await host.post('settings.set', `${body} `)).status).toBe(413);
  });

  it('may be larger where a file or a text may come, and has an end there too', async () => {
    for (const method of ['import.preview', 'import.apply', 'names.match']) {
      expect((await host.post(method, `{"a":"${'x'.repeat(SHORT.body)}"}`)).status).toBe(200);
      const { status, body } = await host.post(method, `{"a":"${'x'.repeat(SHORT.file)}"}`);
      expect([status, JSON.parse(body)]).toMatchObject([413, { error: { params: { limit: SHORT.file } } }]);
    }
  });

  it.each(['-1', '+2', '2.0', '0x2', '1e1', ' ', '2 2', '2,2', '18446744073709551616', 'NaN'])(
    'is a number, or the request is refused: %j',
    async (length) => {
      const { status } = await host.raw(`${head({ 'Content-Length': length })}{}`);
      expect([400, 413]).toContain(status);
      expectUnasked(host);
    },
  );

  it('is not asked for by a client that waits for leave to send it', async () => {
    const { socket, received } = host.open();
    socket.write(head({ 'Content-Length': '999999', Expect: '100-continue' }));
    const answer = await received;
    expect(answer.text).not.toContain('100 Continue');
    expectTooLarge(answer);
    expect((await host.raw(head({ 'Content-Length': '2', Expect: 'a-miracle' }))).status).toBe(417);
    expectUnasked(host);
  });
});

describe('the text of a body', () => {
  it.each(['', '{', 'undefined', '{"a":1}}', '\xff\xfe', '\xef\xbb\xbf{}', '"\xff"', '[1,', "{'a':1}", '{"a":01}', '{"a":NaN}', '// {}',
    '{"a":1,}', '\0', '{}\0', '"\x01"', 'token=1', '\xed\xa0\x80'])('that is not JSON is answered with a sentence: %j', async (body) => {
    const answer = await host.post('settings.set', body, { 'Content-Length': String(body.length) });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'body.not-json' } });
    expectUnasked(host);
  }); // prettier-ignore

  it('that is JSON and deep, or names what every object has, harms nobody', async () => {
    const deep = '['.repeat(900) + ']'.repeat(900);
    expect((await host.post('settings.set', deep)).status).toBe(200);
    expect((await host.post('settings.set', '{"__proto__":{"polluted":true},"constructor":1}')).status).toBe(
      200,
    );
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
