export interface MarkedPiece {
  text: string;
  isMarked: boolean;
}

/** @param marks spans of UTF-16 code units, in any order; what overlaps is joined, what leaves the text is cut. */
export function markedPieces(
  text: string,
  marks: readonly (readonly [start: number, end: number])[],
): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  const add = (from: number, to: number, isMarked: boolean): void => {
    if (to > from) pieces.push({ text: text.slice(from, to), isMarked });
  };
  let at = 0;
  for (const [start, end] of marks.toSorted((a, b) => a[0] - b[0])) {
    const from = Math.max(start, at);
    const to = Math.min(end, text.length);
    if (to <= from) continue;
    add(at, from, false);
    add(from, to, true);
    at = to;
  }
  add(at, text.length, false);
  return pieces;
}
