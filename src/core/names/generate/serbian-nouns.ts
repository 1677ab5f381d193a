/**
 * How a Serbian noun takes its case, in Cyrillic, where every letter is one sound. What may be a plural, and stems of
 * which the ending does not tell enough, are left alone. Klajn, Gramatika srpskog jezika (2005), on nouns.
 */
import type { Rule } from './declined';

/** The dative is also the locative. */
export interface Cases {
  genitive: string;
  dative: string;
  accusative: string;
  instrumental: string;
}

export interface Noun extends Cases {
  gender: 'masculine' | 'feminine' | 'neuter';
  rule: Rule;
}

/** After these the instrumental is in -ем: Глоговцем, Обрињем, Падалиштем. */
const SOFT = /(?:[јљњђћџчжшц]|шт|жд)$/u;
const CONSONANT = /[бвгдђжзјклљмнњпрстћфхцчџш]$/u;
/** Глоговац, Глоговца; before д, з, л, с, т the consonants would change as well. */
const FLEETING = /[вмнрјљњ]ац$/u;
/** -ак and -ар may lose their а or not; feminine are Пећ, and what ends in -ст; -ао and -ео hide an л. */
const UNSAFE = /(?:ац|ак|ар|ст|ао|ео|(?<!и)ћ)$/u;
/** Америка, Америци, but Милка, Милки. */
const CHANGES = /[кгх]а$/u;
/** Рашка, Рашкој: an adjective that has become a name. */
const ADJECTIVAL = /(?:ск|шк|чк|цк)а$/u;

function hard(stem: string, accusative: string, rule: Rule, gender: Noun['gender']): Noun {
  const instrumental = stem + (SOFT.test(stem) ? 'ем' : 'ом');
  return { gender, genitive: `${stem}а`, dative: `${stem}у`, accusative, instrumental, rule };
}

function feminine(word: string): Noun | undefined {
  const stem = word.slice(0, -1);
  const isAdjectival = ADJECTIVAL.test(word);
  if (CHANGES.test(word) && !isAdjectival) return undefined;
  return {
    gender: 'feminine',
    genitive: `${stem}е`,
    dative: stem + (isAdjectival ? 'ој' : 'и'),
    accusative: `${stem}у`,
    instrumental: `${stem}ом`,
    rule: isAdjectival ? 'sr-feminine-adjectival' : 'sr-feminine',
  };
}

/** No abbreviation, and no До, which is a Дол. */
const WORD = /^\p{L}\p{Ll}{2,}$/u;

/** Of a place. */
export function declineNoun(word: string): Noun | undefined {
  if (!WORD.test(word) || word.endsWith('ије')) return undefined;
  if (FLEETING.test(word)) return hard(`${word.slice(0, -2)}ц`, word, 'sr-masculine-fleeting-a', 'masculine');
  if (UNSAFE.test(word)) return undefined;
  if (word.endsWith('а')) return feminine(word);
  if (/[ое]$/u.test(word)) return hard(word.slice(0, -1), word, 'sr-neuter', 'neuter');
  return CONSONANT.test(word) ? hard(word, word, 'sr-masculine', 'masculine') : undefined;
}

/** Of a man: Мирко, Мирка; Јашари, Јашарија. Living beings have the accusative of the genitive. */
export function declinePersonalNoun(word: string): Noun | undefined {
  if (!WORD.test(word) || word.endsWith('е')) return undefined;
  const noun = word.endsWith('и') ? hard(`${word}ј`, word, 'sr-masculine-i', 'masculine') : declineNoun(word);
  return noun?.gender === 'feminine' ? noun : noun && { ...noun, accusative: noun.genitive };
}
