/** Files of notes: what they may be called, and the one that was let fall on the window. */
import { shallowRef } from 'vue';
import { NOTES_FILE } from '../../../shared/files-read';
import type { Offered } from '../exchange/offered';

export const NOTE_FILES = [NOTES_FILE, 'jsonld', 'json'] as const;

/** Until the notebook takes it. */
export const offeredNotes = shallowRef<Offered>();

/** As much of a file as tells what is in it. */
export const BEGINNING_BYTES = 64 * 1024;
/** Of Web Annotations, and of those of EPUB. */
const CONTEXT = /"https?:\/\/www\.w3\.org\/ns\/(?:epub-)?anno\.jsonld"/u;

/** Places are in `.jsonld` as well: there, what it begins with tells. */
export function areNotes(extension: string, beginning: string): boolean {
  return extension === NOTES_FILE || (extension === 'jsonld' && CONTEXT.test(beginning));
}
