/**
 * The one contract: every method's name, input and output. The preload bridge, the loopback host,
 * the terminal and the window's client derive from it; a method name is written here and nowhere else.
 */
import { z } from 'zod';
import {
  articleIdSchema,
  certaintySchema,
  entityIdSchema,
  entityTypeSchema,
  keptEntitySchema,
  langSchema,
  sourceSchema,
  spanSchema,
} from './domain';
import { CATEGORIES } from './category';
import {
  exportedSchema,
  exportPreviewSchema,
  exportRequestSchema,
  importDecisionSchema,
  importedSchema,
  givenFileSchema,
  importPreviewSchema,
  importRequestSchema,
} from './exchange';
import { listedEditSchema } from './gazetteer';
import {
  atlasSchema,
  handoutRequestSchema,
  handoutSchema,
  makeRequestSchema,
  questionSchema,
  savedHandoutSchema,
} from './handout';
import {
  backupSchema,
  importedNotesSchema,
  noteContentSchema,
  noteFilterSchema,
  noteIdSchema,
  noteRevisionSchema,
  listedNoteSchema,
  noteSchema,
  notesPageSchema,
  noteTargetSchema,
  notebookStateSchema,
  recoveredSchema,
  restoredSchema,
  savedNoteSchema,
} from './notes';
import { reasonSchema } from './reason';
import {
  articleSchema,
  articleSummarySchema,
  checkedFileSchema,
  comparedSideSchema,
  comparisonSchema,
  concordanceRowSchema,
  entityDetailSchema,
  entityListingSchema,
  figureSchema,
  findingSchema,
  libraryInfoSchema,
  nameMatchSchema,
  namesPageSchema,
  noticeSchema,
  proposalSchema,
  readingPositionSchema,
  recentArticleSchema,
  searchResultSchema,
  settingsSchema,
} from './views';

export * from './views';
export * from './exchange';
export * from './gazetteer';
export * from './handout';
export * from './notes';

const none = z.strictObject({});

interface MethodSpec {
  input: z.ZodType;
  output: z.ZodType;
}

/** What was done, to be undone by its number. */
const done = z.strictObject({ edit: z.int().nullable() });

/** Answered by the library process. */
export const libraryMethods = {
  /** All that the first screen needs, in one round trip. */
  'app.open': {
    input: none,
    output: z.strictObject({
      library: libraryInfoSchema,
      settings: settingsSchema,
      articles: z.array(articleSummarySchema),
      counts: z.strictObject({ articles: z.int(), names: z.int(), figures: z.int() }),
      lastRead: readingPositionSchema.nullable(),
      notices: z.array(noticeSchema),
      notebook: notebookStateSchema,
    }),
  },
  'articles.list': { input: none, output: z.array(articleSummarySchema) },
  'articles.get': {
    input: z.strictObject({ id: articleIdSchema, lang: langSchema }),
    output: articleSchema,
  },
  'search.find': {
    input: z.strictObject({
      words: z.string(),
      /** Only this edition; without it every edition, Serbian in `script`. */
      lang: langSchema.optional(),
      script: z.enum(['Cyrl', 'Latn']).optional(),
      exact: z.boolean().optional(),
      /** The last word may be unfinished, as while typing. */
      prefix: z.boolean().optional(),
      limit: z.int().min(1).max(1000).optional(),
      offset: z.int().min(0).optional(),
    }),
    output: searchResultSchema,
  },
  'names.list': {
    input: z.strictObject({
      words: z.string().optional(),
      type: z.string().optional(),
      /** Where nothing has the words, what may have been meant by them. */
      suggest: z.boolean().optional(),
    }),
    output: z.array(entityListingSchema),
  },
  'names.get': { input: z.strictObject({ id: entityIdSchema }), output: entityDetailSchema },
  'names.concordance': {
    input: z.strictObject({
      id: entityIdSchema,
      width: z.int().min(1).max(500).optional(),
      /** Blocks of these editions beside each row. */
      aligned: z.array(langSchema).max(4).optional(),
    }),
    output: z.array(concordanceRowSchema),
  },
  /** A stretch of the list of names, sorted by a language's own alphabet. */
  'names.page': {
    input: z.strictObject({
      /** Of any form in any script; the last may be unfinished. */
      words: z.string().max(200).optional(),
      category: z.enum(CATEGORIES).optional(),
      type: entityTypeSchema.optional(),
      /** Of the name it is cited by in `order`. */
      certainty: certaintySchema.optional(),
      article: articleIdSchema.optional(),
      /** A language in which it has no name. */
      missing: langSchema.optional(),
      order: langSchema,
      descending: z.boolean().optional(),
      offset: z.int().min(0).optional(),
      limit: z.int().min(1).max(500).optional(),
    }),
    output: namesPageSchema,
  },
  /** What is not consistent: in one edition, in one article, or in all. */
  'names.findings': {
    input: z.strictObject({ article: articleIdSchema.optional(), lang: langSchema.optional() }),
    output: z.array(findingSchema),
  },
  'names.compare': {
    input: z.strictObject({ sides: z.array(comparedSideSchema).min(2).max(3) }),
    output: comparisonSchema,
  },
  /** Names in any text, from the gazetteer's forms and those made of them by rule. */
  'names.match': {
    input: z.strictObject({
      text: z.string().max(1_000_000),
      /** Also what may have been meant by words that look like names and match none. */
      suggest: z.boolean().optional(),
    }),
    output: z.array(nameMatchSchema),
  },
  /** Names in an edition that nobody has marked, and nobody has said are none. */
  'names.proposals': {
    input: z.strictObject({ article: articleIdSchema, lang: langSchema }),
    output: z.array(proposalSchema),
  },
  /** Adds, changes or takes away an entity. What was done to it meanwhile by others stays. */
  'names.put': {
    input: z.strictObject({
      /** As it was when the change was begun; null for a new one. */
      before: keptEntitySchema.nullable(),
      /** Null: take it away. */
      after: keptEntitySchema.nullable(),
      /** Sources that the library does not have yet. */
      sources: z.array(sourceSchema).optional(),
    }),
    output: done,
  },
  /** Says whose name stands in a place, or that nobody's does. */
  'names.mention': {
    input: z.strictObject({
      article: articleIdSchema,
      lang: langSchema,
      block: z.string(),
      /** Into the block's text in `lang`. */
      ...spanSchema.shape,
      /** What stands there, so that nothing else is marked should the text have changed. */
      text: z.string().min(1).max(300),
      entity: entityIdSchema.nullable(),
    }),
    output: done,
  },
  'names.edits': {
    input: z.strictObject({ limit: z.int().min(1).max(500).optional(), offset: z.int().min(0).optional() }),
    output: z.strictObject({
      /** The latest first. */
      edits: z.array(listedEditSchema),
      total: z.int(),
      /** What undoing and doing again would be of; null: nothing. */
      undo: z.int().nullable(),
      redo: z.int().nullable(),
    }),
  },
  /** Without a number, the last that is in force. */
  'names.undo': {
    input: z.strictObject({ edit: z.int().optional() }),
    output: listedEditSchema,
  },
  /** Without a number, what was undone last. */
  'names.redo': {
    input: z.strictObject({ edit: z.int().optional() }),
    output: listedEditSchema,
  },
  'sources.list': { input: none, output: z.array(sourceSchema) },
  /** What an import would change. Changes nothing. */
  'import.preview': {
    input: importRequestSchema,
    output: importPreviewSchema,
  },
  'import.apply': {
    input: z.strictObject({
      ...importRequestSchema.shape,
      /** By the keys of items. Conflicts that nobody decides stay as they are, and the rest is done. */
      decisions: z.record(z.string(), importDecisionSchema),
    }),
    output: importedSchema,
  },
  /** What would not be in the file. */
  'export.preview': { input: exportRequestSchema, output: exportPreviewSchema },
  'export.make': { input: exportRequestSchema, output: exportedSchema },
  /** Keeps a new note or a new revision of one. Answered when it is on the disk. Sent twice, it is kept once. */
  'notes.save': {
    input: z.strictObject({
      id: noteIdSchema,
      /** The revision that was changed; 0 for a new note. */
      expected: z.int().min(0),
      /** Of a new note, or of one that is placed anew. */
      target: noteTargetSchema.optional(),
      ...noteContentSchema.shape,
    }),
    output: savedNoteSchema,
  },
  /** Into the trash, from where they can be restored. */
  'notes.remove': {
    input: z.strictObject({ ids: z.array(noteIdSchema).min(1).max(50_000) }),
    output: z.strictObject({ removed: z.array(noteIdSchema) }),
  },
  'notes.restore': {
    input: z.strictObject({ ids: z.array(noteIdSchema).min(1).max(50_000) }),
    output: z.strictObject({ restored: z.array(noteIdSchema) }),
  },
  /** Takes notes out of the trash for good, with all their revisions. */
  'notes.purge': {
    input: z.strictObject({
      /** Without them, all that is in the trash. */
      ids: z.array(noteIdSchema).max(50_000).optional(),
      /** From the backups in the library’s folder too. */
      backups: z.boolean(),
    }),
    output: z.strictObject({ purged: z.int() }),
  },
  'notes.get': {
    input: z.strictObject({ id: noteIdSchema, lang: langSchema.optional() }),
    output: noteSchema,
  },
  /** Those on an article, in the order of its text, or on an entity, the oldest first. */
  'notes.of': {
    input: z.union([
      /** Where the edition is the one of the note, `at` is into its text in `lang`. */
      z.strictObject({ article: articleIdSchema, lang: langSchema }),
      z.strictObject({ entity: entityIdSchema }),
    ]),
    output: z.array(noteSchema),
  },
  /** On names that these articles mention, the oldest first; `lang` is of titles. */
  'notes.on-names': {
    input: z.strictObject({ articles: z.array(articleIdSchema).max(500), lang: langSchema }),
    output: z.array(listedNoteSchema),
  },
  'notes.page': {
    input: z.strictObject({
      ...noteFilterSchema.shape,
      /** Of titles. */
      lang: langSchema,
      sort: z.enum(['place', 'time']),
      descending: z.boolean().optional(),
      offset: z.int().min(0).optional(),
      limit: z.int().min(1).max(500).optional(),
    }),
    output: notesPageSchema,
  },
  /** How many there are, without those in the trash. */
  'notes.count': { input: none, output: z.strictObject({ count: z.int() }) },
  /** The latest first. */
  'notes.history': {
    input: z.strictObject({ id: noteIdSchema }),
    output: z.array(noteRevisionSchema),
  },
  'notes.import': {
    input: z.strictObject({
      file: givenFileSchema,
      /** Only says what would be done. */
      trial: z.boolean(),
    }),
    output: importedNotesSchema,
  },
  'notebook.backups': {
    input: none,
    /** The newest first. `folder` is empty in a reading room. */
    output: z.strictObject({ folder: z.string(), backups: z.array(backupSchema) }),
  },
  /** Makes one now, whether or not anything has changed. */
  'notebook.backup': { input: none, output: backupSchema },
  /** Brings in what the notebook does not have, or has older. Done twice, it does nothing the second time. */
  'notebook.restore': {
    input: z.strictObject({
      from: z.union([z.strictObject({ backup: z.string() }), z.strictObject({ file: givenFileSchema })]),
      trial: z.boolean(),
    }),
    output: restoredSchema,
  },
  /** What to do about a notebook that is lost. */
  'notebook.recover': {
    input: z.discriminatedUnion('with', [
      z.strictObject({ with: z.literal('backup'), backup: z.string() }),
      /** Only what can still be read. */
      z.strictObject({ with: z.literal('salvage') }),
      z.strictObject({ with: z.literal('nothing') }),
    ]),
    output: recoveredSchema,
  },
  'figures.list': {
    input: z.strictObject({ article: articleIdSchema.optional(), lang: langSchema }),
    output: z.array(figureSchema),
  },
  'settings.get': { input: none, output: settingsSchema },
  'settings.set': { input: settingsSchema.partial(), output: settingsSchema },
  'reading.position': {
    input: z.strictObject({ article: articleIdSchema }),
    output: readingPositionSchema.nullable(),
  },
  /** The articles read last, the latest first. */
  'reading.recent': {
    input: z.strictObject({ limit: z.int().min(1).max(50) }),
    output: z.array(recentArticleSchema),
  },
  /** Forgets what was read, and where the reader stopped. */
  'reading.clear': { input: none, output: none },
  'reading.keep': { input: readingPositionSchema.omit({ at: true }), output: none },
  /** Where things lie and when they were: of an article, or of all. */
  'atlas.get': { input: z.strictObject({ article: articleIdSchema.optional() }), output: atlasSchema },
  'questions.list': {
    input: z.strictObject({ article: articleIdSchema, lang: langSchema }),
    output: z.array(questionSchema),
  },
  'handout.compose': { input: handoutRequestSchema, output: handoutSchema },
  /** From a PDF that Paralel made, or from the JSON that lies in it. */
  'handout.read': {
    input: z.strictObject({ file: givenFileSchema }),
    output: z.strictObject({
      request: handoutRequestSchema,
      /** Articles and notes that the library does not have, and that are left out of the request. */
      missing: z.array(z.string()),
      /** It was made from another library, or another version of this one. */
      from: z.strictObject({ id: z.string(), version: z.string() }).nullable(),
    }),
  },
  /** Presets and handouts that the reader keeps, by name. */
  'handouts.list': { input: none, output: z.array(savedHandoutSchema) },
  'handouts.save': { input: savedHandoutSchema.omit({ at: true }), output: savedHandoutSchema },
  'handouts.remove': { input: savedHandoutSchema.pick({ id: true }), output: none },
  'library.check': {
    input: none,
    output: z.strictObject({
      ok: z.boolean(),
      path: z.string(),
      files: z.array(checkedFileSchema),
      notices: z.array(noticeSchema),
    }),
  },
} as const satisfies Record<string, MethodSpec>;

/** Answered by the shell that shows the window: Electron, or the loopback host. */
export const shellMethods = {
  'shell.info': {
    input: none,
    output: z.strictObject({
      kind: z.enum(['electron', 'browser']),
      platform: z.string(),
      version: z.string(),
      /** What it runs on: “Electron 45.4.1, Chromium 156.0.8078.100”. */
      engine: z.string(),
      /** Nothing of what a reader does here is kept: a reading room. */
      readOnly: z.boolean(),
      /** Everything lies beside the program. */
      portable: z.boolean(),
      /** Only notes and changes of names are kept, nothing of what is read. */
      isPrivate: z.boolean(),
      /** It can print on paper by itself. */
      printsPaper: z.boolean(),
      /** Where the shell itself keeps something, such as the windows' places; null where nowhere. */
      folder: z.string().nullable(),
    }),
  },
  /** Asks the reader, then opens an https address outside of Paralel. */
  'shell.open-outside': {
    input: z.strictObject({ url: z.string().max(2048) }),
    /** `ask`: this shell cannot ask; the window has to, and to open it itself. */
    output: z.strictObject({ state: z.enum(['opened', 'declined', 'ask']) }),
  },
  /** For every window, until it is switched off or the program ends. */
  'shell.private': { input: z.strictObject({ isPrivate: z.boolean() }), output: none },
  /** A window that was told `closing` has heard it, and saves what is unsaved. */
  'shell.finishing': { input: none, output: none },
  /** It has finished; `unsaved` is why something that would be missed could not be saved. */
  'shell.leave': {
    input: z.strictObject({ unsaved: z.array(reasonSchema).default([]) }),
    output: none,
  },
  /** Makes a handout and puts it where the reader says. */
  'shell.print': {
    input: makeRequestSchema,
    output: z.discriminatedUnion('state', [
      /** `path`: of the file, or of the folder of several. */
      z.strictObject({ state: z.literal('saved'), path: z.string(), files: z.int(), pages: z.int() }),
      /** `url` is on the host's own origin and good for one download; several files come as one archive. */
      z.strictObject({
        state: z.literal('download'),
        url: z.string(),
        name: z.string(),
        files: z.int(),
        pages: z.int(),
      }),
      z.strictObject({ state: z.literal('cancelled') }),
    ]),
  },
  /** The pages as they would be printed. Whoever no longer wants them says so with `shell.stop`. */
  'shell.preview': {
    input: z.strictObject({ request: handoutRequestSchema, job: z.uuid() }),
    output: z.discriminatedUnion('state', [
      /** Base64. */
      z.strictObject({
        state: z.literal('done'),
        pdf: z.string(),
        pages: z.int(),
        /** Otherwise the contents do not have their numbers yet, and would the next time. */
        isFinal: z.boolean(),
      }),
      z.strictObject({ state: z.literal('cancelled') }),
    ]),
  },
  /** Ends what a window has begun under this name; nothing where it is over. */
  'shell.stop': { input: z.strictObject({ job: z.uuid() }), output: none },
  /** On paper, by the system's own dialog. */
  'shell.paper': {
    input: z.strictObject({ request: handoutRequestSchema, job: z.uuid().optional() }),
    output: z.strictObject({ state: z.enum(['printed', 'cancelled']) }),
  },
  /** Makes a file and puts it where the reader says. */
  'shell.export': {
    input: exportRequestSchema,
    output: z.discriminatedUnion('state', [
      z.strictObject({ state: z.literal('saved'), path: z.string() }),
      z.strictObject({ state: z.literal('download'), url: z.string(), name: z.string() }),
      z.strictObject({ state: z.literal('cancelled') }),
    ]),
  },
} as const satisfies Record<string, MethodSpec>;

export const contract = { ...libraryMethods, ...shellMethods } as const;

export type Contract = typeof contract;
export type Method = keyof Contract;
export type LibraryMethod = keyof typeof libraryMethods;
export type ShellMethod = keyof typeof shellMethods;

export type Input<M extends Method> = z.input<Contract[M]['input']>;
/** As a handler gets it. */
export type Parsed<M extends Method> = z.output<Contract[M]['input']>;
export type Output<M extends Method> = z.output<Contract[M]['output']>;

/** What a carrier's far end offers. */
export type Call = <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>;
