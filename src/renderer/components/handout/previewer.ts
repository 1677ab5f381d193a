/**
 * Has the pages made anew whenever choices have changed. The latest choice counts: what was begun for an earlier one is
 * ended, and its answer, should one come, is not looked at.
 */
import type { HandoutRequest, Output } from '../../../shared/contract';

/** So long after the last change; a hand on a slider is not followed at every step. */
export const RESTS_AFTER_MS = 150;
/** A preview sooner than this needs no word that it is on its way. */
export const SLOW_AFTER_MS = 500;

export type PreviewStep = 'idle' | 'making' | 'slow' | 'shown';

export interface PreviewHooks {
  make: (request: HandoutRequest, job: string) => Promise<Output<'shell.preview'>>;
  stop: (job: string) => Promise<unknown>;
  /** Resolves when the pages are on show; `isLatest` is asked before they are put there. */
  show: (made: { pdf: string; pages: number }, isLatest: () => boolean) => Promise<void>;
  tell: (step: PreviewStep) => void;
  fail: (error: unknown) => void;
  newJob: () => string;
}

export function previewer(hooks: PreviewHooks) {
  let turn = 0;
  let running: string | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let slow: ReturnType<typeof setTimeout> | undefined;
  let isFirst = true;
  let last = '';

  function end(): void {
    turn += 1;
    clearTimeout(rest);
    clearTimeout(slow);
    // Nobody waits for it: that it could not be ended changes nothing.
    if (running) hooks.stop(running).catch(() => undefined);
    running = undefined;
  }

  async function run(request: HandoutRequest, mayRepeat = true): Promise<void> {
    const own = turn;
    const isLatest = (): boolean => own === turn;
    const job = hooks.newJob();
    running = job;
    hooks.tell('making');
    slow = setTimeout(() => hooks.tell('slow'), SLOW_AFTER_MS);
    try {
      const made = await hooks.make(request, job);
      if (!isLatest()) return;
      running = undefined;
      // Another preview of this window took its place.
      if (made.state === 'cancelled') return hooks.tell('idle');
      await hooks.show(made, isLatest);
      if (!isLatest()) return;
      hooks.tell('shown');
      // The contents had other numbers before; these pages are shown meanwhile.
      if (!made.isFinal && mayRepeat) await run(request, false);
    } catch (error) {
      if (!isLatest()) return;
      running = undefined;
      last = '';
      hooks.fail(error);
    } finally {
      if (isLatest()) clearTimeout(slow);
    }
  }

  return {
    /** @param request undefined: there is nothing to show */
    ask(request: HandoutRequest | undefined): void {
      const asked = request ? JSON.stringify(request) : '';
      if (asked !== '' && asked === last) return;
      last = asked;
      end();
      if (!request) return hooks.tell('idle');
      if (isFirst) {
        isFirst = false;
        void run(request);
      } else rest = setTimeout(() => void run(request), RESTS_AFTER_MS);
    },
    end,
  };
}
