/** Keeps the reader's place in an article, and finds it again: on return, at a block asked for, or as last read. */
import { nextTick, onBeforeUnmount, onMounted, type Ref, ref, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { Article } from '../../shared/contract';
import { AppError, type ErrorCode } from '../../shared/errors';
import { isBackWhereItWas, recoveries } from '../arrival';
import { call } from '../client';
import { beforeLeaving } from '../leaving';
import { useMessages } from '../stores/messages';
import { useSession } from '../stores/session';
import { currentPlace, goToPlace, type Place, scrollerOf, withHeading } from './place';
import { leavePlace, placeReturnedTo, watchVisits } from './visits';

/** After scrolling stops. */
const KEEP_AFTER = 600;
const TINTED_FOR = 2400;
/** Where nothing is kept; that is said elsewhere. */
const REFUSALS: readonly ErrorCode[] = ['library.read-only', 'reading.private', 'notebook.lost'];

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
  const session = useSession();
  /** The block that the reader was brought to, for a moment. */
  const arrivedAt = ref<string>();
  let article = '';
  let kept = '';
  /** Read in private, and so not kept afterwards either, until it is opened anew. */
  let unkept = '';
  let keeping = Promise.resolve();
  let keepTimer = 0;
  let tintTimer = 0;
  watchVisits(router);

  const place = (): Place | undefined => (root.value && article ? currentPlace(root.value) : undefined);

  async function keepRecord(record: Place & { article: string }): Promise<void> {
    // The shell may not have answered yet, and a page that is left has no time to wait for it.
    if (session.leavesNoTrace || record.article === unkept || !session.settings.keepsHistory) return;
    try {
      await call('reading.keep', record);
    } catch (error) {
      if (error instanceof AppError && REFUSALS.includes(error.code)) return;
      kept = '';
      throw error;
    }
  }

  /** Ends when the place is kept, or when it turns out that it cannot be. */
  function keep(): Promise<void> {
    clearTimeout(keepTimer);
    const at = place();
    const record = at && { article, ...at };
    if (record && kept !== JSON.stringify(record)) {
      kept = JSON.stringify(record);
      keeping = keepRecord(record);
    }
    return keeping;
  }

  function keepSoon(): void {
    clearTimeout(keepTimer);
    keepTimer = window.setTimeout(() => keep().catch(tellError), KEEP_AFTER);
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
    unkept = session.leavesNoTrace ? article : '';
    const back = placeReturnedTo();
    const asked = blockAsked();
    const isBack = isBackWhereItWas();
    if (back) return goTo(back);
    if (asked && !isBack) {
      // Kept although nothing may have scrolled: should the page stop, the reader is brought back here.
      keepSoon();
      return reveal(asked);
    }
    goTo(undefined);
    if (!(await goToLastRead()) && asked) reveal(asked);
  }

  async function goToLastRead(): Promise<boolean> {
    const arrived = article;
    const last = await lastRead;
    if (!arrived || article !== arrived || !last) return false;
    goTo(last);
    return true;
  }

  watch(
    () => session.leavesNoTrace,
    (leavesNoTrace) => {
      if (leavesNoTrace) unkept = article;
    },
  );

  // Where the reader was counts now, not what the address asks for.
  watch(recoveries, () => void goToLastRead());

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
    keep().catch(tellError);
  });
  // A link to the block that the address has already, from outside or from a menu.
  const stopAfter = router.afterEach((to, from) => {
    const block = blockAsked();
    if (block && to.fullPath === from.fullPath) reveal(block);
  });
  const stopKeeping = beforeLeaving(keep, { isPassing: true });
  let scroller: HTMLElement | undefined;
  onMounted(() => {
    scroller = document.getElementById('scroller') ?? undefined;
    scroller?.addEventListener('scroll', keepSoon, { passive: true });
  });
  onBeforeUnmount(() => {
    stopGuard();
    stopAfter();
    stopKeeping();
    scroller?.removeEventListener('scroll', keepSoon);
    clearTimeout(keepTimer);
    clearTimeout(tintTimer);
  });

  return { open, arrivedAt, place };
}
