/** A name for each language, where there is room for one. */
import type { EntityBrief } from '../../shared/contract';
import type { Certainty, EntityId, EntityType, NameForm } from '../../shared/domain';
import type { Lang } from '../../shared/lang';

/** Forms that stand in a list: one each a language, and for Albanian two. */
export const CITATION_FORMS = ['base', 'indefinite', 'definite'] as const satisfies readonly NameForm[];

export function isCitationForm(form: NameForm): boolean {
  return (CITATION_FORMS as readonly NameForm[]).includes(form);
}

export interface CitationName {
  lang: Lang;
  form: NameForm;
  text: string;
  certainty: Certainty;
}

/** @param names the preferred ones in citation form */
export function briefOf(id: EntityId, type: EntityType, names: readonly CitationName[]): EntityBrief {
  const preferred: EntityBrief['preferred'] = {};
  let definite: EntityBrief['definite'];
  for (const { lang, form, text, certainty } of names) {
    if (form !== 'definite' || preferred[lang] === undefined) preferred[lang] = { text, certainty };
    if (form === 'definite' && lang === 'sq') definite = { text, certainty };
  }
  return { id, type, preferred, ...(definite && { definite }) };
}
