/** Where the cards of notes stand: whether there is room beside the text, and how high each is put there. */
import { onBeforeUnmount, type Ref, shallowRef, watch } from 'vue';
import type { NoteId } from '../../../shared/notes';
import { scrollerOf } from '../place';
import type { Layout } from './context';
import { stacked } from './stack';

/** Between the text and its notes, and beyond them; pixels. */
const BESIDE = 32;
const EDGE = 16;
/** A card's least and greatest width. */
const LEAST = 240;
const MOST = 288;
/** Between two cards. */
const GAP = 8;
/** What stands beyond the notes in a wide window: the facts and the outline. */
const MARGIN = 224;

interface Options {
  /** The page's column has lost room to the card of a name. */
  isNameOpen: () => boolean;
  openNote: () => NoteId | undefined;
  boxOf: (id: NoteId) => DOMRect | undefined;
}

export function useMargin(root: Ref<HTMLElement | null>, { isNameOpen, openNote, boxOf }: Options) {
  const layout = shallowRef<Layout>('beneath');
  const width = shallowRef(LEAST);
  /** There is room for the article's own margin beyond the notes. */
  const hasRoomBeyond = shallowRef(true);
  let frame = 0;

  function measure(): void {
    const text = root.value?.querySelector<HTMLElement>('[data-notes-beside]');
    if (!root.value || !text) return;
    const view = scrollerOf(root.value).getBoundingClientRect();
    const room = scrollerOf(root.value).clientWidth - (text.getBoundingClientRect().right - view.left);
    const needed = BESIDE + LEAST + EDGE;
    const panel = isNameOpen() ? innerWidth - view.right : 0;
    if (room >= needed) layout.value = 'beside';
    else layout.value = room + panel >= needed ? 'covered' : 'beneath';
    width.value = Math.min(MOST, Math.max(LEAST, room - BESIDE - EDGE));
    hasRoomBeyond.value = room >= 2 * BESIDE + width.value + MARGIN + EDGE;
  }

  /** All is read before anything is written: many cards are laid out at once. */
  function place(): void {
    frame = 0;
    measure();
    const shown = root.value;
    if (!shown || layout.value !== 'beside') return;
    const cards = [...shown.querySelectorAll<HTMLElement>('[data-note-beside]')].flatMap((element) => {
      const { noteBeside } = element.dataset;
      const holder = element.closest<HTMLElement>('[data-notes-of]')?.previousElementSibling;
      const words = noteBeside ? boxOf(noteBeside as NoteId) : undefined;
      const box = words ?? holder?.getBoundingClientRect();
      const base = element.offsetParent?.getBoundingClientRect().top;
      if (!box || base === undefined) return [];
      return [{ element, base, top: box.top, height: element.offsetHeight }];
    });
    cards.sort((a, b) => a.top - b.top);
    const written = cards.findIndex(({ element }) => element.contains(document.activeElement));
    const open = cards.findIndex(({ element }) => element.dataset['noteBeside'] === openNote());
    const least = shown.querySelector('[data-notes-beside]')?.getBoundingClientRect().top ?? 0;
    const tops = stacked(cards, { gap: GAP, least, open: written < 0 ? open : written });
    cards.forEach(({ element, base }, index) => {
      const top = `${Math.round((tops[index] ?? 0) - base)}px`;
      if (element.style.insetBlockStart !== top) element.style.insetBlockStart = top;
    });
  }

  function placeSoon(): void {
    frame ||= requestAnimationFrame(place);
  }

  const sizes = new ResizeObserver(placeSoon);
  const parts = new MutationObserver(() => {
    if (!root.value) return;
    // Observing twice is observing once.
    for (const card of root.value.querySelectorAll('[data-note-beside]')) sizes.observe(card);
    placeSoon();
  });
  watch(
    root,
    (element) => {
      sizes.disconnect();
      parts.disconnect();
      if (!element) return;
      sizes.observe(element);
      sizes.observe(scrollerOf(element));
      parts.observe(element, { childList: true, subtree: true });
      placeSoon();
    },
    { immediate: true },
  );
  watch([isNameOpen, openNote], placeSoon, { flush: 'post' });
  onBeforeUnmount(() => {
    sizes.disconnect();
    parts.disconnect();
    cancelAnimationFrame(frame);
  });
  return { layout, width, hasRoomBeyond, placeSoon };
}
