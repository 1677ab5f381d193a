/**
 * Prints for a host, until it is told to close or the host has gone. See print-apart.ts for who starts it.
 * Its folder is where the build puts it (out/main); no other module may import it.
 */
import { toReport } from '../../shared/errors';
import { ChromiumPrinter } from './chromium';
import { forkFinisher } from './finish-apart';
import type { PrintReply, PrintRequest } from './print-apart';

const [, , windowFolder = ''] = process.argv;
const printer = new ChromiumPrinter({ windowFolder, spawn: () => forkFinisher(import.meta.dirname) });
const running = new Map<number, AbortController>();

const send = (reply: PrintReply): void => void (process.connected && process.send?.(reply));

async function print({ id, as, handout }: Extract<PrintRequest, { as: unknown }>): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  const options = {
    signal: controller.signal,
    onProgress: (done: number, total: number) => send({ id, steps: [done, total] }),
  };
  try {
    const made = as === 'preview' ? printer.preview(handout, options) : printer.make(handout, as, options);
    send({ id, made: await made });
  } catch (error) {
    // Who stopped it has its answer.
    if (!controller.signal.aborted) send({ id, failed: toReport(error) });
  } finally {
    running.delete(id);
  }
}

/** A browser that does not close is left: it ends when its pipe does. */
const PATIENCE_MS = 10_000;

async function close(): Promise<void> {
  setTimeout(() => process.exit(1), PATIENCE_MS).unref();
  for (const controller of running.values()) controller.abort();
  await printer.close();
  process.exit(0);
}

process.on('message', (request: PrintRequest) => {
  if ('close' in request) void close();
  else if ('stop' in request) running.get(request.stop)?.abort();
  else void print(request);
});
// The host has gone, however it went.
process.on('disconnect', () => void close());
// Ctrl-C reaches every process of the terminal; the host closes us when it is done.
process.on('SIGINT', () => {});
