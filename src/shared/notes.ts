/** Notes: as a window sends them, as they are kept, and as they are shown. */
import { z } from 'zod';
import { articleIdSchema, entityIdSchema, figureIdSchema, langSchema, spanSchema } from './domain';
import { LONGEST_TAG, MOST_TAGS, NOTE_COLOURS, NOTE_STATES } from './note-parts';

export * from './note-parts';

/** Made by whoever begins the note, so that sending it twice keeps it once. */
export const noteIdSchema = z.uuid().brand<'NoteId'>();
export type NoteId = z.infer<typeof noteIdSchema>;

const inArticle = { article: articleIdSchema, lang: langSchema };
const onArticle = z.strictObject({ on: z.literal('article'), ...inArticle });
const onFigure = z.strictObject({
  on: z.literal('figure'),
  article: articleIdSchema,
  figure: figureIdSchema,
});
const onEntity = z.strictObject({ on: z.literal('entity'), entity: entityIdSchema });

/** What a new note is on, as a window knows it. */
export const noteTargetSchema = z.discriminatedUnion('on', [
  z.strictObject({
    on: z.literal('quote'),
    ...inArticle,
    block: z.string().min(1),
    /** Into the block's text in `lang`. */
    ...spanSchema.shape,
    /** What stands there, so that nothing else is noted should the text have changed. */
    text: z.string().min(1).max(100_000),
  }),
  z.strictObject({ on: z.literal('block'), ...inArticle, block: z.string().min(1) }),
  onArticle,
  onFigure,
  onEntity,
]);
export type NoteTarget = z.infer<typeof noteTargetSchema>;

/** The library's version in which it stood so. */
const edition = z.string();
/** What a note is on, as it is kept: of the written edition, whichever script it was read in. */
export const keptTargetSchema = z.discriminatedUnion('on', [
  z.strictObject({
    on: z.literal('quote'),
    ...inArticle,
    edition,
    /** Empty where it came from elsewhere and no block was known. */
    block: z.string(),
    ...spanSchema.shape,
    exact: z.string().min(1),
    prefix: z.string(),
    suffix: z.string(),
  }),
  /** `exact`: the first of the block's text. */
  z.strictObject({
    on: z.literal('block'),
    ...inArticle,
    edition,
    block: z.string().min(1),
    exact: z.string(),
  }),
  onArticle,
  onFigure,
  onEntity,
]);
export type KeptTarget = z.infer<typeof keptTargetSchema>;

const tagSchema = z.string().trim().min(1).max(LONGEST_TAG);
export const noteContentSchema = z.strictObject({
  /** Markdown; empty for a highlight. Its length is checked by whoever keeps it, who can say so. */
  text: z.string(),
  colour: z.enum(NOTE_COLOURS),
  tags: z.array(tagSchema).max(MOST_TAGS),
});
export type NoteContent = z.infer<typeof noteContentSchema>;

/** A revision as it is kept and carried in backups. */
export interface KeptRevision extends NoteContent {
  note: NoteId;
  /** 1 for the first. */
  revision: number;
  at: string;
  by: string;
  target: KeptTarget;
  removed: boolean;
  /** Kept beside this other note, which somebody had changed meanwhile. */
  copyOf: NoteId | null;
}

export const noteSchema = z.strictObject({
  id: noteIdSchema,
  revision: z.int().min(1),
  on: z.enum(['quote', 'block', 'article', 'figure', 'entity']),
  article: articleIdSchema.nullable(),
  /** As it was read when it was written. */
  lang: langSchema.nullable(),
  /** Where it was written; where it is now, `at` says. */
  block: z.string().nullable(),
  /** The words it is on, in `lang`; of a note on a block its first words. */
  quote: z.string().nullable(),
  figure: figureIdSchema.nullable(),
  entity: entityIdSchema.nullable(),
  state: z.enum(NOTE_STATES),
  /** How sure, of what has moved: up to 1. */
  score: z.number().nullable(),
  /** Where it is now. `lang` is the one asked for where that is the same edition, else the note's own. Null where it
   *  is orphaned, or on nothing that stands in a text. */
  at: z.strictObject({ lang: langSchema, block: z.string(), ...spanSchema.shape }).nullable(),
  ...noteContentSchema.shape,
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
  by: z.string(),
  removed: z.boolean(),
  copyOf: noteIdSchema.nullable(),
});
export type Note = z.infer<typeof noteSchema>;

export const listedNoteSchema = z.strictObject({
  ...noteSchema.shape,
  /** Of the article, the entity or the figure, in the language asked for; null where the library has it no more. */
  title: z.string().nullable(),
});
export type ListedNote = z.infer<typeof listedNoteSchema>;

export const noteFilterSchema = z.strictObject({
  /** Of its text, its quote or its tags, whatever their script and marks. */
  words: z.string().max(500).optional(),
  article: articleIdSchema.optional(),
  entity: entityIdSchema.optional(),
  tag: z.string().optional(),
  colour: z.enum(NOTE_COLOURS).optional(),
  state: z.enum(NOTE_STATES).optional(),
  /** Those that were deleted, instead of those that were not. */
  removed: z.boolean().optional(),
  /** Only these. */
  ids: z.array(noteIdSchema).max(50_000).optional(),
});
export type NoteFilter = z.infer<typeof noteFilterSchema>;

export const notesPageSchema = z.strictObject({
  total: z.int(),
  rows: z.array(listedNoteSchema),
  /** What can be chosen among, of all notes that are deleted, or that are not. */
  all: z.int(),
  removed: z.int(),
  articles: z.array(
    z.strictObject({ article: articleIdSchema, title: z.string().nullable(), count: z.int() }),
  ),
  tags: z.array(z.strictObject({ tag: z.string(), count: z.int() })),
  colours: z.array(z.strictObject({ colour: z.enum(NOTE_COLOURS), count: z.int() })),
  states: z.array(z.strictObject({ state: z.enum(NOTE_STATES), count: z.int() })),
});
export type NotesPage = z.infer<typeof notesPageSchema>;

export const savedNoteSchema = z.strictObject({
  /** conflict: somebody had changed it meanwhile; `note` is theirs, and `copy` is what was sent, kept beside it. */
  state: z.enum(['saved', 'unchanged', 'conflict']),
  note: noteSchema,
  copy: noteSchema.nullable(),
});

export const noteRevisionSchema = z.strictObject({
  revision: z.int(),
  at: z.iso.datetime(),
  by: z.string(),
  ...noteContentSchema.shape,
  quote: z.string().nullable(),
  removed: z.boolean(),
});
export type NoteRevision = z.infer<typeof noteRevisionSchema>;

/** Counted from what was read back after writing. */
export const importedNotesSchema = z.strictObject({
  added: z.int(),
  updated: z.int(),
  /** The library has them just so, or newer. */
  skipped: z.int(),
  /** Of those added or updated: not found in any text. */
  orphaned: z.int(),
  failed: z.array(
    z.strictObject({
      /** Which of the file's annotations: its number from 1, and its id where it has one. */
      entry: z.int(),
      id: z.string().nullable(),
      /** The sentences: `notes.import.problems` in the locales. */
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});
export type ImportedNotes = z.infer<typeof importedNotesSchema>;

export const BACKUP_REASONS = ['change', 'migration', 'asked', 'restore'] as const;
export const backupSchema = z.strictObject({
  /** Its name in the folder of backups. */
  file: z.string(),
  at: z.iso.datetime(),
  bytes: z.int(),
  /** Why it was made: the notebook had changed; before a migration or a restoration; somebody asked for it. */
  reason: z.enum(BACKUP_REASONS),
  /** Null where it could not be read. */
  notes: z.int().nullable(),
});
export type Backup = z.infer<typeof backupSchema>;

export const restoredSchema = z.strictObject({
  /** When the backup was made. */
  at: z.iso.datetime(),
  notes: z.strictObject({
    /** Not in the notebook. */
    added: z.int(),
    /** Older in the notebook. */
    updated: z.int(),
    unchanged: z.int(),
    /** Newer in the notebook, which keeps them so. */
    newer: z.int(),
    /** Changed here and there: both are kept. */
    conflicts: z.int(),
  }),
  /** Changes of names. */
  edits: z.strictObject({ added: z.int(), unchanged: z.int() }),
  settings: z.int(),
  /** The backup that was made of the notebook before. */
  before: z.string().nullable(),
});
export type Restored = z.infer<typeof restoredSchema>;

/** What has become of the notebook at the last start. */
export const notebookStateSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('open') }),
  /** Nothing is written until somebody says what to do. What can be seen is the newest good backup and what could
   *  still be read. */
  z.strictObject({
    state: z.literal('lost'),
    reason: z.enum(['damaged', 'missing', 'emptied']),
    file: z.string(),
    /** Good ones, the newest first. */
    backups: z.array(backupSchema),
    /** Notes that can be seen, and how many of them no backup has. */
    notes: z.int(),
    salvaged: z.int(),
  }),
]);
export type NotebookState = z.infer<typeof notebookStateSchema>;

export const recoveredSchema = z.strictObject({
  notes: z.int(),
  /** Of those, read from the damaged file. */
  salvaged: z.int(),
  /** What the damaged file is called now. */
  setAside: z.string().nullable(),
});
