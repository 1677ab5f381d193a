/** Low-level objects of a PDF file, looked up leniently: what is not of the asked kind is not there. */
import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';

type Maybe<T> = T | undefined;

/** What a reference leads to; a direct object is itself. */
export function resolved(context: PDFContext, object: Maybe<PDFObject>): Maybe<PDFObject> {
  const found = object instanceof PDFRef ? context.lookup(object) : object;
  return found === PDFNull ? undefined : found;
}

/** Unresolved, for those who ask which object it is. */
export const raw = (dict: Maybe<PDFDict>, key: string) => dict?.get(PDFName.of(key));

export function at(dict: Maybe<PDFDict>, key: string): Maybe<PDFObject> {
  return dict && resolved(dict.context, raw(dict, key));
}

export const has = (dict: Maybe<PDFDict>, key: string) => at(dict, key) !== undefined;

export function dictAt(dict: Maybe<PDFDict>, key: string): Maybe<PDFDict> {
  return asDict(at(dict, key));
}

/** Of a stream its dictionary. */
export function asDict(object: Maybe<PDFObject>): Maybe<PDFDict> {
  if (object instanceof PDFStream) return object.dict;
  return object instanceof PDFDict ? object : undefined;
}

export function streamAt(dict: Maybe<PDFDict>, key: string): Maybe<PDFRawStream> {
  const found = at(dict, key);
  return found instanceof PDFRawStream ? found : undefined;
}

/** Unresolved items; a single object is taken for an array of one. */
export function rawItemsAt(dict: Maybe<PDFDict>, key: string): PDFObject[] {
  const found = at(dict, key);
  if (found === undefined) return [];
  if (found instanceof PDFArray) return found.asArray();
  const own = raw(dict, key);
  return own ? [own] : [];
}

export function itemsAt(dict: Maybe<PDFDict>, key: string): PDFObject[] {
  return rawItemsAt(dict, key).flatMap((item) => resolved(dict!.context, item) ?? []);
}

export const dictsAt = (dict: Maybe<PDFDict>, key: string) =>
  itemsAt(dict, key).flatMap((item) => asDict(item) ?? []);

export function nameAt(dict: Maybe<PDFDict>, key: string): Maybe<string> {
  return asName(at(dict, key));
}

export const asName = (object: Maybe<PDFObject>) =>
  object instanceof PDFName ? object.decodeText() : undefined;

export function textAt(dict: Maybe<PDFDict>, key: string): Maybe<string> {
  return asText(at(dict, key));
}

export const asText = (object: Maybe<PDFObject>) =>
  object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;

export const asBytes = (object: Maybe<PDFObject>) =>
  object instanceof PDFString || object instanceof PDFHexString ? object.asBytes() : undefined;

export function numberAt(dict: Maybe<PDFDict>, key: string): Maybe<number> {
  return asNumber(at(dict, key));
}

export const asNumber = (object: Maybe<PDFObject>) =>
  object instanceof PDFNumber ? object.asNumber() : undefined;

export function isTrue(dict: Maybe<PDFDict>, key: string): boolean {
  return at(dict, key) === PDFBool.True;
}

/** Decoded; nothing where a filter is unknown or the data are damaged. */
export function decoded(stream: Maybe<PDFObject>): Uint8Array {
  if (!(stream instanceof PDFRawStream)) return new Uint8Array();
  try {
    return decodePDFRawStream(stream).decode();
  } catch {
    return new Uint8Array();
  }
}

/** Reads a number tree or a name tree into a map; a tree that leads back into itself is cut. */
export function treeEntries<K>(
  tree: Maybe<PDFDict>,
  leaf: 'Nums' | 'Names',
  keyOf: (object: Maybe<PDFObject>) => Maybe<K>,
  seen = new Set<PDFDict>(),
): Map<K, PDFObject> {
  const entries = new Map<K, PDFObject>();
  if (!tree || seen.has(tree)) return entries;
  seen.add(tree);
  const items = rawItemsAt(tree, leaf);
  for (let index = 0; index + 1 < items.length; index += 2) {
    const key = keyOf(resolved(tree.context, items[index]));
    if (key !== undefined) entries.set(key, items[index + 1]!);
  }
  for (const kid of dictsAt(tree, 'Kids'))
    for (const [key, value] of treeEntries(kid, leaf, keyOf, seen)) entries.set(key, value);
  return entries;
}
