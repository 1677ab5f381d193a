/** Between forms of a name in a row; stays at the end of a line. */
export const SEPARATOR = '\u00A0· ';
