import type { NoteId } from '../../../shared/notes';

/** The window makes it, so that a note that is sent twice is kept once. */
export const newNoteId = (): NoteId => crypto.randomUUID() as NoteId;
