/** Whether this page was here before, and is to be found as it was left. */
import { ref } from 'vue';

/** How many times the shell has said that the page had stopped and was opened again. */
export const recoveries = ref(0);

function isReload(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming && entry.type === 'reload';
}

let isFirst = true;

/** True for the first article of a page that was reloaded, or has stopped and come back; asking uses it up. */
export function isBackWhereItWas(): boolean {
  const isBack = isFirst && (recoveries.value > 0 || isReload());
  isFirst = false;
  return isBack;
}
