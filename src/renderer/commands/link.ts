/** The `paralel:` link to what is on show. */
import type { RouteLocationNormalized } from 'vue-router';
import { linkTo } from '../../shared/links';

/** What of an address belongs to the place, rather than to how the reader came there. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  article: ['block', 'lang', 'name'],
  search: ['words', 'lang', 'exact'],
  concordance: [],
  findings: ['article', 'lang', 'name'],
  compare: ['sides', 'name'],
};
const ELSEWHERE: readonly string[] = ['name'];

/**
 * @param at where in the page the reader is, and in which edition; counts more than the address
 * @returns undefined where no link leads to this page
 */
export function linkToPage(
  { name, path, query }: Pick<RouteLocationNormalized, 'name' | 'path' | 'query'>,
  at: { block?: string | undefined; lang?: string | undefined } = {},
): string | undefined {
  const kept = KEPT[String(name)] ?? ELSEWHERE;
  const asked = Object.entries({ ...query, ...at }).flatMap(([key, value]) =>
    kept.includes(key) && typeof value === 'string' && value !== '' ? [[key, value]] : [],
  );
  return linkTo(asked.length > 0 ? `${path}?${new URLSearchParams(asked)}` : path);
}
