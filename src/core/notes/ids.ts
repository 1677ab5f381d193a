/** A UUID made from a name: RFC 9562, version 5. The same name always makes the same one. */
import { type NoteId, noteIdSchema } from '../../shared/notes';

/** Made once, at random. */
const NAMESPACE = '6f1d8a52-3c0b-4e47-9b1e-5d2a7c94e0f3';

/** Of a fixed namespace; what it is for is the name's first part. */
export function noteIdFrom(...name: readonly string[]): NoteId {
  return noteIdSchema.parse(uuid5(NAMESPACE, JSON.stringify(name)));
}

export function uuid5(namespace: string, name: string): string {
  const space = Uint8Array.from(namespace.replaceAll('-', '').match(/../g) ?? [], (byte) =>
    parseInt(byte, 16),
  );
  const text = new TextEncoder().encode(name);
  const bytes = new Uint8Array(space.length + text.length);
  bytes.set(space);
  bytes.set(text, space.length);
  const hash = sha1(bytes);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  let hex = '';
  for (let at = 0; at < 16; at++)
    hex += (at === 4 || at === 6 || at === 8 || at === 10 ? '-' : '') + (HEX[hash[at] ?? 0] ?? '');
  return hex;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

const turned = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/** FIPS 180-4. No secret hangs on it; and the platform's own only answers later. */
export function sha1(message: Uint8Array): Uint8Array {
  const padded = new Uint8Array((((message.length + 8) >> 6) + 1) * 64);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(message.length / 2 ** 29));
  view.setUint32(padded.length - 4, message.length << 3);

  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  const words = new Int32Array(80);
  for (let block = 0; block < padded.length; block += 64) {
    for (let at = 0; at < 16; at++) words[at] = view.getInt32(block + at * 4);
    for (let at = 16; at < 80; at++) {
      const before =
        wordAt(words, at - 3) ^ wordAt(words, at - 8) ^ wordAt(words, at - 14) ^ wordAt(words, at - 16);
      words[at] = turned(before, 1);
    }
    mix(state, words);
  }
  const digest = new DataView(new ArrayBuffer(20));
  state.forEach((word, at) => digest.setInt32(at * 4, word));
  return new Uint8Array(digest.buffer);
}

const wordAt = (words: Int32Array, at: number): number => words[at] ?? 0;

function mix(state: Int32Array, words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let at = 0; at < 80; at++) {
    const mixed = (turned(a, 5) + round(at, b, c, d) + e + wordAt(words, at)) | 0;
    e = d;
    d = c;
    c = turned(b, 30);
    b = a;
    a = mixed;
  }
  [a, b, c, d, e].forEach((word, at) => (state[at] = wordAt(state, at) + word));
}

function round(at: number, b: number, c: number, d: number): number {
  if (at < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (at < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (at < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}
