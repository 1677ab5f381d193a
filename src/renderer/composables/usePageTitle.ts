/** What the window is called while a page is open. */
import { onScopeDispose, shallowRef, watchEffect } from 'vue';

export const PROGRAM = 'Paralel';

/** The open page's title, which is also what is said aloud when a page opens. */
export const pageTitle = shallowRef('');

export function usePageTitle(title: () => string | undefined): void {
  const stop = watchEffect(() => {
    pageTitle.value = title() ?? '';
    document.title = pageTitle.value ? `${pageTitle.value} – ${PROGRAM}` : PROGRAM;
  });
  onScopeDispose(stop);
}
