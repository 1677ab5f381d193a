/** What Paralel is called where names cannot be changed later: an update finds the installed one by them. */
export const PRODUCT = 'Paralel';
export const APP_ID = 'org.paralel.reader';
/** On Linux. `paralel` alone is the terminal's, which npm installs. */
export const EXECUTABLE = 'paralel-desktop';
export const SCHEME = 'paralel';

/** The files that Paralel makes and that are its own; others' it only opens when asked to. */
export const FILES = [
  {
    extension: 'annotations',
    words: 'notes',
    mime: 'application/vnd.paralel.annotations+json',
    /** On macOS. */
    type: 'org.paralel.annotations',
    conformsTo: ['public.json'],
    /** On Windows. */
    progId: 'Paralel.Notes',
  },
  {
    extension: 'paralel-backup',
    words: 'backup',
    mime: 'application/vnd.paralel.backup+gzip',
    type: 'org.paralel.backup',
    conformsTo: ['public.data'],
    progId: 'Paralel.Backup',
  },
] as const;
