/** What the reader has to be told, until they close it: the library's notices, and what failed. And a word in passing. */
import { defineStore } from 'pinia';
import { ref } from 'vue';
import type { Notice } from '../../shared/contract';
import { type ErrorReport, toReport } from '../../shared/errors';

export type Message = { id: number } & (
  { kind: 'notice'; notice: Pick<Notice, 'code' | 'params'> } | { kind: 'error'; error: ErrorReport }
);

const PASSES_AFTER_MS = 2500;

export const useMessages = defineStore('messages', () => {
  const messages = ref<Message[]>([]);
  /** Said of something that went well; goes by itself. */
  const passing = ref('');
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** The same notice is shown once, however often it comes before it is closed. */
  function tellNotice(notice: Pick<Notice, 'code' | 'params'>): void {
    const isTold = messages.value.some(
      (told) => told.kind === 'notice' && JSON.stringify(told.notice) === JSON.stringify(notice),
    );
    if (!isTold) messages.value.push({ id: ++last, kind: 'notice', notice });
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

  function say(words: string): void {
    passing.value = words;
    clearTimeout(timer);
    timer = setTimeout(() => (passing.value = ''), PASSES_AFTER_MS);
  }

  return { messages, passing, tellNotice, tellError, dismiss, say };
});
