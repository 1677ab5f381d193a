/** Tags as a reader gives them. */
import { fold } from '../../../core/text/fold';
import { LONGEST_TAG, MOST_TAGS } from '../../../shared/note-parts';

/** Several at once are parted by commas. What is there already is not added again. */
export function withTags(tags: readonly string[], typed: string): string[] {
  const given = typed
    .split(/[,\n]/u)
    .map((tag) => tag.trim().replace(/\s+/gu, ' ').slice(0, LONGEST_TAG).trim())
    .filter((tag) => tag !== '');
  return [...new Set([...tags, ...given])].slice(0, MOST_TAGS);
}

/** Those that have what was typed in them, in any script; those that begin with it first. */
export function tagsLike(
  known: readonly string[],
  given: readonly string[],
  typed: string,
  most: number,
): string[] {
  const sought = fold(typed.trim());
  const begins = (tag: string) => Number(fold(tag).startsWith(sought));
  return known
    .filter((tag) => !given.includes(tag) && fold(tag).includes(sought))
    .toSorted((a, b) => begins(b) - begins(a))
    .slice(0, most);
}
