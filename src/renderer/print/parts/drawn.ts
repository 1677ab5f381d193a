/** How much room a drawing has on its sheet, and what of the atlas it shows. CSS pixels, of which an inch has 96. */
import type { Atlas, Chapter, Handout } from '../../../shared/contract';
import type { Part } from '../../../shared/handout-parts';
import type { Lang } from '../../../shared/lang';
import { paperOf } from '../paper';
import { sizesOf } from '../sizes';
import { partLang } from './anchor';

const PER_MM = 96 / 25.4;
const PER_POINT = 96 / 72;
/** Lines of a heading and its room, of its size. */
const HEADING = 4.5;
/** Points. Where nothing on the page may be smaller, nothing in a drawing is either. */
const LARGE = 16;

export interface Room {
  width: number;
  /** Of a page, beneath a heading. */
  height: number;
  textSize: number;
  least: number | undefined;
}

export function roomOf(part: Part, chapters: readonly Chapter[], handout: Handout): Room {
  const [first] = chapters;
  const sheet = handout.sheets.find(({ parts }) =>
    parts.some((one) => one.part === part && first !== undefined && one.chapters.includes(first.id)),
  );
  const { inner, height, top, bottom } = paperOf({ landscape: sheet?.landscape ?? false }, handout.page);
  const { heading, title, fine, text } = sizesOf(handout.page.size);
  const isLarge = text >= LARGE;
  // The title may take two lines, and what stands beneath the drawing begins on the same page.
  const taken = (sheet?.chapter === null ? title : heading) * HEADING * PER_POINT;
  return {
    width: inner * PER_MM,
    height: (height - top - bottom) * PER_MM - taken - 1,
    textSize: (isLarge ? Math.max(fine, LARGE) : fine) * PER_POINT,
    least: isLarge ? LARGE * PER_POINT : undefined,
  };
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
