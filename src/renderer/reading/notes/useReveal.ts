/** Brings the reader to a note: from its address, from its words, and back to it when its editor has been closed. */
import { nextTick, onBeforeUnmount, type Ref, watch } from 'vue';
import { useRoute } from 'vue-router';
import type { NoteId } from '../../../shared/notes';
import { scrollerOf } from '../place';
import { blockOfTarget, type PlacedNotes } from './placed';
import type { Draft } from './useDrafts';

/** A note is asked for before the notes are here, or while its card is on its way. */
const WAITS_MS = 5000;

/** An editor takes the focus before it stands at its place, which would scroll the text away. */
export function stayWhere(root: HTMLElement | null): void {
  if (!root) return;
  const scroller = scrollerOf(root);
  const top = scroller.scrollTop;
  const listening = new AbortController();
  const stay = ({ target }: FocusEvent): void => {
    const editor = target instanceof Element && target.closest('.draft');
    if (!editor) return;
    listening.abort();
    scroller.scrollTop = top;
    requestAnimationFrame(() => requestAnimationFrame(() => editor.scrollIntoView({ block: 'nearest' })));
  };
  root.addEventListener('focusin', stay, { signal: listening.signal });
  setTimeout(() => listening.abort(), WAITS_MS);
}

interface Options {
  placed: Readonly<Ref<PlacedNotes>>;
  boxOf: (id: NoteId) => DOMRect | undefined;
  open: (id: NoteId) => void;
}

export function useReveal(root: Ref<HTMLElement | null>, { placed, boxOf, open }: Options) {
  const route = useRoute();
  let wanted: { id: NoteId; until: number } | undefined;

  const cardOf = (id: string) => root.value?.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"]`);

  /** A third of the way down, where reading goes on. */
  function scrollTo(top: number): void {
    if (!root.value) return;
    const scroller = scrollerOf(root.value);
    const view = scroller.getBoundingClientRect();
    if (top < view.top + 64 || top > view.top + view.height * 0.75)
      scroller.scrollTop += top - view.top - view.height / 3;
  }

  function show(): boolean {
    const card = wanted && cardOf(wanted.id);
    if (!wanted || !card) return false;
    const { id } = wanted;
    wanted = undefined;
    // Once it is put at its place.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        scrollTo((boxOf(id) ?? card.getBoundingClientRect()).top);
        card.focus({ preventScroll: true });
      }),
    );
    return true;
  }

  async function lookFor(): Promise<void> {
    if (!wanted) return;
    if (performance.now() > wanted.until) return void (wanted = undefined);
    open(wanted.id);
    await nextTick();
    show();
  }

  function reveal(id: NoteId): void {
    wanted = { id, until: performance.now() + WAITS_MS };
    void lookFor();
  }

  watch(placed, () => void lookFor(), { flush: 'post' });
  watch(
    () => route.query['note'],
    (id) => typeof id === 'string' && id !== '' && reveal(id as NoteId),
    { immediate: true },
  );
  onBeforeUnmount(() => (wanted = undefined));

  /** Where the keyboard goes on when an editor is closed: its note, or else the mark that it was begun with. */
  async function goTo({ saved, target }: Draft): Promise<void> {
    await nextTick();
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (!isLost) return;
    const block = CSS.escape(blockOfTarget(target) ?? '');
    const mark = root.value?.querySelector<HTMLElement>(`[data-notes-mark="${block}"]`);
    const there = saved && cardOf(saved.id);
    (there ?? mark)?.focus({ preventScroll: true });
    if (!saved || there) return;
    // Cards are mounted bit by bit. Whoever has gone on meanwhile is left alone.
    const card = await comingCard(saved.id);
    if (document.activeElement === mark || document.activeElement === document.body)
      card?.focus({ preventScroll: true });
  }

  async function comingCard(id: NoteId): Promise<HTMLElement | null | undefined> {
    for (const until = performance.now() + WAITS_MS; performance.now() < until && root.value;) {
      const card = cardOf(id);
      if (card) return card;
      await new Promise(requestAnimationFrame);
    }
    return undefined;
  }

  return { reveal, goTo };
}
