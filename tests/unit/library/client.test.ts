import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startLibrary } from '../../../src/library/client';
import { toReport, AppError } from '../../../src/shared/errors';
import type { Answer } from '../../../src/shared/router';
import { FakeChannel } from '../../support/fake-channel';

let channels: FakeChannel[];
const latest = () => channels.at(-1)!;
const open = (limits = {}) =>
  startLibrary(() => {
    channels.push(new FakeChannel());
    return latest();
  }, limits);
const codeOf = (answer: Answer) => (answer.ok ? 'ok' : answer.error.code);

beforeEach(() => {
  channels = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

describe('a library that is still being opened', () => {
  it('is not spoken to before it says that it is ready, and then in the order asked', async () => {
    const library = open();
    const first = library.call('articles.list', {});
    const second = library.call('app.open', { n: 2 });
    expect(latest().posted).toEqual([]);
    latest().says({ ready: true });
    expect(latest().posted).toEqual([
      { id: 1, method: 'articles.list', input: {} },
      { id: 2, method: 'app.open', input: { n: 2 } },
    ]);
    latest().answers(1, 'b');
    latest().answers(0, 'a');
    expect(await first).toEqual({ ok: true, value: 'a' });
    expect(await second).toEqual({ ok: true, value: 'b' });
  });

  it('that cannot be opened answers every call with the reason, and is tried again when asked again', async () => {
    const library = open();
    const early = library.call('app.open', {});
    const reason = toReport(new AppError('library.newer', { file: 'notebook.db', found: 9, known: 1 }));
    latest().says({ failed: reason });
    const between = library.call('app.open', {});
    latest().exits();
    expect(await early).toEqual({ ok: false, error: reason });
    expect(await between).toEqual({ ok: false, error: reason });
    expect(channels).toHaveLength(1);

    const later = library.call('app.open', {});
    expect(channels).toHaveLength(2);
    latest().says({ ready: true });
    latest().answers(0, 'opened');
    expect(await later).toEqual({ ok: true, value: 'opened' });
  });

  it('that never says anything is ended', async () => {
    const library = open({ start: 1000 });
    const call = library.call('app.open', {});
    await vi.advanceTimersByTimeAsync(1001);
    expect(latest().killed).toBe(true);
    latest().exits();
    expect(codeOf(await call)).toBe('library.stopped');
  });
});

describe('a library process that dies', () => {
  it('is started again; what it had been asked is answered, what comes after goes to the new one', async () => {
    const library = open();
    latest().says({ ready: true });
    const lost = library.call('articles.list', {});
    latest().exits();
    expect(codeOf(await lost)).toBe('library.stopped');
    expect(channels).toHaveLength(2);

    const next = library.call('articles.list', {});
    latest().says({ ready: true });
    latest().answers(0, []);
    expect(await next).toEqual({ ok: true, value: [] });
  });

  it('is left alone after three restarts within a minute, and tried again a minute later', async () => {
    const library = open();
    for (let death = 0; death < 4; death++) latest().exits();
    expect(channels).toHaveLength(4);
    expect(codeOf(await library.call('app.open', {}))).toBe('library.down');
    expect(channels).toHaveLength(4);

    await vi.advanceTimersByTimeAsync(60_001);
    const later = library.call('app.open', {});
    expect(channels).toHaveLength(5);
    latest().says({ ready: true });
    latest().answers(0, 'up');
    expect(codeOf(await later)).toBe('ok');
  });

  it('never answers for its successor', async () => {
    const library = open();
    latest().says({ ready: true });
    void library.call('articles.list', {});
    const dead = latest();
    dead.exits();
    latest().says({ ready: true });
    const call = library.call('articles.list', {});
    dead.says({ id: 2, answer: { ok: true, value: 'from the grave' } as never });
    latest().answers(0, 'living');
    expect(await call).toEqual({ ok: true, value: 'living' });
  });
});

describe('a call that takes too long', () => {
  it('is answered at the limit, and the process it blocks is replaced', async () => {
    const library = open({ call: 30_000 });
    latest().says({ ready: true });
    const slow = library.call('search.find', { words: 'a*' });
    const behind = library.call('articles.list', {});
    await vi.advanceTimersByTimeAsync(29_999);
    expect(latest().killed).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    const answer = await slow;
    expect(answer).toMatchObject({ ok: false, error: { code: 'query.too-slow', params: { seconds: 30 } } });
    expect(latest().killed).toBe(true);

    const after = library.call('articles.list', {});
    expect(latest().posted).toHaveLength(2);
    latest().exits();
    expect(codeOf(await behind)).toMatch(/library\.(stopped|too-slow)/);
    latest().says({ ready: true });
    latest().answers(0, []);
    expect(codeOf(await after)).toBe('ok');
  });

  it('that was no search is not called one', async () => {
    const library = open();
    latest().says({ ready: true });
    const slow = library.call('settings.set', {});
    await vi.advanceTimersByTimeAsync(30_000);
    expect(codeOf(await slow)).toBe('library.too-slow');
  });

  it('has its time counted from when the library has it, not while it is being opened', async () => {
    const library = open({ call: 1000 });
    const call = library.call('app.open', {});
    await vi.advanceTimersByTimeAsync(5000);
    latest().says({ ready: true });
    latest().answers(0, 'late but well');
    expect(codeOf(await call)).toBe('ok');
  });
});

it('answers a value that cannot be cloned with a sentence instead of throwing', async () => {
  const library = open();
  latest().says({ ready: true });
  expect(codeOf(await library.call('search.find', { words: () => 'x' }))).toBe('call.invalid');
});

describe('closing', () => {
  it('asks the library, waits until it has gone, and refuses what comes later', async () => {
    const library = open();
    latest().says({ ready: true });
    let closed = false;
    const closing = library.close().then(() => (closed = true));
    expect(latest().posted.at(-1)).toEqual({ close: true });
    await vi.advanceTimersByTimeAsync(10);
    expect(closed).toBe(false);
    latest().exits();
    await closing;
    expect(channels).toHaveLength(1);
    expect(codeOf(await library.call('app.open', {}))).toBe('library.stopped');
  });

  it('still delivers what was asked before', async () => {
    const library = open();
    latest().says({ ready: true });
    const saved = library.call('settings.set', {});
    void library.close();
    latest().answers(0, 'saved');
    expect(await saved).toEqual({ ok: true, value: 'saved' });
  });

  it('ends a library that does not go', async () => {
    const library = open({ close: 1000 });
    latest().says({ ready: true });
    const closing = library.close();
    await vi.advanceTimersByTimeAsync(1000);
    expect(latest().killed).toBe(true);
    latest().exits();
    await closing;
  });

  it('does not wait for ever for one that cannot be killed', async () => {
    const library = open({ close: 1000 });
    latest().says({ ready: true });
    let isClosed = false;
    void library.close().then(() => (isClosed = true));
    await vi.advanceTimersByTimeAsync(1999);
    expect(isClosed).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(isClosed).toBe(true);
  });
});

describe('a library that stops by itself', () => {
  it('tells that another took its place, unless it was closed or never came to answer', async () => {
    let restarts = 0;
    const library = open({ onRestart: () => (restarts += 1) });
    latest().exits();
    expect(restarts).toBe(0);
    latest().says({ ready: true });
    latest().exits();
    expect([restarts, channels.length]).toEqual([1, 3]);
    latest().says({ ready: true });
    void library.close();
    latest().exits();
    expect(restarts).toBe(1);
  });
});
