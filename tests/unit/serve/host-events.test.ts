/** The window's end of the socket; its other end is the host's, see windows.test.ts. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listenToHost, windowName } from '../../../src/renderer/host-events';
import { windowOf } from '../../../src/serve/guards';

class FakeSocket {
  static all: FakeSocket[] = [];
  static get last(): FakeSocket {
    const last = FakeSocket.all.at(-1);
    if (!last) throw new Error('no socket was opened');
    return last;
  }
  onopen = (): void => {};
  onmessage = (_: { data: string }): void => {};
  onclose = (_: { code: number }): void => {};
  closedWith: number | undefined;
  constructor(readonly url: URL) {
    FakeSocket.all.push(this);
  }
  close(code: number): void {
    this.closedWith = code;
  }
}

const page = { visibilityState: 'visible' };
let happenings: EventTarget;
const happen = (type: string, more = {}) => happenings.dispatchEvent(Object.assign(new Event(type), more));
const pass = (milliseconds: number) => vi.advanceTimersByTime(milliseconds);
const HOUR = 3_600_000;
const LOST = { code: 1006 };

let told: unknown[];
const listen = (href = 'http://127.0.0.1:8041/#/names') => {
  vi.stubGlobal('location', new URL(href));
  return listenToHost((event) => told.push(event));
};

beforeEach(() => {
  vi.useFakeTimers();
  happenings = new EventTarget();
  FakeSocket.all = [];
  told = [];
  page.visibilityState = 'visible';
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('document', Object.assign(page, { addEventListener: happenings.addEventListener.bind(happenings) }));
  vi.stubGlobal('addEventListener', happenings.addEventListener.bind(happenings));
}); // prettier-ignore
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('goes to the host that the page came from, and names its window so that the host knows it again', () => {
  listen();
  expect(FakeSocket.last.url.href).toBe(`ws://127.0.0.1:8041/events?window=${windowName}`);
  listen('https://reader.example.org/#/');
  expect(FakeSocket.last.url.href).toBe(`wss://reader.example.org/events?window=${windowName}`);
  const target = `/events?window=${windowName}`;
  expect(windowOf({ method: 'GET', target, headers: {}, rawHeaders: [] })).toBe(windowName);
  const headers = { 'paralel-window': windowName };
  expect(windowOf({ method: 'POST', target: '/call/x.y', headers, rawHeaders: [] })).toBe(windowName);
});

it('hands on what it is told', () => {
  listen();
  const event = { type: 'notice', notice: { code: 'library-restarted', params: {} } };
  FakeSocket.last.onmessage({ data: JSON.stringify(event) });
  expect(told).toEqual([event]);
});

describe('a socket that is lost', () => {
  const lose = () => FakeSocket.last.onclose(LOST);

  it('is looked for three times, and then no more by itself', () => {
    listen();
    FakeSocket.last.onopen();
    lose();
    for (const [wait, count] of [
      [0, 2],
      [2_000, 3],
      [15_000, 4],
    ] as const) {
      pass(wait);
      expect(FakeSocket.all).toHaveLength(count);
      lose();
    }
    expect(vi.getTimerCount()).toBe(0);
    pass(HOUR);
    expect(FakeSocket.all).toHaveLength(4);
  });

  it('is looked for three times again after it was found', () => {
    listen();
    for (let time = 0; time < 10; time++) {
      FakeSocket.last.onopen();
      lose();
      pass(0);
    }
    expect(FakeSocket.all).toHaveLength(11);
  });

  it.each(['visibilitychange', 'online', 'a call that was answered'])('is looked for again by %s', (sign) => {
    const wake = listen();
    const give = () => (sign.includes(' ') ? wake() : happen(sign));
    for (const wait of [0, 2_000, 15_000, 60_000]) {
      lose();
      pass(wait);
    }
    const before = FakeSocket.all.length;
    page.visibilityState = 'hidden';
    give();
    expect(FakeSocket.all).toHaveLength(before);
    page.visibilityState = 'visible';
    give();
    give();
    expect(FakeSocket.all).toHaveLength(before + 1);
    lose();
    // However often it happens, a host that has gone is not asked without end.
    give();
    expect(FakeSocket.all).toHaveLength(before + 1);
    pass(10_000);
    give();
    expect(FakeSocket.all).toHaveLength(before + 2);
  });

  it('is not looked for where the host said that it closes', () => {
    listen();
    FakeSocket.last.onopen();
    FakeSocket.last.onclose({ code: 1001 });
    pass(HOUR);
    expect(FakeSocket.all).toHaveLength(1);
    happen('online');
    expect(FakeSocket.all).toHaveLength(2);
  });
});

describe('a page that is left', () => {
  it('says goodbye, and is not looked for', () => {
    listen();
    happen('pagehide');
    expect(FakeSocket.last.closedWith).toBe(1000);
    FakeSocket.last.onclose({ code: 1000 });
    pass(HOUR);
    expect(FakeSocket.all).toHaveLength(1);
  });

  it('does not come back by a try that was under way', () => {
    listen();
    FakeSocket.last.onclose(LOST);
    happen('pagehide');
    pass(HOUR);
    expect(FakeSocket.all).toHaveLength(1);
  });

  it('and shown again from where the browser kept it listens again', () => {
    listen();
    happen('pagehide');
    happen('pageshow', { persisted: false });
    expect(FakeSocket.all).toHaveLength(1);
    happen('pageshow', { persisted: true });
    expect(FakeSocket.all).toHaveLength(2);
    FakeSocket.last.onmessage({ data: '{"type":"closing"}' });
    expect(told).toEqual([{ type: 'closing' }]);
  });
});
