/** How wide the text may be on paper. Free of zod. */
import { PAPER_SIZES, type Paper } from './handout-parts';

export interface PaperSetup {
  paper: Paper;
  landscape: boolean;
  /** Millimetres. */
  margin: number;
  binding: number;
}

/**
 * Millimetres. Pages that lie otherwise than the rest are turned to be read, and are bound at their head.
 * @param landscape of the pages in question; `page` says how the rest lies
 */
export function textWidth(landscape: boolean, page: PaperSetup): number {
  const [short, long] = PAPER_SIZES[page.paper];
  const isTurned = landscape !== page.landscape;
  return (landscape ? long : short) - 2 * page.margin - (isTurned ? 0 : page.binding);
}
