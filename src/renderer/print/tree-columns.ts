/** What stands side by side on the page, such as editions. */

/** Less than this apart, in pixels, is the same edge. */
const SAME = 2;

/**
 * The rows of a grid, each with what stands in it from the left; a row of one has the whole width.
 * Undefined where the element's children stand beneath each other.
 */
export function columnRows(element: Element): Element[][] | undefined {
  const { display, flexDirection } = getComputedStyle(element);
  const isGrid = display === 'grid' || (display === 'flex' && flexDirection.startsWith('row'));
  if (!isGrid || hasText(element)) return undefined;
  const boxes = [...element.children].map((child) => ({ child, box: child.getBoundingClientRect() }));
  const rows = rowsOf(boxes.filter(({ box }) => box.width > 0));
  return rows.some((row) => row.length > 1) ? rows.map((row) => row.map(({ child }) => child)) : undefined;
}

/** In the order of the document; a row ends where the next one does not stand further to the right. */
export function rowsOf<T extends { box: Pick<DOMRect, 'left' | 'right'> }>(boxes: readonly T[]): T[][] {
  const rows: T[][] = [];
  for (const one of boxes) {
    const last = rows.at(-1)?.at(-1);
    if (last && one.box.left > last.box.right - SAME) rows.at(-1)?.push(one);
    else rows.push([one]);
  }
  return rows;
}

function hasText(element: Element): boolean {
  return [...element.childNodes].some(
    (child) => child.nodeType === Node.TEXT_NODE && child.textContent?.trim() !== '',
  );
}
