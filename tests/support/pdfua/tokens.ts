/** Content streams and CMaps as operators with their operands (ISO 32000-1, 7.2 and 7.8.2). */
import {
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFString,
} from '@cantoo/pdf-lib';

export interface Operation {
  operator: string;
  operands: PDFObject[];
}

const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITER = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)));
const NUMBER = /^[+-]*(?:\d+\.?\d*|\.\d+)/;
const ends = (byte: number | undefined) => byte === undefined || WHITE.has(byte) || DELIMITER.has(byte);

class Word {
  constructor(readonly text: string) {}
}
type Token = PDFObject | Word;

class Reader {
  private at = 0;
  constructor(
    private readonly bytes: Uint8Array,
    private readonly context: PDFContext,
  ) {}

  next(): Token | undefined {
    this.skipWhite();
    const byte = this.bytes[this.at];
    if (byte === undefined) return undefined;
    const character = String.fromCharCode(byte);
    switch (character) {
      case '/':
        this.at += 1;
        return PDFName.of(this.run());
      case '(':
        return PDFString.of(this.literal());
      case '[':
        this.at += 1;
        return this.array();
      case '<':
        if (this.bytes[this.at + 1] === 0x3c) {
          this.at += 2;
          return this.dict();
        }
        return PDFHexString.of(this.hex());
      case '>':
        this.at += this.bytes[this.at + 1] === 0x3e ? 2 : 1;
        return new Word('>>');
      case ']':
      case '{':
      case '}':
      case ')':
        this.at += 1;
        return new Word(character);
    }
    const run = this.run();
    if (NUMBER.test(run)) return PDFNumber.of(Number.parseFloat(run.replace(/^[+-]*(?=[+-])/, '')) || 0);
    if (run === 'true') return PDFBool.True;
    if (run === 'false') return PDFBool.False;
    return run === 'null' ? PDFNull : new Word(run);
  }

  /** After `ID`: to behind the `EI` that stands alone and is followed by what can be an operator. */
  skipImage(): void {
    for (let from = this.at + 1; from < this.bytes.length; from += 1) {
      const isEnd =
        this.bytes[from] === 0x45 &&
        this.bytes[from + 1] === 0x49 &&
        WHITE.has(this.bytes[from - 1]!) &&
        ends(this.bytes[from + 2]) &&
        this.bytes
          .subarray(from + 2, from + 12)
          .every((byte) => WHITE.has(byte) || (byte > 31 && byte < 127));
      if (!isEnd) continue;
      this.at = from + 2;
      return;
    }
    this.at = this.bytes.length;
  }

  private skipWhite(): void {
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte === 0x25)
        while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13)
          this.at += 1;
      else if (byte !== undefined && WHITE.has(byte)) this.at += 1;
      else return;
    }
  }

  private run(): string {
    const from = this.at;
    while (!ends(this.bytes[this.at])) this.at += 1;
    return latin(this.bytes.subarray(from, this.at));
  }

  private literal(): string {
    const from = (this.at += 1);
    for (let depth = 1; this.at < this.bytes.length; this.at += 1) {
      const byte = this.bytes[this.at];
      if (byte === 0x5c) this.at += 1;
      else if (byte === 0x28) depth += 1;
      else if (byte === 0x29 && (depth -= 1) === 0) break;
    }
    this.at += 1;
    return latin(this.bytes.subarray(from, this.at - 1));
  }

  private hex(): string {
    const from = (this.at += 1);
    while (this.at < this.bytes.length && this.bytes[this.at] !== 0x3e) this.at += 1;
    this.at += 1;
    return latin(this.bytes.subarray(from, this.at - 1)).replace(/[^\da-f]/gi, '');
  }

  private array(): PDFArray {
    const array = PDFArray.withContext(this.context);
    for (;;) {
      const token = this.next();
      if (token === undefined || (token instanceof Word && token.text === ']')) return array;
      if (!(token instanceof Word)) array.push(token);
    }
  }

  private dict(): PDFDict {
    const dict = PDFDict.withContext(this.context);
    for (;;) {
      const key = this.next();
      if (key === undefined || (key instanceof Word && key.text === '>>')) return dict;
      if (!(key instanceof PDFName)) continue;
      const value = this.next();
      if (value === undefined || value instanceof Word) return dict;
      dict.set(key, value);
    }
  }
}

export function latin(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += 8192)
    text += String.fromCharCode(...bytes.subarray(from, from + 8192));
  return text;
}

/** An inline image is one operation, `BI`, with its keys and values as operands. */
export function* operations(bytes: Uint8Array, context: PDFContext): Generator<Operation> {
  const reader = new Reader(bytes, context);
  let operands: PDFObject[] = [];
  for (;;) {
    const token = reader.next();
    if (token === undefined) return;
    if (!(token instanceof Word)) {
      operands.push(token);
      continue;
    }
    if (token.text === 'BI') continue;
    if (token.text === 'ID') reader.skipImage();
    yield { operator: token.text === 'ID' ? 'BI' : token.text, operands };
    operands = [];
  }
}
