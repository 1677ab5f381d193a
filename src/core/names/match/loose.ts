/**
 * A looser likeness than folding: what Albanian and Serbian spell differently (Qirez and Ćirez, Xhemajli and
 * Džemajli), and case endings. It joins names that are not the same, so it suggests and never decides.
 */
import type { LooseRule } from '../../../shared/likeness';
import { fold } from '../../text/fold';
import { tokens } from '../../text/words';
import { FOLDED_LINKERS } from '../linkers';

/** Folded spellings that one sound has, and what stands for it in the key. đ and dž have been folded to d and dz. */
const SPELLINGS: readonly { rule: LooseRule; spelt: RegExp; as: string }[] = [
  { rule: 'sh = š', spelt: /sh/gu, as: 's' },
  { rule: 'zh = ž', spelt: /zh/gu, as: 'z' },
  { rule: 'xh = gj = dž = đ', spelt: /xh|gj|dz/gu, as: 'd' },
  { rule: 'q = ç = ć = č', spelt: /q/gu, as: 'c' },
  { rule: 'y = i', spelt: /y/gu, as: 'i' },
  { rule: 'rr = r', spelt: /rr/gu, as: 'r' },
  { rule: 'll = l', spelt: /ll/gu, as: 'l' },
  // Serbian has no vowel there, and Albanian is often written without its own: Vërboc, Vrbovac; Tërstenik, Trstenik.
  { rule: 'ër = r', spelt: /(?<=[^aeiou])er(?=[^aeiou])/gu, as: 'r' },
];

/** Over and over, for a case ending may follow another vowel: Serbinë, Serbi. -ve is the plural's (masakrave) and
 *  not the end of Kosovë. Three letters have to be left. */
const ENDINGS = /(?<=\p{L}{3})(?:it|ut|es|en|in|(?<=[aei])ve|[aeiou])$/u;

function withoutEnding(word: string): string {
  let stem = word;
  while (ENDINGS.test(stem)) stem = stem.replace(ENDINGS, '');
  return stem;
}

/** The words of a text, folded. */
export function wordsOf(text: string): string[] {
  const folded = fold(text);
  return tokens(folded).map(({ start, end }) => folded.slice(start, end));
}

/** @param words folded; linkers that stand between two of them are left out
 *  @param but a rule to leave out */
export function looseKey(words: readonly string[], but?: LooseRule): string {
  return words
    .filter((word, at) => at === 0 || !FOLDED_LINKERS.includes(word))
    .map((word) => {
      const spelt = SPELLINGS.reduce(
        (key, { rule, spelt, as }) => (rule === but ? key : key.replace(spelt, as)),
        word,
      );
      return but === 'ending' ? spelt : withoutEnding(spelt);
    })
    .join(' ');
}
