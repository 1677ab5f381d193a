/** What the parts of an article need to know of its notes; see `useArticleNotes`. */
import { inject, type InjectionKey, type Ref } from 'vue';
import type { Lang } from '../../../shared/lang';
import type { Note, NoteId, NoteTarget } from '../../../shared/notes';
import type { PlacedNotes } from './placed';
import type { Draft } from './useDrafts';

/** Where cards stand: beside the text; beneath their words where there is no room; or under the card of a name, which
 *  lies over all but the open one. */
export type Layout = 'beside' | 'beneath' | 'covered';

export interface NotesContext {
  /** Notes can be written here. */
  isAllowed: Readonly<Ref<boolean>>;
  placed: Readonly<Ref<PlacedNotes>>;
  drafts: Readonly<Ref<readonly Draft[]>>;
  /** The note whose card is open. */
  openNote: Readonly<Ref<NoteId | undefined>>;
  /** A note that is being placed by hand. */
  placing: Readonly<Ref<Note | undefined>>;
  layout: Readonly<Ref<Layout>>;
  /** It has notes, or one is being begun. Many come bit by bit. */
  has: (block: string) => boolean;
  begin: (target: NoteTarget) => void;
  setTarget: (draft: Draft, target: NoteTarget) => void;
  saved: (draft: Draft, note: Note) => void;
  end: (draft: Draft) => void;
  open: (id: NoteId | undefined) => void;
  /** Scrolls to it, opens its card and goes there. */
  reveal: (id: NoteId) => void;
  place: (id: NoteId) => void;
  /** The mark of a block was pressed: a note on it is begun, or the one that is being placed is put there. */
  choose: (lang: Lang, block: string) => void;
}

export const notesKey: InjectionKey<NotesContext> = Symbol('notes');

export function useNotes(): NotesContext {
  const context = inject(notesKey);
  if (!context) throw new Error('a part of an article stands outside of one');
  return context;
}
