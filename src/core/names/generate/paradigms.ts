/** Which listed forms are forms of one name: Drenas and Gllogoc are two names of one town, and each has its own. */
import type { Name } from '../../../shared/domain';
import { fold } from '../../text/fold';
import { isCitationForm } from '../brief';
import { FOLDED_LINKERS } from '../linkers';

export type Listed = Pick<Name, 'lang' | 'text' | 'form' | 'kind'>;

export interface Paradigm {
  /** What the others are formed from. */
  citation: Listed;
  forms: Listed[];
}

/** Letters of a folded word that no case touches. */
function stemLength(word: string): number {
  if (/(?:ac|er|el|[kgh]a)$/u.test(word)) return word.length - 2;
  return /[aeiou]$/u.test(word) ? word.length - 1 : word.length;
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** How many letters two folded names share; 0 where one is no form of the other. */
function likeness(citation: string, form: string): number {
  const words = citation.split(/[ -]+/u);
  const others = form.split(/[ -]+/u);
  if (words.length !== others.length) return 0;
  let shared = 0;
  for (const [at, word] of words.entries()) {
    const other = others[at] ?? '';
    const common = commonLength(word, other);
    const isForm = word === other || common >= Math.max(2, stemLength(word));
    if (!isForm && !(FOLDED_LINKERS.includes(word) && FOLDED_LINKERS.includes(other))) return 0;
    shared += common;
  }
  return shared;
}

/** Whether both are listed for themselves. A name has one definite form, and what is not definite is a name. */
function areTwo({ citation, forms }: Paradigm, name: Listed): boolean {
  const differs = (other: Listed) => fold(other.text) !== fold(name.text);
  if (name.form === 'definite') return forms.some((other) => other.form === 'definite' && differs(other));
  return isCitationForm(name.form) && differs(citation);
}

function belongsTo(name: Listed, paradigms: readonly Paradigm[]): Paradigm | undefined {
  const folded = fold(name.text);
  const likenesses = paradigms.map((paradigm) =>
    areTwo(paradigm, name) ? 0 : likeness(fold(paradigm.citation.text), folded),
  );
  const most = Math.max(0, ...likenesses);
  return most > 0 ? paradigms[likenesses.indexOf(most)] : undefined;
}

/** What can be a citation comes before what may be formed from it. */
const order = ({ form }: Listed): number => (form === 'definite' ? 1 : isCitationForm(form) ? 0 : 2);

/** @param names of one language; a misspelling is no model for anything, and an abbreviation takes endings whole */
export function paradigmsOf(names: readonly Listed[]): Paradigm[] {
  const paradigms: Paradigm[] = [];
  const usable = names.filter(({ kind, form }) => kind !== 'misspelling' && form !== 'abbreviation');
  for (const name of usable.toSorted((a, b) => order(a) - order(b))) {
    const paradigm = belongsTo(name, paradigms);
    if (paradigm !== undefined) paradigm.forms.push(name);
    else if (isCitationForm(name.form)) paradigms.push({ citation: name, forms: [name] });
  }
  return paradigms;
}
