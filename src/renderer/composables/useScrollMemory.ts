/** Where each page was scrolled to, for going back to it. An article keeps its own place, by block. */
import { nextTick, onScopeDispose } from 'vue';
import { type RouteLocationNormalized, useRouter } from 'vue-router';

/** How long a page may take to grow back to its height. */
const GROWS_WITHIN_MS = 3000;

type EntryState = { position?: number; current?: string } | null;

function entryNow(): number {
  return (history.state as EntryState)?.position ?? 0;
}

/** An address that is typed gets the number of the entry before it: the number alone tells no page. */
export function pageNow(): string {
  return `${entryNow()} ${(history.state as EntryState)?.current ?? ''}`;
}

/** The name card opens and closes beside a page without leaving it. */
export function isSamePage(a: RouteLocationNormalized, b: RouteLocationNormalized): boolean {
  const rest = ({ name: _, ...query }: RouteLocationNormalized['query']) => JSON.stringify(query);
  return a.path === b.path && rest(a.query) === rest(b.query);
}

export function useScrollMemory(): void {
  const router = useRouter();
  const places = new Map<string, number>();
  let entry = entryNow();
  let page = pageNow();
  let isReturning = false;
  let stopRestoring = (): void => {};

  const stopListening = router.options.history.listen(() => {
    isReturning = true;
  });

  const stopBefore = router.beforeEach(() => {
    places.set(page, document.getElementById('scroller')?.scrollTop ?? 0);
  });

  const stopAfter = router.afterEach(async (to, from, failure) => {
    const place = isReturning ? places.get(pageNow()) : undefined;
    isReturning = false;
    if (failure) return;
    page = pageNow();
    const isReplaced = place === undefined && entryNow() === entry;
    entry = entryNow();
    if (isReplaced && to.path === from.path && to.meta.keepsPlace) return;
    if (to.name === 'article' || isSamePage(to, from)) return;
    await nextTick();
    restore(place ?? 0);
  });

  /** At once, and again while the page grows, until the reader moves. */
  function restore(place: number): void {
    stopRestoring();
    const scroller = document.getElementById('scroller');
    if (!scroller) return;
    const scroll = (): void => {
      scroller.scrollTop = place;
      if (Math.abs(scroller.scrollTop - place) <= 1) stopRestoring();
    };
    const growth = new MutationObserver(scroll);
    const timer = setTimeout(() => stopRestoring(), GROWS_WITHIN_MS);
    const moves = ['wheel', 'keydown', 'pointerdown'] as const;
    stopRestoring = () => {
      growth.disconnect();
      clearTimeout(timer);
      for (const move of moves) scroller.removeEventListener(move, stopRestoring);
    };
    for (const move of moves) scroller.addEventListener(move, stopRestoring, { passive: true });
    growth.observe(scroller, { childList: true, subtree: true });
    scroll();
  }

  onScopeDispose(() => {
    stopListening();
    stopBefore();
    stopAfter();
    stopRestoring();
  });
}
