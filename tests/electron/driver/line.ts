/** The test's end of the line into the double's main process: see double/control.ts. */
import { createInterface } from 'node:readline';
import type { Duplex } from 'node:stream';
import { parse, stringify } from 'devalue';
import type { Order, Report } from '../double/control';

type Browser = Extract<Report, { browser: string }>;

export class Line {
  /** The browser that the application's windows are in, once there is one. */
  readonly browser: Promise<Browser>;
  readonly #stream: Duplex;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  #lastId = 0;

  constructor(stream: Duplex, exited: Promise<number | null>) {
    const started = Promise.withResolvers<Browser>();
    this.browser = started.promise;
    this.#stream = stream;
    createInterface({ input: stream }).on('line', (text) => {
      const report = JSON.parse(text) as Report;
      if ('browser' in report) started.resolve(report);
      else this.#settle(report);
    });
    stream.on('error', () => {}); // its end is told by `exited`
    const onExit = (code: number | null): void => {
      const ended = new Error(`the program has ended with ${code}`);
      started.reject(ended);
      for (const { reject } of this.#waiting.values()) reject(ended);
      this.#waiting.clear();
    };
    exited.then(onExit, () => onExit(null));
    this.browser.catch(() => {});
  }

  send(order: Order): void {
    this.#stream.write(`${JSON.stringify(order)}\n`);
  }

  evaluate(run: string, arg: unknown): Promise<unknown> {
    const id = ++this.#lastId;
    const answer = Promise.withResolvers<unknown>();
    this.#waiting.set(id, answer);
    this.send({ id, evaluate: run, arg: stringify(arg) });
    return answer.promise;
  }

  #settle(report: Exclude<Report, Browser>): void {
    const waiting = this.#waiting.get(report.id);
    this.#waiting.delete(report.id);
    if ('error' in report) waiting?.reject(new Error(report.error));
    else waiting?.resolve(parse(report.value));
  }
}
