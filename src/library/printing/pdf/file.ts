/**
 * A PDF file, read object by object as they are asked for (ISO 32000-1, 7.5). Written for two uses: Chromium's own
 * files, of which much is only handed on, and files of unknown origin, of which next to nothing is needed.
 * pdf-lib 2.11 reads all of a file first: 2.5 s and 250 MB for 320 tagged pages read and written (measured).
 */
import { inflate, unpredicted } from './filters';
import { Lexer } from './lexer';
import { type Dict, Name, Ref, Stream, type Value } from './values';

export const LARGEST_FILE = 512 * 2 ** 20;
const LARGEST_STREAM = 64 * 2 ** 20;
/** Of all its streams together: many small ones can be as large as one. */
const MOST_UNPACKED = 256 * 2 ** 20;
const MOST_OBJECTS = 1_000_000;
/** The mark of a PDF and its cross-reference are looked for in this much of its beginning and end. */
const EDGE = 1024;

type Place = { at: number } | { stream: number; index: number };

export class PdfFile {
  readonly trailer: Dict;
  readonly #source: string;
  readonly #places = new Map<number, Place>();
  #unpacked = 0;
  readonly #streams = new Map<number, { lexer: Lexer; first: number; offsets: number[] }>();

  /** @throws RangeError with the reason where it is none, or not one that can be read */
  constructor(readonly bytes: Uint8Array) {
    if (bytes.length > LARGEST_FILE) throw new RangeError('it is too large');
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (!buffer.subarray(0, EDGE).includes('%PDF-')) throw new RangeError('it is not a PDF');
    this.#source = buffer.toString('latin1');
    const start = /startxref\s+(\d+)(?![^]*startxref)/u.exec(this.#source.slice(-EDGE));
    if (!start) throw new RangeError('it is not complete');
    this.trailer = this.#crossReferences(Number(start[1]));
    if (this.trailer.has('Encrypt')) throw new RangeError('it is encrypted');
  }

  /** The numbers of all objects, ascending. */
  get numbers(): number[] {
    return [...this.#places.keys()].sort((a, b) => a - b);
  }

  /** An object by its number; null where there is none (7.3.10). */
  object(number: number): Value {
    return this.#object(number, false);
  }

  /** What `value` stands for. */
  resolve(value: Value | undefined): Value {
    let found = value ?? null;
    for (let steps = 0; found instanceof Ref; steps += 1) {
      if (steps > 20) throw new RangeError('it refers to itself');
      found = this.object(found.number);
    }
    return found;
  }

  dict(value: Value | undefined): Dict | undefined {
    const found = this.resolve(value);
    if (found instanceof Map) return found;
    return found instanceof Stream ? found.dict : undefined;
  }

  array(value: Value | undefined): Value[] | undefined {
    const found = this.resolve(value);
    return Array.isArray(found) ? found : undefined;
  }

  get catalog(): Dict {
    const catalog = this.dict(this.trailer.get('Root'));
    if (!catalog) throw new RangeError('it is damaged');
    return catalog;
  }

  /** The text of an object as it stands in the file, to be handed on; undefined for streams and what is compressed. */
  written(number: number): string | undefined {
    const place = this.#places.get(number);
    if (!place || 'stream' in place) return undefined;
    const lexer = this.#open(number, place.at);
    lexer.skip();
    const start = lexer.at;
    lexer.value();
    const end = lexer.at;
    return lexer.takes('stream') ? undefined : this.#source.slice(start, end);
  }

  /**
   * What a stream holds, its filters undone.
   * @throws RangeError where it is larger than `limit` or has a filter other than Flate
   */
  content({ dict, bytes }: Stream, limit = LARGEST_STREAM): Uint8Array {
    const filter = this.resolve(dict.get('Filter'));
    const filters = (Array.isArray(filter) ? filter.map((one) => this.resolve(one)) : [filter]).filter(
      (one) => one !== null,
    );
    if (filters.length === 0) {
      if (bytes.length > limit) throw new RangeError('a part of it is too large');
      return bytes;
    }
    const [only] = filters;
    if (filters.length > 1 || !(only instanceof Name) || !['FlateDecode', 'Fl'].includes(only.text))
      throw new RangeError('it is compressed in an unusual way');
    const parms = this.resolve(dict.get('DecodeParms'));
    const settings = this.dict(Array.isArray(parms) ? parms[0] : parms);
    const inflated = inflate(bytes, limit);
    this.#unpacked += inflated.length;
    if (this.#unpacked > MOST_UNPACKED) throw new RangeError('its parts are too large');
    return unpredicted(inflated, settings);
  }

  #object(number: number, raw: boolean): Value {
    const place = this.#places.get(number);
    if (!place) return null;
    return 'stream' in place ? this.#compressed(place) : this.#parse(this.#open(number, place.at), raw);
  }

  #open(number: number, at: number): Lexer {
    const lexer = new Lexer(this.#source, at);
    lexer.skip();
    if (lexer.word() !== String(number)) throw new RangeError('it is damaged');
    lexer.skip();
    lexer.word();
    if (!lexer.takes('obj')) throw new RangeError('it is damaged');
    return lexer;
  }

  #parse(lexer: Lexer, raw: boolean): Value {
    const value = lexer.value();
    if (!(value instanceof Map) || !lexer.takes('stream')) return value;
    // One end of line, CR LF or LF (7.3.8.1).
    if (this.#source[lexer.at] === '\r') lexer.at += 1;
    if (this.#source[lexer.at] === '\n') lexer.at += 1;
    const declared = value.get('Length');
    // While the cross-reference is read, no other object can be.
    const length = raw && declared instanceof Ref ? null : this.resolve(declared);
    const { at } = lexer;
    if (typeof length !== 'number' || length < 0 || at + length > this.bytes.length)
      throw new RangeError('it is damaged');
    return new Stream(value, this.bytes.subarray(at, at + length));
  }

  #compressed({ stream: number, index }: { stream: number; index: number }): Value {
    const opened = this.#streams.get(number) ?? this.#openStream(number);
    this.#streams.set(number, opened);
    const offset = opened.offsets[index];
    if (offset === undefined) throw new RangeError('it is damaged');
    opened.lexer.at = opened.first + offset;
    return opened.lexer.value();
  }

  #openStream(number: number): { lexer: Lexer; first: number; offsets: number[] } {
    const place = this.#places.get(number);
    // An object stream does not stand in another (7.5.7).
    const stream = place && 'at' in place ? this.object(number) : null;
    if (!(stream instanceof Stream)) throw new RangeError('it is damaged');
    const first = this.resolve(stream.dict.get('First'));
    const count = this.resolve(stream.dict.get('N'));
    if (typeof first !== 'number' || typeof count !== 'number') throw new RangeError('it is damaged');
    const source = Buffer.from(this.content(stream)).toString('latin1');
    const head = source
      .slice(0, first)
      .split(/\s+/u)
      .filter(Boolean)
      .slice(0, count * 2);
    const offsets = head.filter((_, at) => at % 2 === 1).map(Number);
    return { lexer: new Lexer(source), first, offsets };
  }

  /** Reads every section, the newest first; what it says of an object holds. Returns the newest trailer. */
  #crossReferences(start: number): Dict {
    let newest: Dict | undefined;
    const seen = new Set<number>();
    const waiting = [start];
    while (waiting.length > 0) {
      const at = waiting.shift() ?? 0;
      if (seen.has(at)) throw new RangeError('it refers to itself');
      seen.add(at);
      const lexer = new Lexer(this.#source, at);
      const trailer = lexer.takes('xref') ? this.#table(lexer) : this.#crossReferenceStream(lexer);
      newest ??= trailer;
      for (const key of ['XRefStm', 'Prev']) {
        const next = trailer.get(key);
        if (typeof next === 'number') waiting.push(next);
      }
    }
    if (!newest) throw new RangeError('it is damaged');
    return newest;
  }

  #table(lexer: Lexer): Dict {
    while (!lexer.takes('trailer')) {
      const first = number(lexer);
      const count = number(lexer);
      for (let index = 0; index < count; index += 1) {
        const at = number(lexer);
        number(lexer);
        lexer.skip();
        if (lexer.word() === 'n') this.#place(first + index, { at });
      }
    }
    const trailer = lexer.value();
    if (!(trailer instanceof Map)) throw new RangeError('it is damaged');
    return trailer;
  }

  #crossReferenceStream(lexer: Lexer): Dict {
    number(lexer);
    number(lexer);
    if (!lexer.takes('obj')) throw new RangeError('it is damaged');
    const stream = this.#parse(lexer, true);
    if (!(stream instanceof Stream)) throw new RangeError('it is damaged');
    const widths = numbers(stream.dict.get('W') ?? null);
    const size = stream.dict.get('Size');
    const [type = 0, second = 0, third = 0] = widths;
    const width = type + second + third;
    if (widths.length !== 3 || width < 1 || width > 24) throw new RangeError('it is damaged');
    const data = this.content(stream);
    const sections = numbers(stream.dict.get('Index') ?? [0, typeof size === 'number' ? size : 0]);
    let at = 0;
    for (let section = 0; section + 1 < sections.length; section += 2) {
      const [first = 0, count = 0] = sections.slice(section);
      for (let index = 0; index < count && at + width <= data.length; index += 1, at += width) {
        const kind = type === 0 ? 1 : bigEndian(data, at, type);
        const a = bigEndian(data, at + type, second);
        if (kind === 1) this.#place(first + index, { at: a });
        if (kind === 2)
          this.#place(first + index, { stream: a, index: bigEndian(data, at + type + second, third) });
      }
    }
    return stream.dict;
  }

  #place(number: number, place: Place): void {
    if (this.#places.has(number)) return;
    if (this.#places.size >= MOST_OBJECTS) throw new RangeError('it has too many parts');
    this.#places.set(number, place);
  }
}

function number(lexer: Lexer): number {
  lexer.skip();
  const word = lexer.word();
  if (!/^\d{1,15}$/u.test(word)) throw new RangeError('it is damaged');
  return Number(word);
}

function numbers(value: Value): number[] {
  const each = Array.isArray(value) ? value : [];
  return each.filter((one) => typeof one === 'number').filter((one) => one >= 0);
}

function bigEndian(data: Uint8Array, at: number, width: number): number {
  let value = 0;
  for (let index = 0; index < width; index += 1) value = value * 256 + (data[at + index] ?? 0);
  return value;
}
