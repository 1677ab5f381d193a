/** The paper of a sheet: how large it is as it lies, what its margins are, how wide the text may be. Millimetres. */
import type { PageSetup, Sheet } from '../../shared/contract';
import { PAPER_SIZES } from '../../shared/handout-parts';
import { textWidth } from '../../shared/handout-paper';

export interface PaperBox {
  width: number;
  height: number;
  top: number;
  bottom: number;
  side: number;
  /** More on the edge that is bound. */
  binding: number;
  /** The bound edge of pages that lie otherwise than the rest: they are turned to be read. */
  boundAt: 'side' | 'top';
  /** Of what is set on it. */
  inner: number;
}

/** Room for the running head above the text, and the least for it and the foot: printers reach no closer. */
const HEAD = 6;
const LEAST = { top: 16, bottom: 14 };

export function paperOf({ landscape }: Pick<Sheet, 'landscape'>, page: PageSetup, hasHead = true): PaperBox {
  const [short, long] = PAPER_SIZES[page.paper];
  const { margin, binding } = page;
  const [width, height] = landscape ? [long, short] : [short, long];
  const boundAt = landscape === page.landscape ? 'side' : 'top';
  return {
    width,
    height,
    top: hasHead ? Math.max(margin + HEAD, LEAST.top) : margin,
    bottom: Math.max(margin, LEAST.bottom),
    side: margin,
    binding,
    boundAt,
    inner: textWidth(landscape, page),
  };
}
