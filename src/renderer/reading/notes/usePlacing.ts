/** Placing a note by hand, whose place was not found: the reader shows where it belongs. */
import { computed, type Ref, shallowRef, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { Article } from '../../../shared/contract';
import type { Note, NoteId, NoteTarget } from '../../../shared/notes';
import { call } from '../../client';
import { useNoteActions } from '../../composables/useNoteActions';
import { useText } from '../../composables/useText';
import { useMessages } from '../../stores/messages';

export function usePlacing(
  editions: Readonly<Ref<readonly Article[]>>,
  isAllowed: Readonly<Ref<boolean>>,
  reveal: (id: NoteId) => void,
) {
  const { t } = useText();
  const { say, tellError } = useMessages();
  const { save } = useNoteActions();
  const route = useRoute();
  const router = useRouter();
  const note = shallowRef<Note>();

  const asked = computed(() => {
    const id = route.query['place'];
    return isAllowed.value && typeof id === 'string' && id !== '' ? id : undefined;
  });

  watch(
    asked,
    async (id) => {
      note.value = undefined;
      if (id === undefined) return;
      try {
        const found = await call('notes.get', { id });
        if (asked.value === id) note.value = found;
      } catch (error) {
        tellError(error);
        leave();
      }
    },
    { immediate: true },
  );

  function leave(): void {
    note.value = undefined;
    void router.replace({ query: { ...route.query, place: undefined } });
  }

  /** The same note in another place. Somebody may have changed it meanwhile: the reader is told, and both are kept. */
  async function put(target: NoteTarget): Promise<void> {
    const placed = note.value;
    if (!placed || !editions.value.some(({ id }) => 'article' in target && id === target.article)) return;
    note.value = undefined;
    const { id, revision, text, colour, tags } = placed;
    try {
      const saved = await save({ id, expected: revision, target, text, colour, tags });
      getSelection()?.removeAllRanges();
      leave();
      say(saved.state === 'conflict' ? t('notes.reading.placedCopy') : t('notes.reading.placed'));
      reveal((saved.copy ?? saved.note).id);
    } catch (error) {
      note.value = placed;
      tellError(error);
    }
  }

  return {
    note,
    begin: (id: NoteId) => void router.push({ query: { ...route.query, place: id } }),
    leave,
    put: (target: NoteTarget) => void put(target),
  };
}
