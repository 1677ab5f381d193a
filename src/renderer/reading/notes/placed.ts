/** Which notes are shown where in an article on show. */
import type { Settings } from '../../../shared/contract';
import type { Span } from '../../../shared/domain';
import type { Lang } from '../../../shared/lang';
import type { Note, NoteColour, NoteId, NoteTarget } from '../../../shared/notes';

export interface StandingNote {
  note: Note;
  /** The edition on show that it is on; undefined where it is on another one. */
  lang: Lang | undefined;
}

/** Words that a note is on, in the text of an edition on show. */
export interface NotedWords extends Span {
  id: NoteId;
  lang: Lang;
  block: string;
  colour: NoteColour;
}

/** Where notes on the whole article stand: beside its title, which is no block. */
export const TITLE = 'title';

export interface PlacedNotes {
  /** By block, in the order of their words; those on the article under `TITLE`. */
  inBlocks: ReadonlyMap<string, readonly StandingNote[]>;
  words: readonly NotedWords[];
  onFigures: ReadonlyMap<string, readonly Note[]>;
  orphans: readonly Note[];
}

export interface Answer {
  lang: Lang;
  /** As the library answers for that edition: `at` is in its language where the note is on it. */
  notes: readonly Note[];
}

interface Options {
  shown: Settings['notesShown'];
  /** Of the editions on show: a note on a block that none of them has stands at the end. */
  blocks: ReadonlySet<string>;
  /** Shown whatever is chosen: the reader asked for it. */
  asked?: NoteId | undefined;
  /** Being written: their editors stand for them. */
  without?: ReadonlySet<NoteId>;
}

/** Each note once, as the edition that it is on knows it, or else as the first of them does. */
function eachOnce(answers: readonly Answer[]): StandingNote[] {
  const byId = new Map<NoteId, StandingNote>();
  for (const { lang, notes } of answers)
    for (const note of notes) {
      const isHere = note.at?.lang === lang;
      const known = byId.get(note.id);
      if (!known || (isHere && !known.lang)) byId.set(note.id, { note, lang: isHere ? lang : undefined });
    }
  return [...byId.values()];
}

const startOf = ({ note }: StandingNote): number => (note.on === 'quote' ? (note.at?.start ?? 0) : -1);

/** A note on a figure stands with it, and the orphans at the end, also where notes beside the text are hidden. */
export function placedNotes(
  answers: readonly Answer[],
  { shown, blocks, asked, without }: Options,
): PlacedNotes {
  const inBlocks = new Map<string, StandingNote[]>();
  const onFigures = new Map<string, Note[]>();
  const words: NotedWords[] = [];
  const orphans: Note[] = [];
  const put = (block: string, standing: StandingNote): void => {
    if (without?.has(standing.note.id)) return;
    inBlocks.set(block, [...(inBlocks.get(block) ?? []), standing]);
  };
  for (const standing of eachOnce(answers)) {
    const { note, lang } = standing;
    const isAsked = note.id === asked;
    if (note.state === 'orphaned') orphans.push(note);
    else if (note.figure !== null) onFigures.set(note.figure, [...(onFigures.get(note.figure) ?? []), note]);
    else if (note.on === 'article') {
      if (shown !== 'none' || isAsked) put(TITLE, standing);
    } else if (note.at && blocks.has(note.at.block)) {
      const isChosen = shown === 'all' || (shown === 'edition' && lang !== undefined);
      if (!isChosen && !isAsked) continue;
      put(note.at.block, standing);
      if (note.on === 'quote' && lang) words.push({ id: note.id, colour: note.colour, ...note.at, lang });
    }
  }
  for (const notes of inBlocks.values()) notes.sort((a, b) => startOf(a) - startOf(b));
  return { inBlocks, words, onFigures, orphans };
}

/** The note to open where words are pressed: the shortest there, and when that is open already the next longer one.
 *  @param under those that the pressed place is in */
export function pressedNote(under: readonly NotedWords[], open: NoteId | undefined): NoteId | undefined {
  const sorted = under.toSorted((a, b) => a.end - a.start - (b.end - b.start));
  const next = sorted.findIndex(({ id }) => id === open) + 1;
  return sorted[next % sorted.length]?.id;
}

/** Where the editor of a new note stands. */
export function blockOfTarget(target: NoteTarget): string | undefined {
  if (target.on === 'article') return TITLE;
  return 'block' in target ? target.block : undefined;
}
