/** A PDF file as the rules look at it: read once, and lazily where that is much work. */
import { PDFArray, PDFDict, PDFDocument, type PDFObject, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { type Content, emptyContent, Interpreter } from './content';
import { type Font, fontOf } from './fonts/font';
import { asDict, asNumber, at, decoded, dictAt, dictsAt, nameAt, numberAt, rawItemsAt, resolved, streamAt, textAt } from './objects'; // prettier-ignore
import { type StructElement, type Structure, structureOf } from './structure';
import { latin } from './tokens';

export interface Page {
  dict: PDFDict;
  number: number;
  /** Left, bottom, right, top of what is shown. */
  box: number[];
  annotations: Annotation[];
}

export interface Annotation {
  dict: PDFDict;
  subtype: string;
  page: Page;
  /** By the parent tree. */
  element: StructElement | undefined;
  /** Hidden, or outside of the page's box: nobody meets it. */
  isUnseen: boolean;
  where: string;
}

export interface UaDocument {
  header: string;
  catalog: PDFDict;
  encryption: PDFDict | undefined;
  lang: string | undefined;
  structure: Structure | undefined;
  elements: StructElement[];
  pages: Page[];
  annotations: Annotation[];
  /** Of the pages. */
  content: Content;
  /** Every string that is shown, with those of annotations and patterns. */
  texts: Content['texts'];
  fonts: Map<PDFDict, Font>;
  /** XMP of the whole document; undefined where there is none. */
  metadata: string | undefined;
  dictionaries: { dict: PDFDict; where: string }[];
}

const known = new WeakMap<Uint8Array, Promise<UaDocument>>();

/** Read once, whoever asks. */
export function readDocument(bytes: Uint8Array): Promise<UaDocument> {
  const document = known.get(bytes) ?? readWhole(bytes);
  known.set(bytes, document);
  return document;
}

async function readWhole(bytes: Uint8Array): Promise<UaDocument> {
  const { pdf, encryption } = await load(bytes);
  const { catalog, context } = pdf;
  const structure = structureOf(catalog);
  const pages = pdf.getPages().map((page, index) => pageOf(page.node, index + 1, structure));
  const annotations = pages.flatMap((page) => page.annotations);

  const content = emptyContent();
  const onPages = new Interpreter(context, structure, content);
  for (const { dict, number } of pages) onPages.page(dict, asDict(inherited(dict, 'Resources')), number);

  const dictionaries = context.enumerateIndirectObjects().flatMap(([ref, object]) => {
    const dict = asDict(object);
    return dict ? [...nested(dict, `object ${ref}`)] : [];
  });
  const aside = emptyContent();
  const beside = new Interpreter(context, structure, aside);
  for (const { dict, page, where } of annotations)
    for (const form of appearances(dict)) beside.form(form, asDict(inherited(page.dict, 'Resources')), where);
  for (const [ref, object] of context.enumerateIndirectObjects())
    if (object instanceof PDFRawStream && numberAt(object.dict, 'PatternType') === 1)
      beside.form(object, undefined, `pattern ${ref}`);
  const texts = [...content.texts, ...aside.texts];

  const fonts = new Map<PDFDict, Font>();
  for (const { font } of texts) if (font && !fonts.has(font)) fonts.set(font, fontOf(font));
  const metadata = streamAt(catalog, 'Metadata');
  return {
    header: /^[^\r\n]*/.exec(latin(bytes.subarray(0, 64)))![0],
    catalog,
    encryption,
    lang: textAt(catalog, 'Lang'),
    structure,
    elements: structure?.elements ?? [],
    pages,
    annotations,
    content,
    texts,
    fonts,
    metadata: metadata && new TextDecoder().decode(decoded(metadata)),
    dictionaries,
  };
}

/** An encrypted document is opened with the empty password; what stays closed is not looked into. */
async function load(bytes: Uint8Array): Promise<{ pdf: PDFDocument; encryption: PDFDict | undefined }> {
  const pdf = await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false });
  const encryption = asDict(resolved(pdf.context, pdf.context.trailerInfo.Encrypt));
  if (!encryption) return { pdf, encryption };
  try {
    return { pdf: await PDFDocument.load(bytes, { password: '', updateMetadata: false }), encryption };
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    return { pdf, encryption };
  }
}

export function inherited(page: PDFDict, key: string): PDFObject | undefined {
  const seen = new Set<PDFDict>();
  for (let node: PDFDict | undefined = page; node && !seen.has(node); node = dictAt(node, 'Parent')) {
    const found = at(node, key);
    if (found !== undefined) return found;
    seen.add(node);
  }
  return undefined;
}

const numbers = (object: PDFObject | undefined) =>
  object ? itemsOf(object).flatMap((item) => asNumber(item) ?? []) : [];

function pageOf(dict: PDFDict, number: number, structure: Structure | undefined): Page {
  const boxes = ['CropBox', 'MediaBox'].map((key) => numbers(inherited(dict, key)));
  const page: Page = {
    dict,
    number,
    box: upright(boxes.find(({ length }) => length === 4)),
    annotations: [],
  };
  page.annotations = rawItemsAt(dict, 'Annots').flatMap((item, index) => {
    const found = asDict(resolved(dict.context, item));
    if (!found) return [];
    const subtype = nameAt(found, 'Subtype') ?? '';
    const parent = structure?.parents.get(numberAt(found, 'StructParent') ?? -1);
    const label = item instanceof PDFRef ? String(item) : `number ${index + 1}`;
    return {
      dict: found,
      subtype,
      page,
      element: Array.isArray(parent) ? undefined : parent,
      isUnseen: isHidden(found) || isOutside(upright(numbers(at(found, 'Rect'))), page.box),
      where: `page ${number}, ${subtype} ${label}`,
    };
  });
  return page;
}

export const isHidden = (annotation: PDFDict) => ((numberAt(annotation, 'F') ?? 0) & 2) !== 0;

/** Any two opposite corners may be given (ISO 32000-1, 7.9.5). */
function upright(box: number[] = [0, 0, 612, 792]): number[] {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = box;
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}

function isOutside([left, bottom, right, top]: number[], [x1, y1, x2, y2]: number[]): boolean {
  return right! < x1! || left! > x2! || top! < y1! || bottom! > y2!;
}

/** The appearances of an annotation, of all its states. */
function appearances(annotation: PDFDict): PDFRawStream[] {
  const normal = at(dictAt(annotation, 'AP'), 'N');
  if (normal instanceof PDFRawStream) return [normal];
  const states = asDict(normal);
  return (states?.keys() ?? []).flatMap((key) => {
    const state = at(states, key.decodeText());
    return state instanceof PDFRawStream ? [state] : [];
  });
}

/** A dictionary and those that lie directly in it. */
function* nested(dict: PDFDict, where: string): Generator<{ dict: PDFDict; where: string }> {
  yield { dict, where };
  for (const [, value] of dict.entries())
    for (const inner of value instanceof PDFDict ? [value] : directDicts(value)) yield* nested(inner, where);
}

const directDicts = (object: PDFObject): PDFDict[] =>
  itemsOf(object).flatMap((item) => (item instanceof PDFDict ? [item] : directDicts(item)));

const itemsOf = (object: PDFObject): PDFObject[] => (object instanceof PDFArray ? object.asArray() : []);

/** Where the dictionaries of a kind are, by a key that only they have. */
export const dictionariesWith = ({ dictionaries }: UaDocument, key: string) =>
  dictionaries.filter(({ dict }) => at(dict, key) !== undefined);

export const optionalContent = ({ catalog }: UaDocument) => {
  const properties = dictAt(catalog, 'OCProperties');
  return properties
    ? [dictAt(properties, 'D'), ...dictsAt(properties, 'Configs')].flatMap((one) => one ?? [])
    : [];
};

export const fieldsOf = ({ catalog }: UaDocument) => {
  const fields: PDFDict[] = [];
  const walk = (field: PDFDict) => {
    if (fields.includes(field)) return;
    fields.push(field);
    dictsAt(field, 'Kids').forEach(walk);
  };
  dictsAt(dictAt(catalog, 'AcroForm'), 'Fields').forEach(walk);
  return fields;
};
