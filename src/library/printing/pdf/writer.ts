/**
 * Writes a PDF file anew with some of its objects changed (ISO 32000-1, 7.5). What nobody changed is handed on as it
 * is written. The same objects make the same bytes: the file's identifier is a digest of what it holds.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { PdfFile } from './file';
import { type Dict, dict, name, numeral, Ref, serialize, Stream, Text, type Value } from './values';

const squeeze = promisify(deflate);

/** Objects are compressed by this many together. */
const TOGETHER = 250;
/** Type, place, and index in an object stream, in bytes. */
const WIDTHS = [1, 4, 2] as const;

type Entry = readonly [kind: 0 | 1 | 2, a: number, b: number];

export class PdfWriter {
  readonly #changed = new Map<number, Value | undefined>();
  #next: number;

  constructor(private readonly file: PdfFile) {
    this.#next = (file.numbers.at(-1) ?? 0) + 1;
  }

  /** For an object whose value comes later. */
  reserve(): Ref {
    this.#next += 1;
    return new Ref(this.#next - 1);
  }

  add(value: Value): Ref {
    const ref = this.reserve();
    this.#changed.set(ref.number, value);
    return ref;
  }

  set(number: number, value: Value): void {
    this.#changed.set(number, value);
  }

  /** Nothing may refer to it any more. */
  remove(number: number): void {
    this.#changed.set(number, undefined);
  }

  /** A stream with its content compressed. */
  static async compressed(content: Uint8Array | string, entries: Dict = new Map()): Promise<Stream> {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
    const written = new Map(entries).set('Filter', name('FlateDecode'));
    written.delete('DecodeParms');
    return new Stream(written, await squeeze(bytes));
  }

  async bytes(root: Ref, info: Ref): Promise<Uint8Array> {
    const chunks: Buffer[] = [];
    const entries = new Map<number, Entry>();
    let length = 0;
    const put = (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
    };
    const putStream = (number: number, { dict: head, bytes }: Stream) => {
      entries.set(number, [1, length, 0]);
      const written = serialize(new Map(head).set('Length', bytes.length));
      put(Buffer.from(`${number} 0 obj\n${written}\nstream\n`, 'latin1'));
      put(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      put(Buffer.from('\nendstream\nendobj\n'));
    };
    // Four bytes above 127 tell programs that it is not text (7.5.2).
    put(Buffer.from('%PDF-1.7\n%\xb5\xed\xae\xfb\n', 'latin1'));

    const small: [number, string][] = [];
    for (const number of this.#numbers()) {
      const value = this.#changed.has(number) ? this.#changed.get(number) : this.file.written(number);
      if (typeof value === 'string') small.push([number, value]);
      else if (!this.#changed.has(number)) {
        const stream = this.file.object(number);
        if (stream instanceof Stream) putStream(number, stream);
        else small.push([number, serialize(stream)]);
      } else if (value instanceof Stream) putStream(number, value);
      else if (value !== undefined) small.push([number, serialize(value)]);
    }
    for (let at = 0; at < small.length; at += TOGETHER) {
      const objects = small.slice(at, at + TOGETHER);
      const stream = await together(objects);
      const { number } = this.reserve();
      objects.forEach(([of], index) => entries.set(of, [2, number, index]));
      putStream(number, stream);
    }
    const own = this.reserve().number;
    entries.set(own, [1, length, 0]);
    const digest = createHash('sha256');
    for (const chunk of chunks) digest.update(chunk);
    const id = new Text(`<${digest.digest('hex').slice(0, 32)}>`);
    const references = await PdfWriter.compressed(
      table(entries, own + 1),
      dict({ Type: name('XRef'), Size: own + 1, W: [...WIDTHS], Root: root, Info: info, ID: [id, id] }),
    );
    const start = length;
    putStream(own, references);
    put(Buffer.from(`startxref\n${numeral(start)}\n%%EOF\n`));
    return Buffer.concat(chunks);
  }

  #numbers(): number[] {
    return [...new Set([...this.file.numbers, ...this.#changed.keys()])].sort((a, b) => a - b);
  }
}

function together(objects: readonly [number, string][]): Promise<Stream> {
  let at = 0;
  const head = objects.map(([number, { length }]) => {
    at += length + 1;
    return `${number} ${at - length - 1}`;
  });
  const first = `${head.join(' ')}\n`;
  return PdfWriter.compressed(
    first + objects.map(([, written]) => written).join('\n'),
    dict({ Type: name('ObjStm'), N: objects.length, First: first.length }),
  );
}

function table(entries: ReadonlyMap<number, Entry>, size: number): Buffer {
  const width = WIDTHS[0] + WIDTHS[1] + WIDTHS[2];
  const rows = Buffer.alloc(size * width);
  // The head of the list of free objects (7.5.4).
  rows.writeUInt16BE(0xffff, WIDTHS[0] + WIDTHS[1]);
  for (const [number, [kind, a, b]] of entries) {
    rows.writeUInt8(kind, number * width);
    rows.writeUInt32BE(a, number * width + WIDTHS[0]);
    rows.writeUInt16BE(b, number * width + WIDTHS[0] + WIDTHS[1]);
  }
  return rows;
}
