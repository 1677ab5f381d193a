import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Note, STEP_MS, watchAttendance } from '../../../src/serve/attendance';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

let closes: number;
let note: Note;
const happen = (...happenings: Parameters<Note>[0][]) => happenings.forEach((one) => note(one));
const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);
const HOUR = 3600;

beforeEach(() => {
  closes = 0;
  note = watchAttendance(() => (closes += 1));
});

describe('a host that closes with its last window', () => {
  it('waits for the first one without end, and counts no time', () => {
    happen('asked', 'answered');
    expect(vi.getTimerCount()).toBe(0);
    pass(24 * HOUR);
    expect(closes).toBe(0);
  });

  it('stays while a window is there, and counts no time', () => {
    happen('came', 'came', 'left');
    expect(vi.getTimerCount()).toBe(0);
    pass(24 * HOUR);
    expect(closes).toBe(0);
  });

  it('closes fifteen seconds after the last has said goodbye, once', () => {
    happen('came', 'came', 'left', 'left');
    pass(14.9);
    expect(closes).toBe(0);
    pass(0.1);
    expect(closes).toBe(1);
    pass(HOUR);
    expect(closes).toBe(1);
  });

  it('stays where the window comes back: loaded again, or by the way of another page', () => {
    happen('came', 'left');
    pass(14);
    happen('came');
    pass(HOUR);
    expect(closes).toBe(0);
  });

  it('begins to count anew with every request, so that a slow machine may load for long', () => {
    happen('came', 'left');
    for (let request = 0; request < 10; request++) {
      pass(14);
      happen('asked', 'answered');
    }
    expect(closes).toBe(0);
    pass(15);
    expect(closes).toBe(1);
  });

  it('waits for what is under way, a print among it', () => {
    happen('came', 'asked', 'left');
    expect(vi.getTimerCount()).toBe(0);
    pass(HOUR);
    expect(closes).toBe(0);
    happen('answered');
    pass(14.9);
    expect(closes).toBe(0);
    pass(0.1);
    expect(closes).toBe(1);
  });

  it('waits five minutes for a window that broke off without a word', () => {
    happen('came', 'lost');
    pass(299);
    expect(closes).toBe(0);
    pass(1);
    expect(closes).toBe(1);
  });

  it('waits as long where one broke off and another was closed', () => {
    happen('came', 'came', 'lost', 'left');
    pass(299);
    expect(closes).toBe(0);
  });

  it('waits for seconds only once the lost one has come back and was closed', () => {
    happen('came', 'lost', 'came', 'left');
    pass(15);
    expect(closes).toBe(1);
  });

  it('is still there when a computer that slept for a night wakes up', () => {
    happen('came', 'lost');
    // However long the night, a timer that is overdue fires once.
    vi.setSystemTime(Date.now() + 8 * HOUR * 1000);
    vi.advanceTimersByTime(STEP_MS);
    expect(closes).toBe(0);
    happen('came');
    pass(HOUR);
    expect(closes).toBe(0);
  });
});
