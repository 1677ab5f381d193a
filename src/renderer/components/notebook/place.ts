/** Where a note leads to, and how it is called where its words do not stand beside it. */
import type { LocationQuery, RouteLocationRaw } from 'vue-router';
import type { ListedNote } from '../../../shared/contract';

type Placed = Pick<ListedNote, 'id' | 'on' | 'article' | 'entity' | 'lang' | 'title'>;

/** In the note's own edition; of a name its card, beside the page. Undefined where the library has neither.
 *  @param query of the page that it is listed on */
export function placeOf(
  { id, article, entity, lang, title }: Placed,
  query: LocationQuery,
): RouteLocationRaw | undefined {
  if (title === null) return undefined;
  if (entity !== null) return { query: { ...query, name: entity } };
  if (article === null) return undefined;
  return { name: 'article', params: { id: article }, query: { note: id, lang: lang ?? undefined } };
}

/** Where a note that has lost its place is given another; only words and paragraphs have one to lose. */
export function placingOf({ id, on, article, lang, title }: Placed): RouteLocationRaw | undefined {
  if (article === null || title === null || (on !== 'quote' && on !== 'block')) return undefined;
  return { name: 'article', params: { id: article }, query: { place: id, lang: lang ?? undefined } };
}

/** As much of a note as tells it from the others. */
const LONGEST = 60;

export function nameOf({ text, quote, title }: Pick<ListedNote, 'text' | 'quote' | 'title'>): string {
  const words = (text.trim() || quote?.trim() || title || '').replace(/\s+/gu, ' ');
  if (words.length <= LONGEST) return words;
  const space = words.lastIndexOf(' ', LONGEST);
  return `${words.slice(0, space > 0 ? space : LONGEST)}…`;
}
