/** How high words will be that stand around a drawing, so that both have room on a page. */
import type { Measure } from './measure';
import { linesOf, type Run } from './set-text';

export interface Paragraph {
  runs: readonly Run[];
  /** Of the letters, and of a line in them. */
  size: number;
  leading: number;
  /** Above and beneath. */
  space: number;
}

export function paragraphHeight(paragraph: Paragraph, width: number, measure: Measure): number {
  const { size, leading, space } = paragraph;
  return paragraphLines(paragraph, width, measure) * size * leading + space;
}

/** A word wider than the page is broken anywhere, and goes on in the next line. */
export function paragraphLines({ runs, size }: Paragraph, width: number, measure: Measure): number {
  const lines = linesOf(runs, width, { size, measure });
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.width / Math.max(width, 1))), 0);
}
