/** A form with something unsaved asks before another page takes its place, and does not go with the window unsaid. */
import { onBeforeUnmount, ref } from 'vue';
import { onBeforeRouteLeave, onBeforeRouteUpdate } from 'vue-router';
import { AppError } from '../../../shared/errors';
import { beforeLeaving } from '../../leaving';

/** @param isUnsaved of the form
 *  @param name of what the form is about, for a reader whose window goes */
export function useLeaveQuestion(isUnsaved: () => boolean, name: () => string) {
  const isAsking = ref(false);
  let decide: ((leaves: boolean) => void) | undefined;

  function mayLeave(): true | Promise<boolean> {
    if (!isUnsaved()) return true;
    decide?.(false);
    isAsking.value = true;
    return new Promise((resolve) => (decide = resolve));
  }

  function answer(leaves: boolean): void {
    isAsking.value = false;
    decide?.(leaves);
    decide = undefined;
  }

  onBeforeRouteLeave(mayLeave);
  // A card that opens beside the form leaves the form where it is.
  onBeforeRouteUpdate((to, from) => to.path === from.path || mayLeave());

  // A page that is only hidden comes back, with what its window has kept; one that is on show is being closed.
  const stop = beforeLeaving(async () => {
    if (isUnsaved() && document.visibilityState === 'visible')
      throw new AppError('form.unsaved', { name: name() });
  });
  // A browser asks the reader itself; in the desktop program the shell does.
  const hold = (event: BeforeUnloadEvent): void => {
    if (isUnsaved() && !window.paralel) event.preventDefault();
  };
  addEventListener('beforeunload', hold);
  onBeforeUnmount(() => {
    stop();
    removeEventListener('beforeunload', hold);
    decide?.(true);
  });

  return { isAsking, answer };
}
