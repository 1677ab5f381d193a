/** The structure tree of a document (ISO 32000-1, 14.7 and 14.8.4). */
import { PDFArray, type PDFDict, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { asDict, asName, asNumber, at, dictAt, dictsAt, has, itemsAt, nameAt, numberAt, raw, rawItemsAt, resolved, textAt, treeEntries } from './objects'; // prettier-ignore

/** ISO 32000-1, tables 333 to 340. */
export const STANDARD_TYPES = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 ' +
    'L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot ' +
    'Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
);

/** Marked content on a page, or in a stream of its own. */
export interface ContentKid {
  mcid: number;
  page: PDFRef | undefined;
  stream: PDFRef | undefined;
}
/** An annotation or another object as a whole. */
export interface ObjectKid {
  object: PDFRef | undefined;
}

export interface StructElement {
  dict: PDFDict;
  /** For messages: `P 12 0 R`. */
  label: string;
  type: string;
  /** What the type is by the role map; undefined where that leads nowhere. */
  standard: string | undefined;
  isMappedInCircle: boolean;
  /** A standard type on the way that the role map gives another meaning. */
  remapped: string | undefined;
  parent: StructElement | undefined;
  /** Its own, not inherited. */
  lang: string | undefined;
  /** In order; elements, content and objects mixed. */
  kids: (StructElement | ContentKid | ObjectKid)[];
}

export interface Structure {
  root: PDFDict;
  elements: StructElement[];
  top: StructElement[];
  byDict: Map<PDFDict, StructElement>;
  /** The parent tree: elements of the marked content of a page or stream, or of one object. */
  parents: Map<number, (StructElement | undefined)[] | StructElement>;
}

export const isElement = (kid: StructElement['kids'][number]): kid is StructElement => 'kids' in kid;
export const elementKids = (element: StructElement) => element.kids.filter(isElement);
export const kidTypes = (element: StructElement) =>
  elementKids(element).flatMap(({ standard }) => standard ?? []);

/** From the element itself upwards. */
export function* upwards(element: StructElement | undefined): Generator<StructElement> {
  for (let one = element; one; one = one.parent) yield one;
}

export function langOf(element: StructElement | undefined): string | undefined {
  for (const { lang } of upwards(element)) if (lang !== undefined) return lang;
  return undefined;
}

export function* descendants(element: StructElement): Generator<StructElement> {
  for (const kid of elementKids(element)) {
    yield kid;
    yield* descendants(kid);
  }
}

/** Values of an attribute by its owner (ISO 32000-1, 14.7.5), an element's own before those of its classes. */
export function attribute(
  { root }: Structure,
  { dict }: StructElement,
  owner: string,
  key: string,
): PDFObject | undefined {
  const classes = dictAt(root, 'ClassMap');
  const named = itemsAt(dict, 'C').flatMap((name) => dictsAt(classes, asName(name) ?? ''));
  for (const attributes of [...dictsAt(dict, 'A'), ...named])
    if (nameAt(attributes, 'O') === owner) {
      const value = at(attributes, key);
      if (value !== undefined) return value;
    }
  return undefined;
}

export function structureOf(catalog: PDFDict): Structure | undefined {
  const root = dictAt(catalog, 'StructTreeRoot');
  if (!root) return undefined;
  const roles = dictAt(root, 'RoleMap');
  const elements: StructElement[] = [];
  const byDict = new Map<PDFDict, StructElement>();

  const read = (
    kid: PDFObject,
    parent: StructElement | undefined,
    page: PDFRef | undefined,
  ): StructElement['kids'] => {
    const found = resolved(root.context, kid);
    if (found instanceof PDFNumber) return [{ mcid: found.asNumber(), page, stream: undefined }];
    const dict = asDict(found);
    if (!dict || byDict.has(dict)) return [];
    const ownPage = refAt(dict, 'Pg') ?? page;
    const type = nameAt(dict, 'Type');
    if (type === 'MCR')
      return [{ mcid: numberAt(dict, 'MCID') ?? -1, page: ownPage, stream: refAt(dict, 'Stm') }];
    if (type === 'OBJR') return [{ object: refAt(dict, 'Obj') }];
    const own = nameAt(dict, 'S') ?? '';
    const element: StructElement = {
      dict,
      label: `${own} ${kid instanceof PDFRef ? String(kid) : '(direct)'}`,
      type: own,
      ...roleOf(own, roles),
      parent,
      lang: textAt(dict, 'Lang'),
      kids: [],
    };
    byDict.set(dict, element);
    elements.push(element);
    element.kids = rawItemsAt(dict, 'K').flatMap((one) => read(one, element, ownPage));
    return [element];
  };
  const top = rawItemsAt(root, 'K')
    .flatMap((kid) => read(kid, undefined, undefined))
    .filter(isElement);

  const parents: Structure['parents'] = new Map();
  for (const [key, value] of treeEntries(dictAt(root, 'ParentTree'), 'Nums', asNumber)) {
    const found = resolved(root.context, value);
    const one = asDict(found);
    const element = one && byDict.get(one);
    if (element) parents.set(key, element);
    else if (!one)
      parents.set(
        key,
        (found instanceof PDFArray ? found.asArray() : []).map((item) =>
          byDict.get(asDict(resolved(root.context, item)) ?? root),
        ),
      );
  }
  return { root, elements, top, byDict, parents };
}

export function refAt(dict: PDFDict, key: string): PDFRef | undefined {
  const found = raw(dict, key);
  return found instanceof PDFRef ? found : undefined;
}

function roleOf(
  type: string,
  roles: PDFDict | undefined,
): Pick<StructElement, 'standard' | 'isMappedInCircle' | 'remapped'> {
  const way: string[] = [];
  let name: string | undefined = type;
  for (; name !== undefined && !way.includes(name); name = nameAt(roles, name)) way.push(name);
  return {
    standard: way.find((one) => STANDARD_TYPES.has(one)),
    isMappedInCircle: name !== undefined,
    remapped: way.find((one) => STANDARD_TYPES.has(one) && has(roles, one)),
  };
}

/** What an element says in place of, or besides, what is seen. */
export const replacement = ({ dict }: StructElement) => ({
  alt: textAt(dict, 'Alt'),
  actual: textAt(dict, 'ActualText'),
  expansion: textAt(dict, 'E'),
});
