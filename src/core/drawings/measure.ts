/** How wide text is, in the faces of drawings. */
import widths from './widths.json';

export const FACES = ['serif', 'serif-strong', 'serif-italic', 'sans', 'sans-strong'] as const;
export type Face = (typeof FACES)[number];

/** @returns the width, in the unit of `size` */
export type Measure = (text: string, size: number, face?: Face) => number;

/** Of a letter that the table does not have: as wide as most are at most. */
const UNKNOWN = 1000;

const TABLES = Object.fromEntries(FACES.map((face) => [face, tableOf(widths[face])])) as Record<
  Face,
  ReadonlyMap<string, number>
>;

function tableOf(ranges: Readonly<Record<string, readonly number[]>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(ranges).flatMap(([first, range]) =>
      range.map((width, at) => [String.fromCodePoint(Number(first) + at), width] as const),
    ),
  );
}

/** By the advance widths of our own typefaces, so that it is the same everywhere; kerning only makes it narrower. */
export const measure: Measure = (text, size, face = 'serif') => {
  let sum = 0;
  for (const letter of text.normalize('NFC')) sum += TABLES[face].get(letter) ?? UNKNOWN;
  return (sum * size) / 1000;
};
