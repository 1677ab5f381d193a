/** What a reader changes in the names: edits, as they are kept and as they are listed. */
import { z } from 'zod';
import {
  articleIdSchema,
  blockIdSchema,
  entityIdSchema,
  entityTypeSchema,
  keptNameSchema,
  langSchema,
  localizedSchema,
  nameFormSchema,
  nameKindSchema,
  pointSchema,
  type Source,
  spanSchema,
  writtenLangSchema,
} from './domain';

/** Which name of an entity is meant. */
export const nameKeySchema = z.strictObject({
  lang: langSchema,
  text: z.string(),
  form: nameFormSchema,
  kind: nameKindSchema,
});
export type NameKey = z.infer<typeof nameKeySchema>;

/** What an edit does to one entity; on another version of the library it does as much of it as it can. */
export const entityChangeSchema = z.strictObject({
  /** Fields that got another value; null where it was taken away. A new entity has at least its type. */
  fields: z.strictObject({
    type: entityTypeSchema.optional(),
    within: localizedSchema.nullable().optional(),
    note: localizedSchema.nullable().optional(),
    point: pointSchema.nullable().optional(),
  }),
  added: z.array(keptNameSchema),
  /** A name that is no longer there is added as `to` has it. */
  changed: z.array(z.strictObject({ name: nameKeySchema, to: keptNameSchema })),
  removed: z.array(nameKeySchema),
  /** The whole entity is taken away, whatever its names are by then. */
  isRemoved: z.boolean(),
});
export type EntityChange = z.infer<typeof entityChangeSchema>;

/** A place in a written edition, with enough around it to find it again in another version of the library. */
export const quotedPlaceSchema = z.strictObject({
  article: articleIdSchema,
  lang: writtenLangSchema,
  block: blockIdSchema,
  ...spanSchema.shape,
  text: z.string().min(1),
  before: z.string(),
  after: z.string(),
});
export type QuotedPlace = z.infer<typeof quotedPlaceSchema>;

export const mentionChangeSchema = z.strictObject({
  at: quotedPlaceSchema,
  /** Whose name stands there; null: nobody's, and the matcher need not ask again. */
  entity: entityIdSchema.nullable(),
});
export type MentionChange = z.infer<typeof mentionChangeSchema>;

/** What is done and undone as one. */
export interface Edit {
  entities: ReadonlyMap<string, EntityChange>;
  sources: readonly Source[];
  mentions: readonly MentionChange[];
}

/** What an edit was, for a list of edits. */
export const editLabelSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('entity'), entity: entityIdSchema, name: z.string() }),
  z.strictObject({ kind: z.literal('entity-added'), entity: entityIdSchema, name: z.string() }),
  z.strictObject({ kind: z.literal('entity-removed'), entity: entityIdSchema, name: z.string() }),
  z.strictObject({
    kind: z.enum(['mention-added', 'mention-confirmed', 'mention-corrected', 'mention-rejected']),
    entity: entityIdSchema.nullable(),
    article: articleIdSchema,
    lang: writtenLangSchema,
    block: blockIdSchema,
    text: z.string(),
  }),
  z.strictObject({ kind: z.literal('import'), file: z.string(), added: z.int(), changed: z.int() }),
  z.strictObject({ kind: z.literal('source'), title: z.string() }),
]);
export type EditLabel = z.infer<typeof editLabelSchema>;

export const listedEditSchema = z.strictObject({
  number: z.int(),
  at: z.iso.datetime(),
  /** As the reader signs; empty where they did not. */
  by: z.string(),
  what: editLabelSchema,
  undoneAt: z.iso.datetime().nullable(),
  /** Mentions of it that are no longer found in the text. */
  lost: z.int(),
});
export type ListedEdit = z.infer<typeof listedEditSchema>;
