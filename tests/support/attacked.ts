/** A host under attack: whatever was done to it, it still serves its reader, and nothing unforeseen happened inside. */
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { startTestHost, type TestHost, type TestHostOptions } from './host';

/** Short, so that a test of each takes a second or two. */
export const SHORT = { body: 2_000, file: 8_192, headers: 400, request: 800, idle: 1_500, check: 50 };

export function attack(take: (host: TestHost) => void, options: TestHostOptions = { limits: SHORT }): void {
  let host: TestHost;
  beforeAll(async () => {
    host = await startTestHost(options);
    take(host);
  });
  afterEach(async () => {
    host.asked.length = 0;
    expect((await host.get('/')).status).toBe(200);
    const answer = await host.post('articles.list', '{}');
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: { repeated: {} } });
    expect(host.unforeseen).toEqual([]);
    host.asked.length = 0;
  });
  afterAll(() => host.close());
}

/** No refusal may reach the library. */
export function expectUnasked(host: TestHost): void {
  expect(host.asked).toEqual([]);
}
