/** Which listed names a word may stand for that none of them matches. */
import { LOOSE_RULES, type LooseRule } from '../../../shared/likeness';
import { scriptOf } from '../../text/script';
import { LONGEST_NAME } from './forms';
import { looseKey, wordsOf } from './loose';

export interface Listed {
  entity: string;
  text: string;
}

export interface Suggestion<T extends Listed> {
  name: T;
  /** Each of these was needed to join the two. */
  reasons: LooseRule[];
}

/**
 * For names that are spelt otherwise than they are listed: to be put before a person, never to be taken for a match.
 * @param text one name, as somebody wrote it
 * @param alike the names with this loose key
 * @returns the nearest first, of those as near the ones in the same script, each entity once; none that matches as it is
 */
export function suggestNames<T extends Listed>(
  text: string,
  alike: (key: string) => readonly T[],
): Suggestion<T>[] {
  if (text.length > LONGEST_NAME) return [];
  const asked = wordsOf(text);
  const key = looseKey(asked);
  if (key === '') return [];
  const script = scriptOf(text);
  const otherScript = (name: T): number => Number(scriptOf(name.text) !== script);
  const near = alike(key)
    .map((name) => ({ name, words: wordsOf(name.text) }))
    .filter(({ words }) => words.join(' ') !== asked.join(' '))
    .map(({ name, words }) => ({ name, reasons: reasonsFor(asked, words) }))
    .toSorted((a, b) => a.reasons.length - b.reasons.length || otherScript(a.name) - otherScript(b.name));
  const first = new Map(near.toReversed().map((suggestion) => [suggestion.name.entity, suggestion]));
  return near.filter((suggestion) => first.get(suggestion.name.entity) === suggestion);
}

function reasonsFor(asked: readonly string[], words: readonly string[]): LooseRule[] {
  return LOOSE_RULES.filter((rule) => looseKey(asked, rule) !== looseKey(words, rule));
}
