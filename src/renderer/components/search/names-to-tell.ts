import type { SearchResult } from '../../../shared/contract';

/** The names that say something new: not what was typed, and not the case endings of one that is told already. */
export function namesToTell({ matched, names }: SearchResult['expanded'][number]): string[] {
  const told: string[] = [];
  for (const name of names) {
    const isTyped = name.toLowerCase() === matched.toLowerCase();
    if (!isTyped && !told.some((other) => name.startsWith(other))) told.push(name);
  }
  return told;
}
