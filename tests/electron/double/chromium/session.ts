/** One conversation of the DevTools protocol: with the browser, or with one page, frame or worker of it. */
import { EventEmitter } from 'node:events';
import type { Answers, Commands, Events } from './protocol.ts';

export interface Command {
  method: string;
  params: unknown;
}

/** What Chromium says: an answer has an id, an event has none. */
export interface Message {
  id?: number;
  sessionId?: string;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
}

/** Why a command to a page that has gone meanwhile fails. */
export class SessionEnded extends Error {}

/** What Chromium says where a session, target, frame or context went while the command was on its way. */
const GONE =
  /session .*(not found|closed)|no target (with given id|found)|invalid interceptionid|target closed|no frame|cannot find (context|frame)|context was destroyed|not attached to an active page|inspected target navigated|target crashed|-32001/iu;

export class Session {
  readonly id: string | undefined;
  readonly #write: (command: Command) => number;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown> & { method: string }>();
  readonly #events = new EventEmitter().setMaxListeners(0);
  #ended = false;

  /** @param write sends a command and tells the id that its answer will have */
  constructor(id: string | undefined, write: (command: Command) => number) {
    this.id = id;
    this.#write = write;
  }

  async send<M extends keyof Commands & keyof Answers>(method: M, params?: Commands[M]): Promise<Answers[M]> {
    if (this.#ended) throw new SessionEnded(`${method}: the page has gone`);
    const answer = Promise.withResolvers<unknown>();
    this.#waiting.set(this.#write({ method, params: params ?? {} }), { ...answer, method });
    return (await answer.promise) as Answers[M];
  }

  /** For a command whose answer nobody needs. A failure is told, unless the page has gone. */
  post<M extends keyof Commands & keyof Answers>(method: M, params?: Commands[M]): void {
    this.send(method, params).catch((error: unknown) => {
      if (!(error instanceof SessionEnded)) console.error('The double:', error);
    });
  }

  on<E extends keyof Events>(event: E, listener: (payload: Events[E]) => void): this {
    this.#events.on(event, listener);
    return this;
  }

  /** Whatever ended it: the page was closed, the browser has gone. */
  onEnd(listener: () => void): this {
    this.#events.once('end', listener);
    return this;
  }

  receive({ id, method, params, result, error }: Message): void {
    if (id === undefined) {
      this.#events.emit(String(method), params);
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (!error) waiting?.resolve(result);
    else if (GONE.test(error.message))
      waiting?.reject(new SessionEnded(`${waiting.method}: ${error.message}`));
    else waiting?.reject(new Error(`${waiting.method}: ${error.message}`));
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const { method, reject } of this.#waiting.values())
      reject(new SessionEnded(`${method}: the page has gone`));
    this.#waiting.clear();
    this.#events.emit('end');
  }
}
