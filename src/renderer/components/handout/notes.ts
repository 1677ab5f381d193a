/** The reader's notes that a handout can have: on its articles, and on names in them. */
import type { ListedNote, Note } from '../../../shared/contract';

export interface NoteGroup {
  key: string;
  title: string;
  notes: readonly ChoosableNote[];
}

export interface ChoosableNote {
  id: Note['id'];
  /** What was written, else the words it is on. */
  label: string;
  /** What it is on, where that is not the label. */
  hint: string | undefined;
}

const firstLine = ({ text }: Note): string => text.trim().split('\n', 1)[0] ?? '';

export function onArticle(note: Note, title: string): ChoosableNote {
  const written = firstLine(note);
  return { id: note.id, label: written || (note.quote ?? title), hint: (written && note.quote) || undefined };
}

/** @param on what says that it is on a name, and on which */
export function onName(note: ListedNote, on: (name: string) => string): ChoosableNote {
  const written = firstLine(note);
  const name = on(note.title ?? note.entity ?? '');
  return { id: note.id, label: written || name, hint: written ? name : undefined };
}
