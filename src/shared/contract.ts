/**
 * The one contract: every method's name, input and output. The preload bridge, the loopback host,
 * the terminal and the window's client derive from it; a method name is written here and nowhere else.
 */
import { z } from 'zod';
import { articleIdSchema, entityIdSchema, langSchema } from './domain';
import {
  articleSchema,
  articleSummarySchema,
  checkedFileSchema,
  concordanceRowSchema,
  entityDetailSchema,
  entityListingSchema,
  figureSchema,
  handoutRequestSchema,
  handoutSchema,
  libraryInfoSchema,
  noticeSchema,
  readingPositionSchema,
  recentArticleSchema,
  searchResultSchema,
  settingsSchema,
} from './views';

export * from './views';

const none = z.strictObject({});

interface MethodSpec {
  input: z.ZodType;
  output: z.ZodType;
  /** It changes what the library keeps; refused where readers may only read. */
  writes?: true;
}

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
    input: z.strictObject({ words: z.string().optional(), type: z.string().optional() }),
    output: z.array(entityListingSchema),
  },
  'names.get': { input: z.strictObject({ id: entityIdSchema }), output: entityDetailSchema },
  'names.concordance': {
    input: z.strictObject({ id: entityIdSchema, width: z.int().min(1).max(500).optional() }),
    output: z.array(concordanceRowSchema),
  },
  'figures.list': {
    input: z.strictObject({ article: articleIdSchema.optional(), lang: langSchema }),
    output: z.array(figureSchema),
  },
  'settings.get': { input: none, output: settingsSchema },
  'settings.set': { input: settingsSchema.partial(), output: settingsSchema, writes: true },
  'reading.position': {
    input: z.strictObject({ article: articleIdSchema }),
    output: readingPositionSchema.nullable(),
  },
  /** The articles read last, the latest first. */
  'reading.recent': {
    input: z.strictObject({ limit: z.int().min(1).max(50) }),
    output: z.array(recentArticleSchema),
  },
  'reading.keep': { input: readingPositionSchema.omit({ at: true }), output: none, writes: true },
  'handout.compose': { input: handoutRequestSchema, output: handoutSchema },
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
  /** A window that was told `closing` has finished. */
  'shell.leave': { input: none, output: none },
  'shell.print': {
    input: handoutRequestSchema,
    output: z.discriminatedUnion('state', [
      z.strictObject({ state: z.literal('saved'), path: z.string(), pages: z.int() }),
      /** `url` is on the host's own origin and good for one download. */
      z.strictObject({ state: z.literal('download'), url: z.string(), name: z.string(), pages: z.int() }),
      z.strictObject({ state: z.literal('cancelled') }),
    ]),
  },
} as const satisfies Record<string, MethodSpec>;

export const contract = { ...libraryMethods, ...shellMethods } as const;

export type Contract = typeof contract;
export type Method = keyof Contract;
export type LibraryMethod = keyof typeof libraryMethods;
export type ShellMethod = keyof typeof shellMethods;

export function writes(method: Method): boolean {
  return 'writes' in contract[method];
}

export type Input<M extends Method> = z.input<Contract[M]['input']>;
export type Output<M extends Method> = z.output<Contract[M]['output']>;

/** What a carrier's far end offers. */
export type Call = <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>;
