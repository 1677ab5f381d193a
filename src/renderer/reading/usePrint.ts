/** Has the shell make a PDF; in a browser it is then downloaded. */
import { shallowRef } from 'vue';
import type { Input } from '../../shared/contract';
import type { AppError } from '../../shared/errors';
import { call } from '../client';
import { download } from '../composables/download';

export type PrintState =
  | { step: 'ready' | 'busy' | 'cancelled' }
  | { step: 'saved'; path: string; pages: number }
  | { step: 'download'; name: string; pages: number }
  | { step: 'failed'; error: AppError };

export function usePrint() {
  const state = shallowRef<PrintState>({ step: 'ready' });

  async function print(request: Input<'shell.print'>): Promise<void> {
    state.value = { step: 'busy' };
    try {
      const made = await call('shell.print', request);
      if (made.state === 'download') download(made.url, made.name);
      if (made.state === 'saved') state.value = { step: 'saved', path: made.path, pages: made.pages };
      else if (made.state === 'download')
        state.value = { step: 'download', name: made.name, pages: made.pages };
      else state.value = { step: 'cancelled' };
    } catch (error) {
      state.value = { step: 'failed', error: error as AppError };
    }
  }

  return { state, print };
}
