/** A long list shown a step at a time: the next when the reader nears the end, or asks. */
import { computed, onScopeDispose, ref, type Ref, watch } from 'vue';

/** How far before the end the next step is put in. */
const AHEAD = '800px';

/** @param end what stands behind the list while there is more of it */
export function useSteps<T>(list: () => readonly T[], step: number, end: Ref<HTMLElement | null>) {
  const limit = ref(step);
  const shown = computed(() => list().slice(0, limit.value));
  const rest = computed(() => list().length - shown.value.length);
  const more = (): void => void (limit.value += step);

  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) more();
    },
    { root: document.getElementById('scroller'), rootMargin: `0px 0px ${AHEAD} 0px` },
  );
  // Looked at anew after each step, for the end may still be near.
  watch(
    [end, limit],
    ([element]) => {
      observer.disconnect();
      if (element) observer.observe(element);
    },
    { flush: 'post', immediate: true },
  );
  onScopeDispose(() => observer.disconnect());

  return { shown, rest, more };
}
