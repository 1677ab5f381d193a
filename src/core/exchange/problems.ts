/** What is wrong with a file from elsewhere, where it stands, and what that means for what is read.
 *  The sentences are in the locales, by code: each says what to do. */

/** fatal: the file is not read at all; error: this entry is left out; warning: taken, and somebody should look;
 *  note: taken, and this is how it was understood. */
export const PROBLEMS = {
  'file-empty': 'fatal',
  'file-too-large': 'fatal',
  'encoding-unknown': 'fatal',
  'utf8-broken': 'fatal',
  'xml-malformed': 'fatal',
  'xml-doctype': 'fatal',
  'xml-too-deep': 'fatal',
  'xml-not-this': 'fatal',
  'csv-quote': 'fatal',
  'columns-missing': 'fatal',
  'xlsx-damaged': 'fatal',
  'xlsx-too-large': 'fatal',
  'xlsx-old-or-locked': 'fatal',
  'json-malformed': 'fatal',
  'json-not-places': 'fatal',
  'pair-missing': 'fatal',
  'format-unknown': 'fatal',

  'name-empty': 'error',
  'lang-missing': 'error',
  'lang-unknown': 'error',
  'lang-undecided': 'error',
  'id-repeated': 'error',
  'entity-nameless': 'error',
  'target-missing': 'error',
  'scripts-mixed': 'error',
  'letters-cyrillic': 'error',
  'letters-latin': 'error',

  'encoding-guessed': 'warning',
  'row-short': 'warning',
  'row-long': 'warning',
  'row-contradicts': 'warning',
  'cell-formula': 'warning',
  'cell-formula-empty': 'warning',
  'cell-error': 'warning',
  'xlsx-active-parts': 'warning',
  'name-long': 'warning',
  'name-repeated': 'warning',
  'script-unexpected': 'warning',
  'letters-garbled': 'warning',
  'characters-removed': 'warning',
  'kind-unknown': 'warning',
  'form-unknown': 'warning',
  'certainty-unknown': 'warning',
  'period-unknown': 'warning',
  'type-unknown': 'warning',
  'point-invalid': 'warning',

  'lang-mapped': 'note',
  'lang-by-script': 'note',
  'id-foreign': 'note',
  'column-unknown': 'note',
  'element-unread': 'note',
  'xml-doctype-ignored': 'note',
} as const satisfies Record<string, 'fatal' | 'error' | 'warning' | 'note'>;

export type ProblemCode = keyof typeof PROBLEMS;
export type Severity = (typeof PROBLEMS)[ProblemCode];

/** Where in a file: a line and column from 1, a cell of a sheet, or the entry that it is about. */
export interface Place {
  line?: number;
  column?: number;
  /** As a spreadsheet calls it: C12. */
  cell?: string;
  sheet?: string;
  /** The entry's id or name, in formats without lines. */
  entry?: string;
}

export type Params = Record<string, string | number>;

export interface Problem {
  code: ProblemCode;
  severity: Severity;
  at: Place;
  params: Params;
}

export function problem(code: ProblemCode, at: Place = {}, params: Params = {}): Problem {
  return { code, severity: PROBLEMS[code], at, params };
}

/** Thrown inside a reader by what cannot be read at all, and caught at its edge: `reading`. */
export class Unreadable extends Error {
  readonly problem: Problem;
  constructor(code: ProblemCode, at: Place = {}, params: Params = {}) {
    super(code);
    this.problem = problem(code, at, params);
  }
}
