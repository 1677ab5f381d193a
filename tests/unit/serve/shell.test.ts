import { unzipSync } from 'fflate';
import { afterEach, expect, it } from 'vitest';
import { createJobs } from '../../../src/library/printing/jobs';
import type { HandoutPrinter } from '../../../src/library/printing/printer';
import { createDownloads } from '../../../src/serve/downloads';
import { createPrivateReading } from '../../../src/serve/private';
import { createQueue } from '../../../src/serve/queue';
import { answerShell } from '../../../src/serve/shell';
import { AppError, toReport } from '../../../src/shared/errors';
import { type Handout, handoutRequestSchema } from '../../../src/shared/contract';
import type { ShellEvent } from '../../../src/shared/events';
import type { Answer } from '../../../src/shared/router';
import { version } from '../../../package.json';
import { startTestHost, type TestHost } from '../../support/host';

const handout = { title: 'Masakra e Izbicës', lang: 'sq', chapters: [] } as unknown as Handout;
const request = { articles: [{ id: 'izbica-massacre' }], langs: ['sq'] };
const JOB = '6f1d8a52-3c0b-4e47-9b1e-5d2a7c94e0f3';
const never = new AbortController().signal;

function parts(compose: Answer, print: HandoutPrinter['make'], readOnly = false) {
  const asked: unknown[] = [];
  const told: unknown[] = [];
  return {
    told,
    privacy: createPrivateReading({ tell: (event) => void told.push(event) }),
    asked,
    downloads: createDownloads(),
    library: {
      call: async (method: string, input: unknown) => {
        asked.push({ method, input });
        return compose;
      },
    },
    printer: async () => ({
      make: print,
      preview: async (one: Handout, options = {}) => ({
        ...(await print(one, 'pdf', options)),
        isFinal: true,
      }),
      close: async () => {},
    }),
    jobs: createJobs(),
    tell: (event: ShellEvent) => void told.push(event),
    printing: createQueue({ atOnce: 1, waiting: 1 }),
    readOnly,
    onUnforeseen: (error: unknown) => void asked.push(error),
  };
}
const composed: Answer = { ok: true, value: handout as never };
const printsIt: HandoutPrinter['make'] = async () => ({
  bytes: new TextEncoder().encode('%PDF-1.4'),
  pages: 3,
});

it.each([false, true])('says what it is, and whether it is a reading room: %s', async (readOnly) => {
  const answer = await answerShell('shell.info', {}, never, parts(composed, printsIt, readOnly));
  expect(answer).toEqual({
    ok: true,
    value: {
      kind: 'browser',
      platform: process.platform,
      version,
      engine: `Node ${process.versions.node}`,
      readOnly,
      portable: false,
      isPrivate: false,
      printsPaper: false,
      folder: null,
    },
  });
});

it('switches private reading for every window, and tells each of them once', async () => {
  const given = parts(composed, printsIt);
  const set = (isPrivate: boolean) => answerShell('shell.private', { isPrivate }, never, given);
  const isPrivate = async () => (await answerShell('shell.info', {}, never, given)) as { value?: unknown };
  expect(await set(true)).toEqual({ ok: true, value: {} });
  await set(true);
  expect(await isPrivate()).toMatchObject({ value: { isPrivate: true } });
  await set(false);
  expect(await isPrivate()).toMatchObject({ value: { isPrivate: false } });
  expect(given.told).toEqual([
    { type: 'private', isPrivate: true },
    { type: 'private', isPrivate: false },
  ]);
});

it('lets no reader of a reading room decide for the others', async () => {
  const given = parts(composed, printsIt, true);
  expect(await answerShell('shell.private', { isPrivate: true }, never, given)).toMatchObject({
    ok: false,
    error: { code: 'library.read-only' },
  });
  expect([given.privacy.isPrivate, given.told]).toEqual([false, []]);
});

it('leaves it to the window to open an address outside, and refuses what is none', async () => {
  const ask = (url: string) => answerShell('shell.open-outside', { url }, never, parts(composed, printsIt));
  expect(await ask('https://en.wikipedia.org/wiki/Drenica')).toEqual({ ok: true, value: { state: 'ask' } });
  for (const url of ['http://x.example', 'file:///etc/passwd', 'javascript:alert(1)', '\\\\server\\share'])
    expect(await ask(url)).toMatchObject({ ok: false, error: { code: 'link.refused' } });
});

it('prints a few at once, lets a few wait, and asks the others to try again', async () => {
  const letGo = Promise.withResolvers<null>();
  let atOnce = 0;
  const given = parts(composed, async () => {
    expect(++atOnce).toBe(1);
    await letGo.promise;
    atOnce -= 1;
    return { bytes: new Uint8Array(), pages: 1 };
  });
  const gone = new AbortController();
  const print = (signal = never) => answerShell('shell.print', { request }, signal, given);
  const [first, second] = [print(), print(gone.signal)];
  expect(await print()).toMatchObject({ ok: false, error: { code: 'host.busy' } });
  // Who closes the window makes room for the next.
  gone.abort();
  expect(await second).toMatchObject({ ok: false });
  const third = print();
  letGo.resolve(null);
  expect(await Promise.all([first, third])).toMatchObject([{ ok: true }, { ok: true }]);
});

it('prints what the library composes, and offers it by its title', async () => {
  const given = parts(composed, printsIt);
  const answer = await answerShell('shell.print', { request }, never, given);
  expect(given.asked).toEqual([{ method: 'handout.compose', input: handoutRequestSchema.parse(request) }]);
  if (!answer.ok) throw new Error(answer.error.message);
  const value = answer.value as { state: string; url: string; name: string; pages: number };
  expect(value).toMatchObject({ state: 'download', name: 'masakra-e-izbices.pdf', pages: 3 });
  expect(given.downloads.peek(value.url)?.name).toBe('masakra-e-izbices.pdf');
});

it('makes a file for each article where that is asked for: one archive, the same bytes every time', async () => {
  const two = { ...request, articles: [{ id: 'izbica-massacre' }, { id: 'poklek-massacre' }] };
  const made = async () => {
    const given = parts(composed, printsIt);
    const answer = await answerShell('shell.print', { request: two, apart: true, job: JOB }, never, given);
    if (!answer.ok) throw new Error(answer.error.message);
    const value = answer.value as { url: string; name: string };
    expect(value).toMatchObject({ state: 'download', name: 'paralel.zip', files: 2, pages: 6 });
    expect(given.told).toEqual([0, 1, 2].map((done) => ({ type: 'progress', job: JOB, done, total: 2 })));
    return given.downloads.peek(value.url)!.bytes;
  };
  const archive = await made();
  expect(Object.keys(unzipSync(archive))).toEqual(['masakra-e-izbices.pdf', 'masakra-e-izbices-2.pdf']);
  expect(await made()).toEqual(archive);
});

it('makes none of them where one of the articles cannot be composed', async () => {
  const refused = toReport(new AppError('handout.no-edition', { title: 'x', langs: 'sq', languages: 'en' }));
  const given = parts(composed, async () => Promise.reject(new Error('nothing was to be made')));
  let calls = 0;
  given.library.call = async () => (++calls === 2 ? { ok: false, error: refused } : composed);
  const two = { ...request, articles: [{ id: 'izbica-massacre' }, { id: 'poklek-massacre' }] };
  expect(await answerShell('shell.print', { request: two, apart: true }, never, given)).toEqual({
    ok: false,
    error: refused,
  });
});

it.each(['shell.print', 'shell.preview'])(
  'ends %s when its window says so, and says that it was',
  async (method) => {
    const begun = Promise.withResolvers<null>();
    const given = parts(composed, async (_handout, _as, { signal } = {}) => {
      begun.resolve(null);
      return new Promise((_resolve, reject) =>
        signal?.addEventListener('abort', () => reject(signal.reason as Error)),
      );
    });
    const answer = answerShell(method, { request, job: JOB }, never, given);
    await begun.promise;
    await answerShell('shell.stop', { job: crypto.randomUUID() }, never, given);
    await answerShell('shell.stop', { job: JOB }, never, given);
    expect(await answer).toEqual({ ok: true, value: { state: 'cancelled' } });
    expect(given.asked.filter((one) => one instanceof Error)).toEqual([]);
  },
);

it('hands on why the library could not compose it, and why it could not be printed', async () => {
  const unknown = toReport(new AppError('article.unknown', { id: 'x' }));
  expect(
    await answerShell('shell.print', { request }, never, parts({ ok: false, error: unknown }, printsIt)),
  ).toEqual({
    ok: false,
    error: unknown,
  });
  const fails = async () => Promise.reject(new AppError('print.no-browser'));
  expect(await answerShell('shell.print', { request }, never, parts(composed, fails))).toMatchObject({
    ok: false,
    error: { code: 'print.no-browser' },
  });
});

it.each([
  ['shell.print', { request: { articles: [], langs: ['en'] } }, 'call.invalid'],
  [
    'shell.print',
    { request: { articles: [{ id: 'izbica-massacre' }], langs: ['en'] }, as: 'rtf' },
    'call.invalid',
  ],
  [
    'shell.paper',
    { request: { articles: [{ id: 'izbica-massacre' }], langs: ['en'] } },
    'print.paper-elsewhere',
  ],
  ['shell.print', null, 'call.invalid'],
  ['shell.quit', {}, 'call.unknown'],
  ['shell.__proto__', {}, 'call.unknown'],
  ['articles.list', {}, 'call.unknown'],
])('refuses %s %j', async (method, input, code) => {
  const given = parts(composed, printsIt);
  expect(await answerShell(method, input, never, given)).toMatchObject({ ok: false, error: { code } });
  expect(given.asked).toEqual([]);
});

let host: TestHost | undefined;
afterEach(() => host?.close());

it('is told when the window that asked has gone, so that it can stop printing', async () => {
  let begun = (): void => {};
  const started = new Promise<void>((resolve) => (begun = resolve));
  let stopped = (): void => {};
  const aborted = new Promise<void>((resolve) => (stopped = resolve));
  host = await startTestHost({
    async shell(_method, _input, signal) {
      signal.addEventListener('abort', () => stopped());
      begun();
      await aborted;
      return { ok: false, error: toReport(new AppError('print.failed', { detail: 'nobody waits for it' })) };
    },
  });
  const { socket } = host.open();
  socket.write(
    `POST /call/shell.print HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nOrigin: ${host.origin}\r\nCookie: ${host.cookie}\r\n` +
      'Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}',
  );
  await started;
  socket.destroy();
  await aborted;
});
