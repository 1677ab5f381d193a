/** Asks the library whenever the question changes, and says how far the answer is. */
import { shallowReactive, watch } from 'vue';
import { AppError, toReport } from '../../shared/errors';

/** An answer sooner than this needs no word that it is on its way. */
const SLOW_AFTER_MS = 300;

export interface Asked<T> {
  /** The latest answer; kept while the next is on its way. */
  readonly value: T | undefined;
  readonly error: AppError | undefined;
  /** On its way for so long that the reader should know. */
  readonly isSlow: boolean;
  readonly isAsking: boolean;
  again(): void;
}

/**
 * @param question is watched; undefined means that there is nothing to ask, and clears the answer.
 * Only the answer to the latest question counts.
 */
export function useAsk<Q, T>(question: () => Q | undefined, ask: (question: Q) => Promise<T>): Asked<T> {
  const asked = shallowReactive<{ -readonly [K in keyof Asked<T>]: Asked<T>[K] }>({
    value: undefined,
    error: undefined,
    isSlow: false,
    isAsking: false,
    again: () => void run(question()),
  });
  let latest = 0;

  async function run(current: Q | undefined): Promise<void> {
    const turn = ++latest;
    asked.error = undefined;
    asked.isSlow = false;
    asked.isAsking = current !== undefined;
    if (current === undefined) {
      asked.value = undefined;
      return;
    }
    const slow = setTimeout(() => {
      if (turn === latest) asked.isSlow = true;
    }, SLOW_AFTER_MS);
    try {
      const value = await ask(current);
      if (turn === latest) asked.value = value;
    } catch (error) {
      if (turn !== latest) return;
      asked.value = undefined;
      asked.error = error instanceof AppError ? error : AppError.fromReport(toReport(error));
    } finally {
      clearTimeout(slow);
      if (turn === latest) {
        asked.isSlow = false;
        asked.isAsking = false;
      }
    }
  }

  watch(question, run, { immediate: true });
  return asked;
}
