/** The files of a library as people write them: `resources/library`. */
import { z } from 'zod';
import {
  articleIdSchema,
  blockIdSchema,
  blockTypeSchema,
  citationSchema,
  editionStatusSchema,
  entityIdSchema,
  factKeySchema,
  figureIdSchema,
  type KeptEntity,
  keptEntitySchema,
  localizedSchema,
  partialDateSchema,
  qualifierSchema,
  sourceIdSchema,
  type Source,
  writtenLangSchema,
} from '../../shared/domain';
import { BLANK_LINES, occasionSchema, questionIdSchema } from '../../shared/handout';

/** library.json */
export const librarySourceSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** Semantic version; a higher one updates an installed library. */
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: localizedSchema,
  licence: z.strictObject({ name: z.string(), url: z.url() }),
  /** Who the facts are owed to, a sentence each. */
  credits: z.array(localizedSchema).min(1),
  /** Shown before printing for a class. */
  contentNote: localizedSchema,
  /** Article ids, in the order of the contents. */
  articles: z.array(articleIdSchema).min(1),
});

/** entities.json: an array of these. A `sr-Latn` twin of a `sr-Cyrl` name is derived when it is not written. */
export const entitySourceSchema = keptEntitySchema;

/** articles/ID/article.json: what all editions share. */
export const articleSourceSchema = z.strictObject({
  id: articleIdSchema,
  kind: z.enum(['event']),
  /** The entity that the article is about. */
  about: entityIdSchema,
  source: sourceIdSchema,
  sources: z.array(sourceIdSchema).min(1),
  facts: z.array(z.strictObject({ key: factKeySchema, citations: z.array(citationSchema).min(1) })),
  blocks: z
    .array(
      z.strictObject({
        id: blockIdSchema,
        type: blockTypeSchema,
        level: z.int().min(2).max(4).optional(),
        citations: z.array(citationSchema),
        /** It describes killings, or what was done to the dead, in detail; a handout can leave it out. */
        graphic: z.literal(true).optional(),
      }),
    )
    .min(1),
  seeAlso: z.array(z.strictObject({ entity: entityIdSchema, article: articleIdSchema.optional() })),
});

/** articles/ID/LANG.json: one edition. Texts mark names as `[[pl-izbica|Izbicë]]`. */
export const editionSourceSchema = z.strictObject({
  lang: writtenLangSchema,
  title: z.string().min(1),
  status: editionStatusSchema,
  facts: z.partialRecord(factKeySchema, z.string().min(1)),
  blocks: z.record(blockIdSchema, z.string().min(1)),
});

/** articles/ID/figures.json: an array of these. */
export const figureSourceSchema = z.strictObject({
  id: figureIdSchema,
  /** The block that states it. */
  block: blockIdSchema.optional(),
  /** The fact that states it, when it stands in the infobox. */
  fact: factKeySchema.optional(),
  what: localizedSchema,
  scope: z.strictObject({
    places: z.array(entityIdSchema),
    /** ISO dates, to the precision the source has: 1999, 1999-03, 1999-03-28. */
    from: partialDateSchema.optional(),
    to: partialDateSchema.optional(),
    note: localizedSchema.optional(),
  }),
  qualifier: qualifierSchema,
  /** Null where the source gives words and no number. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** As the source words it: "several hundred". */
  wording: localizedSchema.optional(),
  heldBy: localizedSchema,
  holder: entityIdSchema.optional(),
  /** The figure this one is counted within: 24 children of 53. */
  partOf: figureIdSchema.optional(),
  citations: z.array(citationSchema).min(1),
});

/** events.json, which a library may lack: an array of these. */
export const eventSourceSchema = z.strictObject({
  entity: entityIdSchema,
  /** To the precision that its source has, the earliest first; an event that nobody dates is not here. */
  occasions: z.array(occasionSchema).min(1),
  places: z.array(entityIdSchema),
  /** Articles that tell of it without its name, and where. */
  toldIn: z.array(z.strictObject({ article: articleIdSchema, block: blockIdSchema })).optional(),
});

/** articles/ID/questions.json, which an article may lack: an array of these. */
export const questionSourceSchema = z.strictObject({
  /** Unique in the library. */
  id: questionIdSchema,
  question: localizedSchema,
  answer: localizedSchema,
  /** Blank lines to answer on. */
  lines: z.int().min(BLANK_LINES.least).max(BLANK_LINES.most),
  /** What the answer rests on. */
  citations: z.array(citationSchema).min(1),
});

export type LibrarySource = z.infer<typeof librarySourceSchema>;
export type EntitySource = KeptEntity;
export type ArticleSource = z.infer<typeof articleSourceSchema>;
export type EditionSource = z.infer<typeof editionSourceSchema>;
export type FigureSource = z.infer<typeof figureSourceSchema>;
export type EventSource = z.infer<typeof eventSourceSchema>;
export type QuestionSource = z.infer<typeof questionSourceSchema>;

/** A library as read from its files and checked against the schemas. */
export interface LibraryFiles {
  library: LibrarySource;
  sources: Source[];
  entities: EntitySource[];
  events: EventSource[];
  articles: {
    article: ArticleSource;
    editions: EditionSource[];
    figures: FigureSource[];
    questions: QuestionSource[];
  }[];
}
