/** The notes as the address asks to see them, those that are chosen, and what can be done with them. */
import { computed, ref, shallowRef, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { NoteId, NotesPage } from '../../../shared/contract';
import { useNoteActions } from '../../composables/useNoteActions';
import { useText } from '../../composables/useText';
import { useMessages } from '../../stores/messages';
import type { Rows } from '../names/table/window';
import { useChosen } from './useChosen';
import { useNoteList } from './useNoteList';
import { addressWith, type FilterName, NO_FILTER, type NotesView, questionOf, viewOf } from './view';

/** Without ids, all that is in the trash. */
export interface Purge {
  ids: readonly NoteId[] | undefined;
  count: number;
}

export function useNotebook() {
  const route = useRoute();
  const router = useRouter();
  const { lang } = useText();
  const { remove, restore, purge, isAllowed } = useNoteActions();
  const { tellError } = useMessages();

  const view = computed(() => viewOf(route.query));
  const question = () => questionOf(view.value, lang.value);
  const drawn = shallowRef<Rows>({ from: 0, to: 0 });
  const isWriting = ref(false);
  const { list, settle } = useNoteList(
    question,
    () => drawn.value,
    () => isWriting.value,
  );

  /** Kept while another question is on its way, so that what can be chosen does not come and go. */
  const about = shallowRef<Omit<NotesPage, 'rows'>>();
  watch(() => list.value?.about, (now) => now && (about.value = now), { immediate: true }); // prettier-ignore

  const { chosen, isChoosing, toggle, chooseAll, clear } = useChosen(() => list.value, question);

  function show(changes: Partial<NotesView>): void {
    void router.push({ query: addressWith(route.query, changes) });
  }

  /** What is typed is one place in the history, however many letters it has. */
  function find(words: string): void {
    if (view.value.words === '') show({ words });
    else void router.replace({ query: addressWith(route.query, { words }) });
  }

  const without = (filters: readonly FilterName[]): void =>
    show(Object.fromEntries(filters.map((name) => [name, NO_FILTER[name]])));

  async function act(change: Promise<void>): Promise<void> {
    try {
      await change;
      clear();
    } catch (error) {
      tellError(error);
    }
  }

  const removeChosen = () => act(remove([...chosen]));
  const restoreChosen = () => act(restore([...chosen]));

  /** About which the reader is being asked. */
  const purging = shallowRef<Purge>();
  async function purgeAsked(backups: boolean | undefined): Promise<void> {
    const asked = purging.value;
    purging.value = undefined;
    if (asked && backups !== undefined) await act(purge(asked.ids, backups));
  }

  return {
    view, list, about, drawn, isWriting, settle, show, find, without, isAllowed, tellError,
    chosen, isChoosing, toggle, chooseAll, clear, removeChosen, restoreChosen, purging, purgeAsked,
  }; // prettier-ignore
}
