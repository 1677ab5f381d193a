import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  PrinterApart,
  type PrintLine,
  type PrintReply,
  type PrintRequest,
} from '../../../src/library/printing/print-apart';
import { AppError, toReport } from '../../../src/shared/errors';
import { handoutIn } from '../handout/articles';

const HANDOUT = handoutIn(['en']);
const MADE = { bytes: Uint8Array.of(37), pages: 1 };

/** A process that does what the test says. */
function fakeProcess() {
  const sent: PrintRequest[] = [];
  let hear: (reply: PrintReply) => void = () => {};
  let leave = (): void => {};
  let isKilled = false;
  const line: PrintLine = {
    post: (request) => void sent.push(request),
    onMessage: (listener) => (hear = listener),
    onExit: (listener) => (leave = listener),
    kill() {
      isKilled = true;
      leave();
    },
  };
  return {
    line,
    sent,
    say: (reply: PrintReply) => hear(reply),
    exit: () => leave(),
    isKilled: () => isKilled,
  };
}

let processes: ReturnType<typeof fakeProcess>[];
let printer: PrinterApart;
beforeEach(() => {
  vi.useFakeTimers();
  processes = [];
  printer = new PrinterApart(() => {
    const started = fakeProcess();
    processes.push(started);
    return started.line;
  });
});
afterEach(() => vi.useRealTimers());

/** The last that was started. */
function latest() {
  const found = processes.at(-1);
  if (!found) throw new Error('no process was started');
  return found;
}

it('starts a process for the first handout, and keeps it for the next', async () => {
  const steps: number[] = [];
  const first = printer.make(HANDOUT, 'pdf', { onProgress: (done, total) => steps.push(done, total) });
  const second = printer.preview(HANDOUT);
  expect(processes).toHaveLength(1);
  expect(latest().sent).toEqual([
    { id: 1, as: 'pdf', handout: HANDOUT },
    { id: 2, as: 'preview', handout: HANDOUT },
  ]);
  latest().say({ id: 1, steps: [1, 3] });
  latest().say({ id: 2, made: { ...MADE, isFinal: true } as never });
  latest().say({ id: 1, made: MADE });
  expect(await first).toEqual(MADE);
  expect(await second).toEqual({ ...MADE, isFinal: true });
  expect(steps).toEqual([1, 3]);
});

it('passes on why nothing could be printed', async () => {
  const making = printer.make(HANDOUT, 'pdf');
  latest().say({ id: 1, failed: toReport(new AppError('print.no-browser')) });
  await expect(making).rejects.toMatchObject({ code: 'print.no-browser' });
});

it('says that its process stopped, and starts another for the next handout', async () => {
  const making = printer.make(HANDOUT, 'pdf');
  latest().exit();
  await expect(making).rejects.toMatchObject({ code: 'print.failed' });
  const again = printer.make(HANDOUT, 'html');
  expect(processes).toHaveLength(2);
  latest().say({ id: 2, made: MADE });
  expect(await again).toEqual(MADE);
});

it('stops what was told to stop, and nothing else', async () => {
  const controller = new AbortController();
  const stopped = printer.make(HANDOUT, 'pdf', { signal: controller.signal });
  const other = printer.make(HANDOUT, 'pdf');
  controller.abort(new Error('enough'));
  await expect(stopped).rejects.toThrow('enough');
  expect(latest().sent.at(-1)).toEqual({ stop: 1 });
  latest().say({ id: 1, made: MADE });
  latest().say({ id: 2, made: MADE });
  expect(await other).toEqual(MADE);
  await expect(printer.make(HANDOUT, 'pdf', { signal: controller.signal })).rejects.toThrow('enough');
  expect(latest().sent).toHaveLength(3);
});

it('ends its process when nothing has been printed for a minute', async () => {
  const first = printer.make(HANDOUT, 'pdf');
  await vi.advanceTimersByTimeAsync(90_000);
  expect(latest().sent).not.toContainEqual({ close: true });
  latest().say({ id: 1, made: MADE });
  await first;
  await vi.advanceTimersByTimeAsync(59_000);
  expect(latest().sent).not.toContainEqual({ close: true });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(latest().sent).toContainEqual({ close: true });
  latest().exit();
  const next = printer.make(HANDOUT, 'pdf');
  expect(processes).toHaveLength(2);
  latest().say({ id: 2, made: MADE });
  await next;
});

it('waits for the process to close, and no longer than it has patience', async () => {
  await printer.close();
  const making = printer.make(HANDOUT, 'pdf').catch((error: unknown) => error);
  const closing = printer.close();
  expect(latest().sent.at(-1)).toEqual({ close: true });
  await vi.advanceTimersByTimeAsync(4_000);
  expect(latest().isKilled()).toBe(false);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(latest().isKilled()).toBe(true);
  await closing;
  expect(await making).toMatchObject({ code: 'print.failed' });
});
