/** The one folding that index, query, matching and highlighting share: Ђаковица, Đakovica, Djakovica and
 *  dakovica are one key. */
import type { Span } from '../../shared/domain';
import { foldCharacter, isOneUnit, leavesNoTrace } from './fold-letters';

/** Stored with the index. Raise it whenever `fold`, or `looseKey` of what is folded, answers differently for any
 *  text. */
export const FOLD_VERSION = 2;

export interface Folded {
  text: string;
  /** text.length + 1 entries: folded index → UTF-16 index of the original character it comes from; the last
   *  is the original length. */
  starts: Uint32Array;
  /** Per folded unit: where that character ends in the original (exclusive), with its marks, and with the j
   *  or the invisible character dropped after it. */
  ends: Uint32Array;
}

/** Code unit → folded unit, filled as characters are met; 0 where there is not exactly one, or not yet. */
const UNITS = new Uint16Array(0x10000);
const PIECES = new Map<number, string>();

function pieceOf(point: number): string {
  let piece = PIECES.get(point);
  if (piece === undefined) {
    piece = foldCharacter(String.fromCodePoint(point));
    PIECES.set(point, piece);
    if (isOneUnit(point) && piece.length === 1) UNITS[point] = piece.charCodeAt(0);
  }
  return piece;
}

/** Folded code units, and with `mapped` the original index of each. */
function scan(text: string, mapped: boolean): { units: Uint16Array; starts: Uint32Array } {
  let units = new Uint16Array(text.length + 16);
  let starts = new Uint32Array(mapped ? units.length : 0);
  let length = 0;
  let last = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = UNITS[text.charCodeAt(at)] ?? 0;
    if (unit !== 0) {
      if (leavesNoTrace(unit, last)) continue;
      if (mapped) starts[length] = at;
      units[length++] = last = unit;
      continue;
    }
    const point = text.codePointAt(at) ?? 0;
    const piece = pieceOf(point);
    const needed = length + piece.length + (text.length - at);
    if (needed > units.length) {
      units = enlarged(units, new Uint16Array(needed * 2));
      if (mapped) starts = enlarged(starts, new Uint32Array(needed * 2));
    }
    for (let k = 0; k < piece.length; k++) {
      const part = piece.charCodeAt(k);
      if (leavesNoTrace(part, last)) continue;
      if (mapped) starts[length] = at;
      units[length++] = last = part;
    }
    if (point > 0xffff) at++;
  }
  return { units: units.subarray(0, length), starts: starts.subarray(0, length) };
}

function enlarged<T extends Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Arguments per call: well under what an engine's stack takes. */
const CHUNK = 8192;

function decode(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += CHUNK) {
    const chunk: string = Reflect.apply(String.fromCharCode, null, units.subarray(at, at + CHUNK));
    text += chunk;
  }
  return text;
}

/** Lower-case letters without marks, in Latin where the text is Cyrillic; plain quotes, hyphens and spaces. */
export function fold(text: string): string {
  return decode(scan(text, false).units);
}

/** `fold`, with the way back. */
export function foldWithMap(text: string): Folded {
  const { units, starts: mapped } = scan(text, true);
  const starts = new Uint32Array(mapped.length + 1);
  starts.set(mapped);
  starts[mapped.length] = text.length;
  // A character ends where the next one that left a trace begins, so what was dropped goes with the one before.
  const ends = new Uint32Array(mapped.length);
  let end = text.length;
  for (let at = mapped.length - 1; at >= 0; at--) {
    const start = starts[at] ?? 0;
    const next = starts[at + 1] ?? end;
    if (next > start) end = next;
    ends[at] = end;
  }
  return { text: decode(units), starts, ends };
}

/** The original characters, whole, that folded `start`..`end` comes from: half of љ is љ. */
export function toOriginal(folded: Folded, start: number, end: number): Span {
  const length = folded.ends.length;
  const first = Math.min(Math.max(start, 0), length);
  const from = folded.starts[first] ?? 0;
  const past = Math.min(end, length);
  return { start: from, end: past > first ? (folded.ends[past - 1] ?? from) : from };
}
