/** Has the shell make a handout; in a browser it is then downloaded. Says how far it is, and ends it when asked. */
import { onScopeDispose, shallowRef } from 'vue';
import type { HandoutFormat, HandoutRequestInput, Input, Output } from '../../shared/contract';
import { AppError, toReport } from '../../shared/errors';
import { call, onEvent } from '../client';
import { download } from '../composables/download';

/** Where it takes longer it is said how far it is. */
const LONG_AFTER_MS = 1000;

export type PrintState =
  | { step: 'ready' | 'cancelled' | 'printed' }
  /** `total` 0 where it is not known. */
  | { step: 'busy'; isLong: boolean; done: number; total: number }
  | { step: 'saved'; path: string; files: number; pages: number }
  | { step: 'download'; name: string; files: number; pages: number }
  | { step: 'failed'; error: AppError };

type Made = Output<'shell.print'> | Output<'shell.paper'>;

export function usePrint() {
  const state = shallowRef<PrintState>({ step: 'ready' });
  let running: string | undefined;

  onScopeDispose(
    onEvent((event) => {
      if (event.type !== 'progress' || event.job !== running || state.value.step !== 'busy') return;
      state.value = { ...state.value, done: event.done, total: event.total };
    }),
  );

  async function run(ask: (job: string) => Promise<Made>): Promise<void> {
    const job = crypto.randomUUID();
    running = job;
    state.value = { step: 'busy', isLong: false, done: 0, total: 0 };
    const long = setTimeout(() => {
      if (state.value.step === 'busy') state.value = { ...state.value, isLong: true };
    }, LONG_AFTER_MS);
    try {
      const made = await ask(job);
      if (running === job) state.value = ended(made);
    } catch (error) {
      const known = error instanceof AppError ? error : AppError.fromReport(toReport(error));
      if (running === job) state.value = { step: 'failed', error: known };
    } finally {
      clearTimeout(long);
      if (running === job) running = undefined;
    }
  }

  function ended(made: Made): PrintState {
    switch (made.state) {
      case 'saved':
        return { step: 'saved', path: made.path, files: made.files, pages: made.pages };
      case 'download':
        download(made.url, made.name);
        return { step: 'download', name: made.name, files: made.files, pages: made.pages };
      default:
        return { step: made.state };
    }
  }

  function print(request: HandoutRequestInput, as: HandoutFormat = 'pdf', apart = false): Promise<void> {
    const asked: Input<'shell.print'> = { request, as, apart };
    return run((job) => call('shell.print', { ...asked, job }));
  }

  /** On paper, by the system's own dialog. */
  function paper(request: HandoutRequestInput): Promise<void> {
    return run((job) => call('shell.paper', { request, job }));
  }

  /** @throws where the shell does not answer */
  async function stop(): Promise<void> {
    if (running === undefined) return;
    const job = running;
    running = undefined;
    state.value = { step: 'cancelled' };
    await call('shell.stop', { job });
  }

  return { state, print, paper, stop };
}
