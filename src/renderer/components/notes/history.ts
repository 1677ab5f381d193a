/** What became of a note: its revisions, those of one sitting together. */
import type { NoteRevision } from '../../../shared/contract';

/** Who pauses for longer begins another sitting. */
const SITTING_MS = 10 * 60_000;

export interface Version {
  revision: NoteRevision;
  /** As it was before; undefined of the first. */
  before: NoteRevision | undefined;
}

const startsAnew = (earlier: NoteRevision, later: NoteRevision): boolean =>
  // A clock may have been set back.
  Math.abs(Date.parse(later.at) - Date.parse(earlier.at)) >= SITTING_MS ||
  earlier.by !== later.by ||
  earlier.removed !== later.removed;

/** @param revisions and versions alike: the latest first
 *  @param isEach whether each revision is shown, or only the last of each sitting */
export function versionsOf(revisions: readonly NoteRevision[], isEach = false): Version[] {
  const ends = revisions.filter((revision, index) => {
    const later = revisions[index - 1];
    return isEach || !later || startsAnew(revision, later);
  });
  return ends.map((revision, index) => ({ revision, before: ends[index + 1] }));
}

export interface Differences {
  colour: { before: NoteRevision['colour']; after: NoteRevision['colour'] } | undefined;
  added: string[];
  removed: string[];
  isPlacedAnew: boolean;
}

/** All but the text. */
export function differences({ revision, before }: Version): Differences {
  const was = before ?? { ...revision, tags: [] };
  return {
    colour: was.colour === revision.colour ? undefined : { before: was.colour, after: revision.colour },
    added: revision.tags.filter((tag) => !was.tags.includes(tag)),
    removed: was.tags.filter((tag) => !revision.tags.includes(tag)),
    isPlacedAnew: was.quote !== revision.quote,
  };
}
