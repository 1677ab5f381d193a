/** The notes of the article on show: asked for once the text is painted, put where they belong, opened and begun. */
import { computed, provide, type Ref, shallowRef, watch } from 'vue';
import type { Article } from '../../../shared/contract';
import type { Lang } from '../../../shared/lang';
import type { Note, NoteId, NoteTarget } from '../../../shared/notes';
import { call } from '../../client';
import { useAsk } from '../../composables/useAsk';
import { useNoteActions } from '../../composables/useNoteActions';
import { useMessages } from '../../stores/messages';
import { useNotesRevision } from '../../stores/notes-revision';
import { useSession } from '../../stores/session';
import { currentPlace } from '../place';
import { notesKey } from './context';
import { blockOfTarget, placedNotes, TITLE } from './placed';
import type { ShownEdition } from './selection';
import { useBitByBit } from './useBitByBit';
import { useDrafts } from './useDrafts';
import { useMargin } from './useMargin';
import { useNoteWords } from './useNoteWords';
import { usePlacing } from './usePlacing';
import { stayWhere, useReveal } from './useReveal';

interface Shown {
  root: Ref<HTMLElement | null>;
  editions: Readonly<Ref<readonly Article[]>>;
  shown: Readonly<Ref<readonly ShownEdition[]>>;
  isPainted: Readonly<Ref<boolean>>;
  isNameOpen: () => boolean;
}

export function useArticleNotes({ root, editions, shown, isPainted, isNameOpen }: Shown) {
  const session = useSession();
  const revision = useNotesRevision();
  const { isAllowed } = useNoteActions();
  const { tellError } = useMessages();

  const asked = useAsk(
    () => {
      const [first] = editions.value;
      if (!first || !isAllowed.value) return undefined;
      return { id: first.id, langs: editions.value.map(({ lang }) => lang), revision: revision.count };
    },
    async ({ id, langs }) => {
      const ask = async (lang: Lang) => ({ lang, notes: await call('notes.of', { article: id, lang }) });
      return { id, answers: await Promise.all(langs.map(ask)) };
    },
  );
  watch(
    () => asked.error,
    (error) => error && tellError(error),
  );

  const drafts = useDrafts();
  const openNote = shallowRef<NoteId>();
  /** Shown whatever is chosen, until another article is. */
  const askedFor = shallowRef<NoteId>();
  const placed = computed(() => {
    const { value } = asked;
    // Asked for while the text is painted, and shown after that.
    const isOwn = isPainted.value && value?.id === editions.value[0]?.id;
    return placedNotes(isOwn && value ? value.answers : [], {
      shown: session.settings.notesShown,
      blocks: new Set(editions.value.flatMap(({ blocks }) => blocks.map(({ id }) => id))),
      asked: askedFor.value,
      without: drafts.saving.value,
    });
  });
  const begun = computed(() => new Set(drafts.drafts.value.map(({ target }) => blockOfTarget(target))));
  const counts = computed(() => {
    const { inBlocks } = placed.value;
    const inText = [TITLE, ...editions.value.flatMap(({ blocks }) => blocks.map(({ id }): string => id))];
    return new Map(inText.flatMap((id) => (inBlocks.has(id) ? [[id, inBlocks.get(id)?.length ?? 0]] : [])));
  });
  const mounted = useBitByBit(counts, () => (root.value ? currentPlace(root.value)?.block : undefined));
  const has = (block: string): boolean => begun.value.has(block) || mounted.value.has(block);

  const words = useNoteWords(root, shown, placed, drafts.drafts, openNote);
  const margin = useMargin(root, { isNameOpen, openNote: () => openNote.value, boxOf: words.boxOf });
  watch([placed, drafts.drafts], margin.placeSoon, { flush: 'post' });
  const hasAny = computed(() => begun.value.size > 0 || placed.value.inBlocks.size > 0);

  /** Whoever writes wants to see what they write. */
  function showNotes(): void {
    if (session.settings.notesShown === 'none') session.change({ notesShown: 'edition' }).catch(tellError);
  }

  function begin(target: NoteTarget): void {
    showNotes();
    stayWhere(root.value);
    drafts.begin(target);
  }

  const { goTo, reveal } = useReveal(root, {
    placed,
    boxOf: words.boxOf,
    open(id) {
      askedFor.value = id;
      openNote.value = id;
      const block = [...placed.value.inBlocks].find(([, notes]) => notes.some(({ note }) => note.id === id));
      if (block) mounted.bring(block[0]);
    },
  });
  const placing = usePlacing(editions, isAllowed, reveal);

  function choose(lang: Lang, block: string): void {
    const article = editions.value.find((edition) => edition.lang === lang)?.id;
    if (!article) return;
    const target: NoteTarget =
      block === TITLE ? { on: 'article', article, lang } : { on: 'block', article, lang, block };
    if (placing.note.value) placing.put(target);
    else begin(target);
  }

  function end(draft: Parameters<typeof drafts.end>[0]): void {
    drafts.end(draft);
    goTo(draft);
  }

  function open(id: NoteId | undefined): void {
    openNote.value = id;
  }

  provide(notesKey, {
    isAllowed,
    placed,
    drafts: drafts.drafts,
    openNote,
    placing: placing.note,
    layout: margin.layout,
    has,
    begin,
    setTarget: drafts.setTarget,
    saved: (draft, note: Note) => drafts.saved(draft, note),
    end,
    open,
    reveal,
    place: placing.begin,
    choose,
  });
  return {
    isAllowed, hasAny, begin, choose, showNotes, openNote, open, placing,
    under: words.under, layout: margin.layout, width: margin.width, hasRoomBeyond: margin.hasRoomBeyond,
  }; // prettier-ignore
}
