/** What a backup brings to a notebook: nothing is overwritten, and nothing is brought twice. */
import { noteIdFrom } from '../../core/notes/ids';
import type { Output } from '../../shared/contract';
import type { KeptRevision, NoteId } from '../../shared/notes';
import { type KeptEdit, keyOf, type NotebookContent } from './content';

type Becomes = keyof Output<'notebook.restore'>['notes'];
/** With the order in which it was kept. */
export type Numbered = KeptRevision & { number: number };

export interface Merge<R extends Numbered = Numbered> {
  /** To be kept in this order. */
  revisions: R[];
  edits: KeptEdit[];
  settings: Map<string, string>;
  /** What becomes of each note of the backup, under the id that it gets. */
  notes: Map<NoteId, Becomes>;
  /** Edits and settings of the backup that are here already. */
  sameEdits: number;
}

export function mergeInto<R extends Numbered>(
  ours: Pick<NotebookContent, 'edits' | 'settings'> & { revisions: readonly R[] },
  theirs: Pick<NotebookContent, 'edits' | 'settings'> & { revisions: readonly R[] },
): Merge<R> {
  const { revisions, notes } = mergeNotes(ours.revisions, theirs.revisions);
  const edits = missingEdits(ours.edits, theirs.edits);
  const settings = [...theirs.settings].filter(([key]) => !ours.settings.has(key));
  return {
    revisions,
    notes,
    edits,
    settings: new Map(settings),
    sameEdits: theirs.edits.length - edits.length,
  };
}

export function mergeNotes<R extends Numbered>(
  ours: readonly R[],
  theirs: readonly R[],
): Pick<Merge<R>, 'revisions' | 'notes'> {
  const here = Map.groupBy(ours, ({ note }) => note);
  const wanted: R[] = [];
  const notes: Merge['notes'] = new Map();
  for (const [id, history] of Map.groupBy(theirs, ({ note }) => note)) {
    const { id: as, becomes, missing } = placeOf(id, history, here);
    // A copy that theirs keeps beside its note may be the one that the note itself comes to.
    here.set(as, [...(here.get(as) ?? []), ...missing]);
    notes.set(as, notes.get(as) ?? becomes);
    wanted.push(...missing);
  }
  // Across notes as theirs were kept, so that what is sorted by time stays so.
  return { revisions: wanted.toSorted((a, b) => a.number - b.number), notes };
}

interface Place<R> {
  id: NoteId;
  becomes: Becomes;
  missing: R[];
}

/**
 * A history agrees with another where the revisions that both have are the same; one of them may go on. Where they do
 * not agree, theirs gets an id made of where they part, and is compared anew: it may have been kept beside ours before.
 */
function placeOf<R extends Numbered>(
  id: NoteId,
  theirs: readonly R[],
  here: ReadonlyMap<NoteId, readonly R[]>,
): Place<R> {
  let note = id;
  let history = theirs;
  for (;;) {
    const ours = here.get(note);
    const isCopy = note !== id;
    if (!ours) return { id: note, becomes: isCopy ? 'conflicts' : 'added', missing: [...history] };
    const parted = partingOf(ours, history);
    if (!parted) {
      const last = lastOf(ours).revision;
      const missing = history.filter(({ revision }) => revision > last);
      if (missing.length > 0) return { id: note, becomes: 'updated', missing };
      // Of a conflict that was settled before.
      const isNewer = !isCopy && lastOf(history).revision < last;
      return { id: note, becomes: isNewer ? 'newer' : 'unchanged', missing: [] };
    }
    // However they came to it, both are the same now.
    if (saysOf(lastOf(ours)) === saysOf(lastOf(history)))
      return { id: note, becomes: 'unchanged', missing: [] };
    const copyOf = note;
    note = copyId(note, parted);
    const as = note;
    history = history.map((revision) => ({ ...revision, note: as, copyOf }));
  }
}

const lastOf = <R extends Numbered>(history: readonly R[]): R =>
  history.reduce((last, one) => (one.revision > last.revision ? one : last));

/** The first of theirs that ours has otherwise. */
function partingOf<R extends Numbered>(ours: readonly R[], theirs: readonly R[]): R | undefined {
  const known = new Map(ours.map((one) => [one.revision, one]));
  return theirs.find((one) => {
    const here = known.get(one.revision);
    return here !== undefined && contentKey(here) !== contentKey(one);
  });
}

const saysOf = ({ text, colour, tags, target, removed }: KeptRevision): string =>
  JSON.stringify([text, colour, tags, target, removed]);

const contentKey = (one: KeptRevision): string => JSON.stringify([one.at, one.by, saysOf(one)]);

/** The same for the same parting, so that restoring twice keeps the copy once. */
const copyId = (note: NoteId, parted: KeptRevision): NoteId =>
  noteIdFrom('parted', note, String(parted.revision), contentKey(parted));

/** As often as theirs has an edit and ours does not, in their order. */
export function missingEdits(ours: readonly KeptEdit[], theirs: readonly KeptEdit[]): KeptEdit[] {
  const left = new Map<string, number>();
  for (const edit of ours) left.set(keyOf(edit), (left.get(keyOf(edit)) ?? 0) + 1);
  return theirs.filter((edit) => {
    const key = keyOf(edit);
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
}
