/** What a rule is: its clause, what is wrong where it is broken, and where that is. */
import type { UaDocument } from '../document';
import type { StructElement } from '../structure';

export interface Rule {
  /** `7.1-1`: clause of ISO 14289-1 and number of the condition; `own-…` for what we ask beyond it. */
  id: string;
  what: string;
  /** Every place where the rule is broken. */
  broken(document: UaDocument): Iterable<string>;
}

export function rule(id: string, what: string, broken: Rule['broken']): Rule {
  return { id, what, broken };
}

/** A rule about the document as a whole. */
export function whole(
  id: string,
  what: string,
  where: string,
  isBroken: (document: UaDocument) => boolean,
): Rule {
  return rule(id, what, (document) => (isBroken(document) ? [where] : []));
}

/** A rule about structure elements of one or several standard types. */
export function elements(
  id: string,
  types: string | readonly string[],
  what: string,
  isBroken: (element: StructElement, document: UaDocument) => boolean,
): Rule {
  return rule(id, what, (document) =>
    document.elements
      .filter(({ standard }) => standard !== undefined && [types].flat().includes(standard))
      .filter((element) => isBroken(element, document))
      .map(({ label }) => label),
  );
}

/** A rule about every structure element, whatever its type. */
export function anyElement(
  id: string,
  what: string,
  isBroken: (element: StructElement, document: UaDocument) => boolean,
): Rule {
  return rule(id, what, (document) =>
    document.elements.filter((element) => isBroken(element, document)).map(({ label }) => label),
  );
}
