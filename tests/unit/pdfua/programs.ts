/** The smallest font programs that can be: glyph 0, `A` and `B`, 600 wide each. */
const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const u16 = (value: number) => [(value >> 8) & 255, value & 255];
const u32 = (value: number) => [...u16(value >>> 16), ...u16(value)];

export interface Map {
  platform: number;
  encoding: number;
  /** The code of `A`; that of `B` follows. */
  first: number;
  format?: 4 | 6 | 12;
}
export const UNICODE_MAP: Map = { platform: 3, encoding: 1, first: 65 };
export const MAC_MAP: Map = { platform: 1, encoding: 0, first: 65 };
export const SYMBOL_MAP: Map = { platform: 3, encoding: 0, first: 0xf001 };

export function trueType(maps: Map[] = [UNICODE_MAP], widths = [600, 600, 600]): Uint8Array {
  const head = new Array<number>(54).fill(0);
  head.splice(18, 2, ...u16(1000));
  const hhea = new Array<number>(36).fill(0);
  hhea.splice(34, 2, ...u16(widths.length));
  const tables = {
    cmap: characterMap(maps),
    head,
    hhea,
    hmtx: widths.flatMap((width) => [...u16(width), 0, 0]),
    maxp: [...u32(0x5000), ...u16(widths.length)],
  };
  const entries = Object.entries(tables);
  let from = 12 + entries.length * 16;
  const directory = entries.flatMap(([tag, table]) => {
    const record = [...bytesOf(tag), ...u32(0), ...u32(from), ...u32(table.length)];
    from += table.length;
    return record;
  });
  const start = [...u32(0x10000), ...u16(entries.length), 0, 0, 0, 0, 0, 0];
  return Uint8Array.from([...start, ...directory, ...entries.flatMap(([, table]) => table)]);
}

function characterMap(maps: Map[]): number[] {
  const tables = maps.map(({ first, format = 6 }) => {
    if (format === 6) return [6, 14, 0, first, 2, 1, 2].flatMap(u16);
    if (format === 12) return [...u16(12), ...u16(0), ...[28, 0, 1, first, first + 1, 1].flatMap(u32)];
    return [4, 32, 0, 4, 0, 0, 0, first + 1, 0xffff, 0, first, 0xffff, 0x10001 - first, 1, 0, 0].flatMap(u16);
  });
  let from = 4 + maps.length * 8;
  const records = maps.flatMap(({ platform, encoding }, at) => {
    const record = [...u16(platform), ...u16(encoding), ...u32(from)];
    from += tables[at]!.length;
    return record;
  });
  return [...u16(0), ...u16(maps.length), ...records, ...tables.flat()];
}

function encrypted(bytes: Uint8Array | number[], key: number): number[] {
  let register = key;
  return [...[0, 0, 0, 0], ...bytes].map((byte) => {
    const cipher = byte ^ (register >> 8);
    register = ((cipher + register) * 52845 + 22719) & 0xffff;
    return cipher;
  });
}

/** A number of a charstring, of Type 1 and Type 2 alike. */
const number = (value: number) => [247 + ((value - 108) >> 8), (value - 108) & 255];

/** Where it stands in the file: clear text, then what is encrypted. */
export function type1(width = 600): { program: Uint8Array; clear: number } {
  const clear = bytesOf('%!PS-AdobeFont-1.0: Tiny\n/FontMatrix [0.001 0 0 0.001 0 0] def\n/Encoding StandardEncoding def\ncurrentfile eexec\n'); // prettier-ignore
  const body: number[] = [...bytesOf('dup /Private /lenIV 4 def 2 index /CharStrings 3 dict dup begin\n')];
  for (const name of ['.notdef', 'A', 'B']) {
    const charstring = encrypted([139, ...number(width), 13, 14], 4330);
    body.push(...bytesOf(`/${name} ${charstring.length} RD `), ...charstring, ...bytesOf(' ND\n'));
  }
  return {
    program: Uint8Array.from([...clear, ...encrypted([...body, ...bytesOf('end\n')], 55665)]),
    clear: clear.length,
  };
}

const index = (items: number[][]) => {
  if (items.length === 0) return [0, 0];
  let end = 1;
  const offsets = items.map(({ length }) => (end += length));
  return [...u16(items.length), 2, ...u16(1), ...offsets.flatMap(u16), ...items.flat()];
};
/** Of five bytes, so that offsets do not move what they point to. */
const operand = (value: number) => [29, ...u32(value)];

/** @param isCid a CID font, with CIDs 1 and 2, and else names and Adobe's standard encoding */
export function cff(isCid: boolean, width = 600): Uint8Array {
  const charStrings = index([[14], [...number(width), 139, 22, 14], [...number(width), 139, 4, 14]]);
  const charset = isCid ? [2, ...u16(1), ...u16(1)] : [0, ...u16(34), ...u16(35)];
  const own = [...operand(600), 20, ...operand(0), 21];
  const select = [3, ...u16(1), ...u16(0), 0, ...u16(3)];
  const strings = index(isCid ? [[...bytesOf('Adobe')], [...bytesOf('Identity')]] : []);
  const layout = (base: number): { top: number[]; parts: number[] } => {
    const at = { charset: base, charStrings: base + charset.length };
    const ownAt = at.charStrings + charStrings.length;
    const dict = [...operand(own.length), ...operand(ownAt), 18];
    const fontsAt = ownAt + own.length;
    const fonts = index([dict]);
    const shared = [...operand(at.charset), 15, ...operand(at.charStrings), 17];
    const ros = [...operand(391), ...operand(392), ...operand(0), 12, 30];
    const cid = [...operand(fontsAt), 12, 36, ...operand(fontsAt + fonts.length), 12, 37];
    return {
      top: isCid ? [...ros, ...shared, ...cid] : [...shared, ...dict],
      parts: [...charset, ...charStrings, ...own, ...(isCid ? [...fonts, ...select] : [])],
    };
  };
  const before = (top: number[]) => [
    1,
    0,
    4,
    2,
    ...index([[...bytesOf('Tiny')]]),
    ...index([top]),
    ...strings,
    0,
    0,
  ];
  const { top, parts } = layout(before(layout(0).top).length);
  return Uint8Array.from([...before(top), ...parts]);
}
