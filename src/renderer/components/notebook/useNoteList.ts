/** The list of notes, as far as the reader has come in it. */
import type { NotesPage } from '../../../shared/contract';
import { call } from '../../client';
import type { Asked } from '../../composables/useAsk';
import { useNotesRevision } from '../../stores/notes-revision';
import type { LongList } from '../names/table/stretches';
import { type Left, useStretches } from '../names/table/useStretches';
import type { Rows } from '../names/table/window';
import { withNote } from './renewed';
import type { NotesQuestion } from './view';

export type NoteList = LongList<NotesPage>;

/** Of a card with a quote and a line of text, in pixels. */
const USUAL_HEIGHT = 168;
const left: Left<NotesPage> = {};

/** @param isWriting somebody is writing in one of them: nothing moves under their hands */
export function useNoteList(question: () => NotesQuestion, drawn: () => Rows, isWriting: () => boolean) {
  const notes = useNotesRevision();
  const { asked, goOn, hold } = useStretches({
    question,
    ask: (stretch) => call('notes.page', stretch),
    revision: () => notes.count,
    drawn,
    usualHeight: USUAL_HEIGHT,
    left,
    isHeld: isWriting,
  });

  /**
   * Shows a note as it is after it was written in, in its place: by the latest change it would now be the first, far
   * from where the reader is. The order is asked for again with the next question, or change.
   */
  async function settle(id: string): Promise<void> {
    const before = asked.value;
    const isSame = hold();
    const revision = notes.count;
    const { lang, sort, descending } = question();
    const keepsPlace = sort === 'place' || descending === true;
    if (!before || !isSame() || !keepsPlace) return goOn();
    try {
      const [note, { rows: _rows, ...about }] = await Promise.all([
        call('notes.get', { id, lang }),
        call('notes.page', { ...question(), limit: 1 }),
      ]);
      if (!isSame()) return;
      if (about.total === before.total && !note.removed)
        asked.value = withNote(before, note, about, revision);
    } catch {
      // It is gone; the list says so.
    }
    void goOn();
  }

  return { list: asked as Asked<NoteList>, settle };
}
