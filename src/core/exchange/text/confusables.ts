/** Letters of one script inside a word of the other: Сорау, Ćиrez. Search and matching never find such a word. */
import { scriptOf } from '../../text/script';
import { codePoint } from './tidy';

/** Same in print, letter by letter: from Unicode's confusables (UTS 39), those that Serbian and Albanian use. */
const CYRILLIC = 'АВЕЅІЈКМНОРСТУХаеѕіјорсух';
const LATIN = 'ABESIJKMHOPCTYXaesijopcyx';
const TO_LATIN = new Map(Array.from(CYRILLIC, (letter, at) => [letter, LATIN.charAt(at)]));
const TO_CYRILLIC = new Map(Array.from(LATIN, (letter, at) => [letter, CYRILLIC.charAt(at)]));

const LETTERS = /[\p{L}\p{M}]+/gu;
const OTHER = /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u;

export interface MixedWord {
  word: string;
  /** Those that are not of the script that it is, or should be, written in: е (U+0435). */
  strays: string[];
  /** The word in one script, where every stray letter has a twin in it. */
  meant?: string;
}

/** All of a word in one script, or undefined where a letter has no twin. */
function inOneScript(word: string, twins: ReadonlyMap<string, string>, wanted: 'Latn' | 'Cyrl') {
  const changed = Array.from(word, (letter) => twins.get(letter) ?? letter).join('');
  return scriptOf(changed) === wanted ? changed : undefined;
}

const OF_SCRIPT = { Latn: /\p{Script=Latin}|\P{L}/u, Cyrl: /\p{Script=Cyrillic}|\P{L}/u };

function strays(word: string, script: 'Latn' | 'Cyrl'): string[] {
  const letters = Array.from(word).filter((letter) => !OF_SCRIPT[script].test(letter));
  return [...new Set(letters)].map((letter) => `${letter} (${codePoint(letter)})`);
}

/** @param prefer the script that the name's language is written in, where both readings are possible */
export function mixedWords(text: string, prefer: 'Latn' | 'Cyrl'): MixedWord[] {
  return Array.from(text.matchAll(LETTERS), ([word]) => word).flatMap((word): MixedWord[] => {
    if (OTHER.test(word))
      return /\p{Script=Latin}|\p{Script=Cyrillic}/u.test(word)
        ? [{ word, strays: strays(word, prefer) }]
        : [];
    if (scriptOf(word) !== 'mixed') return [];
    const latin = inOneScript(word, TO_LATIN, 'Latn');
    const cyrillic = inOneScript(word, TO_CYRILLIC, 'Cyrl');
    const meant = prefer === 'Cyrl' ? (cyrillic ?? latin) : (latin ?? cyrillic);
    if (meant === undefined) return [{ word, strays: strays(word, prefer) }];
    return [{ word, strays: strays(word, meant === latin ? 'Latn' : 'Cyrl'), meant }];
  });
}
