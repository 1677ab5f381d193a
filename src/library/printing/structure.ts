/** The tree of a tagged PDF (ISO 32000-1, 14.7): read from a file, and written back. */
import type { PdfFile } from './pdf/file';
import type { PdfWriter } from './pdf/writer';
import { type Dict, dict, Name, name, Ref, Text, type Value } from './pdf/values';

/** A piece of content, on a page or in a form that is drawn on it. */
export interface Piece {
  mcid: number;
  /** The number of the page's object. */
  page: number;
  /** The number of the form's object, where it is in one. */
  form: number | undefined;
}

/** Something on the page that is no content, such as a link's active area. */
export interface Attached {
  object: number;
  page: number;
}

export type Kid = Element | Piece | Attached;

export interface Element {
  /** Undefined for one that is new. */
  number: number | undefined;
  role: string;
  kids: Kid[];
  id: string | undefined;
  /** Everything else that it says: its language, alternative text, attributes. */
  more: Dict;
}

export const isElement = (kid: Kid): kid is Element => 'role' in kid;
export const isPiece = (kid: Kid): kid is Piece => 'mcid' in kid;

export function element(role: string, kids: Kid[] = []): Element {
  return { number: undefined, role, kids, id: undefined, more: new Map() };
}

/** The value of an attribute (14.8.5), whoever owns it. */
export function attribute({ more }: Element, key: string): Value | undefined {
  const attributes = more.get('A') ?? [];
  const each = Array.isArray(attributes) ? attributes : [attributes];
  return each.map((one) => (one instanceof Map ? one.get(key) : undefined)).find((one) => one !== undefined);
}

export function addAttributes({ more }: Element, attributes: Dict): void {
  const known = more.get('A');
  more.set('A', known === undefined ? attributes : [...(Array.isArray(known) ? known : [known]), attributes]);
}

export interface Tree {
  ref: Ref;
  root: Dict;
  document: Element;
  /** Numbers of the objects that it was read from. */
  stale: Set<number>;
}

const OWN = new Set(['Type', 'S', 'P', 'K', 'Pg', 'ID']);

/** @throws RangeError where the file is not tagged */
export function readTree(file: PdfFile): Tree {
  const ref = file.catalog.get('StructTreeRoot');
  const root = file.dict(ref);
  const [top] = kidsIn(file, root?.get('K'));
  if (!(ref instanceof Ref) || !root || !(top instanceof Ref)) throw new RangeError('it is not tagged');
  const stale = new Set<number>();
  const document = readElement(file, top, undefined, stale);
  for (const key of ['ParentTree', 'IDTree']) outdate(file, root.get(key), stale);
  return { ref, root, document, stale };
}

function kidsIn(file: PdfFile, value: Value | undefined): Value[] {
  if (value === undefined || value === null) return [];
  if (value instanceof Ref) return file.array(value) ?? [value];
  return Array.isArray(value) ? value : [value];
}

function readElement(file: PdfFile, ref: Ref, above: number | undefined, stale: Set<number>): Element {
  // Whoever stands in the tree twice would have two parents.
  if (stale.has(ref.number)) throw new RangeError('its structure is damaged');
  stale.add(ref.number);
  const entries = file.dict(ref) ?? new Map<string, Value>();
  const page = pageIn(entries) ?? above;
  const role = entries.get('S');
  const id = entries.get('ID');
  return {
    number: ref.number,
    role: role instanceof Name ? role.text : 'NonStruct',
    id: id instanceof Text ? id.source : undefined,
    more: new Map([...entries].filter(([key]) => !OWN.has(key))),
    kids: kidsIn(file, entries.get('K')).flatMap((kid): Kid[] => {
      if (typeof kid === 'number') return page === undefined ? [] : [{ mcid: kid, page, form: undefined }];
      if (kid instanceof Map) return readContent(kid, page);
      if (!(kid instanceof Ref)) return [];
      const content = file.dict(kid);
      const type = content?.get('Type');
      const isContent = type instanceof Name && (type.text === 'MCR' || type.text === 'OBJR');
      return content && isContent ? readContent(content, page) : [readElement(file, kid, page, stale)];
    }),
  };
}

function readContent(entries: Dict, above: number | undefined): Kid[] {
  const page = pageIn(entries) ?? above;
  const mcid = entries.get('MCID');
  const object = entries.get('Obj');
  const form = entries.get('Stm');
  if (page === undefined) return [];
  if (typeof mcid === 'number') return [{ mcid, page, form: form instanceof Ref ? form.number : undefined }];
  return object instanceof Ref ? [{ object: object.number, page }] : [];
}

function pageIn(entries: Dict): number | undefined {
  const page = entries.get('Pg');
  return page instanceof Ref ? page.number : undefined;
}

/** The objects of a number tree or name tree, and the lists in it; elements are known already. */
function outdate(file: PdfFile, value: Value | undefined, stale: Set<number>): void {
  if (value instanceof Ref) {
    if (stale.has(value.number)) return;
    stale.add(value.number);
  }
  const node = file.resolve(value);
  if (!(node instanceof Map)) return;
  for (const kid of file.array(node.get('Kids')) ?? []) outdate(file, kid, stale);
  for (const entry of file.array(node.get('Nums')) ?? [])
    if (entry instanceof Ref && Array.isArray(file.resolve(entry))) stale.add(entry.number);
}

/** Everything in the tree, in the order in which it is read. */
export function* elementsOf(element: Element): Generator<Element> {
  yield element;
  for (const kid of element.kids) if (isElement(kid)) yield* elementsOf(kid);
}

/** What the pieces and objects of pages belong to, by the keys under which pages, forms and objects are filed. */
type Parents = Map<number, (Ref | null)[] | Ref>;

/**
 * Puts the tree in the place of the one that was read.
 * @param keys of pages, forms and annotations, by the number of their object: `StructParents` or `StructParent`
 * @returns the numbers of the elements in it
 */
export function writeTree(tree: Tree, writer: PdfWriter, keys: ReadonlyMap<number, number>): Set<number> {
  for (const number of tree.stale) writer.remove(number);
  const parents: Parents = new Map();
  const named = [...elementsOf(tree.document)].flatMap(({ id }) => (id === undefined ? [] : [id]));
  const ids = new Map(named.map((id, at) => [id, new Text(`(n${String(at + 1).padStart(6, '0')})`)]));
  const byId: [string, Ref][] = [];
  const kept = new Set<number>();

  const write = (element: Element, parent: Ref): Ref => {
    const self = element.number === undefined ? writer.reserve() : new Ref(element.number);
    kept.add(self.number);
    const page = element.kids.find(isPiece)?.page;
    const kids = element.kids.map((kid) => (isElement(kid) ? write(kid, self) : contentOf(kid, page)));
    for (const kid of element.kids) if (!isElement(kid)) file(parents, kid, self, keys);
    const id = element.id === undefined ? undefined : ids.get(element.id);
    if (id) byId.push([id.source, self]);
    const own = dict({
      S: name(element.role),
      P: parent,
      Pg: page === undefined ? undefined : new Ref(page),
      K: kids.length > 1 ? kids : kids[0],
      ID: id,
    });
    const more = [...element.more].map(([key, value]): [string, Value] => [
      key,
      key === 'A' ? renamed(value, ids) : value,
    ]);
    writer.set(self.number, new Map([...own, ...more]));
    return self;
  };

  const top = write(tree.document, tree.ref);
  const filed = [...parents].sort(([a], [b]) => a - b);
  const nums = filed.flatMap(([key, of]) => [key, Array.isArray(of) ? writer.add(of) : of]);
  const names = byId.sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([id, of]) => [new Text(id), of]);
  const root = new Map(tree.root)
    .set('K', top)
    .set('ParentTree', writer.add(dict({ Nums: nums })))
    .set('ParentTreeNextKey', (filed.at(-1)?.[0] ?? -1) + 1);
  if (names.length > 0) root.set('IDTree', writer.add(dict({ Names: names })));
  else root.delete('IDTree');
  writer.set(tree.ref.number, root);
  return kept;
}

function file(parents: Parents, kid: Piece | Attached, self: Ref, keys: ReadonlyMap<number, number>): void {
  const key = keys.get(isPiece(kid) ? (kid.form ?? kid.page) : kid.object);
  if (key === undefined) return;
  if (!isPiece(kid)) {
    parents.set(key, self);
    return;
  }
  const known = parents.get(key);
  const list = Array.isArray(known) ? known : [];
  while (list.length <= kid.mcid) list.push(null);
  list[kid.mcid] = self;
  parents.set(key, list);
}

/** @param page of the element, which need not be said again */
function contentOf(kid: Piece | Attached, page: number | undefined): Value {
  const elsewhere = kid.page === page ? undefined : new Ref(kid.page);
  if (!isPiece(kid)) return dict({ Type: name('OBJR'), Pg: elsewhere, Obj: new Ref(kid.object) });
  if (kid.form === undefined && !elsewhere) return kid.mcid;
  const form = kid.form === undefined ? undefined : new Ref(kid.form);
  return dict({ Type: name('MCR'), Pg: elsewhere, Stm: form, MCID: kid.mcid });
}

/** Chromium counts its elements from the browser's start; cells say by their ids which heads they have. */
function renamed(value: Value, ids: ReadonlyMap<string, Text>): Value {
  if (value instanceof Text) return ids.get(value.source) ?? value;
  if (Array.isArray(value)) return value.map((one) => renamed(one, ids));
  if (!(value instanceof Map)) return value;
  return new Map(
    [...value].map(([key, one]) => [
      key,
      key === 'Headers' || one instanceof Map || Array.isArray(one) ? renamed(one, ids) : one,
    ]),
  );
}
