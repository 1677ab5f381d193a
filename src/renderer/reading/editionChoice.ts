/** Which editions are read side by side: one to three, in the order in which they were chosen. */
import type { Lang } from '../../shared/lang';

export const MOST_EDITIONS = 3;

/** Null where the choice cannot change so: the last one stays, and a fourth does not fit. */
export function toggled(chosen: readonly Lang[], lang: Lang): Lang[] | null {
  if (chosen.includes(lang)) return chosen.length > 1 ? chosen.filter((other) => other !== lang) : null;
  return chosen.length < MOST_EDITIONS ? [...chosen, lang] : null;
}

/**
 * What is shown of an article: the edition that the address asks for alone, unless it is read anyway;
 * else the reader's, as far as the article has them; else its first.
 */
export function editionsToShow(
  available: readonly Lang[],
  reading: readonly Lang[],
  asked: Lang | undefined,
): Lang[] {
  const read = reading.filter((lang) => available.includes(lang));
  if (asked && available.includes(asked) && !read.includes(asked)) return [asked];
  return read.length > 0 ? read : available.slice(0, 1);
}
