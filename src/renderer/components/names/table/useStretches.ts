/** Asks for a long list, a stretch at a time, as the reader comes to it. */
import { computed, onScopeDispose, shallowReactive, watch } from 'vue';
import { AppError, toReport } from '../../../../shared/errors';
import type { Asked } from '../../../composables/useAsk';
import { type LongList, nextStretch, type Page, STRETCH, withAnswer } from './stretches';
import type { Rows } from './window';

/** An answer sooner than this needs no word that it is on its way. */
const SLOW_AFTER_MS = 300;

/** A list as it was left, so that going back finds the same rows at the same height. */
export interface Left<P extends Page<unknown>> {
  list?: LongList<P> | undefined;
}

export interface Stretches<Question, P extends Page<unknown>> {
  question: () => Question;
  ask: (question: Question & { offset: number; limit: number }) => Promise<P>;
  /** Of what is listed: with another, what is here is asked for again. */
  revision: () => number;
  /** The rows that are to be filled. */
  drawn: () => Rows;
  /** Of a row that has not been seen, in pixels. */
  usualHeight: number;
  left: Left<P>;
  /** What is here may be older than what is kept, and stays so. */
  isHeld?: () => boolean;
}

/** One stretch is on its way at a time, so that a reader who drags through a hundred thousand rows asks for where they
 *  stop. */
export function useStretches<Question, P extends Page<unknown>>({
  question,
  ask,
  revision,
  drawn,
  usualHeight,
  left,
  isHeld = () => false,
}: Stretches<Question, P>) {
  // prettier-ignore
  const key = computed(() => JSON.stringify(question()));
  const asked = shallowReactive<{ -readonly [K in keyof Asked<LongList<P>>]: Asked<LongList<P>>[K] }>({
    value: left.list?.question === key.value ? left.list : undefined,
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
    return nextStretch(asked.value, drawn(), isHeld() ? undefined : revision());
  }

  async function goOn(): Promise<void> {
    const stretch = missing();
    if (asked.isAsking || asked.error || stretch === undefined) return;
    const own = turn;
    const about = { question: key.value, stretch, revision: revision() };
    const isFirst = asked.value?.question !== about.question;
    asked.isAsking = true;
    const slow = setTimeout(() => {
      if (own === turn && isFirst) asked.isSlow = true;
    }, SLOW_AFTER_MS);
    try {
      const page = await ask({ ...question(), offset: stretch * STRETCH, limit: STRETCH });
      if (own === turn) asked.value = withAnswer(asked.value, { ...about, page }, usualHeight);
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

  /** @returns whether the list is the same still, and somebody is there to see it */
  function hold(): () => boolean {
    const [own, before] = [turn, asked.value];
    return () => own === turn && asked.value === before && before?.question === key.value;
  }

  watch(key, begin, { immediate: true });
  watch([revision, drawn], () => void goOn());
  onScopeDispose(() => {
    turn += 1;
    left.list = asked.value;
  });
  return { asked, goOn, hold };
}
