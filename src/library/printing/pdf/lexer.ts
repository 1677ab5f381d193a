/** Reads the objects of a PDF, and the operands of its pages, from text that has one character a byte. */
import { type Dict, Name, Ref, Text, type Value } from './values';

/** Deeper than any real object; a file of nothing but brackets would exhaust the stack. */
const DEEPEST = 200;

const REGULAR = 0;
const WHITE = 1;
const DELIMITER = 2;

/** Of characters (ISO 32000-1, 7.2.2). */
const KINDS = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) KINDS[code] = WHITE;
for (const character of '()<>[]{}/%') KINDS[character.charCodeAt(0)] = DELIMITER;

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/u;

export class Lexer {
  constructor(
    readonly source: string,
    public at = 0,
    /** Content streams have no references: `1 0 R` would be three operands. */
    private readonly withReferences = true,
  ) {}

  /** White space and comments. */
  skip(): void {
    const { source } = this;
    for (; this.at < source.length; this.at += 1) {
      const code = source.charCodeAt(this.at);
      if (code === 37) this.at = endOfLine(source, this.at);
      else if (KINDS[code] !== WHITE) return;
    }
  }

  /** The next run of regular characters, which may be empty. */
  word(): string {
    const start = this.at;
    this.at = endOfWord(this.source, start);
    return this.source.slice(start, this.at);
  }

  takes(keyword: string): boolean {
    this.skip();
    if (!this.source.startsWith(keyword, this.at)) return false;
    this.at += keyword.length;
    return true;
  }

  /** @throws RangeError where no object stands here */
  value(depth = 0): Value {
    if (depth > DEEPEST) throw new RangeError('it is nested too deeply');
    this.skip();
    const { source } = this;
    const character = source[this.at];
    if (character === '/') {
      this.at += 1;
      return new Name(this.word());
    }
    if (character === '(') return this.#to(endOfString(source, this.at));
    if (character === '[') return this.#array(depth);
    if (character === '<') {
      if (source[this.at + 1] === '<') return this.#dict(depth);
      const end = source.indexOf('>', this.at);
      return this.#to(end < 0 ? -1 : end + 1);
    }
    return this.#plain();
  }

  #to(end: number): Text {
    if (end < 0) throw new RangeError('a string has no end');
    const start = this.at;
    this.at = end;
    return new Text(this.source.slice(start, end));
  }

  #array(depth: number): Value[] {
    this.at += 1;
    const values: Value[] = [];
    while (!this.takes(']')) values.push(this.value(depth + 1));
    return values;
  }

  #dict(depth: number): Dict {
    this.at += 2;
    const entries: Dict = new Map();
    while (!this.takes('>>')) {
      const key = this.value(depth + 1);
      if (!(key instanceof Name)) throw new RangeError('a dictionary has a key that is no name');
      entries.set(key.text, this.value(depth + 1));
    }
    return entries;
  }

  #plain(): Value {
    const word = this.word();
    if (NUMBER.test(word)) return this.#reference(word) ?? Number(word);
    if (word === 'true') return true;
    if (word === 'false') return false;
    if (word === 'null') return null;
    throw new RangeError(`“${word.slice(0, 20)}” is no object`);
  }

  #reference(word: string): Ref | undefined {
    if (!this.withReferences || !isDigit(word.charCodeAt(0)) || word.includes('.')) return undefined;
    // `12 0 R`, looked for by hand: there are tens of thousands.
    let { at } = this;
    const { source } = this;
    while (KINDS[source.charCodeAt(at)] === WHITE) at += 1;
    const start = at;
    while (isDigit(source.charCodeAt(at))) at += 1;
    if (at === start || at - start > 5) return undefined;
    while (KINDS[source.charCodeAt(at)] === WHITE) at += 1;
    if (source[at] !== 'R' || endOfWord(source, at) !== at + 1) return undefined;
    this.at = at + 1;
    return new Ref(Number(word));
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isWhite(code: number): boolean {
  return KINDS[code] === WHITE;
}

export function endOfWord(source: string, start: number): number {
  let at = start;
  while (at < source.length && KINDS[source.charCodeAt(at)] === REGULAR) at += 1;
  return at;
}

export function endOfLine(source: string, start: number): number {
  let at = start;
  while (at < source.length && source[at] !== '\n' && source[at] !== '\r') at += 1;
  return at;
}

/** Behind the closing bracket; -1 where there is none. */
export function endOfString(source: string, start: number): number {
  let depth = 0;
  for (let at = start; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === 92) at += 1;
    else if (code === 40) depth += 1;
    else if (code === 41) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}
