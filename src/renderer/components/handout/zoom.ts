/** How large pages are shown, and which of them are in sight. */

/** Points, upright as it lies. */
export interface PageSize {
  width: number;
  height: number;
}

export const ZOOMS = ['width', 'page', 'actual'] as const;
export type Zoom = (typeof ZOOMS)[number];

/** CSS pixels in a point (CSS Values 4, 6.2). */
const ACTUAL = 96 / 72;
/** A page beyond this is no easier to read, and costs its square in memory. */
const LARGEST = 3;
/** Between pages, and at the edges. */
export const GAP = 16;

/** CSS pixels a point. Each page fits by itself: one that lies across makes no upright one smaller. */
export function scaleOf(zoom: Zoom, { width, height }: PageSize, view: PageSize): number {
  if (zoom === 'actual') return ACTUAL;
  const byWidth = Math.max(1, view.width - 2 * GAP) / Math.max(1, width);
  if (zoom === 'width') return Math.min(byWidth, LARGEST);
  return Math.min(byWidth, Math.max(1, view.height - 2 * GAP) / Math.max(1, height), LARGEST);
}

/** Where each page begins, in CSS pixels from the top of all; and last where they end. */
export function topsOf(shown: readonly PageSize[]): number[] {
  let top = GAP;
  const tops = shown.map(({ height }) => {
    const own = top;
    top += height + GAP;
    return own;
  });
  return [...tops, top];
}

/** The page that lies at a height, from 0. */
export function pageAt(tops: readonly number[], y: number): number {
  let low = 0;
  let high = Math.max(0, tops.length - 2);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= y + GAP) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Pages in sight and as many again on either side, from `first` up to and with `last`. */
export function nearPages(
  tops: readonly number[],
  scrollTop: number,
  height: number,
): { first: number; last: number } {
  return { first: pageAt(tops, scrollTop - height), last: pageAt(tops, scrollTop + 2 * height) };
}

/** In which order they are drawn: what is in the middle of the view first. */
export function drawingOrder(first: number, last: number, current: number): number[] {
  const pages = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  // What comes next is read next.
  const distance = (page: number): number => (page < current ? (current - page) * 1.5 : page - current);
  return pages.sort((one, other) => distance(one) - distance(other));
}
