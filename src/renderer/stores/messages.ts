/** What the reader has to be told, until they close it: the library's notices, and what failed. And a word in passing. */
import { defineStore } from 'pinia';
import { ref, shallowRef } from 'vue';
import type { Notice } from '../../shared/contract';
import { type ErrorReport, toReport } from '../../shared/errors';

export type Message = { id: number } & (
  | { kind: 'notice'; notice: Pick<Notice, 'code' | 'params'> }
  | { kind: 'error'; error: ErrorReport; again?: () => void }
);

/** What can be done about a word in passing, such as taking back what it tells of. */
export interface PassingAction {
  label: string;
  run: () => void;
}

const PASSES_AFTER_MS = 2500;
/** Long enough to read, to decide and to reach the button. */
const PASSES_WITH_ACTION_AFTER_MS = 10_000;

export const useMessages = defineStore('messages', () => {
  const messages = ref<Message[]>([]);
  /** Said of something that went well; goes by itself. */
  const passing = ref('');
  const passingAction = shallowRef<PassingAction>();
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** The same notice is shown once, however often it comes before it is closed. */
  function tellNotice(notice: Pick<Notice, 'code' | 'params'>): void {
    const isTold = messages.value.some(
      (told) => told.kind === 'notice' && JSON.stringify(told.notice) === JSON.stringify(notice),
    );
    if (!isTold) messages.value.push({ id: ++last, kind: 'notice', notice });
  }

  /** The same failure is told once, however often it happens before it is closed.
   *  @param again what may go well another time; offered beside the sentence */
  function tellError(cause: unknown, again?: () => void): void {
    const error = toReport(cause);
    const isTold = messages.value.some(
      (told) => told.kind === 'error' && told.error.message === error.message,
    );
    if (!isTold) messages.value.push({ id: ++last, kind: 'error', error, ...(again && { again }) });
  }

  function dismiss(id: number): void {
    messages.value = messages.value.filter((message) => message.id !== id);
  }

  function say(words: string, action?: PassingAction): void {
    passing.value = words;
    passingAction.value = action;
    passOn();
  }

  /** The word stays while somebody is about to act on it. */
  function hold(): void {
    clearTimeout(timer);
  }

  function passOn(): void {
    clearTimeout(timer);
    timer = setTimeout(silence, passingAction.value ? PASSES_WITH_ACTION_AFTER_MS : PASSES_AFTER_MS);
  }

  function silence(): void {
    clearTimeout(timer);
    passing.value = '';
    passingAction.value = undefined;
  }

  return { messages, passing, passingAction, tellNotice, tellError, dismiss, say, hold, passOn, silence };
});
