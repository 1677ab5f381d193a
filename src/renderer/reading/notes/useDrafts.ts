/** Notes that are being begun: their editors stay while they are open, also when they have been saved meanwhile. */
import { computed, shallowRef } from 'vue';
import type { Note, NoteColour, NoteId, NoteTarget } from '../../../shared/notes';

export interface Draft {
  key: number;
  target: NoteTarget;
  colour: NoteColour;
  /** As it has been saved by now. */
  saved?: Note;
}

/** What was chosen last, in this window. */
export const lastColour = shallowRef<NoteColour>('yellow');

let last = 0;

export function useDrafts() {
  const drafts = shallowRef<readonly Draft[]>([]);
  /** To be shown by their editors only. */
  const saving = computed(() => new Set<NoteId>(drafts.value.flatMap(({ saved }) => saved?.id ?? [])));

  function change({ key }: Draft, by: Partial<Draft>): void {
    drafts.value = drafts.value.map((draft) => (draft.key === key ? { ...draft, ...by } : draft));
  }

  return {
    drafts,
    saving,
    /** Asked for twice it is begun once. */
    begin(target: NoteTarget): Draft {
      const known = drafts.value.find((draft) => JSON.stringify(draft.target) === JSON.stringify(target));
      if (known) return known;
      const draft = { key: ++last, target, colour: lastColour.value };
      drafts.value = [...drafts.value, draft];
      return draft;
    },
    setTarget: (draft: Draft, target: NoteTarget) => change(draft, { target }),
    saved(draft: Draft, note: Note): void {
      lastColour.value = note.colour;
      change(draft, { saved: note });
    },
    end({ key }: Draft): void {
      drafts.value = drafts.value.filter((draft) => draft.key !== key);
    },
  };
}
