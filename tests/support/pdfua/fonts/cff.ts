/** Compact Font Format (Adobe technical note 5176), as far as rules ask: names, codes and widths of glyphs. */
import { type Encoding, STANDARD_ENCODING, STANDARD_STRINGS } from './encodings';

export interface Cff {
  glyphs: number;
  isCid: boolean;
  /** Of a CID font: glyphs by CID. */
  byCid: Map<number, number>;
  byName: Map<string, number>;
  encoding: Encoding;
  /** In thousandths of the em. */
  width(glyph: number): number | undefined;
}

type Dict = Map<number, number[]>;
/** Two-byte operators are 1200 and up. */
const OPERATOR = { charset: 15, encoding: 16, charStrings: 17, private: 18, subrs: 19, defaultWidth: 20, nominalWidth: 21, matrix: 1207, ros: 1230, fonts: 1236, select: 1237 }; // prettier-ignore

/** @returns undefined where it is no such program */
export function readCff(bytes: Uint8Array): Cff | undefined {
  try {
    return new Reader(bytes).font();
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

interface Private {
  subrs: Uint8Array[];
  defaultWidth: number;
  nominalWidth: number;
}

class Reader {
  private readonly view: DataView;
  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  font(): Cff {
    const names = this.index(this.view.getUint8(2));
    const tops = this.index(names.end);
    const strings = this.index(tops.end);
    const globals = this.index(strings.end).items;
    const top = dictOf(tops.items[0] ?? new Uint8Array());
    const stringOf = (sid: number) =>
      STANDARD_STRINGS[sid] ??
      (sid < 391 ? `standard${sid}` : String.fromCharCode(...(strings.items[sid - 391] ?? [])));

    const charStrings = this.index(first(top, OPERATOR.charStrings)).items;
    const isCid = top.has(OPERATOR.ros);
    const charset = this.charset(first(top, OPERATOR.charset), charStrings.length);
    const glyphNames = isCid ? [] : charset.map(stringOf);
    const privates = isCid
      ? this.index(first(top, OPERATOR.fonts)).items.map((dict) => this.private(dictOf(dict)))
      : [this.private(top)];
    const select = isCid ? this.select(first(top, OPERATOR.select), charStrings.length) : [];
    const scale = (top.get(OPERATOR.matrix)?.[0] ?? 0.001) * 1000;
    return {
      glyphs: charStrings.length,
      isCid,
      byCid: new Map(isCid ? charset.map((cid, glyph) => [cid, glyph]) : []),
      byName: new Map(glyphNames.map((name, glyph) => [name, glyph])),
      encoding: isCid ? [] : this.encoding(first(top, OPERATOR.encoding), glyphNames, stringOf),
      width: (glyph) => {
        const program = charStrings[glyph];
        const own = privates[select[glyph] ?? 0];
        if (!program || !own) return undefined;
        const extra = widthIn(program, own.subrs, globals);
        return (extra === undefined ? own.defaultWidth : own.nominalWidth + extra) * scale;
      },
    };
  }

  private index(from: number): { items: Uint8Array[]; end: number } {
    const count = this.view.getUint16(from);
    if (count === 0) return { items: [], end: from + 2 };
    const size = this.view.getUint8(from + 2);
    const data = from + 2 + (count + 1) * size;
    const offsets = Array.from({ length: count + 1 }, (_, at) => this.unsigned(from + 3 + at * size, size));
    const items = offsets.slice(1).map((end, at) => this.bytes.subarray(data + offsets[at]!, data + end));
    return { items, end: data + offsets.at(-1)! };
  }

  private unsigned(from: number, size: number): number {
    let value = 0;
    for (let at = 0; at < size; at += 1) value = value * 256 + this.view.getUint8(from + at);
    return value;
  }

  private private(dict: Dict): Private {
    const [size = 0, from = 0] = dict.get(OPERATOR.private) ?? [];
    const own = dictOf(this.bytes.subarray(from, from + size));
    const subrs = own.get(OPERATOR.subrs)?.[0];
    return {
      subrs: subrs === undefined ? [] : this.index(from + subrs).items,
      defaultWidth: first(own, OPERATOR.defaultWidth),
      nominalWidth: first(own, OPERATOR.nominalWidth),
    };
  }

  private charset(from: number, glyphs: number): number[] {
    // 0 to 2 are predefined; ISOAdobe's numbers are those of the strings, and the expert ones are not met.
    if (from <= 2) return Array.from({ length: glyphs }, (_, at) => at);
    const list = [0];
    const format = this.view.getUint8(from);
    const size = format === 0 ? 0 : format;
    for (let at = from + 1; list.length < glyphs; at += 2 + size) {
      const start = this.view.getUint16(at);
      const left = size === 0 ? 0 : this.unsigned(at + 2, size);
      for (let step = 0; step <= left; step += 1) list.push(start + step);
    }
    return list.slice(0, glyphs);
  }

  private encoding(from: number, names: string[], stringOf: (sid: number) => string): Encoding {
    if (from <= 1) return STANDARD_ENCODING;
    const encoding: Encoding = [];
    const format = this.view.getUint8(from);
    let at = from + 2;
    let glyph = 1;
    for (let count = this.view.getUint8(from + 1); count > 0; count -= 1) {
      const code = this.view.getUint8(at);
      const left = (format & 127) === 0 ? 0 : this.view.getUint8(at + 1);
      for (let step = 0; step <= left; step += 1) encoding[code + step] = names[glyph++];
      at += (format & 127) === 0 ? 1 : 2;
    }
    if (format & 128)
      for (let count = this.view.getUint8(at), more = at + 1; count > 0; count -= 1, more += 3)
        encoding[this.view.getUint8(more)] = stringOf(this.view.getUint16(more + 1));
    return encoding;
  }

  private select(from: number, glyphs: number): number[] {
    if (this.view.getUint8(from) === 0) return [...this.bytes.subarray(from + 1, from + 1 + glyphs)];
    const list: number[] = [];
    const ranges = this.view.getUint16(from + 1);
    for (let range = 0; range < ranges; range += 1) {
      const at = from + 3 + range * 3;
      list.push(
        ...Array.from({ length: this.view.getUint16(at + 3) - this.view.getUint16(at) }, () =>
          this.view.getUint8(at + 2),
        ),
      );
    }
    return list;
  }
}

const first = (dict: Dict, operator: number) => dict.get(operator)?.[0] ?? 0;

function dictOf(bytes: Uint8Array): Dict {
  const dict: Dict = new Map();
  let operands: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at]!;
    if (byte <= 21) {
      dict.set(byte === 12 ? 1200 + bytes[at + 1]! : byte, operands);
      operands = [];
      at += byte === 12 ? 2 : 1;
    } else if (byte === 30) {
      const [value, length] = real(bytes, at + 1);
      operands.push(value);
      at += 1 + length;
    } else {
      const [value, length] = integer(bytes, at);
      operands.push(value);
      at += length;
    }
  }
  return dict;
}

function integer(bytes: Uint8Array, at: number): [value: number, length: number] {
  const [byte = 0, b1 = 0, b2 = 0, b3 = 0, b4 = 0] = bytes.subarray(at, at + 5);
  if (byte === 28) return [((b1 << 24) | (b2 << 16)) >> 16, 3];
  if (byte === 29) return [(b1 << 24) | (b2 << 16) | (b3 << 8) | b4, 5];
  if (byte < 247) return [byte - 139, 1];
  return byte < 251 ? [(byte - 247) * 256 + b1 + 108, 2] : [-(byte - 251) * 256 - b1 - 108, 2];
}

function real(bytes: Uint8Array, from: number): [value: number, length: number] {
  const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', 'E', 'E-', '', '-'];
  let text = '';
  for (let at = from; at < bytes.length; at += 1)
    for (const half of [bytes[at]! >> 4, bytes[at]! & 15]) {
      if (half === 15) return [Number(text), at - from + 1];
      text += digits[half];
    }
  return [Number(text), bytes.length - from];
}

/** Operators that may be preceded by the width; of moves, how many operands are their own. */
const STEMS = new Set([1, 3, 18, 19, 20, 23]);
const MOVES = new Map([[4, 1], [14, 0], [21, 2], [22, 1]]); // prettier-ignore

/** The width that a Type 2 charstring begins with (technical note 5177, 3.1). */
function widthIn(program: Uint8Array, subrs: Uint8Array[], globals: Uint8Array[]): number | undefined {
  const stack: number[] = [];
  const bias = (list: Uint8Array[]) => (list.length < 1240 ? 107 : list.length < 33900 ? 1131 : 32768);
  /** @returns whether the first operator that clears the stack was met */
  const run = (code: Uint8Array, depth: number): boolean => {
    for (let at = 0; at < code.length;) {
      const byte = code[at]!;
      if (byte === 255) {
        const whole = ((code[at + 1]! << 24) | (code[at + 2]! << 16)) >> 16;
        stack.push(whole + ((code[at + 3]! << 8) | code[at + 4]!) / 65536);
        at += 5;
      } else if (byte >= 32 || byte === 28) {
        const [value, length] = integer(code, at);
        stack.push(value);
        at += length;
      } else if (byte === 10 || byte === 29) {
        const list = byte === 10 ? subrs : globals;
        const called = list[(stack.pop() ?? 0) + bias(list)];
        if (called && depth < 10 && run(called, depth + 1)) return true;
        at += 1;
      } else if (byte === 11) return false;
      else {
        const own = MOVES.get(byte);
        const hasWidth = STEMS.has(byte)
          ? stack.length % 2 === 1
          : own !== undefined && (stack.length === own + 1 || (byte === 14 && stack.length === 5));
        if (!hasWidth) stack.length = 0;
        return true;
      }
    }
    return false;
  };
  return run(program, 0) ? stack[0] : undefined;
}
