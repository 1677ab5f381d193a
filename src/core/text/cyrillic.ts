/** Serbian from Latin to Cyrillic: a reading, not a fact, so the caller has to say that it was converted. */
import { LATIN_OF, separateDigraphs } from './serbian-letters';

export interface Cyrillicised {
  text: string;
  /** Whether any word was changed. */
  converted: boolean;
  /** What still stands in Latin, each once, in order: names in other alphabets, Roman numerals, addresses. */
  kept: string[];
}

const CYRILLIC_OF = new Map<string, string>([
  ...Array.from(LATIN_OF, ([cyrillic, latin]): [string, string] => [latin, cyrillic]),
  ['dj', 'ђ'],
]);

const PLACEHOLDER = String.raw`\{[^{}]*\}`;
/** Bounded on the left, so that a long run of signs costs no more than its length. */
const ADDRESS = [
  String.raw`(?:https?:\/\/|www\.)\S+`,
  String.raw`[\w.+-]{1,64}@[\w-]+\.\S+`,
  String.raw`(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|int|edu|rs|ba|hr|mk|al|eu)\b(?:\/\S*)?`,
].join('|');
/** A hyphen or an apostrophe joins, so that RTV-a and NYT-a are each one word, in one script. */
const WORD = String.raw`\p{L}(?:[\u034F\u00AD\u200C\u200D\p{L}\p{M}]|['’ʼ\-‑](?=\p{L}))*`;
const PART = new RegExp(`(${PLACEHOLDER})|(${ADDRESS})|${WORD}`, 'gu');

/** Every Latin letter that a Serbian word may have; q w x y, Albanian ë ç, and accents are not among them. */
const SERBIAN = /^[\u034Fabcčćdđefghijklmnoprsštuvzž'’ʼ\-‑\u00AD\u200C\u200D]+$/iu;
const LATIN = /\p{Script=Latin}/u;
/** Those with X are refused by their letter; single I and V need their place. */
const NUMERAL = /^(?:II|III|IV|VI|VII|VIII)$/;

/** How far to look around a single I or V. */
const CONTEXT = 40;

/** I is also the word "and": a numeral only inside a sentence that is not in capitals. V with a stop is an
 *  initial, for Serbian writes Roman ordinals without one. */
function isNumeral(word: string, text: string, at: number): boolean {
  if (word.split(/[-‑]/).some((part) => NUMERAL.test(part))) return true;
  const after = text.slice(at + word.length, at + word.length + CONTEXT);
  if (word === 'V') return !after.startsWith('.');
  if (word !== 'I') return false;
  const before = text.slice(Math.max(0, at - CONTEXT), at);
  const insideSentence = /[\p{L}\p{N},;)]\s+$/u.test(before);
  const inCapitals = /\p{Lu}{2}\s+$/u.test(before) || /^\s+\p{Lu}{2}/u.test(after);
  return insideSentence && !inCapitals;
}

/** One spelling for č written with a combining mark and for the single-code ǆ ǉ ǌ. */
function composed(word: string): string {
  return word.normalize('NFC').replace(/[\u01C4-\u01CC]/g, (digraph) => digraph.normalize('NFKC'));
}

function cyrillicLetters(letters: string): string {
  const cyrillic = CYRILLIC_OF.get(letters.toLowerCase());
  if (cyrillic === undefined)
    return Array.from(letters, (one) => (letters === one ? one : cyrillicLetters(one))).join('');
  const first = letters.charAt(0);
  return first === first.toLowerCase() ? cyrillic : cyrillic.toUpperCase();
}

function cyrillicWord(word: string): string {
  return separateDigraphs(word)
    .replace(/[dln][jž]|[DLN][jžJŽ]|\p{L}/gu, cyrillicLetters)
    .replace(/[\u034F\u200C]/g, '');
}

/** Word by word, all of a word or none of it: never mixed script. */
export function toCyrillic(text: string): Cyrillicised {
  const kept = new Set<string>();
  let converted = false;
  const cyrillic = text.replace(PART, (part: string, ...rest: (string | number | undefined)[]) => {
    const [placeholder, address, at] = rest;
    if (placeholder !== undefined || !LATIN.test(part)) return part;
    const word = composed(part);
    if (address !== undefined || !SERBIAN.test(word) || isNumeral(part, text, Number(at))) {
      kept.add(part);
      return part;
    }
    converted = true;
    return cyrillicWord(word);
  });
  return { text: cyrillic, converted, kept: [...kept] };
}
