/** Words of a text that no name matches and that look like names: those for which something may be suggested. */
import type { Span } from '../../../shared/domain';

/** Begins with a capital, has four letters at least; with what an apostrophe or a hyphen joins to it left out. */
const NAME = /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{L}\p{M}]{3,}/gu;
/** Albanian links two words of a name by a small one: Gllogovci i Vjetër. */
const FURTHER = /^(?:[ -](?:e|i|të|së))?[ -]\p{Lu}[\p{L}\p{M}]+/u;
const MOST_WORDS = 4;
/** Units that are looked at for a further word. */
const FURTHEST = 80;

/**
 * In the order of the text, never overlapping each other or a hit; the longest that `suggested` has something for.
 * @param hits in the order of the text
 * @param suggested empty where there is nothing to suggest; asked once for each spelling
 */
export function unmatchedNames<T>(
  text: string,
  hits: readonly Span[],
  suggested: (words: string) => readonly T[],
): (Span & { suggestions: readonly T[] })[] {
  const known = new Map<string, readonly T[]>();
  const ask = (words: string): readonly T[] => {
    const answer = known.get(words) ?? suggested(words);
    known.set(words, answer);
    return answer;
  };
  const found: (Span & { suggestions: readonly T[] })[] = [];
  let passed = 0;
  let taken = 0;
  for (const { 0: word, index: start } of text.matchAll(NAME)) {
    while ((hits[passed]?.end ?? Infinity) <= start) passed++;
    const free = hits[passed]?.start ?? text.length;
    const ends = endsOf(text, start + word.length).filter((end) => end <= free);
    if (start < taken) continue;
    for (const end of ends.toReversed()) {
      const suggestions = ask(text.slice(start, end));
      if (suggestions.length === 0) continue;
      found.push({ start, end, suggestions });
      taken = end;
      break;
    }
  }
  return found;
}

/** Where the word ends that ends at `end`, and the words with it that may go on a name. */
function endsOf(text: string, end: number): number[] {
  const ends = [end];
  while (ends.length < MOST_WORDS) {
    const last = ends.at(-1) ?? end;
    const next = FURTHER.exec(text.slice(last, last + FURTHEST));
    if (!next || next[0].length === FURTHEST) break;
    ends.push(last + next[0].length);
  }
  return ends;
}
