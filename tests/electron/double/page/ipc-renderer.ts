/** Electron's ipcRenderer, over the binding that the double put into this world. */
import type { KeyPress } from '../accelerator.ts';
import { decode, encode } from '../wire.ts';
import { EventEmitter } from './sandbox.ts';

/** From the page to the main process. */
export type Outgoing =
  | { kind: 'invoke'; id: number; channel: string; args: string }
  | { kind: 'send'; channel: string; args: string }
  | { kind: 'open-window'; url: string; target: string; features: string }
  | { kind: 'permission'; id: number; name: string }
  | { kind: 'context-menu'; params: object }
  | { kind: 'key'; press: KeyPress }
  | { kind: 'title'; title: string }
  | { kind: 'navigate'; url: string }
  | { kind: 'webview'; src: string; attributes: Record<string, string> }
  | { kind: 'preload-error'; message: string; stack: string };

/** From the main process to the page. */
export type Incoming =
  | { kind: 'message'; channel: string; args: string }
  | { kind: 'answer'; id: number; value: string }
  | { kind: 'failure'; id: number; message: string };

/** Calls out and waits for what comes back under the same number. */
export class Line {
  readonly #binding: (text: string) => void;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  #lastId = 0;

  constructor(binding: (text: string) => void) {
    this.#binding = binding;
  }

  tell(message: Outgoing): void {
    this.#binding(JSON.stringify(message));
  }

  ask(message: (id: number) => Outgoing): Promise<unknown> {
    const id = ++this.#lastId;
    const answer = Promise.withResolvers<unknown>();
    this.#waiting.set(id, answer);
    this.tell(message(id));
    return answer.promise;
  }

  settle(message: Exclude<Incoming, { kind: 'message' }>): void {
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.kind === 'answer') waiting?.resolve(decode(message.value));
    else waiting?.reject(new Error(message.message));
  }
}

export class IpcRenderer extends EventEmitter {
  readonly #line: Line;

  constructor(line: Line) {
    super();
    this.#line = line;
  }

  async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    const text = encode(args);
    return this.#line.ask((id) => ({ kind: 'invoke', id, channel, args: text }));
  }

  send(channel: string, ...args: unknown[]): void {
    this.#line.tell({ kind: 'send', channel, args: encode(args) });
  }
}
