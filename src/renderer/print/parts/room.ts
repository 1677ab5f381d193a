/** How many columns a part's pages have room for. */
import type { Chapter, Handout } from '../../../shared/contract';
import type { Part } from '../../../shared/handout-parts';
import { paperOf } from '../paper';
import { sizesOf } from '../sizes';

const MM_PER_POINT = 25.4 / 72;
/** Of a column, in em of what tables are set in: “Ослободилачка” and the space beside it. */
const COLUMN = 8.4;

/** Columns beneath this would tear words apart, as in large print: what would stand in them is set in lines. */
export function hasRoomFor(
  columns: number,
  part: Part,
  chapters: readonly Chapter[],
  { sheets, page }: Pick<Handout, 'sheets' | 'page'>,
): boolean {
  const ids = new Set(chapters.map(({ id }) => id));
  const sheet = sheets.find(({ parts }) =>
    parts.some((one) => one.part === part && one.chapters.some((id) => ids.has(id))),
  );
  const { inner } = paperOf(sheet ?? page, page);
  return inner / (sizesOf(page.size).small * MM_PER_POINT) >= columns * COLUMN;
}
