/** TrueType and OpenType font programs, as far as rules ask: widths, character maps, names of glyphs. */
import { type Cff, readCff } from './cff';

export interface CharacterMap {
  platform: number;
  encoding: number;
  glyph(code: number): number;
}

export interface Sfnt {
  glyphs: number;
  /** In thousandths of the em. */
  width(glyph: number): number | undefined;
  maps: CharacterMap[];
  names: Map<string, number>;
  cff: Cff | undefined;
}

/** @returns undefined where it is no such program */
export function readSfnt(bytes: Uint8Array): Sfnt | undefined {
  try {
    return read(bytes);
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

function read(bytes: Uint8Array): Sfnt | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, DataView>();
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const from = 12 + index * 16;
    const tag = String.fromCharCode(...bytes.subarray(from, from + 4));
    const start = view.getUint32(from + 8);
    const length = Math.min(view.getUint32(from + 12), bytes.length - start);
    if (length > 0) tables.set(tag, new DataView(bytes.buffer, bytes.byteOffset + start, length));
  }
  const [head, maxp, hhea, hmtx] = ['head', 'maxp', 'hhea', 'hmtx'].map((tag) => tables.get(tag));
  const own = tables.get('CFF ');
  const cff = own && readCff(new Uint8Array(own.buffer, own.byteOffset, own.byteLength));
  if (!maxp && !cff) return undefined;
  const glyphs = maxp?.getUint16(4) ?? cff?.glyphs ?? 0;
  const unit = head?.getUint16(18) ?? 1000;
  const metrics = hhea?.getUint16(34) ?? 0;
  const width = (glyph: number) => {
    const from = Math.min(glyph, metrics - 1) * 4;
    if (!hmtx || metrics === 0 || glyph >= glyphs || from + 2 > hmtx.byteLength) return undefined;
    return (hmtx.getUint16(from) * 1000) / unit;
  };
  return {
    glyphs,
    width,
    maps: characterMaps(tables.get('cmap')),
    names: postNames(tables.get('post')),
    cff,
  };
}

function characterMaps(table: DataView | undefined): CharacterMap[] {
  if (!table) return [];
  return Array.from({ length: table.getUint16(2) }, (_, index) => {
    const record = 4 + index * 8;
    const from = table.getUint32(record + 4);
    const platform = table.getUint16(record);
    return { platform, encoding: table.getUint16(record + 2), glyph: lookup(table, from) };
  });
}

function lookup(table: DataView, from: number): CharacterMap['glyph'] {
  switch (table.getUint16(from)) {
    case 0:
      return (code) => (code < 256 ? table.getUint8(from + 6 + code) : 0);
    case 4:
      return (code) => segment(table, from, code);
    case 6:
      return (code) => {
        const index = code - table.getUint16(from + 6);
        return index >= 0 && index < table.getUint16(from + 8) ? table.getUint16(from + 10 + index * 2) : 0;
      };
    case 12:
      return (code) => {
        for (let group = 0; group < table.getUint32(from + 12); group += 1) {
          const at = from + 16 + group * 12;
          const first = table.getUint32(at);
          if (code >= first && code <= table.getUint32(at + 4)) return table.getUint32(at + 8) + code - first;
        }
        return 0;
      };
    default:
      return () => 0;
  }
}

/** Format 4 (OpenType, cmap). */
function segment(table: DataView, from: number, code: number): number {
  const twice = table.getUint16(from + 6);
  for (let at = 0; at < twice; at += 2) {
    if (code > table.getUint16(from + 14 + at)) continue;
    const start = table.getUint16(from + 16 + twice + at);
    if (code < start) return 0;
    const delta = table.getUint16(from + 16 + twice * 2 + at);
    const rangeAt = from + 16 + twice * 3 + at;
    const range = table.getUint16(rangeAt);
    if (range === 0) return (code + delta) & 0xffff;
    const place = rangeAt + range + (code - start) * 2;
    const glyph = place + 2 <= table.byteLength ? table.getUint16(place) : 0;
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

/** Format 2; names of the first 258, which are Macintosh's, are left to the character maps. */
function postNames(table: DataView | undefined): Map<string, number> {
  const names = new Map<string, number>();
  if (!table || table.byteLength < 34 || table.getUint32(0) !== 0x20000) return names;
  const glyphs = table.getUint16(32);
  const own: string[] = [];
  for (let at = 34 + glyphs * 2; at < table.byteLength;) {
    const length = table.getUint8(at);
    own.push(
      String.fromCharCode(
        ...Array.from({ length: Math.min(length, table.byteLength - at - 1) }, (_, i) =>
          table.getUint8(at + 1 + i),
        ),
      ),
    );
    at += 1 + length;
  }
  for (let glyph = 0; glyph < glyphs; glyph += 1) {
    const name = own[table.getUint16(34 + glyph * 2) - 258];
    if (name !== undefined) names.set(name, glyph);
  }
  return names;
}
