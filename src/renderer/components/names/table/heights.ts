/** How high the rows of a long table are: as they were seen, and as high as is usual where they were not. */
export interface RowHeights {
  readonly count: number;
  /** From the top of the first row to the top of this one. */
  offsetOf(index: number): number;
  /** The row that this lies in; the last where it lies below all. */
  rowAt(offset: number): number;
  see(index: number, height: number): void;
  /** For as many rows as there are now; what was seen of the others stays. */
  resized(count: number): RowHeights;
}

/** A binary indexed tree (Fenwick 1994) of how much each row differs from the usual: any step is O(log rows). */
export function rowHeights(
  count: number,
  usual: number,
  seen: ReadonlyMap<number, number> = new Map(),
): RowHeights {
  const differences = new Float64Array(count + 1);
  const heights = new Map<number, number>();

  function see(index: number, height: number): void {
    const change = height - (heights.get(index) ?? usual);
    heights.set(index, height);
    if (change === 0) return;
    for (let at = index + 1; at <= count; at += at & -at) differences[at] = (differences[at] ?? 0) + change;
  }

  function offsetOf(index: number): number {
    let offset = index * usual;
    for (let at = index; at > 0; at -= at & -at) offset += differences[at] ?? 0;
    return offset;
  }

  function rowAt(offset: number): number {
    let row = 0;
    let left = offset;
    for (let step = 2 ** Math.floor(Math.log2(count || 1)); step >= 1; step /= 2) {
      const height = step * usual + (differences[row + step] ?? 0);
      if (row + step > count || height > left) continue;
      row += step;
      left -= height;
    }
    return Math.max(0, Math.min(row, count - 1));
  }

  for (const [index, height] of seen) if (index < count) see(index, height);
  return { count, offsetOf, rowAt, see, resized: (rows) => rowHeights(rows, usual, heights) };
}
