/** Handouts: what a reader asks for, what is printed of it, and what is kept to be made again. */
import { z } from 'zod';
import { articleIdSchema, blockIdSchema, citationSchema, entityIdSchema, langSchema, localizedSchema, nameSchema, partialDateSchema, pointSchema } from './domain'; // prettier-ignore
import {
  BINDING,
  BLANK_LINES,
  HANDOUT_FORMATS,
  LAYOUTS,
  LEAD,
  LONGEST_TITLE,
  MARGINS,
  MOST_OWN_QUESTIONS,
  PAPERS,
  type Part,
  PARTS,
  SCOPES,
  SCOPES_OF,
  SIZES,
} from './handout-parts';
import { noteIdSchema, noteSchema } from './notes';
import { articleSchema, entityBriefSchema, libraryInfoSchema, namesDisplaySchema } from './views';

export * from './handout-parts';

const partChoiceSchema = z.strictObject({
  part: z.enum(PARTS),
  /** Without it the part's usual one. */
  scope: z.enum(SCOPES).optional(),
  /** On pages that lie across. */
  landscape: z.boolean().optional(),
});
export type PartChoice = z.infer<typeof partChoiceSchema>;

export const partChoicesSchema = z
  .array(partChoiceSchema)
  .min(1)
  .superRefine((choices, context) => {
    choices.forEach(({ part, scope }, at) => {
      if (choices.findIndex((one) => one.part === part) !== at)
        context.addIssue({ code: 'custom', message: `${part} stands twice`, path: [at] });
      if (scope !== undefined && !SCOPES_OF[part].includes(scope))
        context.addIssue({ code: 'custom', message: `${part} cannot stand ${scope}`, path: [at, 'scope'] });
    });
  });

export const pageSetupSchema = z.strictObject({
  paper: z.enum(PAPERS).default('A4'),
  landscape: z.boolean().default(false),
  /** Millimetres. */
  margin: z.number().min(MARGINS.least).max(MARGINS.most).default(MARGINS.usual),
  /** Millimetres more on the inner side, which alternates. */
  binding: z.number().min(BINDING.least).max(BINDING.most).default(0),
  /** Points. */
  size: z.number().min(SIZES.least).max(SIZES.most).default(SIZES.usual),
  /** Of running text, where one edition is set at a time. */
  columns: z.union([z.literal(1), z.literal(2)]).default(1),
  /** Black only, heavier lines. */
  contrast: z.boolean().default(false),
  /** Justified, and words divided where lines end. */
  hyphenate: z.boolean().default(false),
});
export type PageSetup = z.infer<typeof pageSetupSchema>;

/** The parts of a plain handout of an article. */
export const PLAIN_PARTS: readonly PartChoice[] = (
  ['text', 'facts', 'figures', 'names', 'sources', 'licence'] satisfies Part[]
).map((part) => ({ part }));

/** All that does not depend on which articles they are: a preset. */
export const handoutOptionsSchema = z.strictObject({
  layout: z.enum(LAYOUTS).default('single'),
  names: namesDisplaySchema.default('as-written'),
  /** In the order in which they are printed. */
  parts: partChoicesSchema.default([...PLAIN_PARTS]),
  /** Paragraphs that describe killings in detail are left out, and a line says so. */
  withoutDetails: z.boolean().default(false),
  page: pageSetupSchema.prefault({}),
});
export type HandoutOptions = z.infer<typeof handoutOptionsSchema>;

export const questionIdSchema = blockIdSchema;

/** A question of the reader's own. */
export const ownQuestionSchema = z.strictObject({
  /** After which article; null: after the last. */
  article: articleIdSchema.nullable(),
  texts: z.partialRecord(
    langSchema,
    z.strictObject({ question: z.string().max(2000), answer: z.string().max(4000) }),
  ),
  lines: z.int().min(BLANK_LINES.least).max(BLANK_LINES.most),
});
export type OwnQuestion = z.infer<typeof ownQuestionSchema>;

export const handoutRequestSchema = z.strictObject({
  ...handoutOptionsSchema.shape,
  articles: z
    .array(
      z.strictObject({
        id: articleIdSchema,
        /** By the ids of their headings, of the second level; absent: all. */
        sections: z
          .array(z.union([z.literal(LEAD), blockIdSchema]))
          .min(1)
          .optional(),
      }),
    )
    .min(1)
    .max(500)
    .refine(
      (articles) => new Set(articles.map(({ id }) => id)).size === articles.length,
      'an article stands twice',
    ),
  /** The first is the handout's own. */
  langs: z.array(langSchema).min(1).max(4),
  /** On the cover and in the document's properties; empty: made of the articles. */
  title: z.string().max(LONGEST_TITLE).default(''),
  /** Beneath it: a class, a course, a date. */
  subtitle: z.string().max(LONGEST_TITLE).default(''),
  /** Those that are chosen, where the notes are among the parts. */
  notes: z.union([z.literal('all'), z.array(noteIdSchema).max(50_000)]).default('all'),
  questions: z
    .strictObject({
      /** Of the library's. */
      without: z.array(questionIdSchema).default([]),
      own: z.array(ownQuestionSchema).max(MOST_OWN_QUESTIONS).default([]),
    })
    .prefault({}),
});
export type HandoutRequest = z.infer<typeof handoutRequestSchema>;
export type HandoutRequestInput = z.input<typeof handoutRequestSchema>;

/** A question about an article, as the library has it. */
export const questionSchema = z.strictObject({
  id: questionIdSchema,
  question: z.string(),
  answer: z.string(),
  /** Blank lines to answer on. */
  lines: z.int(),
  /** What the answer rests on. */
  citations: z.array(citationSchema),
});
export type Question = z.infer<typeof questionSchema>;

/** When something was: one day, month or year, or from one to another; to the precision that is known. */
export const occasionSchema = z.strictObject({ from: partialDateSchema, to: partialDateSchema.optional() });
export type Occasion = z.infer<typeof occasionSchema>;

const shownEntity = {
  ...entityBriefSchema.shape,
  within: localizedSchema.optional(),
  /** Articles that mention it, in the order of the contents. */
  articles: z.array(articleIdSchema),
};
/** Where things lie and when they were. */
export const atlasSchema = z.strictObject({
  /** Every place that is mentioned; null where nobody says where it lies. */
  places: z.array(z.strictObject({ ...shownEntity, point: pointSchema.nullable() })),
  /** Every event that has a date, the earliest first. */
  events: z.array(
    z.strictObject({
      ...shownEntity,
      occasions: z.array(occasionSchema).min(1),
      places: z.array(entityIdSchema),
      /** Of its own, where that differs from its places'. */
      point: pointSchema.nullable(),
      /** Where an article tells of it without its name. */
      toldIn: z.array(z.strictObject({ article: articleIdSchema, block: blockIdSchema })),
      /** The article about it. */
      about: articleIdSchema.nullable(),
    }),
  ),
});
export type Atlas = z.infer<typeof atlasSchema>;
export type AtlasPlace = Atlas['places'][number];
export type AtlasEvent = Atlas['events'][number];

const textsSchema = z.array(z.strictObject({ lang: langSchema, question: z.string(), answer: z.string() }));

/** An article in one edition, or in several beside each other. */
export const chapterSchema = z.strictObject({
  /** Unique in the handout, and an anchor. */
  id: z.string(),
  article: articleIdSchema,
  /** Of its own words, such as headings of parts: the first edition's. */
  lang: langSchema,
  /** The blocks of the chosen sections only; the first is in `lang`. */
  editions: z.array(articleSchema.omit({ entities: true })).min(1),
  /** Editions that were asked for and that the article does not have. */
  missing: z.array(langSchema),
  /** Sections that were chosen and that the article does not have. */
  missingSections: z.array(z.string()),
  /** A row an entity that the chapter mentions, ordered as it is first mentioned. */
  names: z.array(
    z.strictObject({
      ...entityBriefSchema.shape,
      /** The distinct forms in the chapter's text. */
      inText: z.array(z.string()),
    }),
  ),
  /** What wants a word of explanation. */
  glossary: z.array(
    z.strictObject({
      ...entityBriefSchema.shape,
      /** Abbreviations, and other names to write. */
      others: z.array(nameSchema.pick({ lang: true, text: true, kind: true, form: true, certainty: true })),
      within: localizedSchema.optional(),
      note: localizedSchema.optional(),
    }),
  ),
  notes: z.array(noteSchema),
  /** In the chapter's languages. */
  questions: z.array(
    z.strictObject({
      id: z.string(),
      lines: z.int(),
      texts: textsSchema.min(1),
      citations: z.array(citationSchema),
    }),
  ),
});
export type Chapter = z.infer<typeof chapterSchema>;

/** A printable document: everything that the print page needs, and nothing it would have to ask for. */
export const handoutSchema = z.strictObject({
  title: z.string(),
  subtitle: z.string(),
  /** Of the document and of the parts that stand once. */
  lang: langSchema,
  langs: z.array(langSchema),
  library: z.strictObject({
    id: z.string(),
    version: z.string(),
    title: localizedSchema,
    licence: libraryInfoSchema.shape.licence,
    credits: z.array(localizedSchema),
    contentNote: localizedSchema,
  }),
  layout: z.enum(LAYOUTS),
  names: namesDisplaySchema,
  withoutDetails: z.boolean(),
  page: pageSetupSchema,
  chapters: z.array(chapterSchema).min(1),
  /** What is printed, in order; each begins a page. */
  sheets: z
    .array(
      z.strictObject({
        /** Whose title heads the pages; null: the handout's. */
        chapter: z.string().nullable(),
        landscape: z.boolean(),
        /** `chapters`: of whom it is; one, where it stands after each. */
        parts: z.array(z.strictObject({ part: z.enum(PARTS), chapters: z.array(z.string()).min(1) })).min(1),
      }),
    )
    .min(1),
  /** Of what the chapters mention. */
  atlas: atlasSchema,
  /** Goes with the document, so that it can be opened again. */
  request: handoutRequestSchema,
});
export type Handout = z.infer<typeof handoutSchema>;
export type Sheet = Handout['sheets'][number];

/** A handout that is kept: a preset, or one with its articles. */
export const savedHandoutSchema = z.strictObject({
  /** Made by whoever saves it. */
  id: z.string().regex(/^[a-z0-9-]{1,64}$/),
  name: z.string().trim().min(1).max(120),
  at: z.iso.datetime(),
  options: handoutOptionsSchema,
  /** Null: a preset. */
  choice: handoutRequestSchema
    .pick({ articles: true, langs: true, title: true, subtitle: true, notes: true, questions: true })
    .nullable(),
});
export type SavedHandout = z.infer<typeof savedHandoutSchema>;

/** What lies in a PDF of ours as `handout.json`. */
export const attachedSchema = z.strictObject({
  format: z.literal('paralel-handout'),
  version: z.literal(1),
  library: z.strictObject({ id: z.string(), version: z.string() }),
  request: handoutRequestSchema,
});
export type Attached = z.infer<typeof attachedSchema>;

/** What a shell is asked to make. */
export const makeRequestSchema = z.strictObject({
  request: handoutRequestSchema,
  as: z.enum(HANDOUT_FORMATS).default('pdf'),
  /** A file for every article. */
  apart: z.boolean().default(false),
  /** Made by the window, to be told how far it is and to stop it. */
  job: z.uuid().optional(),
});
