/** Moves the keyboard's focus to the text when another page opens, so that reading and scrolling go on from there. */
import { nextTick, onScopeDispose } from 'vue';
import { useRouter } from 'vue-router';
import { SEARCH_FIELD_ID } from '../commands/useFrameCommands';

export function useTextFocus(onOtherPage: () => void) {
  const router = useRouter();

  function focusText(): void {
    document.getElementById('scroller')?.focus({ preventScroll: true });
  }

  const stop = router.afterEach(async (to, from, failure) => {
    if (failure || to.path === from.path) return;
    onOtherPage();
    const isFirst = from.matched.length === 0;
    const isTyping = to.name === 'search' && document.activeElement?.id === SEARCH_FIELD_ID;
    if (isFirst || isTyping) return;
    await nextTick();
    focusText();
  });
  onScopeDispose(stop);

  return { focusText };
}
