/** The blocks whose notes come next: from the one that the reader is at downwards, then those above it, the nearest first.
 *  @param most cards in all, but for a single block that has more */
export function nextToMount(
  blocks: ReadonlyMap<string, number>,
  mounted: ReadonlySet<string>,
  here: string | undefined,
  most: number,
): string[] {
  const all = [...blocks.keys()];
  const at = Math.max(here === undefined ? 0 : all.indexOf(here), 0);
  const nearest = [...all.slice(at), ...all.slice(0, at).reverse()].filter((block) => !mounted.has(block));
  let cards = 0;
  return nearest.filter((block, index) => {
    cards += blocks.get(block) ?? 0;
    return index === 0 || cards <= most;
  });
}
