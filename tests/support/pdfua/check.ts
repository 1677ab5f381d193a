/**
 * Whether a PDF file follows PDF/UA-1 (ISO 14289-1:2014), as far as a machine can say.
 * The conditions are those that the PDF Association's Matterhorn Protocol 1.1 calls machine-checkable.
 */
import { readDocument } from './document';
import { RULES } from './rules';

export interface Violation {
  /** `7.1-1`: clause and number of the condition; `own-…` for what we ask beyond the standard. */
  rule: string;
  /** What is wrong, in one sentence. */
  what: string;
  /** A page, a structure element, a font or another object. */
  where: string;
}

/** @returns every place where a rule is broken; none for a file that can be handed out */
export async function checkPdfUa(bytes: Uint8Array): Promise<Violation[]> {
  const document = await readDocument(bytes);
  return RULES.flatMap(({ id, what, broken }) =>
    [...broken(document)].map((where) => ({ rule: id, what, where })),
  );
}
