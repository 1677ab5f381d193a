/** Bytes to text: what is certain first, and a guess only when it is said to be one. */
import { type Problem, problem, Unreadable } from './problems';

export interface Decoded {
  text: string;
  encoding: Encoding;
  problems: Problem[];
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1250' | 'windows-1251';

/** More than a gazetteer of a million names. */
export const MOST_BYTES = 256 * 1024 * 1024;

/** `<?xml … encoding="…"?>`, or OmegaT's `# -*- coding: … -*-`, on the first line. */
const DECLARED = /^(?:<\?xml[^>]*?\sencoding\s*=\s*["']([\w-]+)["']|#.*-\*- .*?coding\s*:\s*([\w-]+))/i;
const NAMES = new Map<string, Encoding>([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['windows-1250', 'windows-1250'],
  ['cp1250', 'windows-1250'],
  ['windows-1251', 'windows-1251'],
  ['cp1251', 'windows-1251'],
]);

/** @throws Unreadable where the bytes are no text, or text in an encoding that cannot be told */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) throw new Unreadable('file-empty');
  if (bytes.length > MOST_BYTES) throw new Unreadable('file-too-large', {}, { limit: MOST_BYTES });
  if (startsWith(bytes, 0xff, 0xfe)) return utf16(bytes.subarray(2), 'utf-16le');
  if (startsWith(bytes, 0xfe, 0xff)) return utf16(bytes.subarray(2), 'utf-16be');
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return utf8(bytes.subarray(3));
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked) return guessed(utf16(bytes, unmarked));
  const text = decode(bytes, 'utf-8');
  if (text !== undefined) return { text, encoding: 'utf-8', problems: [] };
  return legacy(bytes);
}

function startsWith(bytes: Uint8Array, ...mark: number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

/** Undefined where the bytes are not in this encoding. */
function decode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function utf8(bytes: Uint8Array): Decoded {
  const text = decode(bytes, 'utf-8');
  if (text === undefined) throw new Unreadable('utf8-broken', { line: lineOfBreak(bytes) });
  return { text, encoding: 'utf-8', problems: [] };
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const text = decode(bytes, encoding);
  if (text === undefined) throw new Unreadable('encoding-unknown');
  return { text, encoding, problems: [] };
}

function guessed(decoded: Decoded): Decoded {
  return { ...decoded, problems: [problem('encoding-guessed', {}, { encoding: decoded.encoding })] };
}

/** UTF-16 without a mark: text in a European script has a zero in every second byte of its signs and spaces. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const zeros = [0, 0];
  const seen = Math.min(bytes.length, 4096);
  for (let at = 0; at < seen; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > seen / 20 && even === 0) return 'utf-16le';
  if (even > seen / 20 && odd === 0) return 'utf-16be';
  return undefined;
}

/** Neither marked nor UTF-8: what the file declares, or else which of the two code pages makes words of it. */
function legacy(bytes: Uint8Array): Decoded {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const [, xml, magic] = DECLARED.exec(head) ?? [];
  const declared = NAMES.get((xml ?? magic ?? '').toLowerCase());
  if (declared === 'utf-8' || isDamagedUtf8(bytes))
    throw new Unreadable('utf8-broken', { line: lineOfBreak(bytes) });
  if (declared) {
    const text = decode(bytes, declared);
    if (text !== undefined) return { text, encoding: declared, problems: [] };
  }
  const candidates = (['windows-1250', 'windows-1251'] as const)
    .map((encoding) => ({ encoding, text: decode(bytes, encoding) ?? '' }))
    .map((candidate) => ({ ...candidate, share: shareOfWords(candidate.text) }))
    .sort((a, b) => b.share - a.share);
  const [best, other] = candidates;
  const isTold = best !== undefined && (best.text === other?.text || best.share !== other?.share);
  if (!isTold || (best.share < ENOUGH && best.text !== other?.text))
    throw new Unreadable('encoding-unknown', { line: lineOfBreak(bytes) });
  return guessed({ text: best.text, encoding: best.encoding, problems: [] });
}

const CR = 0x0d;
const LF = 0x0a;
const ENOUGH = 0.9;
const WORD = /[\p{L}\p{M}\p{S}\u0080-\u00BF]+/gu;
/** Words as Serbian and Albanian spell them, and the quotes and dashes around them. */
const SERBIAN_CYRILLIC = /^[АБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ]*[абвгдђежзијклљмнњопрстћуфхцчџш]*$/u;
const LATIN = /^[A-ZČĆĐŠŽÇË]*[a-zčćđšžçë]*$/u;
const SIGNS = /[–—‘’‚“”„…•·§«»°±©\u00A0]/gu;

/** Words with a letter or sign that is not ASCII, without the signs. */
function wordsOf(text: string): string[] {
  return (text.match(WORD) ?? [])
    .filter((word) => /\P{ASCII}/u.test(word))
    .map((word) => word.replace(SIGNS, ''));
}

const isOurs = (word: string): boolean => SERBIAN_CYRILLIC.test(word) || LATIN.test(word);

/** Of the words that are not ASCII, how many are words of these languages. */
function shareOfWords(text: string): number {
  const words = wordsOf(text);
  return words.length === 0 ? 0 : words.filter(isOurs).length / words.length;
}

/** A damaged file, not another encoding: it has more whole sequences of UTF-8 than stray bytes; or, however few they
 *  are, a word of ours in UTF-8, which bytes of a code page make by chance of a lone letter at most. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const replaced = new TextDecoder('utf-8').decode(bytes);
  const broken = replaced.match(/\uFFFD/gu)?.length ?? 0;
  const whole = replaced.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  if (whole > broken) return true;
  return wordsOf(replaced).some((word) => word.length > 1 && /\P{ASCII}/u.test(word) && isOurs(word));
}

/** The first line that is no UTF-8: no byte of a longer character looks like the end of a line. */
function lineOfBreak(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; ; line++) {
    let end = start;
    while (end < bytes.length && bytes[end] !== LF && bytes[end] !== CR) end++;
    if (end === bytes.length || decode(bytes.subarray(start, end), 'utf-8') === undefined) return line;
    start = end + (bytes[end] === CR && bytes[end + 1] === LF ? 2 : 1);
  }
}
