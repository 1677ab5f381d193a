/** What the library answers with: the domain as a reader sees it, in one language or side by side. */
import { z } from 'zod';
import {
  articleIdSchema, blockIdSchema, blockSchema, certaintySchema, citationSchema, editionStatusSchema,
  entityIdSchema, entitySchema, entityTypeSchema, factKeySchema, figureIdSchema, langSchema, localizedSchema,
  nameFormSchema, qualifierSchema, richTextSchema, sourceSchema, spanSchema,
} from './domain'; // prettier-ignore
import { CATEGORIES } from './category';
import { listedEditSchema } from './gazetteer';
import { LOOSE_RULES } from './likeness';

const titlesSchema = z.strictObject({
  en: z.string(),
  sq: z.string(),
  'sr-Latn': z.string(),
  'sr-Cyrl': z.string(),
});

/** Names to show for an entity where there is room for one a language. */
export const entityBriefSchema = z.strictObject({
  id: entityIdSchema,
  type: entityTypeSchema,
  /** Citation form a language; for Albanian the indefinite. Absent where the gazetteer has none. */
  preferred: z.partialRecord(langSchema, z.strictObject({ text: z.string(), certainty: certaintySchema })),
  /** Albanian definite form. */
  definite: z.strictObject({ text: z.string(), certainty: certaintySchema }).optional(),
});
export type EntityBrief = z.infer<typeof entityBriefSchema>;

export const articleSummarySchema = z.strictObject({
  id: articleIdSchema,
  kind: z.string(),
  titles: titlesSchema,
  languages: z.array(langSchema),
  blocks: z.int(),
  /** Words of the edition in each language. */
  words: z.partialRecord(langSchema, z.int()),
  source: z.string(),
  /** The date and place facts, for the contents list, a language each. */
  date: z.partialRecord(langSchema, z.string()),
  location: z.partialRecord(langSchema, z.string()),
});
export type ArticleSummary = z.infer<typeof articleSummarySchema>;

export const figureSchema = z.strictObject({
  id: figureIdSchema,
  article: articleIdSchema,
  what: z.string(),
  scope: z.string(),
  qualifier: qualifierSchema,
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** The number as it is to be read in the language asked for: "93–130", "at least 93", "several hundred". */
  value: z.string(),
  heldBy: z.string(),
  source: z.string(),
  citations: z.array(citationSchema),
  block: blockIdSchema.nullable(),
  fact: factKeySchema.nullable(),
  partOf: figureIdSchema.nullable(),
});
export type Figure = z.infer<typeof figureSchema>;

export const articleSchema = z.strictObject({
  id: articleIdSchema,
  kind: z.string(),
  about: entityIdSchema,
  lang: langSchema,
  /** True where the text was converted from another script and the conversion is not exact. */
  converted: z.boolean(),
  title: z.string(),
  titles: titlesSchema,
  languages: z.array(langSchema),
  status: editionStatusSchema,
  facts: z.array(
    z.strictObject({
      key: factKeySchema,
      value: z.string(),
      mentions: richTextSchema.shape.mentions,
      citations: z.array(citationSchema),
    }),
  ),
  blocks: z.array(blockSchema),
  figures: z.array(figureSchema),
  sources: z.array(sourceSchema),
  seeAlso: z.array(
    z.strictObject({ entity: entityIdSchema, article: articleIdSchema.nullable(), title: z.string() }),
  ),
  /** Every entity that this edition mentions, in the order of first mention. */
  entities: z.array(entityBriefSchema),
});
export type Article = z.infer<typeof articleSchema>;

export const searchHitSchema = z.strictObject({
  article: articleIdSchema,
  lang: langSchema,
  /** A block's id, or `title`, or `fact-KEY`. */
  block: z.string(),
  /** The article's title in the hit's language. */
  title: z.string(),
  snippet: z.string(),
  /** Into `snippet`. */
  marks: z.array(z.tuple([z.int(), z.int()])),
  /** Higher is better; comparable within one answer only. */
  score: z.number(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

/** What may have been meant where nothing matches as it is. */
export const suggestionSchema = z.strictObject({
  /** The name that is spelt nearly so. */
  text: z.string(),
  lang: langSchema,
  /** What joins the two. */
  reasons: z.array(z.enum(LOOSE_RULES)),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

export const searchResultSchema = z.strictObject({
  query: z.string(),
  /** Names in the query that were expanded to all names of their entity. */
  expanded: z.array(
    z.strictObject({
      entity: entityIdSchema,
      /** The words of the query that named it. */
      matched: z.string(),
      names: z.array(z.string()),
    }),
  ),
  /** Where nothing was found: words of the query, and what may have been meant by each. */
  suggested: z
    .array(
      z.strictObject({
        ...suggestionSchema.shape,
        words: z.string(),
        entity: entityIdSchema,
        within: localizedSchema.optional(),
      }),
    )
    .optional(),
  /** Blocks found, counted to a limit of 10,000. */
  total: z.int(),
  hits: z.array(searchHitSchema),
  ms: z.number(),
});
export type SearchResult = z.infer<typeof searchResultSchema>;

export const attestationSchema = z.strictObject({
  article: articleIdSchema,
  lang: langSchema,
  block: z.string(),
  ...spanSchema.shape,
  text: z.string(),
  /** The grammatical form, where the gazetteer has it. */
  form: nameFormSchema.nullable(),
  /** The reader's edit that put it there. */
  edit: z.int().optional(),
});

export const entityListingSchema = z.strictObject({
  ...entitySchema.shape,
  /** How many times it is mentioned, all editions together; Serbian counts once. */
  mentions: z.int(),
  /** Nothing has the words that were asked for; why this may have been meant. */
  suggested: suggestionSchema.optional(),
});
export type EntityListing = z.infer<typeof entityListingSchema>;

export const entityDetailSchema = z.strictObject({
  ...entitySchema.shape,
  attestations: z.array(attestationSchema),
  /** Others with a name that is written the same, but for script and marks. */
  homonyms: z.array(
    z.strictObject({
      ...entityBriefSchema.shape,
      within: localizedSchema.optional(),
      /** What both are called. */
      names: z.array(z.string()),
    }),
  ),
  /** The reader's latest edits of it. */
  edits: z.array(listedEditSchema),
});
export type EntityDetail = z.infer<typeof entityDetailSchema>;

export const namesPageSchema = z.strictObject({
  total: z.int(),
  /** How many there would be of each category, were none asked for. */
  categories: z.array(z.strictObject({ category: z.enum(CATEGORIES), count: z.int() })),
  /** Nothing has these words; these have what may have been meant. */
  guessed: z.boolean(),
  rows: z.array(entityListingSchema),
});
export type NamesPage = z.infer<typeof namesPageSchema>;

/** A block of another edition, with where the entity stands in it. */
export const alignedTextSchema = z.strictObject({
  lang: langSchema,
  text: z.string(),
  /** Into `text`; none where the name is missing there. */
  marks: z.array(z.tuple([z.int(), z.int()])),
});
export type AlignedText = z.infer<typeof alignedTextSchema>;

export const concordanceRowSchema = z.strictObject({
  article: articleIdSchema,
  lang: langSchema,
  block: z.string(),
  /** Into the block's text. */
  ...spanSchema.shape,
  before: z.string(),
  match: z.string(),
  after: z.string(),
  form: nameFormSchema.nullable(),
  edit: z.int().optional(),
  /** In the languages asked for. */
  aligned: z.array(alignedTextSchema).optional(),
});
export type ConcordanceRow = z.infer<typeof concordanceRowSchema>;

export const FINDING_CODES = [
  'two-names',
  'misspelling',
  'unlisted-form',
  'not-definite',
  'not-indefinite',
  'missing-language',
] as const;

export type FindingCode = (typeof FINDING_CODES)[number];

/** Something that a person may want to make consistent. */
export const findingSchema = z.strictObject({
  /** two-names: one edition calls a thing by names that are not forms of one; misspelling: the form is known to be
   *  one; unlisted-form: the gazetteer does not have the form; not-definite, not-indefinite: English writes Albanian
   *  feminine names definite and masculine ones indefinite; missing-language: a name lacks a language. */
  code: z.enum(FINDING_CODES),
  entity: entityIdSchema,
  /** What it is cited by, for a list. */
  name: z.string(),
  /** Where it stands; absent for what lacks a language. */
  at: z
    .strictObject({
      article: articleIdSchema,
      lang: langSchema,
      block: z.string(),
      ...spanSchema.shape,
      text: z.string(),
      before: z.string(),
      after: z.string(),
    })
    .optional(),
  /** What is written elsewhere in the edition, or would be written by the rule. */
  instead: z.array(z.string()),
  /** Of missing-language. */
  langs: z.array(langSchema).optional(),
});
export type Finding = z.infer<typeof findingSchema>;

export const comparedSideSchema = z.strictObject({ article: articleIdSchema, lang: langSchema });
export const comparisonSchema = z.strictObject({
  sides: z.array(z.strictObject({ ...comparedSideSchema.shape, title: z.string(), mentions: z.int() })),
  /** Those that all sides share first, then by the number of sides, then as first mentioned. */
  rows: z.array(
    z.strictObject({
      ...entityBriefSchema.shape,
      /** One for each side; empty where it does not stand there. */
      forms: z.array(z.array(z.strictObject({ text: z.string(), count: z.int(), block: z.string() }))),
    }),
  ),
});
export type Comparison = z.infer<typeof comparisonSchema>;

export const CONFIDENCES = ['sure', 'likely', 'doubtful'] as const;
/** An entity that a stretch of text may name. */
export const candidateSchema = z.strictObject({
  ...entityBriefSchema.shape,
  within: localizedSchema.optional(),
  /** The form that is written so. */
  form: nameFormSchema.nullable(),
  lang: langSchema,
  /** By rule; nobody is known to have written it. */
  generated: z.boolean(),
  confidence: z.enum(CONFIDENCES),
  /** No name matches; this one is spelt nearly so. */
  suggested: suggestionSchema.optional(),
  /** What other languages have for the form, where it is one of a case. */
  corresponding: z
    .array(z.strictObject({ lang: langSchema, text: z.string(), form: nameFormSchema }))
    .optional(),
});
export type Candidate = z.infer<typeof candidateSchema>;

/** A name that the matcher found; which of its candidates is meant, a person says. */
export const nameMatchSchema = z.strictObject({
  ...spanSchema.shape,
  text: z.string(),
  candidates: z.array(candidateSchema).min(1),
});
export type NameMatch = z.infer<typeof nameMatchSchema>;

export const proposalSchema = z.strictObject({
  ...nameMatchSchema.shape,
  article: articleIdSchema,
  lang: langSchema,
  block: z.string(),
  before: z.string(),
  after: z.string(),
});
export type Proposal = z.infer<typeof proposalSchema>;

export const namesDisplaySchema = z.union([z.enum(['as-written', 'gloss']), langSchema]);
export type NamesDisplay = z.infer<typeof namesDisplaySchema>;

export const NAME_COLUMNS = ['en', 'sq', 'sr-Cyrl', 'sr-Latn', 'kind', 'mentions'] as const;
export const nameColumnSchema = z.enum(NAME_COLUMNS);
export type NameColumn = z.infer<typeof nameColumnSchema>;

export const settingsSchema = z.strictObject({
  /** Null: follow the machine. */
  interfaceLang: langSchema.nullable(),
  /** One to three editions, in the reader's order. Empty: the interface's language. */
  readingLangs: z.array(langSchema).max(3),
  namesDisplay: namesDisplaySchema,
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  textSize: z.enum(['small', 'medium', 'large', 'larger']),
  paper: z.enum(['A4', 'Letter']),
  /** How they sign what they change in names; empty: not at all. */
  signedAs: z.string().max(80),
  /** Columns of the table of names, in their order; empty: all languages, the reader's first. */
  nameColumns: z.array(nameColumnSchema).max(8),
  /** Where the reader was is kept. */
  keepsHistory: z.boolean(),
  /** Beside the text: notes on the edition on show, or on any edition of a block; or none. */
  notesShown: z.enum(['edition', 'all', 'none']),
  /** The reader has been told where things lie and what the library is about. */
  welcomed: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

export const readingPositionSchema = z.strictObject({
  article: articleIdSchema,
  block: z.string(),
  /** How far into the block, 0 to 1. */
  offset: z.number().min(0).max(1),
  at: z.iso.datetime(),
});
export type ReadingPosition = z.infer<typeof readingPositionSchema>;

export const recentArticleSchema = z.strictObject({
  article: articleIdSchema,
  titles: titlesSchema,
  at: z.iso.datetime(),
});
export type RecentArticle = z.infer<typeof recentArticleSchema>;

/** Something the reader has to be told once: a file set aside, a first library updated. */
export const noticeSchema = z.strictObject({
  code: z.enum([
    'library-set-aside',
    'folder-synchronised',
    'folder-network',
    'backup-failed',
    'index-rebuilt',
    'library-updated',
    'resources-unreadable',
    'library-restarted',
    'page-recovered',
    'link-unknown',
    'file-unknown',
    'file-too-large',
    'library-other',
  ]),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** In English, for the terminal. */
  message: z.string(),
});
export type Notice = z.infer<typeof noticeSchema>;

export const libraryInfoSchema = z.strictObject({
  /** Absolute path of the library's folder; empty in a reading room. */
  path: z.string(),
  title: localizedSchema,
  version: z.string(),
  licence: z.strictObject({ name: z.string(), url: z.string() }),
  credits: z.array(localizedSchema),
  contentNote: localizedSchema,
});
export type LibraryInfo = z.infer<typeof libraryInfoSchema>;

export const checkedFileSchema = z.strictObject({
  file: z.string(),
  state: z.enum(['ok', 'damaged', 'missing', 'stale']),
  bytes: z.int(),
  detail: z.string(),
});
