/** Where in an article the reader is: a block, and how far into it. Survives another width, size or edition. */
export interface Place {
  block: string;
  /** 0 to 1. */
  offset: number;
}

/** What is left free above a block that is scrolled to, below what stays in sight. */
const MARGIN = 16;
/** About a line: who has scrolled by less has not begun to read on. */
const LINE = 32;

/** The page's column scrolls, not the window. */
export function scrollerOf(element: HTMLElement): HTMLElement {
  return element.closest<HTMLElement>('#scroller') ?? document.documentElement;
}

/** Where reading begins: below the names of the columns, where they stay in sight. */
function lineOf(root: HTMLElement): number {
  const header = root.querySelector<HTMLElement>('[data-sticky]');
  const stays = header !== null && getComputedStyle(header).position === 'sticky';
  return scrollerOf(root).getBoundingClientRect().top + (stays ? header.offsetHeight : 0) + MARGIN;
}

function blocksIn(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-block]')];
}

export function blockElement(root: HTMLElement, block: string): HTMLElement | null {
  return root.querySelector(`[data-block="${CSS.escape(block)}"]`);
}

export function currentPlace(root: HTMLElement): Place | undefined {
  const beginning = blocksIn(root)[0]?.dataset.block;
  if (beginning && scrollerOf(root).scrollTop < LINE) return { block: beginning, offset: 0 };
  const line = lineOf(root);
  const element = blocksIn(root).find((block) => block.getBoundingClientRect().bottom > line);
  const block = element?.dataset.block;
  if (!element || !block) return undefined;
  const { top, height } = element.getBoundingClientRect();
  return { block, offset: height > 0 ? Math.min(Math.max((line - top) / height, 0), 1) : 0 };
}

/** The block to scroll to for `block`: the heading that it stands right under belongs to it. */
export function withHeading(root: HTMLElement, block: string): string {
  const blocks = blocksIn(root);
  const before = blocks[blocks.findIndex((element) => element.dataset.block === block) - 1];
  return before?.classList.contains('heading') ? (before.dataset.block ?? block) : block;
}

/** Answers whether the place is in the article as it is shown. */
export function goToPlace(root: HTMLElement, { block, offset }: Place): boolean {
  const element = blockElement(root, block);
  if (!element) return false;
  const scroller = scrollerOf(root);
  const { top, height } = element.getBoundingClientRect();
  // The beginning is the beginning of the page, with all that stands above the first block.
  if (offset === 0 && element === blocksIn(root)[0]) scroller.scrollTop = 0;
  else scroller.scrollTop += top + offset * height - lineOf(root);
  return true;
}
