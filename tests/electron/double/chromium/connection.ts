/** The DevTools protocol over Chromium's debugging pipe: messages end with a zero byte; a page's carry its session's id. */
import type { Readable, Writable } from 'node:stream';
import { type Message, Session } from './session.ts';

export class Connection {
  readonly browser: Session;
  readonly #sessions = new Map<string, Session>();
  readonly #input: Writable;
  #lastId = 0;

  constructor(input: Writable, output: Readable) {
    this.#input = input;
    this.browser = this.#open(undefined);
    let unread = '';
    output.setEncoding('utf8').on('data', (chunk: string) => {
      const messages = (unread + chunk).split('\0');
      unread = messages.pop() ?? '';
      for (const message of messages) this.#receive(JSON.parse(message) as Message);
    });
    output.on('close', () => this.#end());
    for (const stream of [input, output]) stream.on('error', () => this.#end());
  }

  /** The one that `Target.attachedToTarget` has told of. */
  session(id: string): Session {
    const session = this.#sessions.get(id);
    if (!session) throw new Error(`no session ${id}`);
    return session;
  }

  #open(id: string | undefined): Session {
    const session = new Session(id, (command) => {
      this.#lastId += 1;
      this.#input.write(`${JSON.stringify({ id: this.#lastId, sessionId: id, ...command })}\0`);
      return this.#lastId;
    });
    session.on('Target.attachedToTarget', ({ sessionId }) =>
      this.#sessions.set(sessionId, this.#open(sessionId)),
    );
    session.on('Target.detachedFromTarget', ({ sessionId }) => {
      this.#sessions.get(sessionId)?.end();
      this.#sessions.delete(sessionId);
    });
    return session;
  }

  #receive(message: Message): void {
    const session = message.sessionId === undefined ? this.browser : this.#sessions.get(message.sessionId);
    session?.receive(message);
  }

  #end(): void {
    for (const session of this.#sessions.values()) session.end();
    this.browser.end();
  }
}
