/** The sheets of the laid-out document, found by their pages' names. */

/** Each has pages of its own name; where none has, all of it is one. */
export function sheetsIn(root: HTMLElement): HTMLElement[] {
  const named = [...root.querySelectorAll<HTMLElement>('*')].filter((element) => pageNameOf(element) !== '');
  const outermost = new Set(named);
  for (const sheet of named)
    for (const inner of sheet.querySelectorAll<HTMLElement>('*')) outermost.delete(inner);
  return outermost.size > 0 ? [...outermost] : [root];
}

/** '' where it has none of its own. */
export function pageNameOf(element: Element): string {
  const { page } = getComputedStyle(element);
  return page === 'auto' ? '' : page;
}
