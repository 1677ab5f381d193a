/** Notes beside their words: none lies over another, and the open one stands where its words are. */
export interface Wanted {
  /** Where its words are. */
  top: number;
  height: number;
}

export interface Margin {
  gap: number;
  least: number;
  open?: number;
}

/**
 * Tops, in the order given, which is that of the text. Each stands at its words or below the one before. The open one
 * keeps its place, and those before it move up as far as they have to, above their words.
 * @param gap between two
 * @param least where the first may stand: what would stand above it moves all the others down
 * @param open index of the one that is open
 */
export function stacked(notes: readonly Wanted[], { gap, least, open = -1 }: Margin): number[] {
  const tops: number[] = [];
  let free = least;
  for (const [index, { top, height }] of notes.entries()) {
    const own = index === open ? Math.max(top, least) : Math.max(top, free);
    tops.push(own);
    free = own + height + gap;
  }
  for (let index = open - 1; index >= 0; index -= 1) {
    const limit = (tops[index + 1] ?? Infinity) - gap - (notes[index]?.height ?? 0);
    if ((tops[index] ?? 0) <= limit) break;
    tops[index] = limit;
  }
  free = least;
  return tops.map((top, index) => {
    const own = Math.max(top, free);
    free = own + (notes[index]?.height ?? 0) + gap;
    return own;
  });
}
