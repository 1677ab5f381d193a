/** Paints the words that notes are on over the text, whose own elements are left as they are, and knows where they are. */
import { nextTick, onBeforeUnmount, type Ref, watch } from 'vue';
import type { Lang } from '../../../shared/lang';
import { NOTE_COLOURS } from '../../../shared/note-parts';
import type { NoteId } from '../../../shared/notes';
import { rangeIn } from '../shownText';
import { shownText, toShown } from './offsets';
import type { NotedWords, PlacedNotes } from './placed';
import { holderOf, type ShownEdition } from './selection';
import type { Draft } from './useDrafts';

const OPEN = 'note-open';
const NAMES = [...NOTE_COLOURS.map((colour) => `note-${colour}`), OPEN];

/** Under what is found and what is selected. */
function paint(name: string, ranges: readonly Range[]): void {
  if (ranges.length === 0) return void CSS.highlights.delete(name);
  const highlight = new Highlight(...ranges);
  highlight.priority = -1;
  CSS.highlights.set(name, highlight);
}

const contains = ({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean =>
  left <= x && x <= right && top <= y && y <= bottom;

export function useNoteWords(
  root: Ref<HTMLElement | null>,
  editions: Readonly<Ref<readonly ShownEdition[]>>,
  placed: Readonly<Ref<PlacedNotes>>,
  drafts: Readonly<Ref<readonly Draft[]>>,
  openNote: Readonly<Ref<NoteId | undefined>>,
) {
  const ranges = new Map<NoteId, Range[]>();

  function textOf(lang: Lang, block: string) {
    const segments = editions.value.find(({ edition }) => edition.lang === lang)?.segments.get(block);
    const holder = root.value && holderOf(root.value, lang, block);
    // What is shown is on its way to another text.
    return segments && holder?.textContent === shownText(segments) ? { segments, holder } : undefined;
  }

  /** Many notes are on one block, which is looked for once. */
  function rangeFinder() {
    const texts = new Map<string, ReturnType<typeof textOf>>();
    return ({ lang, block, start, end }: Omit<NotedWords, 'id' | 'colour'>): Range[] => {
      const key = `${lang} ${block}`;
      if (!texts.has(key)) texts.set(key, textOf(lang, block));
      const text = texts.get(key);
      if (!text) return [];
      const { segments, holder } = text;
      return toShown(segments, { start, end }).map((span) => rangeIn(holder, span.start, span.end));
    };
  }

  function paintOpen(): void {
    paint(OPEN, (openNote.value && ranges.get(openNote.value)) ?? []);
  }

  function paintAll(): void {
    ranges.clear();
    const rangesOf = rangeFinder();
    const { words } = placed.value;
    for (const noted of words) ranges.set(noted.id, rangesOf(noted));
    const painted = words.map(({ id, colour }) => ({ colour, ranges: ranges.get(id) ?? [] }));
    // Of a note that is begun and not yet kept.
    for (const { target, colour, saved } of drafts.value)
      if (target.on === 'quote' && !saved) painted.push({ colour, ranges: rangesOf(target) });
    for (const colour of NOTE_COLOURS)
      paint(
        `note-${colour}`,
        painted.flatMap((one) => (one.colour === colour ? one.ranges : [])),
      );
    paintOpen();
  }

  watch([root, editions, placed, drafts], () => nextTick(paintAll), { flush: 'post' });
  watch(openNote, paintOpen, { flush: 'post' });
  onBeforeUnmount(() => NAMES.forEach((name) => CSS.highlights.delete(name)));

  return {
    /** Where a note's words are shown just now. */
    boxOf: (id: NoteId): DOMRect | undefined => ranges.get(id)?.[0]?.getClientRects()[0],
    /** The noted words at a place in the window. */
    under: (x: number, y: number): NotedWords[] =>
      placed.value.words.filter(({ id }) =>
        ranges.get(id)?.some((range) => [...range.getClientRects()].some((box) => contains(box, x, y))),
      ),
  };
}
