/** A list of notes in which one was changed. */
import type { Note, NotesPage } from '../../../shared/contract';
import type { LongList } from '../names/table/stretches';

/** With one note as it is now, in the place where it was; nothing else is to be asked for again. */
export function withNote(
  list: LongList<NotesPage>,
  note: Note,
  about: LongList<NotesPage>['about'],
  revision: number,
): LongList<NotesPage> {
  const stretches = [...list.stretches].map(([number, { rows }]) => {
    const renewed = rows.map((row) => (row.id === note.id ? { ...row, ...note } : row));
    return [number, { rows: renewed, revision }] as const;
  });
  return { ...list, about, stretches: new Map(stretches) };
}
