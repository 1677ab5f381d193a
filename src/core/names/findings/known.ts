/** An entity's names, ready to be compared with what is written: made once, asked often. */
import type { NamedEntity } from './edition';
import { keyOf, spellingOf } from './keys';
import { type Lemma, lemmasOf } from './lemmas';

export interface KnownName extends Readonly<NamedEntity['names'][number]> {
  key: string;
  spelling: string;
}

export interface KnownEntity extends Pick<NamedEntity, 'id'> {
  names: readonly KnownName[];
  lemmas: readonly Lemma[];
  /** Keys of all forms, listed or made by rule. */
  keys: ReadonlySet<string>;
}

export function knownEntity({ id, type, names }: NamedEntity): KnownEntity {
  const known = names.map((name) => ({ ...name, key: keyOf(name.text), spelling: spellingOf(name.text) }));
  const lemmas = lemmasOf(type, names);
  const keys = new Set([...known.map(({ key }) => key), ...lemmas.flatMap(({ forms }) => [...forms])]);
  return { id, names: known, lemmas, keys };
}

/** Of which names it is a form; none where the list has no such form. */
export function lemmasFor({ lemmas }: KnownEntity, text: string): Lemma[] {
  const key = keyOf(text);
  return lemmas.filter(({ forms }) => forms.has(key));
}
