/** Type 1 font programs (Adobe Type 1 Font Format), as far as rules ask: names, codes and widths of glyphs. */
import { latin } from '../tokens';
import { type Encoding, STANDARD_ENCODING } from './encodings';

export interface Type1 {
  encoding: Encoding;
  /** In thousandths of the em. */
  widths: Map<string, number | undefined>;
}

const EXEC_KEY = 55665;
const CHARSTRING_KEY = 4330;

/** @param clear the length of the part that is not encrypted (Length1) */
export function readType1(bytes: Uint8Array, clear: number | undefined): Type1 | undefined {
  const body = unpacked(bytes);
  const start = latin(body).indexOf('eexec');
  if (start < 0) return undefined;
  let from = start + 5;
  while ([9, 10, 13, 32].includes(body[from]!)) from += 1;
  if (clear !== undefined && clear > from && clear - from < 4) from = clear;
  const plain = decrypt(binary(body.subarray(from)), EXEC_KEY, 4);
  const text = latin(plain);
  const skip = Number(/\/lenIV\s+(-?\d+)/.exec(text)?.[1] ?? 4);
  const scale =
    Number(/\/FontMatrix\s*\[\s*([\d.eE-]+)/.exec(latin(body.subarray(0, start)))?.[1] ?? 0.001) * 1000;
  const widths: Type1['widths'] = new Map();
  const entry = /\/([^\s/]+)\s+(\d+)\s+(?:RD|-\||\S+)\s/g;
  entry.lastIndex = Math.max(0, text.indexOf('/CharStrings'));
  for (let found = entry.exec(text); found; found = entry.exec(text)) {
    const [, name = '', length] = found;
    if (name === 'CharStrings') continue;
    const program = plain.subarray(entry.lastIndex, entry.lastIndex + Number(length));
    const width = sideBearing(skip < 0 ? program : decrypt(program, CHARSTRING_KEY, skip));
    widths.set(name, width === undefined ? undefined : width * scale);
    entry.lastIndex += Number(length);
  }
  return { encoding: encodingIn(latin(body.subarray(0, start))), widths };
}

/** Without the headers of segments that a PC font file has. */
function unpacked(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x80) return bytes;
  const parts: Uint8Array[] = [];
  for (let at = 0; bytes[at] === 0x80 && bytes[at + 1] !== 3;) {
    const length = bytes[at + 2]! | (bytes[at + 3]! << 8) | (bytes[at + 4]! << 16);
    parts.push(bytes.subarray(at + 6, at + 6 + length));
    at += 6 + length;
  }
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function binary(bytes: Uint8Array): Uint8Array {
  const head = latin(bytes.subarray(0, 4));
  if (!/^[\da-f]{4}$/i.test(head)) return bytes;
  const digits = latin(bytes).replace(/[^\da-f]/gi, '');
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function decrypt(bytes: Uint8Array, key: number, skip: number): Uint8Array {
  const plain = new Uint8Array(bytes.length);
  let register = key;
  bytes.forEach((byte, at) => {
    plain[at] = byte ^ (register >> 8);
    register = ((byte + register) * 52845 + 22719) & 0xffff;
  });
  return plain.subarray(skip);
}

function encodingIn(text: string): Encoding {
  if (/\/Encoding\s+StandardEncoding/.test(text)) return STANDARD_ENCODING;
  const encoding: Encoding = [];
  for (const [, code, name] of text.matchAll(/dup\s+(\d+)\s*\/(\S+)\s+put/g)) encoding[Number(code)] = name;
  return encoding;
}

/** The width in `hsbw` or `sbw`, with which a charstring begins. */
function sideBearing(program: Uint8Array): number | undefined {
  const stack: number[] = [];
  for (let at = 0; at < program.length;) {
    const [byte = 0, b1 = 0, b2 = 0, b3 = 0, b4 = 0] = program.subarray(at, at + 5);
    if (byte === 255) stack.push((b1 << 24) | (b2 << 16) | (b3 << 8) | b4);
    else if (byte >= 251) stack.push(-(byte - 251) * 256 - b1 - 108);
    else if (byte >= 247) stack.push((byte - 247) * 256 + b1 + 108);
    else if (byte >= 32) stack.push(byte - 139);
    else if (byte === 13) return stack[1];
    else if (byte === 12 && b1 === 7) return stack[2];
    else if (byte === 12 && b1 === 12) {
      const by = stack.pop() ?? 1;
      stack.push((stack.pop() ?? 0) / by);
    } else return undefined;
    at += byte === 255 ? 5 : byte >= 247 || byte === 12 ? 2 : 1;
  }
  return undefined;
}
