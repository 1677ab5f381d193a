/** What PDFs are made of (ISO 32000-1, 7.3), as read and as written. */

export class Name {
  /** @param text as written, `#20` for a space */
  constructor(readonly text: string) {}
}

export class Ref {
  constructor(readonly number: number) {}
}

/** As it stands in the file, with its brackets: what is only handed on need not be understood. */
export class Text {
  constructor(readonly source: string) {}
}

export class Stream {
  /** @param bytes as in the file, filters not undone */
  constructor(
    readonly dict: Dict,
    readonly bytes: Uint8Array,
  ) {}
}

export type Dict = Map<string, Value>;
export type Value = null | boolean | number | Name | Ref | Text | Stream | Value[] | Dict;

export function dict(entries: Readonly<Record<string, Value | undefined>>): Dict {
  return new Map(
    Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

export const name = (text: string): Name => new Name(text);

export function isName(value: Value | undefined, text: string): boolean {
  return value instanceof Name && value.text === text;
}

/** A text string (7.9.2.2): as it is where it is ASCII, else UTF-16 with its mark. */
export function text(words: string): Text {
  if (/^[\x20-\x7e]*$/u.test(words)) return new Text(`(${words.replace(/[()\\]/gu, '\\$&')})`);
  const units = Array.from({ length: words.length }, (_, at) => hex(words.charCodeAt(at), 4));
  return new Text(`<feff${units.join('')}>`);
}

export function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0');
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The bytes of a string, one a character. */
export function bytesIn({ source }: Text): string {
  if (source.startsWith('<')) {
    const digits = source.replace(/[^0-9a-f]/giu, '');
    return digits.replace(/..?/gu, (pair) => String.fromCharCode(Number.parseInt(pair.padEnd(2, '0'), 16)));
  }
  return source
    .slice(1, -1)
    .replace(/\\(?:([0-7]{1,3})|(\r\n|[\s\S]))|\r\n?/gu, (_, octal?: string, other?: string) => {
      if (octal) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
      if (other === undefined) return '\n';
      return /[\r\n]/u.test(other) ? '' : (ESCAPES[other] ?? other);
    });
}

/** The words of a text string; without a mark it is taken for Latin-1, which PDFDocEncoding nearly is. */
export function wordsIn(value: Text): string {
  const bytes = bytesIn(value);
  if (bytes.startsWith('\xfe\xff')) return decode('utf-16be', bytes.slice(2));
  if (bytes.startsWith('\xff\xfe')) return decode('utf-16le', bytes.slice(2));
  if (bytes.startsWith('\xef\xbb\xbf')) return decode('utf-8', bytes.slice(3));
  return bytes;
}

/** What a name says; its bytes are UTF-8 (7.3.5). */
export function nameText({ text: written }: Name): string {
  if (!written.includes('#') && !/[^\x00-\x7f]/u.test(written)) return written; // eslint-disable-line no-control-regex
  return decode(
    'utf-8',
    written.replace(/#([0-9a-f]{2})/giu, (_, pair: string) => String.fromCharCode(Number.parseInt(pair, 16))),
  );
}

function decode(encoding: string, bytes: string): string {
  return new TextDecoder(encoding).decode(Buffer.from(bytes, 'latin1'));
}

/** Anything but a stream, as it is written. */
export function serialize(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return numeral(value);
  if (value instanceof Name) return `/${value.text}`;
  if (value instanceof Ref) return `${value.number} 0 R`;
  if (value instanceof Text) return value.source;
  if (Array.isArray(value)) return `[${value.map(serialize).join(' ')}]`;
  if (value instanceof Stream) throw new TypeError('a stream stands only in an object of its own');
  let entries = '';
  for (const [key, entry] of value) entries += `/${key} ${serialize(entry)}`;
  return `<<${entries}>>`;
}

/** PDF knows no exponents. */
export function numeral(value: number): string {
  const written = String(value);
  return written.includes('e') ? value.toFixed(10).replace(/\.?0+$/u, '') : written;
}
