/** What nobody waits for does not hold up what is seen first. */
import { type Ref, watch } from 'vue';

/** A library that does not open is no reason to hear nothing. */
const AT_LATEST_MS = 2000;

/** @param opened the library, once it is open: then the first screen is made, and after that there is time */
export function afterFirstScreen(opened: Readonly<Ref<unknown>>, act: () => void): void {
  let hasActed = false;
  const once = (): void => {
    if (hasActed) return;
    hasActed = true;
    act();
  };
  setTimeout(once, AT_LATEST_MS);
  watch(opened, () => requestIdleCallback(once), { once: true });
}
