/** A file that was let fall on the window, or that the system gave, until the page that reads it takes it. */
import { shallowRef } from 'vue';

export interface Offered {
  file: File;
  /** What came with it: files are read one at a time. */
  others: readonly File[];
}

export const offered = shallowRef<Offered>();
/** One that a handout is read from. */
export const offeredHandout = shallowRef<File>();
/** One of a backup. */
export const offeredBackup = shallowRef<File>();

export { NAME_FILES } from '../../../shared/files-read';
