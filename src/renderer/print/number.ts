/** The page numbers of the contents. */
import type { PageNumbers } from '../../shared/print-page';

const SLOT = '[data-page-of]';

/** The anchors that have a number somewhere, each once. */
export function numbered(root: ParentNode): string[] {
  return [
    ...new Set(
      [...root.querySelectorAll<HTMLElement>(SLOT)].flatMap(({ dataset }) => dataset['pageOf'] ?? []),
    ),
  ];
}

export function number(root: ParentNode, pages: PageNumbers): void {
  for (const slot of root.querySelectorAll<HTMLElement>(SLOT)) {
    const page = pages[slot.dataset['pageOf'] ?? ''];
    slot.textContent = page === undefined ? '' : String(page);
  }
}
