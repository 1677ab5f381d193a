/** What a handout can be made of. Free of zod: windows ask before a schema is needed. */

/** In the order in which a new handout has them. */
export const PARTS = [
  'cover',
  'contents',
  'content-note',
  'text',
  'facts',
  'figures',
  'timeline',
  'map',
  'names',
  'glossary',
  'notes',
  'questions',
  'sources',
  'licence',
  'answers',
] as const;
export type Part = (typeof PARTS)[number];

/** After each article, or once for all of them. */
export const SCOPES = ['each', 'once'] as const;
export type Scope = (typeof SCOPES)[number];

/** Where a part can stand; the first is what it does unless asked. */
export const SCOPES_OF: Readonly<Record<Part, readonly [Scope, ...Scope[]]>> = {
  cover: ['once'],
  contents: ['once'],
  'content-note': ['once'],
  text: ['each'],
  facts: ['each'],
  figures: ['each', 'once'],
  timeline: ['once', 'each'],
  map: ['once', 'each'],
  names: ['each', 'once'],
  glossary: ['once', 'each'],
  notes: ['each', 'once'],
  questions: ['each', 'once'],
  sources: ['each', 'once'],
  licence: ['once', 'each'],
  answers: ['once'],
};

/** One edition after the other, or block beside block. */
export const LAYOUTS = ['single', 'parallel'] as const;
export type Layout = (typeof LAYOUTS)[number];

export const PAPERS = ['A4', 'A5', 'Letter'] as const;
export type Paper = (typeof PAPERS)[number];

/** Millimetres, upright: width and height (ISO 216; ANSI X3.151). */
export const PAPER_SIZES: Readonly<Record<Paper, readonly [number, number]>> = {
  A4: [210, 297],
  A5: [148, 210],
  Letter: [215.9, 279.4],
};

/** Millimetres, from the paper's edge. */
export const MARGINS = { least: 10, most: 40, usual: 22 } as const;
/** Millimetres that binding takes, on the inner side. */
export const BINDING = { least: 0, most: 25, usual: 10 } as const;
/** Points, of the text; everything else follows it. */
export const SIZES = { least: 8, most: 24, usual: 10.5, large: 18 } as const;
/** Blank lines beneath a question. */
export const BLANK_LINES = { least: 0, most: 20, usual: 3 } as const;

/** Characters of a title, and of what stands beneath it. */
export const LONGEST_TITLE = 300;
/** Questions of the reader’s own. */
export const MOST_OWN_QUESTIONS = 200;

/** What a handout can be saved as. */
export const HANDOUT_FORMATS = ['pdf', 'docx', 'html'] as const;
export type HandoutFormat = (typeof HANDOUT_FORMATS)[number];

/** The section before the first heading. */
export const LEAD = 'lead';
