/** Moving things in a list. */

/** @param to clamped to the list */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, at) => at !== from);
  const [item] = list.slice(from, from + 1);
  if (from < 0 || item === undefined) return [...list];
  const place = Math.max(0, Math.min(to, rest.length));
  return [...rest.slice(0, place), item, ...rest.slice(place)];
}

/**
 * Where what is dragged would come to stand.
 * @param middles of the rows, from above
 * @param y of the pointer, in the same measure
 */
export function placeAt(middles: readonly number[], from: number, y: number): number {
  const above = middles.filter((middle, at) => at !== from && middle < y).length;
  return Math.min(above, middles.length - 1);
}
