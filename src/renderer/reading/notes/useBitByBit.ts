/** Mounts what stands beside many blocks in the browser's idle moments, from where the reader is: hundreds of cards at
 *  once would hold up the page. */
import { onScopeDispose, type Ref, shallowRef, watch } from 'vue';
import { nextToMount } from './next-to-mount';

/** Cards in one idle moment. */
const AT_ONCE = 10;
/** The words in the text are painted first; a page that is never idle shows its notes all the same. */
const AT_LATEST_MS = 100;

/**
 * @param blocks those with notes, with how many, in the order of the text
 * @param here the block that the reader is at
 */
export function useBitByBit(
  blocks: Readonly<Ref<ReadonlyMap<string, number>>>,
  here: () => string | undefined,
) {
  const mounted = shallowRef<ReadonlySet<string>>(new Set());
  let idle = 0;

  function more(): void {
    idle = 0;
    const kept = [...mounted.value].filter((block) => blocks.value.has(block));
    const next = nextToMount(blocks.value, mounted.value, here(), AT_ONCE);
    if (next.length === 0 && kept.length === mounted.value.size) return;
    mounted.value = new Set([...kept, ...next]);
    if (mounted.value.size < blocks.value.size) idle = requestIdleCallback(more);
  }

  watch(
    blocks,
    () => {
      cancelIdleCallback(idle);
      // What is shown already is brought up to date at once.
      if (mounted.value.size > 0) more();
      else idle = requestIdleCallback(more, { timeout: AT_LATEST_MS });
    },
    { immediate: true },
  );
  onScopeDispose(() => cancelIdleCallback(idle));

  return {
    get value(): ReadonlySet<string> {
      return mounted.value;
    },
    /** At once: somebody goes there. */
    bring(block: string): void {
      if (!mounted.value.has(block)) mounted.value = new Set([...mounted.value, block]);
    },
  };
}
