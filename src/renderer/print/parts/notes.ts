/** The reader's notes in the order of the text. */
import type { Chapter, Note } from '../../../shared/contract';

/** On the article, then on its text from the beginning, then on figures and names; last what has lost its place. */
export function notesInOrder(chapters: readonly Pick<Chapter, 'editions' | 'notes'>[]): Note[] {
  const blocks = new Map(
    chapters
      .flatMap(({ editions }) => editions)
      .toReversed()
      .flatMap((edition) => edition.blocks.map(({ id }, at): [string, number] => [id, at])),
  );
  const notes = new Map(chapters.flatMap((chapter) => chapter.notes).map((note) => [note.id, note]));
  const placed = [...notes.values()].map((note) => ({ note, place: placeOf(note, blocks) }));
  return placed
    .sort(
      (a, b) =>
        a.place[0] - b.place[0] ||
        a.place[1] - b.place[1] ||
        a.place[2] - b.place[2] ||
        (a.note.created < b.note.created ? -1 : a.note.created > b.note.created ? 1 : 0),
    )
    .map(({ note }) => note);
}

/** Which kind of place, which block, where in it. */
function placeOf({ on, at }: Note, blocks: ReadonlyMap<string, number>): [number, number, number] {
  if (on === 'article') return [0, 0, 0];
  if (on === 'figure') return [2, 0, 0];
  if (on === 'entity') return [3, 0, 0];
  if (at === null) return [5, 0, 0];
  const block = blocks.get(at.block);
  // Of a section that was not chosen.
  if (block === undefined) return [4, 0, at.start];
  return [1, block, at.start];
}
