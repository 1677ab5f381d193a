/** The files that Paralel reads, by the ends of their names. Free of zod: the window loads it. */

/** Files of names, from other programs. */
export const NAME_FILES = ['xlsx', 'csv', 'tsv', 'tbx', 'json', 'jsonld', 'txt', 'utf8', 'tab'] as const;
/** Notes, as Paralel writes them; in `.json` and `.jsonld` there are others as well. */
export const NOTES_FILE = 'annotations';
/** A handout that Paralel printed. */
export const HANDOUT_FILE = 'pdf';
export const BACKUP_FILE = 'paralel-backup';

const READ: readonly string[] = [...NAME_FILES, NOTES_FILE, HANDOUT_FILE, BACKUP_FILE];

/** The contract takes so much base64, which is a third more than the file. */
export const MOST_FILE_BYTES = 36 * 1024 * 1024;

export function extensionOf(name: string): string {
  return /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
}

export const isRead = (name: string): boolean => READ.includes(extensionOf(name));
