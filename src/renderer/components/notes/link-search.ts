/** What a link can lead to, by what a reader types of it, in any language and script. */
import { fold } from '../../../core/text/fold';
import type { ArticleSummary } from '../../../shared/contract';

/** Every word has to be in one of the titles. */
export function matchingArticles<A extends Pick<ArticleSummary, 'id' | 'titles'>>(
  articles: readonly A[],
  words: string,
  most: number,
): A[] {
  const sought = fold(words.trim()).split(/\s+/u).filter(Boolean);
  return articles
    .filter(({ titles }) => {
      const text = fold(Object.values(titles).join(' '));
      return sought.every((word) => text.includes(word));
    })
    .slice(0, most);
}

/** Those that are called just so come first; the order of the alphabet stays within both. */
export function exactFirst<E extends { names: readonly { text: string }[] }>(
  listed: readonly E[],
  words: string,
): E[] {
  const sought = fold(words.trim());
  const isExact = ({ names }: E): boolean => names.some(({ text }) => fold(text) === sought);
  return [...listed.filter(isExact), ...listed.filter((entity) => !isExact(entity))];
}
