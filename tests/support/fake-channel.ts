/** A library process that does as a test says. */
import type { Channel, Reply, Request } from '../../src/library/channel';

export class FakeChannel implements Channel {
  readonly posted: Request[] = [];
  killed = false;
  #tellMessage: (message: Reply) => void = () => {};
  #tellExit: () => void = () => {};

  post(message: Request): void {
    // What a real channel does to it: a value that cannot be cloned is refused here.
    this.posted.push(structuredClone(message));
  }
  onMessage(listener: (message: Reply) => void): void {
    this.#tellMessage = listener;
  }
  onExit(listener: () => void): void {
    this.#tellExit = listener;
  }
  kill(): void {
    this.killed = true;
  }

  says(message: Reply): void {
    this.#tellMessage(message);
  }
  exits(): void {
    this.#tellExit();
  }
  /** Answers the nth call it was given with `value`. */
  answers(nth: number, value: unknown): void {
    const request = this.posted[nth];
    if (!request || !('id' in request)) throw new Error(`call ${nth} was never posted`);
    this.says({ id: request.id, answer: { ok: true, value } as never });
  }
}
