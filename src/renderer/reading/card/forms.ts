/** Every recorded form of a name, a language at a time. */
import type { ListedEdit } from '../../../shared/contract';
import type { Name, NameForm, NameKind } from '../../../shared/domain';
import type { Lang } from '../../../shared/lang';
import { KIND_ORDER } from '../names';

/** What a name is looked up by first, then its cases as a grammar lists them. */
const GRAMMAR: readonly NameForm[] = [
  'base', 'indefinite', 'nominative', 'definite', 'abbreviation', 'accusative', 'genitive', 'genitive-dative',
  'dative', 'locative', 'instrumental', 'vocative', 'possessive',
]; // prettier-ignore

export interface FormsOfKind {
  kind: NameKind;
  names: Name[];
}

/** Variants keep the library's order, in which the cases of each follow it. */
export function formsByKind(names: readonly Name[], lang: Lang): FormsOfKind[] {
  const rank = ({ form }: Name): number => GRAMMAR.indexOf(form);
  return KIND_ORDER.flatMap((kind) => {
    const ofKind = names.filter((name) => name.lang === lang && name.kind === kind);
    if (ofKind.length === 0) return [];
    const isParadigm = kind === 'preferred';
    return [{ kind, names: isParadigm ? ofKind.toSorted((a, b) => rank(a) - rank(b)) : ofKind }];
  });
}

/** As translators note it: Izbicë [sq]. */
export function withTag(text: string, lang: Lang): string {
  return `${text} [${lang}]`;
}

/** The edit that a form owes what it says to, where it is still among those told of. */
export function editOf(number: number | undefined, edits: readonly ListedEdit[]): ListedEdit | undefined {
  return edits.find((edit) => edit.number === number);
}

/** The reader's latest change that is in force. */
export function latestOf(edits: readonly ListedEdit[]): ListedEdit | undefined {
  return edits
    .filter(({ undoneAt }) => undoneAt === null)
    .toSorted((a, b) => b.number - a.number)
    .at(0);
}
