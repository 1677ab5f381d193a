/** One entity as a row of the table of names. */
import { categoryOf } from '../../../shared/category';
import type { EntityListing } from '../../../shared/contract';
import type { Certainty } from '../../../shared/domain';
import { LANGS, type Lang } from '../../../shared/lang';
import { nameRows } from '../../reading/names';

/** Citation forms a language. */
export type CitedNames = Partial<Record<Lang, { text: string; certainty: Certainty }[]>>;

export function citedNames({ id, names }: Pick<EntityListing, 'id' | 'names'>): CitedNames {
  return Object.fromEntries(nameRows(names, LANGS, categoryOf(id)).map(({ lang, main }) => [lang, main]));
}

/** What the row is about, in the first of the languages that has a name for it. */
export function headingOf(cited: CitedNames, langs: readonly Lang[], id: string): string {
  return langs.flatMap((lang) => cited[lang] ?? [])[0]?.text ?? id;
}
