/** The forms of a Serbian name, from the one that stands in lists, in Cyrillic. */
import type { Declined, Sort } from './declined';
import { type Cases, declineNoun, declinePersonalNoun, type Noun } from './serbian-nouns';

/** What places are called beside what ends in -ски. Elsewhere a first word in -а is a noun: Бања Лука. */
const ADJECTIVE =
  /^(?:бел|велик|гладн|горњ|дуг|доњ|зелен|западн|источн|јужн|мал|нов|прв|свет|северн|средњ|стар|сув|црвен|црн|\p{L}+(?:ск|шк|чк|цк))а$/iu;
/** Косово Поље: of such a word either declension is in use. */
const POSSESSIVE = /(?:ов|ев|ин)о$/u;
const SOFT = /[јљњђћџчжш]$/u;
const ABBREVIATION = /^\p{Lu}{2,}$/u;
const ABBREVIATIONS = /^\p{Lu}{2,}(?:-\p{Lu}{2,})*$/u;

/** What stands before a noun and agrees with it; undefined where it is no adjective or does not agree. */
function declineAdjective(word: string, { gender }: Noun): Cases | undefined {
  const stem = word.slice(0, -1);
  if (gender === 'feminine')
    return ADJECTIVE.test(word)
      ? { genitive: `${stem}е`, dative: `${stem}ој`, accusative: `${stem}у`, instrumental: `${stem}ом` }
      : undefined;
  const agrees = gender === 'masculine' ? word.endsWith('и') : /[ое]$/u.test(word) && !POSSESSIVE.test(word);
  if (!agrees) return undefined;
  const vowel = SOFT.test(stem) ? 'е' : 'о';
  return {
    genitive: `${stem}${vowel}г`,
    dative: `${stem}${vowel}м`,
    accusative: word,
    instrumental: `${stem}им`,
  };
}

const joined = (first: Cases, second: Cases, by = ' '): Cases => ({
  genitive: first.genitive + by + second.genitive,
  dative: first.dative + by + second.dative,
  accusative: first.accusative + by + second.accusative,
  instrumental: first.instrumental + by + second.instrumental,
});
const unchanged = (word: string): Cases => ({
  genitive: word,
  dative: word,
  accusative: word,
  instrumental: word,
});

/** A noun; an adjective and a noun; an abbreviation before either; two places joined by “and”. */
function declinePlace(words: readonly string[]): Noun | undefined {
  const and = words.indexOf('и');
  if (and > 0) {
    const first = declinePlace(words.slice(0, and));
    const second = declinePlace(words.slice(and + 1));
    return first && second && { ...first, ...joined(first, second, ' и ') };
  }
  const [first = '', ...rest] = words;
  if (rest.length === 0) return declineNoun(first);
  const noun = declinePlace(rest);
  const before = noun && (ABBREVIATION.test(first) ? unchanged(first) : declineAdjective(first, noun));
  return before && { ...noun, ...joined(before, noun) };
}

/** A first name in -а may be a woman's, whose last name would not change: Вјосе Османи. */
function declinePerson(words: readonly string[]): Noun | undefined {
  if (words.length > 1 && words[0]?.endsWith('а')) return undefined;
  return words
    .map(declinePersonalNoun)
    .reduce((whole, noun) => whole && noun && { ...noun, ...joined(whole, noun) });
}

/** @param text in Cyrillic, in the nominative */
export function declineSerbian(text: string, sort: Sort): Declined[] {
  if (sort !== 'person' && sort !== 'place') return [];
  const words = text.split(' ');
  const noun = sort === 'person' ? declinePerson(words) : declinePlace(words);
  if (noun === undefined) return [];
  const { genitive, dative, accusative, instrumental, rule } = noun;
  const isNamedAs = (form: string) => accusative === form;
  const own: Declined[] =
    isNamedAs(text) || isNamedAs(genitive) ? [] : [{ form: 'accusative', text: accusative, rule }];
  const shared = isNamedAs(genitive) ? (['accusative'] as const) : [];
  const [form, also] =
    sort === 'person' ? (['dative', 'locative'] as const) : (['locative', 'dative'] as const);
  return [
    { form: 'genitive', also: shared, text: genitive, rule },
    { form, also: [also], text: dative, rule },
    ...own,
    { form: 'instrumental', also: [], text: instrumental, rule },
    ...(sort === 'person' ? possessives(text) : []),
  ];
}

/** Милошевићев: of one word that cannot be anything but a man's last name. */
function possessives(text: string): Declined[] {
  if (!/^\p{Lu}\p{Ll}+ић$/u.test(text)) return [];
  return ['ев', 'ева', 'ево'].map((ending) => ({
    form: 'possessive',
    text: text + ending,
    rule: 'sr-possessive',
  }));
}

/** НАТО-а: the ending of a masculine noun, after a hyphen. Pravopis srpskoga jezika (2010), on abbreviations. */
export function declineAbbreviation(text: string): Declined[] {
  if (!ABBREVIATIONS.test(text)) return [];
  const rule = 'sr-abbreviation';
  return [
    { form: 'genitive', text: `${text}-а`, rule },
    { form: 'locative', also: ['dative'], text: `${text}-у`, rule },
    { form: 'instrumental', text: `${text}-ом`, rule },
  ];
}

/** Whether the last of several words takes cases beside the first; a woman's does not. */
export function hasLastName(text: string): boolean {
  const words = text.split(' ');
  return words.length > 1 && declinePerson(words) !== undefined;
}
