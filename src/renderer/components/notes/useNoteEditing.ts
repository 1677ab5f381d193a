/** A note in an editor: saved while it is written, before its page is left and before its window goes. */
import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue';
import { useRouter } from 'vue-router';
import type { Note, NoteContent, NoteTarget } from '../../../shared/contract';
import { AppError } from '../../../shared/errors';
import { LONGEST_NOTE, type NoteColour } from '../../../shared/note-parts';
import { useNoteActions } from '../../composables/useNoteActions';
import { draftShelf, type Shelf } from '../../draft-shelf';
import { beforeLeaving } from '../../leaving';
import { useMessages } from '../../stores/messages';
import { useShell } from '../../stores/shell';
import { type Autosave, autosave, type Begun, contentOf, isSameBlock, type SaveState } from './autosave';
import { newNoteId } from './new-id';
import { found, placeOf, unsavedShelf } from './unsaved';

/** One of `note`, to be changed, and `target`, to begin a new one on. */
export interface Edited {
  note?: Note | undefined;
  target?: NoteTarget | undefined;
  colour?: NoteColour | undefined;
}

const FIRST_COLOUR: NoteColour = 'yellow';

/** A browser lets a page that goes send no more than 64 KB, and a letter may take six bytes. */
const LONGEST_ON_LEAVING = 10_000;

function begin({ note, target, colour }: Edited, shelf: Shelf): Begun {
  if (note) {
    const kept = contentOf(note);
    const left = found(shelf, placeOf(note));
    return left ?? { id: note.id, expected: note.revision, content: kept, kept };
  }
  const left = target && found(shelf, placeOf({ target }));
  const content = { text: '', colour: colour ?? FIRST_COLOUR, tags: [] };
  return left ?? { id: newNoteId(), expected: 0, target, content };
}

export function useNoteEditing(edited: () => Edited, saved: (note: Note) => void) {
  const { save } = useNoteActions();
  const { tellError } = useMessages();
  const shell = useShell();
  const shelf = draftShelf(() => shell.isPrivate);
  const content = ref<NoteContent>({ text: '', colour: FIRST_COLOUR, tags: [] });
  const state = shallowRef<SaveState>({ step: 'rest' });
  /** As another window kept it, while this one wrote. */
  const other = shallowRef<Note>();
  /** What is shown had not been saved when its editor was last closed. */
  const isFound = ref(false);
  let current: Autosave;
  let leave: () => void;

  async function keep(input: Parameters<typeof save>[0]) {
    if (input.text.length > LONGEST_NOTE)
      throw new AppError('note.too-long', { length: input.text.length, limit: LONGEST_NOTE });
    return save(input);
  }

  function open(): void {
    const from = edited();
    const begun = begin(from, shelf);
    const here = autosave(begun, {
      save: keep,
      unsaved: unsavedShelf(shelf),
      tell: (told) => (state.value = told),
      saved,
      conflict: (theirs) => (other.value = theirs),
      shown: (now) => (content.value = contentOf(now)),
    });
    current = here;
    leave = beforeLeaving(() => here.finish());
    content.value = contentOf(begun.content);
    state.value = { step: 'rest' };
    other.value = undefined;
    isFound.value = here.unsaved() !== undefined;
    void finish();
  }

  /** The note is done with here; the text that cannot be saved is in its window when it is opened again. */
  function close(): void {
    current.part();
    current.finish().catch(tellError).finally(leave);
  }

  open();
  watch(
    () => {
      const { note, target } = edited();
      return { id: note?.id, target };
    },
    ({ id, target }, before) => {
      // The new note has become a kept one.
      if (id === current.id) return;
      if (id === before.id && JSON.stringify(target) === JSON.stringify(before.target)) return;
      if (target && before.target && isSameBlock(before.target, target)) return current.moveTo(target);
      close();
      open();
    },
  );
  watch(
    () => edited().note?.revision,
    () => {
      const { note } = edited();
      if (note) current.adopt(note);
    },
  );

  function change(part: Partial<NoteContent>): void {
    content.value = { ...content.value, ...part };
    current.change(contentOf(content.value));
  }

  /** Resolves to whether all is saved. */
  async function finish(): Promise<boolean> {
    try {
      await current.finish();
      return true;
    } catch {
      // `state` says why.
      return false;
    }
  }

  const isAsking = ref(false);
  let decide: ((leaves: boolean) => void) | undefined;
  function answer(leaves: boolean): void {
    isAsking.value = false;
    decide?.(leaves);
    decide = undefined;
  }

  /** Also where the editor stands beside the page, as in a name's card. */
  const stopGuard = useRouter().beforeEach(async (to, from) => {
    if (to.path === from.path || (await finish())) return true;
    decide?.(false);
    isAsking.value = true;
    return new Promise<boolean>((resolve) => (decide = resolve));
  });

  /** A browser asks the reader itself; in the desktop program the shell does. */
  function hold(event: BeforeUnloadEvent): void {
    const unsaved = current.unsaved();
    if (!unsaved || window.paralel) return;
    if (state.value.step === 'failed' || unsaved.content.text.length > LONGEST_ON_LEAVING)
      event.preventDefault();
  }
  addEventListener('beforeunload', hold);

  onBeforeUnmount(() => {
    removeEventListener('beforeunload', hold);
    stopGuard();
    decide?.(true);
    close();
  });

  const error = computed(() => (state.value.step === 'failed' ? state.value.error : undefined));
  return { content, state, error, other, isFound, isAsking, answer, change, finish };
}
