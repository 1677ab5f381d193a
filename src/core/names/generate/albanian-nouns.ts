/**
 * How an Albanian noun takes its case: Prekaz, Prekazi, Prekazin, Prekazit. The genitive, dative and ablative share
 * one ending. Words that look like plurals (-e, -at, -ët, -it) and those whose stem changes (-ër, -ël) are left alone.
 * Newmark, Hubbard and Prifti, Standard Albanian (1982), chapter 4.
 */
import type { Rule } from './declined';

export interface Noun {
  gender: 'masculine' | 'feminine';
  indefinite: string;
  definite: string;
  accusative: string;
  genitive: string;
  rule: Rule;
}

const VOWEL = /[aeëiouy]$/iu;
/** In sh, th, dh, zh, xh the h is half of a letter. */
const VELAR = /(?:[kg]|(?<![stdzx])h)$/iu;
const STEM_CHANGES = /ë[rl]$/iu;

function masculine(stem: string): Noun | undefined {
  if (VOWEL.test(stem) || STEM_CHANGES.test(stem)) return undefined;
  const vowel = VELAR.test(stem) ? 'u' : 'i';
  const definite = stem + vowel;
  const noun = { gender: 'masculine', indefinite: stem, definite } as const;
  // Skënderaj and Ferizaj, once the plural of a family's name, keep its short endings.
  if (/aj$/iu.test(stem))
    return { ...noun, accusative: `${stem}n`, genitive: `${stem}t`, rule: 'sq-masculine-aj' };
  const rule = vowel === 'u' ? 'sq-masculine-u' : 'sq-masculine';
  return { ...noun, accusative: `${definite}n`, genitive: `${definite}t`, rule };
}

/** @param stem without its -ë */
function feminine(stem: string): Noun {
  return {
    gender: 'feminine',
    indefinite: `${stem}ë`,
    definite: `${stem}a`,
    accusative: `${stem}ën`,
    genitive: `${stem}ës`,
    rule: 'sq-feminine',
  };
}

/** @param stem with its -i */
function feminineInI(stem: string): Noun {
  return {
    gender: 'feminine',
    indefinite: stem,
    definite: `${stem}a`,
    accusative: `${stem}në`,
    genitive: `${stem}së`,
    rule: 'sq-feminine-i',
  };
}

/** @param stem with its -j */
function feminineInJe(stem: string): Noun {
  return {
    gender: 'feminine',
    indefinite: `${stem}e`,
    definite: `${stem}a`,
    accusative: `${stem}en`,
    genitive: `${stem}es`,
    rule: 'sq-feminine-je',
  };
}

/** No abbreviation, nothing with a hyphen in it. */
const WORD = /^\p{L}\p{Ll}+$/u;

/** Of a place: a person's -i is another. */
export function fromIndefinite(word: string): Noun | undefined {
  if (!WORD.test(word)) return undefined;
  if (/[^aeiouyë]ë$/iu.test(word)) return feminine(word.slice(0, -1));
  if (/[^aeiouyë]i$/iu.test(word)) return feminineInI(word);
  return masculine(word);
}

export function fromDefinite(word: string): Noun | undefined {
  if (!WORD.test(word)) return undefined;
  const stem = word.slice(0, -1);
  if (/[^aeiouyë]ia$/iu.test(word)) return feminineInI(stem);
  if (/[^aeiouyë]ja$/iu.test(word)) return feminineInJe(stem);
  if (/[^aeiouyë]a$/iu.test(word)) return feminine(stem);
  const noun = /[^aeiouyë][iu]$/iu.test(word) ? masculine(stem) : undefined;
  return noun?.definite === word ? noun : undefined;
}

/** Jashari, Jasharin: what ends in -i and -a is definite as it is. */
export function fromPerson(word: string): Noun | undefined {
  return VOWEL.test(word) ? fromDefinite(word) : fromIndefinite(word);
}
