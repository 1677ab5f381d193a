/** The notes that something is to be done with. */
import { ref, shallowReactive, watch } from 'vue';
import type { NoteId } from '../../../shared/contract';
import { call } from '../../client';
import { rowAt } from '../names/table/stretches';
import type { NoteList } from './useNoteList';
import type { NotesQuestion } from './view';

/** As many as the library gives at once. */
const AT_ONCE = 500;

/** @param question what was chosen under another is let go: nobody deletes what they do not see listed */
export function useChosen(list: () => NoteList | undefined, question: () => NotesQuestion) {
  const chosen = shallowReactive(new Set<NoteId>());
  const isChoosing = ref(false);
  let last: number | undefined;
  let turn = 0;

  function clear(): void {
    turn += 1;
    isChoosing.value = false;
    last = undefined;
    chosen.clear();
  }

  /** @param isStretch all from the one that was chosen or let go last */
  function toggle(index: number, isStretch: boolean): void {
    const here = list();
    const note = here && rowAt(here, index);
    if (!here || !note) return;
    const isIn = !chosen.has(note.id);
    const from = isStretch ? (last ?? index) : index;
    for (let at = Math.min(from, index); at <= Math.max(from, index); at += 1) {
      const one = rowAt(here, at);
      if (one && isIn) chosen.add(one.id);
      else if (one) chosen.delete(one.id);
    }
    last = index;
  }

  /** @throws AppError of `notes.page`; what was chosen stays as it was */
  async function chooseAll(): Promise<void> {
    const own = (turn += 1);
    const asked = question();
    const ids: NoteId[] = [];
    isChoosing.value = true;
    try {
      for (let isMore = true; isMore;) {
        const { rows, total } = await call('notes.page', { ...asked, offset: ids.length, limit: AT_ONCE });
        if (own !== turn) return;
        ids.push(...rows.map(({ id }) => id));
        isMore = rows.length > 0 && ids.length < total;
      }
      for (const id of ids) chosen.add(id);
    } finally {
      if (own === turn) isChoosing.value = false;
    }
  }

  watch(() => JSON.stringify(question()), clear);
  return { chosen, isChoosing, toggle, chooseAll, clear };
}
