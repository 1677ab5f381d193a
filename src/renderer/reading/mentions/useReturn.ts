/** Where the keyboard goes on after a name was changed: to the name that stands there now, or to the next. */
import { nextTick, watch } from 'vue';
import type { Article } from '../../../shared/contract';
import { marksIn, type Standing, standingOfElement } from './standing';

/** The page asks the library twice: for the text, and for what may be a name. */
const SETTLES_WITHIN_MS = 2000;

type From = Pick<Standing, 'lang' | 'block' | 'start'>;

/** @param version changes whenever the shown names do */
export function useReturn(
  root: () => HTMLElement | null,
  editions: () => readonly Article[],
  version: () => unknown,
) {
  let from: { at: From; until: number } | undefined;

  function markAt(at: From): HTMLElement | undefined {
    const marks = root() ? marksIn(root() as HTMLElement) : [];
    const blocks = editions()[0]?.blocks.map(({ id }) => id as string) ?? [];
    const place = blocks.indexOf(at.block);
    return marks.find((mark) => {
      const standing = standingOfElement(mark, editions());
      if (standing?.lang !== at.lang) return false;
      const own = blocks.indexOf(standing.block);
      return own > place || (own === place && standing.start >= at.start);
    });
  }

  function goOn(): void {
    if (!from || performance.now() > from.until) return;
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost) markAt(from.at)?.focus();
  }

  watch(version, () => void nextTick(goOn), { flush: 'post' });

  return (at: From): void => {
    from = { at, until: performance.now() + SETTLES_WITHIN_MS };
    void nextTick(goOn);
  };
}
