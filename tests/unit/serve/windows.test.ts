import { once } from 'node:events';
import { afterEach, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import type { Settings } from '../../../src/shared/contract';
import { startTestHost, type TestHost } from '../../support/host';

const settings: Settings = {
  interfaceLang: 'sq', readingLangs: ['sq'], namesDisplay: 'as-written', theme: 'dark', textSize: 'large', paper: 'A4', signedAs: '',
  nameColumns: [], keepsHistory: true, notesShown: 'edition', welcomed: true,
}; // prettier-ignore

let host: TestHost;
afterEach(() => host.close());

/** What the window has been told. */
async function listening(name: string): Promise<{ window: WebSocket; told: unknown[] }> {
  const window = host.listen(name);
  const told: unknown[] = [];
  window.on('message', (data) => told.push(JSON.parse(String(data))));
  await once(window, 'open');
  return { window, told };
}

const answers = (ok: boolean) => async () =>
  (ok
    ? { ok: true, value: settings }
    : { ok: false, error: { code: 'library.read-only', params: {}, message: '' } }) as never;

it('tells every other window of settings that one has changed', async () => {
  host = await startTestHost({ library: { call: answers(true) } });
  const [a, b, c] = [await listening('w-a'), await listening('w-b'), await listening('w-c')];
  await host.post('settings.set', '{"theme":"dark"}', { 'Paralel-Window': 'w-b' });
  await expect.poll(() => [a.told, c.told]).toEqual(Array(2).fill([{ type: 'settings', settings }]));
  expect(b.told).toEqual([]);
});

it.each([null, '', 'w-', 'w-a b', 'x'.repeat(41)])(
  'tells all of them where the call says not which window it comes from: %s',
  async (name) => {
    host = await startTestHost({ library: { call: answers(true) } });
    const [a, b] = [await listening('w-a'), await listening('w-b')];
    await host.post('settings.set', '{}', { 'Paralel-Window': name });
    await expect.poll(() => [a.told.length, b.told.length]).toEqual([1, 1]);
  },
);

it('tells nobody of what was not changed, or only read', async () => {
  host = await startTestHost({ library: { call: answers(false) } });
  const { told } = await listening('w-a');
  await host.post('settings.set', '{}');
  await host.post('settings.get', '{}');
  host.windows.tell({ type: 'notice', notice: { code: 'library-restarted', params: {} } });
  await expect.poll(() => told).toHaveLength(1);
  expect(told).toMatchObject([{ type: 'notice' }]);
});

it('notes who comes, who leaves, who is lost, and what is asked and answered', async () => {
  host = await startTestHost();
  const [a, b] = [await listening('w-a'), await listening('w-b')];
  a.window.close(1000);
  await expect.poll(() => host.happened).toEqual(['came', 'came', 'left']);
  b.window.terminate();
  await expect.poll(() => host.happened.at(-1)).toBe('lost');
  host.happened.length = 0;
  await host.get('/');
  await host.post('articles.list', '{}');
  await host.get('/', { Cookie: null });
  await host.get('/', { Host: 'evil.example' });
  await host.raw(host.upgrade({ Cookie: null }));
  await expect.poll(() => host.happened).toEqual(['asked', 'answered', 'asked', 'answered']);
});

it('does not take a tab that has crashed for one that was closed', async () => {
  host = await startTestHost();
  const { window } = await listening('w-a');
  // What Chromium sends for a page whose process has ended.
  window.close(1001);
  await expect.poll(() => host.happened).toEqual(['came', 'lost']);
});

it('is not told as under way for longer than somebody waits for it', async () => {
  const begun = Promise.withResolvers<null>();
  host = await startTestHost({
    library: { call: () => (begun.resolve(null), new Promise(() => {})) },
  });
  const { socket } = host.open();
  socket.write(
    `POST /call/articles.list HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nOrigin: ${host.origin}\r\nCookie: ${host.cookie}\r\n` +
      'Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}',
  );
  await begun.promise;
  expect(host.happened).toEqual(['asked']);
  socket.destroy();
  await expect.poll(() => host.happened).toEqual(['asked', 'answered']);
});
