/** The domain, in the words of the README: what a library holds. */
import { z } from 'zod';
import { LANGS, WRITTEN_LANGS } from './lang';

export const langSchema = z.enum(LANGS);
export const writtenLangSchema = z.enum(WRITTEN_LANGS);
export const localizedSchema = z.strictObject({
  en: z.string().min(1),
  sq: z.string().min(1),
  'sr-Cyrl': z.string().min(1),
});

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens');

export const articleIdSchema = slug.brand<'ArticleId'>();
export const blockIdSchema = slug.brand<'BlockId'>();
export const sourceIdSchema = slug.brand<'SourceId'>();
export const figureIdSchema = slug.brand<'FigureId'>();
/** The prefix says the category: `pl-izbica`, `ev-izbica`. */
export const entityIdSchema = z
  .string()
  .regex(
    /^(pl|ev|or|pe|gr|wk)-[a-z0-9]+(-[a-z0-9]+)*$/,
    'a category prefix (pl, ev, or, pe, gr, wk) and a slug',
  )
  .brand<'EntityId'>();

export type ArticleId = z.infer<typeof articleIdSchema>;
export type BlockId = z.infer<typeof blockIdSchema>;
export type SourceId = z.infer<typeof sourceIdSchema>;
export type FigureId = z.infer<typeof figureIdSchema>;
export type EntityId = z.infer<typeof entityIdSchema>;

export const ENTITY_TYPES = [
  'territory', 'region', 'town', 'village', 'city', 'mountain', 'state', 'site',
  'war', 'massacre', 'massacre-series', 'attack', 'battle', 'offensive', 'air-campaign',
  'funeral', 'mass-grave', 'killing', 'withdrawal',
  'organisation', 'person', 'family', 'group', 'article',
] as const; // prettier-ignore
export const entityTypeSchema = z.enum(ENTITY_TYPES);
export type EntityType = z.infer<typeof entityTypeSchema>;

/** verified: attested in a named source; well-known: common usage, no source recorded;
 *  derived: formed by rule from an attested form; uncertain: neither attested nor safe to derive. */
export const CERTAINTIES = ['verified', 'well-known', 'derived', 'uncertain'] as const;
export const certaintySchema = z.enum(CERTAINTIES);
export type Certainty = z.infer<typeof certaintySchema>;

export const nameKindSchema = z.enum(['preferred', 'variant', 'historical', 'misspelling']);
export type NameKind = z.infer<typeof nameKindSchema>;

/** `base` is the citation form where a language does not tell definite from indefinite.
 *  Albanian genitive, dative and ablative share one ending, hence one form. */
export const NAME_FORMS = [
  'base', 'indefinite', 'definite', 'abbreviation',
  'accusative', 'genitive-dative', 'locative',
  'nominative', 'genitive', 'dative', 'instrumental', 'vocative', 'possessive',
] as const; // prettier-ignore
export const nameFormSchema = z.enum(NAME_FORMS);
export type NameForm = z.infer<typeof nameFormSchema>;

/** A date to the precision that is known: 1999, 1999-03, 1999-03-28. */
export const partialDateSchema = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

/** When a name was in use; an end that is left out is open or not known. */
export const periodSchema = z.strictObject({
  from: partialDateSchema.optional(),
  to: partialDateSchema.optional(),
});
export type Period = z.infer<typeof periodSchema>;

/** A name as it is kept: sources by id. */
export const keptNameSchema = z.strictObject({
  lang: langSchema,
  text: z.string().min(1),
  kind: nameKindSchema,
  form: nameFormSchema,
  sources: z.array(sourceIdSchema).min(1),
  certainty: certaintySchema,
  period: periodSchema.optional(),
  note: z.string().optional(),
});
export type KeptName = z.infer<typeof keptNameSchema>;

/** A name as it is shown. */
export const nameSchema = z.strictObject({
  ...keptNameSchema.shape,
  /** Who has the form, readable: "BIRN mass graves map; HLC". */
  source: z.string().min(1),
  /** The number of the reader's edit that it owes what it says to; absent where the library has it so. */
  edit: z.int().optional(),
});
export type Name = z.infer<typeof nameSchema>;

export const pointSchema = z.strictObject({
  /** WGS 84, degrees. */
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  /** How exact, as the source states it: "± 1-2 km". */
  precision: z.string().min(1),
  credit: z.string().min(1),
});

const entityFields = {
  id: entityIdSchema,
  type: entityTypeSchema,
  /** Where it lies, or when it was, in the interface's language. */
  within: localizedSchema.optional(),
  point: pointSchema.optional(),
  note: localizedSchema.optional(),
};

/** An entity as it is kept: in a library's files, in edits, in files of other programs. */
export const keptEntitySchema = z.strictObject({ ...entityFields, names: z.array(keptNameSchema).min(1) });
export type KeptEntity = z.infer<typeof keptEntitySchema>;

/** An entity as it is shown. */
export const entitySchema = z.strictObject({ ...entityFields, names: z.array(nameSchema).min(1) });
export type Entity = z.infer<typeof entitySchema>;

/** UTF-16 code units into the text beside it; `end` is exclusive. */
export const spanSchema = z.strictObject({ start: z.int().min(0), end: z.int().min(1) });
export type Span = z.infer<typeof spanSchema>;

export const mentionSchema = z.strictObject({
  ...spanSchema.shape,
  entity: entityIdSchema,
  text: z.string(),
  /** The name's own language, where the text quotes it in another than its own. */
  lang: langSchema.optional(),
  /** The number of the reader's edit that put it there; absent where the library has it. */
  edit: z.int().optional(),
});
export type Mention = z.infer<typeof mentionSchema>;

/** Text with the names that stand in it. */
export const richTextSchema = z.strictObject({ text: z.string(), mentions: z.array(mentionSchema) });
export type RichText = z.infer<typeof richTextSchema>;

/** A line or lines of a source document. */
export const citationSchema = z.strictObject({
  source: sourceIdSchema,
  lines: z.string().regex(/^\d+(-\d+)?(, ?\d+(-\d+)?)*$/),
});
export type Citation = z.infer<typeof citationSchema>;

export const blockTypeSchema = z.enum(['heading', 'paragraph', 'item']);
export const blockSchema = z.strictObject({
  id: blockIdSchema,
  type: blockTypeSchema,
  level: z.int().min(2).max(4).optional(),
  ...richTextSchema.shape,
  citations: z.array(citationSchema),
  /** It describes killings, or what was done to the dead, in detail; a handout can leave it out. */
  graphic: z.literal(true).optional(),
});
export type Block = z.infer<typeof blockSchema>;

export const FACT_KEYS = [
  'location', 'date', 'time', 'timezone', 'part-of', 'target', 'type', 'fatalities', 'injuries',
  'perpetrators', 'motive', 'convicted',
] as const; // prettier-ignore
export const factKeySchema = z.enum(FACT_KEYS);
export type FactKey = z.infer<typeof factKeySchema>;

export const editionStatusSchema = z.strictObject({
  state: z.enum(['draft', 'reviewed']),
  by: z.string().optional(),
  on: z.iso.date().optional(),
});
export type EditionStatus = z.infer<typeof editionStatusSchema>;

export const QUALIFIERS = [
  'exact',
  'at-least',
  'more-than',
  'about',
  'believed',
  'some',
  'unspecified',
] as const;
export const qualifierSchema = z.enum(QUALIFIERS);
export type Qualifier = z.infer<typeof qualifierSchema>;

export const sourceSchema = z.strictObject({
  id: sourceIdSchema,
  kind: z.enum(['document', 'report', 'press', 'reference', 'dataset', 'usage']),
  title: z.string().min(1),
  publisher: z.string().optional(),
  date: z.string().optional(),
  url: z.url().optional(),
  licence: z.string().optional(),
  note: z.string().optional(),
});
export type Source = z.infer<typeof sourceSchema>;
