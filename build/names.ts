/** What Paralel is called where names cannot be changed later: an update finds the installed one by them. */
export const PRODUCT = 'Paralel';
export const APP_ID = 'org.paralel.reader';
/** On Linux. `paralel` alone is the terminal's, which npm installs. */
export const EXECUTABLE = 'paralel-desktop';
export const SCHEME = 'paralel';

/** A library kept in one file. */
export const LIBRARY_FILE = {
  extension: 'paralel',
  mime: 'application/vnd.paralel.library+zip',
  /** On macOS. */
  type: 'org.paralel.library',
};
