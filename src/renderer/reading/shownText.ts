/** The text of an article as it stands in the page, and ranges of it. Elements with `data-find` are searched. */
export function searchedIn(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-find]')];
}

/** @throws RangeError where the element has no text at `start` or `end` */
export function rangeIn(element: HTMLElement, start: number, end: number): Range {
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let before = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node as Text;
    if (start >= before && start < before + length) range.setStart(node, start - before);
    if (end > before && end <= before + length) {
      range.setEnd(node, end - before);
      return range;
    }
    before += length;
  }
  throw new RangeError(`no text at ${start}-${end} of ${before}`);
}

/** Shows ranges under a name that `::highlight()` styles; without ranges, none. */
export function highlight(name: string, ranges: readonly Range[]): void {
  if (ranges.length > 0) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}
