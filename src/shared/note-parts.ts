/** What notes are made of, free of zod: the window loads it. */

/** Each has a name of its own in the locales; what they mean is the reader's. */
export const NOTE_COLOURS = ['yellow', 'green', 'blue', 'red', 'violet'] as const;
export type NoteColour = (typeof NOTE_COLOURS)[number];

/** anchored: where it was written; moved: found again in a changed text, surely or less so; orphaned: not found. */
export const NOTE_STATES = ['anchored', 'moved', 'orphaned'] as const;
export type NoteState = (typeof NOTE_STATES)[number];

export const NOTE_FORMATS = ['webannotation', 'annotations', 'markdown', 'html', 'csv'] as const;
export type NoteFormat = (typeof NOTE_FORMATS)[number];

/** UTF-16 units of Markdown: a long chapter. */
export const LONGEST_NOTE = 200_000;
export const LONGEST_TAG = 80;
export const MOST_TAGS = 50;
