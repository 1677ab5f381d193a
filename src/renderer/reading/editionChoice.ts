/** Which editions are read side by side: one to three, in the order in which they were chosen. */
import type { Lang } from '../../shared/lang';
import { MOST_EDITIONS, toggledLang } from '../composables/languages';

/** Null where the choice cannot change so: the last one stays, and a fourth does not fit. */
export function toggled(chosen: readonly Lang[], lang: Lang): Lang[] | null {
  const next = toggledLang(chosen, lang, MOST_EDITIONS);
  return next.length === 0 || next.length === chosen.length ? null : next;
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
