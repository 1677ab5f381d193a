/** The pages of a tagged PDF, each with its content marked as what it is. */
import { type Belonging, type Drawn, type Marked, markContent, type Surroundings } from './artifacts';
import type { PdfFile } from './pdf/file';
import { inherited } from './pdf/pages';
import { around, type Box, corners, type Matrix } from './pdf/space';
import { type Dict, isName, name, Ref, Stream, type Value } from './pdf/values';
import { PdfWriter } from './pdf/writer';
import { type Codes, codesOf, said } from './to-unicode';

/** By the number of the page's or form's object. */
export type Outcomes = Map<number, Omit<Marked, 'source' | 'forms'> & { drawn: Map<number, Box> }>;

/** By page or form, then by the identifier of the piece. */
export type Belongings = Map<number, Map<number, Belonging>>;

/** Goes through the pages' content. */
export class Marking {
  readonly #codes = new Map<number, Codes>();
  readonly #forms = new Map<number, { stream: Stream; source: string }>();
  #writing: Promise<void>[] = [];

  constructor(
    private readonly file: PdfFile,
    private readonly writer: PdfWriter,
    private readonly belongings: Belongings,
    private readonly outcomes: Outcomes,
    private readonly keys: Map<number, number>,
    private readonly dropped: ReadonlySet<number>,
  ) {}

  /** @param number of the page's object */
  page(number: number): void {
    const { file } = this;
    const page = file.dict(new Ref(number)) ?? new Map<string, Value>();
    const resources = inherited(file, page, 'Resources');
    const media = inherited(file, page, 'MediaBox');
    const [, bottom, , top] = Array.isArray(media) ? media : [];
    const height = typeof bottom === 'number' && typeof top === 'number' ? bottom + top : undefined;
    const contents = page.get('Contents');
    const parts = file.array(contents) ?? [contents ?? null];
    const streams = parts.map((part) => file.resolve(part)).filter((part) => part instanceof Stream);
    const source = streams.map((stream) => latin1(file.content(stream))).join('\n');
    const marked = this.#mark(number, page, source, resources, height);
    const [only] = parts;
    if (marked !== source && parts.length === 1 && only instanceof Ref) this.#write(only, marked, new Map());
    else if (marked !== source) {
      const whole = this.writer.reserve();
      this.#write(whole, marked, new Map());
      page.set('Contents', whole);
    }
    const annotations = file.array(page.get('Annots'));
    if (annotations) {
      const kept = annotations.filter((one) => !(one instanceof Ref && this.dropped.has(one.number)));
      page.set('Annots', kept).set('Tabs', name('S'));
    }
    this.writer.set(number, page);
  }

  /** When what has been looked at is compressed. */
  async written(): Promise<void> {
    const writing = this.#writing;
    this.#writing = [];
    await Promise.all(writing);
  }

  #write(ref: Ref, source: string, entries: Dict): void {
    const { writer } = this;
    this.#writing.push(
      PdfWriter.compressed(source, entries).then((stream) => writer.set(ref.number, stream)),
    );
  }

  #mark(number: number, holder: Dict, source: string, resources: Value, height: number | undefined): string {
    const key = holder.get('StructParents');
    if (typeof key === 'number') this.keys.set(number, key);
    const {
      source: marked,
      forms,
      ...outcome
    } = markContent(source, this.#surroundings(number, resources, height));
    const drawn = new Map<number, Box>();
    this.outcomes.set(number, { ...outcome, drawn });
    const xObjects = this.file.dict(this.#resource(resources, 'XObject'));
    for (const [called, { box, isFree }] of forms) {
      const ref = xObjects?.get(called);
      if (!(ref instanceof Ref)) continue;
      if (box) drawn.set(ref.number, box);
      if (isFree && !this.outcomes.has(ref.number)) this.#form(ref);
    }
    return marked;
  }

  #form(ref: Ref): void {
    const form = this.#formOf(ref);
    if (!form?.source.includes('/MCID')) return;
    const { dict: entries } = form.stream;
    const marked = this.#mark(ref.number, entries, form.source, entries.get('Resources') ?? null, undefined);
    if (marked !== form.source) this.#write(ref, marked, entries);
  }

  #surroundings(number: number, resources: Value, height: number | undefined): Surroundings {
    const { file } = this;
    const fonts = file.dict(this.#resource(resources, 'Font'));
    const xObjects = file.dict(this.#resource(resources, 'XObject'));
    const properties = file.dict(this.#resource(resources, 'Properties'));
    return {
      height,
      belonging: (mcid) => this.belongings.get(number)?.get(mcid),
      drawn: (called) => this.#drawn(xObjects?.get(called)),
      words: (font, string) => said(string, this.#codesOf(fonts?.get(font))),
      properties: (called) => file.dict(properties?.get(called)),
    };
  }

  #resource(resources: Value, kind: string): Value {
    return this.file.dict(resources)?.get(kind) ?? null;
  }

  #drawn(value: Value | undefined): Drawn | undefined {
    const form = value instanceof Ref ? this.#formOf(value) : undefined;
    if (!form) return { kind: 'image', isTagged: false, box: [0, 0, 1, 1] };
    const numbers = (key: string) =>
      (this.file.array(form.stream.dict.get(key)) ?? []).filter((one) => typeof one === 'number');
    const [left = 0, bottom = 0, right = 0, top = 0] = numbers('BBox');
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers('Matrix');
    const matrix: Matrix = [a, b, c, d, e, f];
    const box = around(corners([left, bottom, right, top]), matrix) ?? [0, 0, 0, 0];
    return { kind: 'form', isTagged: form.source.includes('/MCID'), box };
  }

  #formOf(ref: Ref): { stream: Stream; source: string } | undefined {
    const known = this.#forms.get(ref.number);
    if (known) return known;
    const stream = this.file.object(ref.number);
    if (!(stream instanceof Stream) || !isName(stream.dict.get('Subtype'), 'Form')) return undefined;
    const form = { stream, source: latin1(this.file.content(stream)) };
    this.#forms.set(ref.number, form);
    return form;
  }

  #codesOf(value: Value | undefined): Codes {
    const number = value instanceof Ref ? value.number : -1;
    const known = this.#codes.get(number);
    if (known) return known;
    const stream = this.file.resolve(this.file.dict(value)?.get('ToUnicode'));
    const codes: Codes = stream instanceof Stream ? codesOf(latin1(this.file.content(stream))) : new Map();
    this.#codes.set(number, codes);
    return codes;
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
