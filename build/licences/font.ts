/** Whose a font is, as it says itself (WOFF 2.0, and OpenType’s `name` table). */
import { brotliDecompressSync } from 'node:zlib';

/** Of the 63 tags that WOFF 2.0 writes as a number, those that matter here (section 4.1). */
const NAME = 5;
const GLYF = 10;
const LOCA = 11;
const SPELT_OUT = 63;
const COPYRIGHT = 0;
const HEAD = 48;

export function copyrightOf(woff2: Buffer): string | undefined {
  if (woff2.toString('latin1', 0, 4) !== 'wOF2') return undefined;
  let at = HEAD;
  const number = (): number => {
    for (let value = 0; ;) {
      const byte = woff2.readUInt8(at++);
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  let offset = 0;
  let name: readonly [from: number, to: number] | undefined;
  for (let left = woff2.readUInt16BE(12); left > 0; left -= 1) {
    const flags = woff2.readUInt8(at++);
    const tag = flags & 63;
    if (tag === SPELT_OUT) at += 4;
    const length = number();
    const untransformed = tag === GLYF || tag === LOCA ? 3 : 0;
    const size = flags >> 6 === untransformed ? length : number();
    if (tag === NAME) name = [offset, offset + size];
    offset += size;
  }
  return name && copyrightIn(brotliDecompressSync(woff2.subarray(at)).subarray(...name));
}

function copyrightIn(table: Buffer): string | undefined {
  const texts = table.readUInt16BE(4);
  for (let entry = 6; entry < texts; entry += 12) {
    if (table.readUInt16BE(entry + 6) !== COPYRIGHT) continue;
    const from = texts + table.readUInt16BE(entry + 10);
    const bytes = Buffer.from(table.subarray(from, from + table.readUInt16BE(entry + 8)));
    // Platform 1 is the old Macintosh; all others write UTF-16, high byte first.
    return table.readUInt16BE(entry) === 1 ? bytes.toString('latin1') : bytes.swap16().toString('utf16le');
  }
  return undefined;
}
