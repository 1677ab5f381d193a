/** A file that was let fall on the window, until the page that reads it takes it. */
import { shallowRef } from 'vue';

export interface Offered {
  file: File;
  /** What came with it: files are read one at a time. */
  others: readonly File[];
}

export const offered = shallowRef<Offered>();

/** What a file of names may be called. */
export const NAME_FILES = ['xlsx', 'csv', 'tsv', 'tbx', 'json', 'jsonld', 'txt', 'utf8', 'tab'] as const;
