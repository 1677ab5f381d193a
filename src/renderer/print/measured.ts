/** Looking at how wide a text is on paper. */

/** Its lines are broken on the screen as they will be on paper: one column, as wide as it is there. */
const MEASURING = 'measuring';

/** @param also classes that `root` has besides while it is looked at */
export function measured<T>(root: HTMLElement, look: () => T, ...also: readonly string[]): T {
  root.classList.add(MEASURING, ...also);
  const seen = look();
  root.classList.remove(MEASURING, ...also);
  return seen;
}

/** How far to the right an element has room for its text: what runs into its padding is no overflow to a browser. */
export function roomOf(element: Element): number {
  return (
    element.getBoundingClientRect().right - Number.parseFloat(getComputedStyle(element).paddingInlineEnd)
  );
}
