/** Where the keyboard goes on after a name was changed: to the name that stands there now, or to the next. */
import { nextTick, watch } from 'vue';
import type { Article } from '../../../shared/contract';
import { marksIn, type Standing, standingOfElement } from './standing';

/** The page asks the library twice, for the text and for what may be a name, and either may answer first. */
const SETTLES_WITHIN_MS = 10_000;

type From = Pick<Standing, 'lang' | 'block' | 'start'>;

/** @param version changes whenever the shown names do */
export function useReturn(
  root: () => HTMLElement | null,
  editions: () => readonly Article[],
  version: () => unknown,
) {
  let from: { at: From; until: number } | undefined;
  /** Where the focus was put; it may be put elsewhere as long as nobody has moved it. */
  let placed: HTMLElement | undefined;

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
    const focused = document.activeElement;
    if (focused !== null && focused !== document.body && focused !== placed) return;
    placed = markAt(from.at);
    placed?.focus();
  }

  watch(version, () => void nextTick(goOn), { flush: 'post' });

  return (at: From): void => {
    from = { at, until: performance.now() + SETTLES_WITHIN_MS };
    placed = undefined;
    void nextTick(goOn);
  };
}
