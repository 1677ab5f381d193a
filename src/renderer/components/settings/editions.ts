import type { Lang } from '../../../shared/lang';

export const MOST_EDITIONS = 3;

/** Chosen last comes last; choosing again takes it out. */
export function toggledEditions(chosen: readonly Lang[], lang: Lang): Lang[] {
  if (chosen.includes(lang)) return chosen.filter((tag) => tag !== lang);
  return [...chosen, lang].slice(0, MOST_EDITIONS);
}
