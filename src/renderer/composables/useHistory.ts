/** Whether there is somewhere to go back or forward to; vue-router keeps both in `history.state`. */
import { onScopeDispose, ref } from 'vue';
import { useRouter } from 'vue-router';

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
  return { canGoBack, canGoForward };
}
