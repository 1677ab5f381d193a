/** Rows into drawings that are not higher than a page. */

/** Runs of rows, in order; a row that is higher than `most` stands alone. */
export function chunksOf<T>(rows: readonly T[], heightOf: (row: T) => number, most: number): T[][] {
  const chunks: T[][] = [];
  let height = 0;
  for (const row of rows) {
    const own = heightOf(row);
    if (chunks.length === 0 || height + own > most) {
      chunks.push([]);
      height = 0;
    }
    chunks.at(-1)?.push(row);
    height += own;
  }
  return chunks;
}
