/** Which rows of a long table are drawn, and how much room stands for the others. */
import type { RowHeights } from './heights';

/** `to` is exclusive. */
export interface Rows {
  from: number;
  to: number;
}

/** Those between two heights, and some more on either side. */
export function rowsBetween(heights: RowHeights, top: number, bottom: number, margin: number): Rows {
  if (heights.count === 0) return { from: 0, to: 0 };
  return { from: heights.rowAt(top - margin), to: heights.rowAt(bottom + margin) + 1 };
}

export type Piece =
  { kind: 'row'; key: number; index: number } | { kind: 'gap'; key: string; height: number };

/** The table from top to bottom. The row that has the focus stays wherever the reader scrolls, so that keys go on working. */
export function piecesOf(heights: RowHeights, { from, to }: Rows, focused: number | undefined): Piece[] {
  const drawn = Array.from({ length: to - from }, (_, at) => from + at);
  if (focused !== undefined && focused < heights.count && focused < from) drawn.unshift(focused);
  if (focused !== undefined && focused < heights.count && focused >= to) drawn.push(focused);
  const pieces: Piece[] = [];
  let next = 0;
  // The keys stand in one order always: a row that is moved in the document loses the focus.
  const keyOf = (index: number): string => {
    if (next === 0) return 'above';
    if (index === heights.count) return 'below';
    return index <= from ? 'before' : 'after';
  };
  const skip = (index: number): void => {
    const height = heights.offsetOf(index) - heights.offsetOf(next);
    if (index > next) pieces.push({ kind: 'gap', key: keyOf(index), height });
  };
  for (const index of drawn) {
    skip(index);
    pieces.push({ kind: 'row', key: index, index });
    next = index + 1;
  }
  skip(heights.count);
  return pieces;
}
