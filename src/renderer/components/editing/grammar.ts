/** The grammatical forms that a language has. */
import type { NameForm } from '../../../shared/domain';
import type { Lang } from '../../../shared/lang';

/** The house order; a record, so that none is forgotten. */
const ALL = Object.keys({
  base: true, indefinite: true, definite: true, abbreviation: true, accusative: true, 'genitive-dative': true,
  locative: true, nominative: true, genitive: true, dative: true, instrumental: true, vocative: true, possessive: true,
} satisfies Record<NameForm, true>) as NameForm[]; // prettier-ignore

const SERBIAN: readonly NameForm[] = [
  'base', 'genitive', 'dative', 'accusative', 'vocative', 'instrumental', 'locative', 'possessive', 'abbreviation',
]; // prettier-ignore

/** The first is what a name is looked up under. */
const FORMS: Readonly<Record<Lang, readonly NameForm[]>> = {
  en: ['base', 'possessive', 'abbreviation'],
  sq: ['indefinite', 'definite', 'accusative', 'genitive-dative', 'base', 'abbreviation'],
  'sr-Cyrl': SERBIAN,
  'sr-Latn': SERBIAN,
};

export function citationForm(lang: Lang): NameForm {
  return FORMS[lang][0] ?? 'base';
}

/** Those that make sense in the language, then those that a record may have all the same. */
export function formsIn(lang: Lang): { usual: readonly NameForm[]; other: readonly NameForm[] } {
  const usual = FORMS[lang];
  return { usual, other: ALL.filter((form) => !usual.includes(form)) };
}
