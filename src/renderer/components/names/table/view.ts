/** What the address of the table of names asks for: `?words=…&kind=place&certainty=derived&article=ID&missing=sq&sort=sq&descending=1`. */
import type { LocationQuery, LocationQueryRaw } from 'vue-router';
import { CATEGORIES, type Category } from '../../../../shared/category';
import type { Input } from '../../../../shared/contract';
import type { ArticleId, Certainty } from '../../../../shared/domain';
import { isLang, type Lang } from '../../../../shared/lang';

export const SUREST_FIRST: readonly Certainty[] = ['verified', 'well-known', 'derived', 'uncertain'];

export interface NamesView {
  words: string;
  kind: Category | undefined;
  certainty: Certainty | undefined;
  article: ArticleId | undefined;
  missing: Lang | undefined;
  sort: Lang;
  descending: boolean;
}

export type NamesQuestion = Omit<Input<'names.page'>, 'offset' | 'limit'>;

/** As many letters as the library takes. */
const LONGEST = 200;

/** What it does not know of it leaves out. */
export function viewOf(query: LocationQuery, articles: readonly ArticleId[], firstLang: Lang): NamesView {
  const { words, kind, certainty, article, missing, sort, descending } = query;
  return {
    words: typeof words === 'string' ? words.slice(0, LONGEST) : '',
    kind: CATEGORIES.find((known) => known === kind),
    certainty: SUREST_FIRST.find((known) => known === certainty),
    article: articles.find((known) => known === article),
    missing: isLang(missing) ? missing : undefined,
    sort: isLang(sort) ? sort : firstLang,
    descending: descending === '1',
  };
}

/** The address with something else asked for; the rest of it, such as the open card, stays. */
export function addressWith(query: LocationQuery, changes: Partial<NamesView>): LocationQueryRaw {
  const { words, descending, ...others } = changes;
  return {
    ...query,
    ...others,
    ...('words' in changes && { words: words === '' ? undefined : words }),
    ...('descending' in changes && { descending: descending ? '1' : undefined }),
  };
}

export const NO_FILTER = {
  words: '',
  kind: undefined,
  certainty: undefined,
  article: undefined,
  missing: undefined,
} as const satisfies Partial<NamesView>;

export function isFiltered({ words, kind, certainty, article, missing }: NamesView): boolean {
  return words.trim() !== '' || [kind, certainty, article, missing].some((filter) => filter !== undefined);
}

/** By another column from its first letter on; by the same again, the other way round. */
export function sortedBy({ sort, descending }: NamesView, lang: Lang): Partial<NamesView> {
  return { sort: lang, descending: lang === sort && !descending };
}

export function questionOf(view: NamesView): NamesQuestion {
  const { words, kind, sort, descending, ...filters } = view;
  return {
    ...filters,
    words: words.trim() || undefined,
    category: kind,
    order: sort,
    descending: descending || undefined,
  };
}
