/** Asks for a long list of names, a stretch at a time, as the reader comes to it. */
import { computed, onScopeDispose, shallowReactive, watch } from 'vue';
import { AppError, toReport } from '../../../../shared/errors';
import { call } from '../../../client';
import type { Asked } from '../../../composables/useAsk';
import { useNamesRevision } from '../../../stores/names-revision';
import { type NameList, nextStretch, STRETCH, withAnswer } from './list';
import type { NamesQuestion } from './view';
import type { Rows } from './window';

/** An answer sooner than this needs no word that it is on its way. */
const SLOW_AFTER_MS = 300;

/** As it was left, so that going back finds the same rows at the same height. */
let left: NameList | undefined;

/**
 * One stretch is on its way at a time, so that a reader who drags through a hundred thousand names asks for where they
 * stop. @param drawn the rows that are to be filled
 */
export function useNameList(question: () => NamesQuestion, drawn: () => Rows): Asked<NameList> {
  const names = useNamesRevision();
  const key = computed(() => JSON.stringify(question()));
  const asked = shallowReactive<{ -readonly [K in keyof Asked<NameList>]: Asked<NameList>[K] }>({
    value: left?.question === key.value ? left : undefined,
    error: undefined,
    isSlow: false,
    isAsking: false,
    again: begin,
  });
  /** Of the question; only answers to the latest count. */
  let turn = 0;

  function begin(): void {
    turn += 1;
    asked.error = undefined;
    asked.isSlow = false;
    asked.isAsking = false;
    void goOn();
  }

  function missing(): number | undefined {
    if (asked.value?.question !== key.value) return 0;
    return nextStretch(asked.value, drawn(), names.count);
  }

  async function goOn(): Promise<void> {
    const stretch = missing();
    if (asked.isAsking || asked.error || stretch === undefined) return;
    const own = turn;
    const about = { question: key.value, stretch, revision: names.count };
    const isFirst = asked.value?.question !== about.question;
    asked.isAsking = true;
    const slow = setTimeout(() => {
      if (own === turn && isFirst) asked.isSlow = true;
    }, SLOW_AFTER_MS);
    try {
      const page = await call('names.page', { ...question(), offset: stretch * STRETCH, limit: STRETCH });
      if (own === turn) asked.value = withAnswer(asked.value, { ...about, page });
    } catch (error) {
      if (own !== turn) return;
      asked.value = undefined;
      asked.error = error instanceof AppError ? error : AppError.fromReport(toReport(error));
    } finally {
      clearTimeout(slow);
      if (own === turn) {
        asked.isSlow = false;
        asked.isAsking = false;
        void goOn();
      }
    }
  }

  watch(key, begin, { immediate: true });
  watch([() => names.count, drawn], () => void goOn());
  onScopeDispose(() => {
    turn += 1;
    left = asked.value;
  });
  return asked;
}
