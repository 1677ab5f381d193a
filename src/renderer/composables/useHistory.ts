/** Whether there is somewhere to go back or forward to; vue-router keeps both in `history.state`. */
import { onScopeDispose, ref, watch } from 'vue';
import { useRouter } from 'vue-router';

/** How many times the steps have been forgotten. */
const forgotten = ref(0);

/** The desktop program has forgotten where its windows were; a browser keeps its own list, which no page can clear. */
export function forgetSteps(): void {
  if (!window.paralel) return;
  history.replaceState({ ...history.state, back: null, forward: null }, '');
  forgotten.value += 1;
}

export function useHistory() {
  const router = useRouter();
  const canGoBack = ref(false);
  const canGoForward = ref(false);

  function look(): void {
    const state = history.state as { back?: string | null; forward?: string | null } | null;
    canGoBack.value = Boolean(state?.back);
    canGoForward.value = Boolean(state?.forward);
  }

  look();
  onScopeDispose(router.afterEach(look));
  watch(forgotten, look);
  return { canGoBack, canGoForward };
}
