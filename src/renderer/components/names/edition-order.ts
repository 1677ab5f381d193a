/** What stands in editions, in the order in which a reader would look at them. */
import { LANGS, type Lang } from '../../../shared/lang';

interface Place {
  article: string;
  lang: Lang;
}

/**
 * Article by article, as they first come, and in each the reader's editions first; in an edition as it comes.
 * @param placeOf undefined for what stands in no edition: it keeps to the end
 * @param langs the reader's first
 */
export function inReadersOrder<T>(
  items: readonly T[],
  placeOf: (item: T) => Place | undefined,
  langs: readonly Lang[],
): T[] {
  const articles = [...new Set(items.map((item) => placeOf(item)?.article))];
  const rank = (item: T): number => {
    const place = placeOf(item);
    if (!place) return Infinity;
    return articles.indexOf(place.article) * LANGS.length + langs.indexOf(place.lang);
  };
  const ranked = items.map((item) => ({ item, rank: rank(item) }));
  return ranked.toSorted((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank)).map(({ item }) => item);
}
