/** Keeps the reader's place in an article, and finds it again: on return, at a block asked for, or as last read. */
import { nextTick, onBeforeUnmount, onMounted, type Ref, ref, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { Article } from '../../shared/contract';
import { call } from '../client';
import { useMessages } from '../stores/messages';
import { currentPlace, goToPlace, type Place, scrollerOf, withHeading } from './place';
import { leavePlace, placeReturnedTo, watchVisits } from './visits';

/** After scrolling stops. */
const KEEP_AFTER = 600;
const TINTED_FOR = 2400;

/**
 * @param root the article as shown; null while nothing is
 * @param id of the article that is asked for, which is on show once `editions` are its own
 */
export function useReadingPlace(
  root: Ref<HTMLElement | null>,
  id: Readonly<Ref<string>>,
  editions: Readonly<Ref<readonly Article[]>>,
) {
  const route = useRoute();
  const router = useRouter();
  const { tellError } = useMessages();
  /** The block that the reader was brought to, for a moment. */
  const arrivedAt = ref<string>();
  let article = '';
  let kept = '';
  let keepTimer = 0;
  let tintTimer = 0;
  watchVisits(router);

  const place = (): Place | undefined => (root.value && article ? currentPlace(root.value) : undefined);

  async function keep(at = place()): Promise<void> {
    clearTimeout(keepTimer);
    const record = at && { article, ...at };
    if (!record || kept === JSON.stringify(record)) return;
    kept = JSON.stringify(record);
    try {
      await call('reading.keep', record);
    } catch (error) {
      tellError(error);
    }
  }

  function keepSoon(): void {
    clearTimeout(keepTimer);
    keepTimer = window.setTimeout(() => void keep(), KEEP_AFTER);
  }

  const blockAsked = () => (typeof route.query.block === 'string' ? route.query.block : undefined);

  /** Scrolls to a block and tints it for a moment. */
  function reveal(block: string): void {
    if (!root.value || !goToPlace(root.value, { block: withHeading(root.value, block), offset: 0 })) return;
    arrivedAt.value = block;
    clearTimeout(tintTimer);
    tintTimer = window.setTimeout(() => (arrivedAt.value = undefined), TINTED_FOR);
  }

  async function lastReadIn(id: string): Promise<Place | undefined> {
    try {
      return (await call('reading.position', { article: id })) ?? undefined;
    } catch (error) {
      tellError(error);
      return undefined;
    }
  }

  // Asked for together with the article, so that both are here before anything is painted.
  let lastRead: Promise<Place | undefined> | undefined;
  watch(id, (wanted) => (lastRead = lastReadIn(wanted)), { immediate: true });

  function goTo(at: Place | undefined): void {
    if (!root.value) return;
    if (!at || !goToPlace(root.value, at)) scrollerOf(root.value).scrollTop = 0;
  }

  async function arrive(): Promise<void> {
    const back = placeReturnedTo();
    const asked = blockAsked();
    if (back) return goTo(back);
    if (asked) return reveal(asked);
    goTo(undefined);
    const arrived = article;
    const last = await lastRead;
    if (article === arrived && last) goTo(last);
  }

  // Another article, or the same in other editions, which have the same blocks.
  watch(
    editions,
    async () => {
      const before = place();
      const shown = editions.value[0]?.id ?? '';
      await nextTick();
      if (shown !== article) {
        article = shown;
        await arrive();
      } else if (before && root.value) goToPlace(root.value, before);
    },
    { flush: 'pre' },
  );

  watch(blockAsked, (block) => {
    const back = placeReturnedTo();
    if (back) goTo(back);
    else if (block) reveal(block);
  });

  /** To a block of the article on show; the address says so, and going back returns. */
  function open(block: string): void {
    if (blockAsked() === block) reveal(block);
    else void router.push({ query: { ...route.query, block } });
  }

  const stopGuard = router.beforeEach(() => {
    leavePlace(place());
    void keep();
  });
  const keepWhenHidden = () => {
    if (document.visibilityState === 'hidden') void keep();
  };
  let scroller: HTMLElement | undefined;
  onMounted(() => {
    scroller = document.getElementById('scroller') ?? undefined;
    scroller?.addEventListener('scroll', keepSoon, { passive: true });
    document.addEventListener('visibilitychange', keepWhenHidden);
  });
  onBeforeUnmount(() => {
    stopGuard();
    scroller?.removeEventListener('scroll', keepSoon);
    document.removeEventListener('visibilitychange', keepWhenHidden);
    clearTimeout(keepTimer);
    clearTimeout(tintTimer);
  });

  return { open, arrivedAt };
}
