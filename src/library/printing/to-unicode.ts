/** What the codes of a font's strings say (ISO 32000-1, 9.10.3), where each has two bytes as in Chromium's PDFs. */
import type { Text } from './pdf/values';
import { bytesIn } from './pdf/values';

const SECTION = /beginbf(char|range)([^]*?)endbf/gu;
const RANGE = /<(\w+)>\s*<(\w+)>\s*(?:<(\w+)>|\[([^\]]*)\])/gu;
const CHAR = /<(\w+)>\s*<(\w*)>/gu;

export type Codes = ReadonlyMap<number, string>;

export function codesOf(cmap: string): Codes {
  const codes = new Map<number, string>();
  for (const [, kind, section = ''] of cmap.matchAll(SECTION)) {
    if (kind === 'char') {
      for (const [, code = '', words = ''] of section.matchAll(CHAR))
        codes.set(Number.parseInt(code, 16), utf16(words));
    } else {
      for (const [, from = '', to = '', first, list] of section.matchAll(RANGE))
        spread(codes, Number.parseInt(from, 16), Number.parseInt(to, 16), first, list);
    }
  }
  return codes;
}

function spread(codes: Map<number, string>, from: number, to: number, first?: string, list?: string): void {
  const each = list?.match(/\w+/gu) ?? [];
  const start = utf16(first ?? '');
  const last = start.charCodeAt(start.length - 1);
  for (let code = from; code <= Math.min(to, 0xffff); code += 1) {
    const words =
      list === undefined
        ? start.slice(0, -1) + String.fromCharCode(last + code - from)
        : utf16(each[code - from] ?? '');
    codes.set(code, words);
  }
}

function utf16(digits: string): string {
  return (digits.match(/.{4}/gu) ?? [])
    .map((unit) => String.fromCharCode(Number.parseInt(unit, 16)))
    .join('');
}

export function said(string: Text, codes: Codes): string {
  const bytes = bytesIn(string);
  let words = '';
  for (let at = 0; at + 1 < bytes.length; at += 2)
    words += codes.get(bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1)) ?? '';
  return words;
}
