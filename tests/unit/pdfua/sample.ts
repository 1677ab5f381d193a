/** A small document that follows PDF/UA-1, with something of everything, made to be broken. */
import { PDFArray, PDFBool, type PDFContext, PDFDict, PDFDocument, PDFName, PDFNumber, PDFObject, type PDFRef, PDFString } from '@cantoo/pdf-lib'; // prettier-ignore
import { addFonts } from './sample-fonts';

/** Strings are names; texts are given as PDFString. */
type Value = PDFObject | string | number | boolean | Value[] | Entries;
export interface Entries {
  [key: string]: Value;
}

export const METADATA = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Masakra e Izbicës</rdf:li></rdf:Alt></dc:title>
<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

export class Sample {
  readonly context: PDFContext;
  readonly catalog: PDFDict;
  readonly page: PDFDict;
  metadata = METADATA;
  /** Lines of the page's content stream. */
  content: string[] = [];
  /** Elements, annotations and fonts by name. */
  readonly parts = new Map<string, PDFDict>();
  private marks = 0;
  private readonly marked: PDFRef[] = [];
  private readonly objects: PDFRef[] = [];
  readonly root: PDFDict;
  readonly resources: PDFDict;

  constructor(readonly pdf: PDFDocument) {
    this.context = pdf.context;
    this.catalog = pdf.catalog;
    this.page = pdf.addPage([300, 300]).node;
    this.resources = this.dict({ Font: this.dict(), XObject: this.dict(), Properties: this.dict() });
    this.root = this.dict({ Type: 'StructTreeRoot', K: [], RoleMap: { Strong: 'Span' } });
    this.set('page', { Resources: this.resources, StructParents: 0, Tabs: 'S', Annots: [] });
    this.fill();
  }

  /** What is in the document by this name, or `catalog`, `page` and `root`. */
  part(name: string): PDFDict {
    const part = { catalog: this.catalog, page: this.page, root: this.root }[name] ?? this.parts.get(name);
    if (!part) throw new RangeError(`no ${name} in the sample`);
    return part;
  }

  ref(name: string): PDFRef {
    const part = this.part(name);
    return this.context.getObjectRef(part) ?? this.context.register(part);
  }

  set(name: string, entries: Entries): void {
    for (const [key, value] of Object.entries(entries))
      this.part(name).set(PDFName.of(key), this.object(value));
  }

  remove(name: string, ...keys: string[]): void {
    for (const key of keys) this.part(name).delete(PDFName.of(key));
  }

  object(value: Value): PDFObject {
    if (value instanceof PDFObject) return value;
    if (typeof value === 'string') return PDFName.of(value);
    if (typeof value === 'number') return PDFNumber.of(value);
    if (typeof value === 'boolean') return value ? PDFBool.True : PDFBool.False;
    if (!Array.isArray(value)) return this.dict(value);
    const array = PDFArray.withContext(this.context);
    for (const item of value) array.push(this.object(item));
    return array;
  }

  dict(entries: Entries = {}): PDFDict {
    const dict = PDFDict.withContext(this.context);
    for (const [key, value] of Object.entries(entries)) dict.set(PDFName.of(key), this.object(value));
    return dict;
  }

  stream(bytes: Uint8Array | string, entries: Entries = {}): PDFRef {
    const stream = this.context.stream(bytes);
    for (const [key, value] of Object.entries(entries)) stream.dict.set(PDFName.of(key), this.object(value));
    return this.context.register(stream);
  }

  /** An element without content; its kids come by naming it as their parent. */
  element(name: string, parent: string, type: string, entries: Entries = {}): PDFRef {
    const dict = this.dict({ Type: 'StructElem', S: type, P: this.ref(parent), K: [], ...entries });
    this.parts.set(name, dict);
    this.kidsOf(parent).push(this.ref(name));
    return this.ref(name);
  }

  /** An element with a line of text in it. */
  leaf(name: string, parent: string, type: string, entries: Entries = {}, shown = TEXT): PDFRef {
    const ref = this.element(name, parent, type, entries);
    this.set(name, { Pg: this.ref('page') });
    this.content.push(`/${type} <</MCID ${this.marks}>> BDC ${shown} EMC`);
    this.kidsOf(name).push(PDFNumber.of(this.marks));
    this.marked[this.marks++] = ref;
    return ref;
  }

  annotation(name: string, parent: string | undefined, subtype: string, entries: Entries = {}): void {
    const dict = this.dict({ Type: 'Annot', Subtype: subtype, Rect: [10, 10, 50, 20], F: 4, ...entries });
    this.parts.set(name, dict);
    this.page.lookup(PDFName.of('Annots'), PDFArray).push(this.ref(name));
    if (parent === undefined) return;
    this.kidsOf(parent).push(this.dict({ Type: 'OBJR', Obj: this.ref(name), Pg: this.ref('page') }));
    this.set(name, { StructParent: this.objects.push(this.ref(parent)) });
  }

  kidsOf(name: string): PDFArray {
    return this.part(name).lookup(PDFName.of('K'), PDFArray);
  }

  private fill(): void {
    addFonts(this);
    const text = (value: string) => PDFString.of(value);
    const table = (entries: Entries) => ({ A: this.dict({ O: 'Table', ...entries }) });
    this.element('document', 'root', 'Document');
    this.leaf('h1', 'document', 'H1', {}, '/Span <</ActualText (AB) /Lang (sq)>> BDC ' + TEXT + ' EMC');
    this.element('toc', 'document', 'TOC');
    this.leaf('tocCaption', 'toc', 'Caption');
    this.leaf('toci', 'toc', 'TOCI');
    this.leaf('h2', 'document', 'H2');
    this.leaf('p', 'document', 'P', { Lang: text('sr-Cyrl') });
    this.leaf('strong', 'p', 'Strong');
    this.element('list', 'document', 'L');
    this.leaf('listCaption', 'list', 'Caption');
    this.element('li', 'list', 'LI');
    this.leaf('lbl', 'li', 'Lbl');
    this.leaf('lbody', 'li', 'LBody');
    this.element('table', 'document', 'Table');
    this.leaf('caption', 'table', 'Caption');
    this.element('thead', 'table', 'THead');
    this.element('headRow', 'thead', 'TR');
    this.element('corner', 'headRow', 'TD');
    this.leaf('columnHead', 'headRow', 'TH', table({ Scope: 'Column' }));
    this.leaf('idHead', 'headRow', 'TH', { ID: text('head') });
    this.element('tbody', 'table', 'TBody');
    this.element('row', 'tbody', 'TR');
    this.leaf('rowHead', 'row', 'TH', table({ Scope: 'Row', RowSpan: 2 }));
    this.leaf('cell', 'row', 'TD');
    this.leaf('namedCell', 'row', 'TD', table({ Headers: [text('head')] }));
    this.element('row2', 'tbody', 'TR');
    this.leaf('wideCell', 'row2', 'TD', table({ ColSpan: 2 }));
    this.element('tfoot', 'table', 'TFoot');
    this.element('footRow', 'tfoot', 'TR');
    this.leaf('footCell', 'footRow', 'TD', table({ ColSpan: 3 }));
    this.leaf('figure', 'document', 'Figure', { Alt: text('A map of Drenica') }, '0 0 10 10 re f');
    this.leaf('formula', 'document', 'Formula', { ActualText: text('1 + 1') });
    this.leaf('note', 'document', 'Note', { ID: text('n1') });
    this.leaf('note2', 'document', 'Note', { ID: text('n2') });
    this.leaf('link', 'document', 'Link');
    this.annotation('linkAnnotation', 'link', 'Link', { Contents: text('Sources') });
    this.element('form', 'document', 'Form');
    this.annotation('widget', 'form', 'Widget', { FT: 'Tx', T: text('name'), TU: text('Your name') });
    this.element('annot', 'document', 'Annot');
    this.annotation('comment', 'annot', 'Text', { Contents: text('A comment') });
    this.annotation('popup', undefined, 'Popup', { Parent: this.ref('comment') });
    // No one meets what is hidden, or lies beyond the page.
    this.annotation('hidden', undefined, 'Text', { F: 2 });
    this.annotation('beyond', undefined, 'Text', { Rect: [400, 400, 420, 420] });

    for (const font of FONTS)
      this.leaf(`in${font}`, 'document', 'P', {}, `BT /${font} 9 Tf ${SHOWN[font]} Tj ET`);
    this.parts.set('xobject', this.resources.lookup(PDFName.of('XObject'), PDFDict));
    const form = this.stream('0 0 m 9 9 l S', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9] });
    this.set('xobject', { Fm: form });
    this.content.push(
      '/Artifact <</Type /Pagination>> BDC q /Fm Do /Fm Do Q BI /W 1 /H 1 /BPC 8 /CS /G ID x EI EMC',
    );

    const file = this.stream('{}', { Type: 'EmbeddedFile' });
    this.parts.set(
      'file',
      this.dict({ Type: 'Filespec', F: text('a.json'), UF: text('a.json'), EF: { F: file } }),
    );
    this.parts.set('layers', this.dict({ Name: text('Layers') }));
    this.parts.set(
      'clip',
      this.dict({ S: 'MCD', CT: text('audio/mpeg'), Alt: [text('sq'), text('A voice')] }),
    );
    this.parts.set('mark', this.dict({ Marked: true }));
    this.parts.set('viewer', this.dict({ DisplayDocTitle: true }));
    this.parts.set('fields', this.dict({ Fields: [this.ref('widget')] }));
    this.parts.set('outline', this.dict({ Title: text('A'), Parent: this.dict() }));
    this.set('catalog', {
      Lang: text('sq'),
      MarkInfo: this.part('mark'),
      ViewerPreferences: this.part('viewer'),
      StructTreeRoot: this.ref('root'),
      AF: [this.ref('file'), this.ref('clip')],
      AcroForm: this.ref('fields'),
      OCProperties: { OCGs: [], D: this.ref('layers') },
      Outlines: { First: this.ref('outline'), Last: this.ref('outline'), Count: 1 },
    });
  }

  async bytes(): Promise<Uint8Array> {
    const nums = [0, this.marked, ...this.objects.flatMap((ref, at) => [at + 1, ref])];
    this.set('root', { ParentTree: this.dict({ Nums: nums }) });
    this.set('page', { Contents: this.stream(this.content.join('\n')) });
    if (this.metadata) this.set('catalog', { Metadata: this.stream(new TextEncoder().encode(this.metadata), { Type: 'Metadata', Subtype: 'XML' }) }); // prettier-ignore
    return this.pdf.save({ useObjectStreams: false, updateFieldAppearances: false });
  }
}

const TEXT = 'BT /F1 9 Tf <00010002> Tj ET';
const FONTS = ['Cff', 'Letters', 'Symbols', 'PostScript', 'Mapped'] as const;
const SHOWN = { Cff: '(AB)', Letters: '(AB)', Symbols: '<0102>', PostScript: '(AB)', Mapped: '(AB)' };
export async function sample(change: (sample: Sample) => void = () => undefined): Promise<Uint8Array> {
  const made = new Sample(await PDFDocument.create({ updateMetadata: false }));
  change(made);
  return made.bytes();
}
