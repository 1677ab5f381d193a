/** What a cover has room for: one page, whatever the handout. */
import type { PaperBox } from '../paper';

/** Of the space that letters take beside each other, in em: more than Source Serif 4 needs. */
const LETTER = 0.55;
const MM_PER_POINT = 25.4 / 72;
/** Of the page's height, for the title and what stands beneath it. */
const TITLE_SHARE = 0.4;
/** Of the list's own lines, in em of their text. */
const LEADING = 1.45;
const BETWEEN = 0.7;

/** @param em millimetres */
const linesOf = (text: string, em: number, width: number): number =>
  Math.max(1, Math.ceil((text.length * LETTER * em) / width));

/** Of the title's letters in em of the text's, from large to as small as it has to be. */
const TITLE_SIZES = [2.6, 2.1, 1.7, 1.35, 1.1, 0.9, 0.75, 0.6, 0.5] as const;

export interface CoverRoom {
  /** Of the title, in em. */
  titleSize: number;
  /** How many articles are listed; the others are counted. */
  listed: number;
}

export interface CoverWords {
  title: string;
  subtitle: string;
  /** Of each article, in all languages that are shown. */
  titles: readonly (readonly string[])[];
  /** All that stands beneath the list. */
  foot: readonly string[];
}

/** @param points of the text */
export function coverRoom(
  { inner: width, height: whole, top, bottom }: Pick<PaperBox, 'inner' | 'height' | 'top' | 'bottom'>,
  points: number,
  { title, subtitle, titles, foot }: CoverWords,
): CoverRoom {
  const height = whole - top - bottom;
  const em = points * MM_PER_POINT;
  const headOf = (size: number): number =>
    linesOf(title, size * em, width) * size * em * 1.25 +
    (subtitle ? linesOf(subtitle, size * em * 0.5, width) * size * em * 0.7 : 0);
  const titleSize = TITLE_SIZES.find((size) => headOf(size) <= height * TITLE_SHARE) ?? 0.5;

  const footHeight = foot.reduce((sum, text) => sum + linesOf(text, em, width) * em * LEADING, 0);
  // White above the title and between what stands beneath it.
  let left = height * 0.82 - headOf(titleSize) - footHeight - 6 * em;
  const heights = titles.map(
    (each) => each.reduce((sum, text) => sum + linesOf(text, em, width) * em * LEADING, 0) + BETWEEN * em,
  );
  const all = heights.reduce((sum, one) => sum + one, 0);
  if (all <= left) return { titleSize, listed: titles.length };
  // A line says how many are left out, which are two at least.
  left -= em * LEADING;
  let listed = 0;
  for (const one of heights) {
    if (one > left || listed === titles.length - 2) break;
    left -= one;
    listed += 1;
  }
  return { titleSize, listed };
}
