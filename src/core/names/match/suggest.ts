/** Which listed names a word may stand for that none of them matches. */
import type { NamedForm } from './forms';
import { LOOSE_RULES, looseKey, type LooseRule, wordsOf } from './loose';

export interface Suggestion {
  entity: string;
  /** The position of the form in what the suggestions were compiled from. */
  form: number;
  /** Each of these was needed to join the two. */
  reasons: LooseRule[];
}

export interface Suggester {
  /** @param text one name, as somebody wrote it. Nearest first; nothing that matches as it is. */
  suggest(text: string): Suggestion[];
}

/** For names that are spelt otherwise than they are listed: to be put before a person, never to be taken for a match. */
export function compileSuggester(forms: Iterable<NamedForm>): Suggester {
  const listed = Array.from(forms, ({ entity, text }, form) => ({ entity, form, words: wordsOf(text) }));
  const byKey = Map.groupBy(listed, ({ words }) => looseKey(words));

  return {
    suggest(text) {
      const asked = wordsOf(text);
      const key = looseKey(asked);
      if (key === '') return [];
      return (byKey.get(key) ?? [])
        .flatMap(({ entity, form, words }): Suggestion[] => {
          if (words.join(' ') === asked.join(' ')) return [];
          return [{ entity, form, reasons: LOOSE_RULES.filter((rule) => looseKey(asked, rule) !== looseKey(words, rule)) }]; // prettier-ignore
        })
        .sort((a, b) => a.reasons.length - b.reasons.length);
    },
  };
}
