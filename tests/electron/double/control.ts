/** The test's line into the main process: a pipe beside the standard ones, which says when the test has gone. */
import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import process from 'node:process';
import { parse, stringify } from 'devalue';

/** The descriptor that the driver opens for it. */
export const CONTROL_FD = 3;

export interface Evaluation {
  id: number;
  evaluate: string;
  arg: string;
}

export type Order = Evaluation | { proceed: true };

export type Report =
  { browser: string; version: string } | { id: number; value: string } | { id: number; error: string };

export interface Control {
  report(report: Report): void;
  /** The test has its own hold of the browser, and sees everything from now on. */
  proceed: Promise<unknown>;
}

/** @param modules what functions of tests get as their first argument */
export function takeControl(modules: object): Control {
  const socket = new Socket({ fd: CONTROL_FD });
  const proceed = Promise.withResolvers<undefined>();
  const report = (what: Report): void => void socket.write(`${JSON.stringify(what)}\n`);

  async function evaluate({ id, evaluate, arg }: Evaluation): Promise<void> {
    try {
      const run = (0, eval)(`(${evaluate})`) as (modules: object, arg: unknown) => unknown;
      report({ id, value: stringify(await run(modules, parse(arg))) });
    } catch (error) {
      report({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  }

  createInterface({ input: socket }).on('line', (line) => {
    const order = JSON.parse(line) as Order;
    if ('proceed' in order) proceed.resolve(undefined);
    else void evaluate(order);
  });
  // Whoever looked at us has gone: nothing may be left.
  socket.on('close', () => process.exit(1)).on('error', () => process.exit(1));
  socket.unref();
  return { report, proceed: proceed.promise };
}
