/** The case that one language has for that of another: Qirezit, Ћиреза. */
import type { NameForm } from '../../shared/domain';
import { type Lang, writtenFor } from '../../shared/lang';
import type { Listed } from './generate/paradigms';

/** Albanian has one form where Serbian has two. After prepositions the two differ, so nothing is said of the
 *  locative, nor of the instrumental. */
const FORMS: Partial<Record<NameForm, readonly NameForm[]>> = {
  'genitive-dative': ['genitive', 'dative'],
  genitive: ['genitive-dative'],
  dative: ['genitive-dative'],
  accusative: ['accusative'],
};

export interface Corresponding {
  lang: Lang;
  text: string;
  form: NameForm;
}

/**
 * What other languages list, as the name that is preferred there, for a form in a case.
 * @param names of one entity
 */
export function correspondingForms(form: NameForm, lang: Lang, names: readonly Listed[]): Corresponding[] {
  const isOwn = (other: Lang): boolean => writtenFor(other) === writtenFor(lang);
  const wantedIn = (other: Lang): readonly NameForm[] => (isOwn(other) ? [form] : (FORMS[form] ?? []));
  return FORMS[form] === undefined
    ? []
    : names
        .filter((name) => name.kind === 'preferred' && name.lang !== lang)
        .filter((name) => wantedIn(name.lang).includes(name.form))
        .map((name) => ({ lang: name.lang, text: name.text, form: name.form }));
}
