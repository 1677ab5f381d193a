/** Whether lines are long enough for the words of the text: where they are not, every page would be torn words. */
import type { HandoutRequest } from '../../shared/contract';
import { textWidth } from '../../shared/handout-paper';

/** The longest words of running text that are no rarity: “Верификациона”, “супротстављање”, “paraushtarakësh”. */
export const LEAST_LETTERS = 14;
/** In em: the mean letter of such words in Source Serif 4, in Cyrillic, which is the wider (measured: 8.4 for fourteen). */
const LETTER = 0.6;
const MM_PER_POINT = 25.4 / 72;
/** Between columns, in em, as print.css has it: of two, and of more. */
const GUTTERS = { two: 2, more: 1.4 } as const;

export interface TooNarrow {
  /** What would have to be narrower than words are: editions beside each other, columns of one, or the page itself. */
  what: 'editions' | 'columns' | 'page';
  columns: number;
  /** How many would go on a line. */
  letters: number;
}

/**
 * The first part of the request that the page has no room for.
 * @param editions as many as stand beside each other at most, where the layout is parallel
 */
export function tooNarrow(
  { parts, page, layout }: Pick<HandoutRequest, 'parts' | 'page' | 'layout'>,
  editions: number,
): TooNarrow | undefined {
  for (const { part, landscape = page.landscape } of parts) {
    const inText = layout === 'parallel' ? editions : page.columns;
    const columns = part === 'text' ? inText : 1;
    const letters = lettersIn(textWidth(landscape, page), columns, page.size);
    if (letters >= LEAST_LETTERS) continue;
    const what = columns === 1 ? 'page' : layout === 'parallel' ? 'editions' : 'columns';
    return { what, columns, letters };
  }
  return undefined;
}

/** On a line of each column. */
function lettersIn(millimetres: number, columns: number, points: number): number {
  const gutter = columns > 2 ? GUTTERS.more : GUTTERS.two;
  const em = (millimetres / (points * MM_PER_POINT) - (columns - 1) * gutter) / columns;
  // A hair's breadth is no reason to refuse.
  return Math.max(0, Math.floor(em / LETTER + 1e-6));
}
