/** What the reader has to be told, until they close it: the library's notices, and what failed. */
import { defineStore } from 'pinia';
import { ref } from 'vue';
import type { Notice } from '../../shared/contract';
import { type ErrorReport, toReport } from '../../shared/errors';

export type Message = { id: number } & (
  { kind: 'notice'; notice: Pick<Notice, 'code' | 'params'> } | { kind: 'error'; error: ErrorReport }
);

export const useMessages = defineStore('messages', () => {
  const messages = ref<Message[]>([]);
  let last = 0;

  function tellNotice(notice: Pick<Notice, 'code' | 'params'>): void {
    messages.value.push({ id: ++last, kind: 'notice', notice });
  }

  /** The same failure is told once, however often it happens before it is closed. */
  function tellError(cause: unknown): void {
    const error = toReport(cause);
    const isTold = messages.value.some(
      (told) => told.kind === 'error' && told.error.message === error.message,
    );
    if (!isTold) messages.value.push({ id: ++last, kind: 'error', error });
  }

  function dismiss(id: number): void {
    messages.value = messages.value.filter((message) => message.id !== id);
  }

  return { messages, tellNotice, tellError, dismiss };
});
