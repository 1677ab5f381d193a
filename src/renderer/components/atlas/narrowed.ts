/** The atlas of one article, and which articles there are to choose from. */
import type { Atlas } from '../../../shared/contract';

export function narrowed(atlas: Atlas, article: string | undefined): Atlas {
  if (article === undefined) return atlas;
  const isMentioned = ({ articles }: { articles: readonly string[] }): boolean => articles.includes(article);
  return { places: atlas.places.filter(isMentioned), events: atlas.events.filter(isMentioned) };
}

/** In the order of the contents; those that mention nothing are left out. */
export function firstArticlesOf(
  atlas: Atlas | undefined,
  order: readonly string[],
  countOf: (atlas: Atlas) => number,
): { id: string; count: number }[] {
  if (!atlas) return [];
  return order.flatMap((id) => {
    const count = countOf(narrowed(atlas, id));
    return count > 0 ? [{ id, count }] : [];
  });
}
