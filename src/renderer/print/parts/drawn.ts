/** How much room a drawing has on its sheet, and what of the atlas it shows. CSS pixels, of which an inch has 96. */
import type { Heights } from '../../../core/drawings/chunks';
import { measure } from '../../../core/drawings/measure';
import { paragraphHeight, paragraphLines } from '../../../core/drawings/paragraph';
import type { Atlas, Chapter, Handout } from '../../../shared/contract';
import type { Part } from '../../../shared/handout-parts';
import type { Lang } from '../../../shared/lang';
import { paperOf } from '../paper';
import { sizesOf } from '../sizes';
import { partLang } from './anchor';
import { above, beneath, type Words } from './around-drawn';

const PER_MM = 96 / 25.4;
const PER_POINT = 96 / 72;
/** Points. Where nothing on the page may be smaller, nothing in a drawing is either. */
const LARGE = 16;
/** What is measured is a little less than what Chromium makes of it: it rounds lines to whole pixels. */
const SPARE = 4;

export interface Room {
  width: number;
  /** Of the page that it begins on, beneath its heading, and of a page that has none. */
  heights: Heights;
  textSize: number;
  least: number | undefined;
}

export function roomOf(part: Part, chapters: readonly Chapter[], handout: Handout): Room {
  const [first] = chapters;
  const sheet = handout.sheets.find(({ parts }) =>
    parts.some((one) => one.part === part && first !== undefined && one.chapters.includes(first.id)),
  );
  const { inner, height, top, bottom } = paperOf({ landscape: sheet?.landscape ?? false }, handout.page);
  const { fine, text } = sizesOf(handout.page.size);
  const isLarge = text >= LARGE;
  const width = inner * PER_MM;
  const page = (height - top - bottom) * PER_MM - SPARE;
  return {
    width,
    heights: { first: page - heightOf(above(part, sheet, chapters, handout), width), others: page },
    textSize: (isLarge ? Math.max(fine, LARGE) : fine) * PER_POINT,
    least: isLarge ? LARGE * PER_POINT : undefined,
  };
}

function heightOf(paragraphs: readonly Words[], width: number): number {
  return paragraphs.reduce(
    (sum, { inset = 0, ...one }) => sum + paragraphHeight(one, width - inset, measure),
    0,
  );
}

/** Less of a page than this for a drawing, and what is said beneath it goes on where the next begins. */
const LEAST = 0.5;
/** Lines that may go on there alone, and not fewer. */
const LINES = 5;

/**
 * A drawing that is on one page with what is said beneath it, wherever that can be: what it numbers is listed there, so
 * that the list is known only when the drawing is.
 * @param bare a drawing whose key stands among the words: for what is left where all of it has no room
 */
export function fitPage<T extends { height: number }>(
  { width, heights: { first: most } }: Pick<Room, 'width' | 'heights'>,
  layout: (height: number) => T | undefined,
  bare: (height: number) => T | undefined,
  words: (drawing: T | undefined) => readonly string[],
  handout: Handout,
): { drawing: T | undefined; isWhole: boolean } {
  const said = (drawing: T | undefined) => beneath(words(drawing), handout);
  for (let height = most; height >= most * LEAST;) {
    const drawing = layout(height);
    const over = (drawing?.height ?? 0) + heightOf(said(drawing), width) - most;
    if (over <= 0) return { drawing, isWhole: true };
    height -= Math.max(over, 1);
  }
  const drawing = layout(most);
  const lines = said(drawing).reduce((sum, { inset = 0, ...one }) => sum + paragraphLines(one, width - inset, measure), 0); // prettier-ignore
  const fits = (drawing?.height ?? 0) <= most && lines >= LINES;
  return { drawing: fits ? drawing : bare(most), isWhole: false };
}

/** Of pages whose drawings have a sentence beneath them. */
export function lessWords(
  { first, others }: Heights,
  width: number,
  words: readonly string[],
  handout: Handout,
): Heights {
  const less = heightOf(beneath(words, handout), width);
  return { first: first - less, others: others - less };
}

/** What the chapters' articles mention. */
export function atlasOf(chapters: readonly Chapter[], { atlas }: Pick<Handout, 'atlas'>): Atlas {
  const asked = new Set<string>(chapters.map(({ article }) => article));
  const isMentioned = ({ articles }: { articles: readonly string[] }): boolean =>
    articles.some((id) => asked.has(id));
  return { places: atlas.places.filter(isMentioned), events: atlas.events.filter(isMentioned) };
}

/** Of names in a drawing: the handout's languages, the part's first; or the one in which all names are shown. */
export function nameLangs(chapters: readonly Chapter[], { names, langs, ...rest }: Handout): Lang[] {
  if (names !== 'as-written' && names !== 'gloss') return [names];
  const own = partLang(chapters, { names, langs, ...rest });
  return [...new Set([own, ...langs])];
}
