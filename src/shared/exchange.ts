/** What goes out to other programs and comes in from them, as a shell and a window know it. */
import { z } from 'zod';
import {
  articleIdSchema, certaintySchema, entityIdSchema, entityTypeSchema, keptNameSchema, langSchema, localizedSchema, nameFormSchema,
  nameKindSchema, pointSchema, sourceIdSchema, sourceSchema,
} from './domain'; // prettier-ignore
import { NAME_FORMATS, READ_FORMATS } from './formats';
import { nameKeySchema } from './gazetteer';
import { NOTE_FORMATS } from './note-parts';
import { noteFilterSchema } from './notes';

export * from './formats';

export const nameFormatSchema = z.enum(NAME_FORMATS);

export const langPairSchema = z.strictObject({ source: langSchema, target: langSchema });

export const exportRequestSchema = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('names'),
    format: nameFormatSchema,
    /** The reader's first one first. */
    langs: z.array(langSchema).min(1).max(4),
    forms: z.enum(['all', 'citation']).optional(),
    pair: langPairSchema.optional(),
    /** Only these. */
    entities: z.array(entityIdSchema).optional(),
    /** What ids are appended to where a format asks for addresses; ends in `:`, `/` or `#`. */
    base: z
      .string()
      .regex(/^[a-z][a-z0-9+.-]*:\S*[:/#]$/)
      .max(200)
      .optional(),
  }),
  /** Aligned blocks of articles, as a translation memory. */
  z.strictObject({
    what: z.literal('blocks'),
    langs: z.array(langSchema).min(2).max(4),
    articles: z.array(articleIdSchema).optional(),
  }),
  z.strictObject({
    what: z.literal('figures'),
    lang: langSchema,
    article: articleIdSchema.optional(),
  }),
  z.strictObject({
    what: z.literal('notes'),
    format: z.enum(NOTE_FORMATS),
    /** Of headings and titles. */
    lang: langSchema,
    filter: noteFilterSchema.optional(),
  }),
  /** All that the reader wrote, in one file. */
  z.strictObject({ what: z.literal('backup') }),
]);
export type ExportRequest = z.infer<typeof exportRequestSchema>;

/** What a format cannot hold: so many things, and some of them. The sentences: `exchange.losses` in the locales. */
export const lossSchema = z.strictObject({ code: z.string(), count: z.int(), examples: z.array(z.string()) });

export const exportPreviewSchema = z.strictObject({
  /** Entities, blocks, figures or notes. */
  count: z.int(),
  losses: z.array(lossSchema),
});
export const exportedSchema = z.strictObject({
  ...exportPreviewSchema.shape,
  /** As a file would be called. */
  name: z.string(),
  mediaType: z.string(),
  /** Base64. */
  data: z.string(),
});

/** A file that a reader chose, read by whoever let them choose. */
export const givenFileSchema = z.strictObject({
  name: z.string().min(1).max(255),
  /** Base64. */
  data: z.string().max(48 * 1024 * 1024),
});
export type GivenFile = z.infer<typeof givenFileSchema>;

const paramsSchema = z.record(z.string(), z.union([z.string(), z.number()]));
export const filePlaceSchema = z.strictObject({
  line: z.int().optional(),
  column: z.int().optional(),
  cell: z.string().optional(),
  sheet: z.string().optional(),
  entry: z.string().optional(),
});
/** The sentences: `exchange.problems` in the locales. */
export const fileProblemSchema = z.strictObject({
  code: z.string(),
  severity: z.enum(['fatal', 'error', 'warning', 'note']),
  at: filePlaceSchema,
  params: paramsSchema,
});
export type FileProblem = z.infer<typeof fileProblemSchema>;

const nameFieldsSchema = z.strictObject({
  kind: nameKindSchema.optional(),
  form: nameFormSchema.optional(),
  sources: z.array(sourceIdSchema).optional(),
  certainty: certaintySchema.optional(),
  period: keptNameSchema.shape.period,
  note: z.string().optional(),
});

export const plannedChangeSchema = z.discriminatedUnion('what', [
  z.strictObject({
    id: z.string(),
    what: z.literal('name-added'),
    name: keptNameSchema,
    /** What the file does not say. */
    assumed: z.array(z.enum(['kind', 'form', 'certainty', 'source'])),
  }),
  z.strictObject({
    id: z.string(),
    what: z.literal('name-changed'),
    name: nameKeySchema,
    from: nameFieldsSchema,
    to: nameFieldsSchema,
  }),
  z.strictObject({
    id: z.string(),
    what: z.literal('type-changed'),
    from: entityTypeSchema,
    to: entityTypeSchema,
  }),
  z.strictObject({
    id: z.string(),
    what: z.literal('text-changed'),
    field: z.enum(['within', 'note']),
    from: localizedSchema.optional(),
    to: localizedSchema,
  }),
  z.strictObject({
    id: z.string(),
    what: z.literal('point-changed'),
    from: pointSchema.optional(),
    to: pointSchema,
  }),
]);
export type PlannedChange = z.infer<typeof plannedChangeSchema>;

const homonymSchema = z.strictObject({
  code: z.literal('homonym'),
  /** The id of the change that adds the name. */
  change: z.string(),
  name: z.string(),
  lang: langSchema,
  others: z.array(entityIdSchema),
});
export const importConflictSchema = z.discriminatedUnion('code', [
  z.strictObject({
    code: z.literal('same-as'),
    candidates: z.array(
      z.strictObject({
        id: entityIdSchema,
        shared: z.array(z.string()),
        changes: z.array(plannedChangeSchema),
        homonyms: z.array(homonymSchema),
      }),
    ),
  }),
  homonymSchema,
  z.strictObject({ code: z.literal('type-missing') }),
]);

export const plannedItemSchema = z.strictObject({
  /** Stands for this entity of the file in decisions. */
  key: z.string(),
  status: z.enum(['unchanged', 'changed', 'added', 'conflict']),
  entity: entityIdSchema.optional(),
  isNew: z.boolean(),
  /** What the file calls it. */
  name: z.string(),
  type: entityTypeSchema.optional(),
  changes: z.array(plannedChangeSchema),
  conflicts: z.array(importConflictSchema),
  remarks: z.array(
    z.strictObject({
      code: z.enum(['text-incomplete', 'category-differs', 'second-preferred']),
      params: paramsSchema,
    }),
  ),
  at: filePlaceSchema,
});
export type PlannedItem = z.infer<typeof plannedItemSchema>;

/** What a person decides of one entity of the file. */
export const importDecisionSchema = z.strictObject({
  as: z.union([entityIdSchema, z.literal('new')]).optional(),
  type: entityTypeSchema.optional(),
  keepHomonyms: z.boolean().optional(),
  skip: z.boolean().optional(),
  /** Ids of changes that are not wanted. */
  without: z.array(z.string()).optional(),
});
export type ImportDecision = z.infer<typeof importDecisionSchema>;

export const importRequestSchema = z.strictObject({
  file: givenFileSchema,
  /** What it looks like, where nobody says. */
  format: z.enum(READ_FORMATS).optional(),
  /** Of names that state none. */
  lang: langSchema.optional(),
  /** Of a glossary, which does not name its languages itself. */
  pair: langPairSchema.optional(),
  /** Of new entities for which the file states none. */
  type: entityTypeSchema.optional(),
});

export const importPreviewSchema = z.strictObject({
  format: z.enum(READ_FORMATS).nullable(),
  /** The first of them; `problemCount` says how many there are. */
  problems: z.array(fileProblemSchema),
  problemCount: z.int(),
  /** Counted by their status. */
  counts: z.strictObject({ unchanged: z.int(), changed: z.int(), added: z.int(), conflict: z.int() }),
  /** What would change, conflicts first; unchanged ones are left out. Empty after a fatal problem. */
  items: z.array(plannedItemSchema),
  /** Sources that would be added. */
  sources: z.array(sourceSchema),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

export const importedSchema = z.strictObject({
  /** The number of the edit, to undo it; null where nothing changed. */
  edit: z.int().nullable(),
  added: z.array(entityIdSchema),
  changed: z.array(entityIdSchema),
  /** Keys of items that somebody still has to decide. */
  undecided: z.array(z.string()),
  problems: z.array(fileProblemSchema),
});
