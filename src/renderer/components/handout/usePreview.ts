/** The pages of what is being built, made anew whenever it changes. */
import { onBeforeUnmount, shallowRef, watch } from 'vue';
import type { HandoutRequest } from '../../../shared/contract';
import { AppError, toReport } from '../../../shared/errors';
import { call } from '../../client';
import { bytesOf } from './base64';
import type { Pdf } from './pdf';
import { type PreviewStep, previewer } from './previewer';

/**
 * @param request undefined: something is lacking
 * @param show puts a document on show, and resolves when its first pages are drawn; who shows it closes the one before
 */
export function usePreview(
  request: () => HandoutRequest | undefined,
  show: (pdf: Pdf, isLatest: () => boolean) => Promise<void>,
) {
  const step = shallowRef<PreviewStep>('idle');
  const error = shallowRef<AppError>();
  /** On its way while the first pages are made. */
  const drawing = import('./pdf');
  // Whoever waits for it is told.
  drawing.catch(() => undefined);
  const { ask, end } = previewer({
    make: (wanted, job) => call('shell.preview', { request: wanted, job }),
    stop: (job) => call('shell.stop', { job }),
    async show(made, isLatest) {
      const { openPdf } = await drawing;
      const pdf = await openPdf(bytesOf(made.pdf));
      if (!isLatest()) return pdf.close();
      await show(pdf, isLatest);
      error.value = undefined;
    },
    tell: (now) => (step.value = now),
    fail(cause) {
      step.value = 'idle';
      error.value = cause instanceof AppError ? cause : AppError.fromReport(toReport(cause));
    },
    newJob: () => crypto.randomUUID(),
  });

  watch(request, ask, { immediate: true });
  onBeforeUnmount(end);

  function again(): void {
    error.value = undefined;
    ask(request());
  }
  return { step, error, again };
}
