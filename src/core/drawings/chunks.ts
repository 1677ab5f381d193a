/** Rows into drawings that are not higher than a page. */

/** How high a drawing may be: the first, which has a heading above it, and those after. */
export interface Heights {
  first: number;
  others: number;
}

/**
 * Runs of rows, in order; a row that is higher than a page stands alone. No more runs than are needed, and these about
 * as high as each other, so that the last is not left with a row of its own.
 */
export function chunksOf<T>(
  rows: readonly T[],
  heightOf: (row: T) => number,
  { first, others }: Heights,
): T[][] {
  const heights = rows.map(heightOf);
  const cut = (most: number): number[] =>
    cutsOf(heights, { first: Math.min(first, most), others: Math.min(others, most) });
  let cuts = cut(Infinity);
  if (cuts.length > 1) {
    let [low, high] = [0, Math.max(first, others)];
    for (let step = 0; step < 24; step += 1) {
      const middle = (low + high) / 2;
      const tried = cut(middle);
      if (tried.length > cuts.length) low = middle;
      else [high, cuts] = [middle, tried];
    }
  }
  return cuts.map((from, at) => rows.slice(from, cuts[at + 1]));
}

/** Where each run begins. */
function cutsOf(heights: readonly number[], { first, others }: Heights): number[] {
  const cuts: number[] = [];
  let height = 0;
  heights.forEach((own, at) => {
    if (cuts.length === 0 || height + own > (cuts.length === 1 ? first : others)) {
      cuts.push(at);
      height = 0;
    }
    height += own;
  });
  return cuts;
}
