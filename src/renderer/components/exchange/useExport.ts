/** Has the shell make a file of names, blocks or figures; in a browser it is then downloaded. */
import { shallowRef } from 'vue';
import { AppError, toReport } from '../../../shared/errors';
import { call } from '../../client';
import { download } from '../../composables/download';
import type { ExportRequest } from './export-request';

export type ExportState =
  | { step: 'ready' | 'busy' | 'cancelled' }
  | { step: 'saved'; path: string }
  | { step: 'download'; name: string }
  | { step: 'failed'; error: AppError };

export function useExport() {
  const state = shallowRef<ExportState>({ step: 'ready' });

  async function make(request: ExportRequest): Promise<void> {
    state.value = { step: 'busy' };
    try {
      const made = await call('shell.export', request);
      if (made.state === 'download') {
        download(made.url, made.name);
        state.value = { step: 'download', name: made.name };
      } else
        state.value = made.state === 'saved' ? { step: 'saved', path: made.path } : { step: 'cancelled' };
    } catch (error) {
      state.value = {
        step: 'failed',
        error: error instanceof AppError ? error : AppError.fromReport(toReport(error)),
      };
    }
  }

  return { state, make };
}
