/** Why an annotation, or a whole file of them, is not read. The sentences are in the locales, under
 *  `notes.import.problems`: each says what to do. */
import type { Params } from '../problems';

export const NOTE_PROBLEMS = [
  // Of the file:
  'file-empty', 'file-too-large', 'encoding-unknown', 'json-malformed', 'not-annotations', 'zip-damaged',
  'zip-locked', 'zip-without', 'too-many', 'pages-elsewhere',
  // Of one annotation:
  'not-annotation', 'id-repeated', 'target-missing', 'targets-many', 'target-elsewhere', 'quote-missing',
  'quote-too-long', 'selector-unknown', 'body-unknown', 'too-long', 'tag-too-long', 'tags-many',
] as const; // prettier-ignore
export type NoteProblem = (typeof NOTE_PROBLEMS)[number];

/** Thrown inside the reader by what cannot be read, and caught at its edge. */
export class Refused extends Error {
  constructor(
    readonly problem: NoteProblem,
    readonly params: Params = {},
  ) {
    super(problem);
  }
}

/** Enough of a value from a file to know it by. */
const SHOWN = 120;

export const shown = (value: string): string => (value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value);
