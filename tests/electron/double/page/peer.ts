/**
 * Calls between a page's own world and the preload's, as Electron's contextBridge makes them: at once, with functions,
 * promises and errors passed by proxy and everything else cloned.
 *
 * The two worlds share the DOM: an event dispatched in one is heard in the other before `dispatchEvent` returns, and
 * Chromium clones its `detail` on the way. The node between them is in no document, so no page can listen to it.
 */
import { NOT_CLONED } from '../wire.ts';
import { isExotic } from './exotic.ts';

type Callable = (...args: unknown[]) => unknown;

/** A value on its way. */
export type Parcel =
  | { kind: 'value'; value: unknown }
  | { kind: 'function' | 'promise'; id: number }
  | { kind: 'error'; message: string; stack: string | undefined }
  | { kind: 'object'; entries: [string, Parcel][] }
  | { kind: 'array'; items: Parcel[] };

type Letter =
  | { call: number; args: Parcel[] }
  | { returned: Parcel }
  | { thrown: Parcel }
  | { settled: number; value?: Parcel; error?: Parcel };

/** Electron's own limit and sentence. */
const DEPTH = 1000;
const TOO_DEEP =
  'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.';

export class Peer {
  readonly #post: EventTarget;
  readonly #theirs: string;
  readonly #functions: Callable[] = [];
  readonly #promises = new Map<number, PromiseWithResolvers<unknown>>();
  #lastPromise = 0;
  #answer: Letter | undefined;
  // Taken now, because the page may put its own in their place later.
  readonly #dispatch = EventTarget.prototype.dispatchEvent;
  readonly #Event = CustomEvent;

  /** @param functions those that the other side may call by their number, before it is given any */
  constructor(post: EventTarget, [mine, theirs]: [string, string], functions: Callable[] = []) {
    this.#post = post;
    this.#theirs = theirs;
    this.#functions.push(...functions);
    post.addEventListener(mine, (event) => this.#receive((event as CustomEvent<Letter>).detail));
  }

  /** @throws whatever the function throws over there */
  call(id: number, args: unknown[]): unknown {
    this.#send({ call: id, args: args.map((arg) => this.pack(arg)) });
    const answer = this.#answer;
    this.#answer = undefined;
    if (answer && 'thrown' in answer) throw this.unpack(answer.thrown);
    return answer && 'returned' in answer ? this.unpack(answer.returned) : undefined;
  }

  pack(value: unknown, depth = 0): Parcel {
    if (depth > DEPTH) throw new TypeError(TOO_DEEP);
    if (typeof value === 'function')
      return { kind: 'function', id: this.#functions.push(value as Callable) - 1 };
    if (value instanceof Promise) return { kind: 'promise', id: this.#follow(value) };
    if (value instanceof Error) return { kind: 'error', message: value.message, stack: value.stack };
    try {
      return { kind: 'value', value: structuredClone(value) };
    } catch (cause) {
      if (typeof value !== 'object' || value === null || isExotic(value))
        throw new Error(NOT_CLONED, { cause });
    }
    if (Array.isArray(value))
      return { kind: 'array', items: value.map((item) => this.pack(item, depth + 1)) };
    const entries = Object.entries(value).map(([key, item]): [string, Parcel] => [
      key,
      this.pack(item, depth + 1),
    ]);
    return { kind: 'object', entries };
  }

  unpack(parcel: Parcel): unknown {
    switch (parcel.kind) {
      case 'value':
        return parcel.value;
      case 'function':
        return (...args: unknown[]) => this.call(parcel.id, args);
      case 'promise':
        return this.#expect(parcel.id);
      case 'error':
        return Object.assign(new Error(parcel.message), { stack: parcel.stack });
      case 'array':
        return parcel.items.map((item) => this.unpack(item));
      case 'object':
        return Object.fromEntries(parcel.entries.map(([key, item]) => [key, this.unpack(item)]));
    }
  }

  #send(letter: Letter): void {
    this.#dispatch.call(this.#post, new this.#Event(this.#theirs, { detail: letter }));
  }

  #receive(letter: Letter): void {
    if ('call' in letter) this.#run(letter.call, letter.args);
    else if ('settled' in letter) this.#settle(letter.settled, letter.value, letter.error);
    else this.#answer = letter;
  }

  #run(id: number, args: Parcel[]): void {
    try {
      const result = this.#functions[id]?.(...args.map((arg) => this.unpack(arg)));
      this.#send({ returned: this.pack(result) });
    } catch (error) {
      this.#send({ thrown: this.#packError(error) });
    }
  }

  #follow(promise: Promise<unknown>): number {
    const id = ++this.#lastPromise;
    promise
      .then((value) => ({ settled: id, value: this.pack(value) }))
      .catch((error: unknown) => ({ settled: id, error: this.#packError(error) }))
      .then((letter) => this.#send(letter));
    return id;
  }

  #expect(id: number): Promise<unknown> {
    const expected = Promise.withResolvers<unknown>();
    this.#promises.set(id, expected);
    return expected.promise;
  }

  #settle(id: number, value?: Parcel, error?: Parcel): void {
    const expected = this.#promises.get(id);
    this.#promises.delete(id);
    if (error) expected?.reject(this.unpack(error));
    else if (value) expected?.resolve(this.unpack(value));
  }

  #packError(error: unknown): Parcel {
    try {
      return this.pack(error);
    } catch {
      return this.pack(new Error(NOT_CLONED));
    }
  }
}
