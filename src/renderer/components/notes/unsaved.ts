/** What is written and not yet saved, kept in its window: a page that breaks or is left loses nothing of it. */
import type { NoteTarget } from '../../../shared/contract';
import type { Shelf } from '../../draft-shelf';
import type { Begun } from './autosave';

/** Grows when what is kept takes another shape. */
const PREFIX = 'paralel-note-1 ';

/** A new note is found again by what it is on. */
export const placeOf = (begun: { id: string } | { target: NoteTarget }): string =>
  PREFIX + ('id' in begun ? begun.id : JSON.stringify(begun.target));

const placeFor = ({ id, expected, target }: Begun): string =>
  expected === 0 && target ? placeOf({ target }) : placeOf({ id });

export function found(shelf: Shelf, place: string): Begun | undefined {
  const text = shelf.getItem(place);
  return text === null ? undefined : (JSON.parse(text) as Begun);
}

/** Keeps one note's unsaved text, wherever that belongs as the note becomes a kept one or a copy. */
export function unsavedShelf(shelf: Shelf) {
  let place: string | undefined;

  return function keep(begun: Begun | undefined): void {
    const next = begun && placeFor(begun);
    if (place !== undefined && place !== next) shelf.removeItem(place);
    place = next;
    if (!begun || next === undefined) return;
    try {
      shelf.setItem(next, JSON.stringify(begun));
    } catch (error) {
      // A window keeps five million letters; the library is sent them all the same.
      console.warn(error);
    }
  };
}
