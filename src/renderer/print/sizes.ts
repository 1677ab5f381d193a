/** How large everything is beside the text, in points. */

export interface Sizes {
  text: number;
  title: number;
  heading: number;
  /** Tables, sources, notes. */
  small: number;
  /** Captions and what is said in passing. */
  fine: number;
  /** Heads of tables, in capitals. */
  label: number;
  /** Running heads and page numbers. */
  margin: number;
}

/** From here on print counts as large, and nothing that is read is smaller (RNIB, APH). */
const LARGE = 16;
/** Beside it: capitals, and what stands in the margins. */
const LEAST_IN_LARGE = 14;

/** Titles grow less than the text does, and so do the margins: they have one line. */
export function sizesOf(text: number): Sizes {
  const isLarge = text >= LARGE;
  const atLeast = isLarge ? LARGE : 0;
  const least = isLarge ? LEAST_IN_LARGE : 0;
  return {
    text,
    title: round(11 + 1.05 * text),
    heading: round(4 + 0.86 * text),
    small: round(Math.max(text * 0.86, atLeast)),
    fine: round(Math.max(text * 0.81, atLeast)),
    label: round(Math.max(text * 0.645, least)),
    margin: round(Math.max(7.5 * Math.sqrt(text / 10.5), least)),
  };
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}
