/** What the address of the notebook asks for: `?words=…&article=ID&tag=…&colour=red&state=moved&sort=place&trash=1`. */
import type { LocationQuery, LocationQueryRaw } from 'vue-router';
import type { Input } from '../../../shared/contract';
import type { Lang } from '../../../shared/lang';
import { NOTE_COLOURS, NOTE_STATES, type NoteColour, type NoteState } from '../../../shared/note-parts';

/** What was written last first, where nothing else is asked for. */
export const SORTS = ['latest', 'oldest', 'place', 'place-back'] as const;
export type NotesSort = (typeof SORTS)[number];

export interface NotesView {
  words: string;
  /** Also one that the library has no more. */
  article: string | undefined;
  tag: string | undefined;
  colour: NoteColour | undefined;
  state: NoteState | undefined;
  sort: NotesSort;
  /** Those that were deleted. */
  isTrash: boolean;
}

export type NotesQuestion = Omit<Input<'notes.page'>, 'offset' | 'limit'>;
export type NotesFilter = Omit<NotesQuestion, 'lang' | 'sort' | 'descending'>;

/** As many letters as the library takes. */
const LONGEST = 500;
/** As the contract has the id of an article. */
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/u;

/** What it does not know of it leaves out. */
export function viewOf(query: LocationQuery): NotesView {
  const { words, article, tag, colour, state, sort, trash } = query;
  return {
    words: typeof words === 'string' ? words.slice(0, LONGEST) : '',
    article: typeof article === 'string' && ID.test(article) ? article : undefined,
    tag: typeof tag === 'string' && tag !== '' ? tag : undefined,
    colour: NOTE_COLOURS.find((known) => known === colour),
    state: NOTE_STATES.find((known) => known === state),
    sort: SORTS.find((known) => known === sort) ?? 'latest',
    isTrash: trash === '1',
  };
}

/** The address with something else asked for; the rest of it, such as an open card, stays. */
export function addressWith(query: LocationQuery, changes: Partial<NotesView>): LocationQueryRaw {
  const { words, sort, isTrash, ...others } = changes;
  return {
    ...query,
    ...others,
    ...('words' in changes && { words: words === '' ? undefined : words }),
    ...('sort' in changes && { sort: sort === 'latest' ? undefined : sort }),
    ...('isTrash' in changes && { trash: isTrash ? '1' : undefined }),
  };
}

export const NO_FILTER = {
  words: '',
  article: undefined,
  tag: undefined,
  colour: undefined,
  state: undefined,
} as const satisfies Partial<NotesView>;

/** In the order in which the page shows them. */
export const FILTERS = ['words', 'article', 'tag', 'state', 'colour'] as const satisfies (keyof NotesView)[];
export type FilterName = (typeof FILTERS)[number];

/** Those that are set. */
export function filtersOf(view: NotesView): FilterName[] {
  return FILTERS.filter((name) => (name === 'words' ? view.words.trim() !== '' : view[name] !== undefined));
}

export function filterOf({ words, isTrash, sort: _sort, ...filters }: NotesView): NotesFilter {
  return { ...filters, words: words.trim() || undefined, removed: isTrash || undefined };
}

export function questionOf(view: NotesView, lang: Lang): NotesQuestion {
  const isByPlace = view.sort === 'place' || view.sort === 'place-back';
  const descending = view.sort === 'latest' || view.sort === 'place-back';
  return {
    ...filterOf(view),
    lang,
    sort: isByPlace ? 'place' : 'time',
    descending: descending || undefined,
  };
}
