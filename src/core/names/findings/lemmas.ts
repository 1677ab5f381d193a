/** Which of a thing's names a written form is a form of: Drenas and Glogovac are two, Rezallë and Rezalla are one. */
import type { EntityType } from '../../../shared/domain';
import { LANGS, type Lang } from '../../../shared/lang';
import { decline, sortOf } from '../generate/generate';
import { type Paradigm, paradigmsOf } from '../generate/paradigms';
import { withLatinTwins } from '../latin';
import type { NamedEntity } from './edition';
import { comparedWords, isAbbreviated, keyOf } from './keys';

export interface Lemma {
  lang: Lang;
  /** Compared words of what it is cited by. */
  words: readonly string[];
  isPreferred: boolean;
  /** Keys of every form, listed or made by rule. */
  forms: ReadonlySet<string>;
}

/** One for each name in each language; an abbreviation stands for all of them and is none. */
export function lemmasOf(type: EntityType, names: NamedEntity['names']): Lemma[] {
  const listed = withLatinTwins(names);
  return LANGS.flatMap((lang) => {
    const own = listed.filter((name) => name.lang === lang && !isAbbreviated(name.text, names));
    return paradigmsOf(own).map((paradigm): Lemma => {
      const forms = [...paradigm.forms, ...madeOf(paradigm, lang, type)];
      return {
        lang,
        words: comparedWords(paradigm.citation.text),
        isPreferred: paradigm.citation.kind === 'preferred',
        forms: new Set(forms.map(({ text }) => keyOf(text))),
      };
    });
  });
}

/** Also what is listed: Преказу is of Преказ and of Преказе, and stands under one of them. */
function madeOf(paradigm: Paradigm, lang: Lang, type: EntityType) {
  return lang === 'en' ? [] : decline(paradigm, lang, sortOf(type)).forms;
}

/** Whether two forms are of one name: in some language they are forms of one, or one is the other cut short. */
export function areOfOneName(some: readonly Lemma[], others: readonly Lemma[]): boolean {
  return some.some((one) =>
    others.some((other) => one === other || (one.lang === other.lang && isCutShort(one, other))),
  );
}

/** Jashari is Adem Jashari, Čikatovo is Staro Čikatovo; but what an “and” joins to it is another name. */
function isCutShort({ words: some, lang }: Lemma, { words: others }: Lemma): boolean {
  const [short, long] = some.length < others.length ? [some, others] : [others, some];
  // Serbian “i” looks like a linker here.
  const and = lang.startsWith('sr') ? ['e'] : ['and', 'dhe'];
  const isWithin = short.every((word) => long.includes(word));
  return isWithin && !long.some((word) => !short.includes(word) && and.includes(word));
}
