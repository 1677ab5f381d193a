/** Beneath a map, or beside it: where its region lies, how long a kilometre is, where north is and what the marks mean. */
import type { Point } from './geometry';
import { type Locator, LOCATOR_RATIO, locatorOf } from './locator';
import type { MapInput } from './map';
import type { Frame } from './map-frame';
import { type ScaleBar, scaleBar } from './scale-bar';
import { LEADING, type Line, linesOf, placedLines, type SetLine } from './set-text';

export const KEYS = ['town', 'village', 'site', 'event-site', 'event', 'reach', 'wide'] as const;
export type KeyKind = (typeof KEYS)[number];

export interface KeyEntry {
  kind: KeyKind;
  /** The middle of its mark. */
  at: Point;
  lines: SetLine[];
}

export interface Footer {
  height: number;
  /** Of its letters. */
  size: number;
  scale: ScaleBar & { at: Point; labels: { text: string; at: Point }[] };
  /** The foot of the arrow. */
  north: Point;
  locator: Locator | undefined;
  key: KeyEntry[];
}

export interface Prepared {
  height: number;
  put(x: number, y: number, frame: Frame): Footer;
}

/** How wide the locator is, the part of the scale and a mark of the key, and the least for a key: of the letters' size. */
const LOCATOR = 14;
const SCALE = 15;
const MARK = 2.2;
const KEY = 18;
const GAP = 2;
/** Of the height that there is for a map and what stands beneath it. */
const FOOTER_AT_MOST = 0.42;
/** How high the scale is with north beside or beneath it. */
const SCALE_HEIGHT = 3.4;

/**
 * Three beside each other, or the scale above the key beside the locator, or the key beneath both: as there is room.
 * Known before the map is, because the map gets what is left of the height.
 */
export function footerOf(input: MapInput, kinds: readonly KeyKind[]): Prepared {
  const size = Math.max(input.textSize * 0.85, input.least ?? 0);
  if (input.hasFooter === false) return bareFooter(input, size);
  const whole = wholeFooter(input, kinds, size, true);
  // The map matters most: in large letters on a small page it would be left no room.
  const isTooHigh = input.height !== undefined && whole.height > input.height * FOOTER_AT_MOST;
  return isTooHigh ? wholeFooter(input, kinds, size, false) : whole;
}

function bareFooter(input: MapInput, size: number): Prepared {
  const height = size * 3;
  return {
    height,
    put: (x, y, frame) => ({
      height,
      size,
      scale: scaleAt({ x, y: y + size * 1.2 }, size * 14, frame, input, size),
      north: { x: x + size * 18, y: y + size * 2.6 },
      locator: undefined,
      key: [],
    }),
  };
}

function wholeFooter(
  input: MapInput,
  kinds: readonly KeyKind[],
  size: number,
  hasLocator: boolean,
): Prepared {
  const { textSize, width, measure, words, lang } = input;
  const gap = size * GAP;
  const whole = width - textSize * 1.9;
  const locator = hasLocator
    ? { width: size * LOCATOR, height: size * LOCATOR * LOCATOR_RATIO }
    : { width: -gap, height: 0 };
  const scaleWidth = size * SCALE;
  const besideLocator = whole - locator.width - gap;
  const isRow = besideLocator >= scaleWidth + size * KEY + gap;
  const isAbove = !isRow && besideLocator >= size * KEY;
  const keyWidth = isRow ? besideLocator - scaleWidth - gap : isAbove ? besideLocator : whole;
  const entries = kinds.map((kind) => ({
    kind,
    lines: linesOf([{ text: words.key[kind], face: 'sans', lang }], keyWidth - size * MARK, {
      size,
      measure,
    }),
  }));
  const keyHeight = heightOf(entries, size);
  const top = size * 1.4;
  const keyDown = isRow ? 0 : isAbove ? size * (SCALE_HEIGHT + 1) : locator.height + gap * 0.7;
  const height = top + Math.max(locator.height, keyDown + keyHeight) + size * 0.4;

  const put = (x: number, y: number, frame: Frame): Footer => {
    const beside = x + locator.width + gap;
    const scaleX = isRow ? x + whole - scaleWidth : beside;
    const room = Math.min(scaleWidth - size * 2, besideLocator - size * 7);
    const scale = scaleAt({ x: scaleX, y: y + top + size * 0.4 }, room, frame, input, size);
    return {
      height,
      size,
      scale,
      north: isRow
        ? { x: scaleX, y: y + top + size * (SCALE_HEIGHT + 3) }
        : { x: scaleX + scale.width + size * 3.5, y: y + top + size * 2.4 },
      locator: hasLocator ? locatorOf(frame.bounds, { x, y: y + top, ...locator }, size * 0.7) : undefined,
      key: setKey(entries, isRow || isAbove ? beside : x, y + top + keyDown, size),
    };
  };
  return { height, put };
}

function scaleAt(at: Point, most: number, frame: Frame, { words }: MapInput, size: number): Footer['scale'] {
  const scale = scaleBar(frame.pixelsPerKilometre, most);
  const labels = scale.marks.map((mark, index, { length }) => ({
    text: index === length - 1 ? words.distance(mark) : words.number(mark),
    at: { x: at.x + (mark / scale.kilometres) * scale.width, y: at.y + size * 1.6 },
  }));
  return { ...scale, at, labels };
}

export interface LooseKey {
  width: number;
  height: number;
  size: number;
  entries: KeyEntry[];
}

/** In as many columns as there is room for. */
export function looseKey(input: MapInput, kinds: readonly KeyKind[]): LooseKey {
  const { textSize, least = 0, width, measure, words, lang } = input;
  const size = Math.max(textSize * 0.85, least);
  const columns = Math.max(1, Math.floor(width / (size * KEY)));
  const across = width / columns;
  const entries: KeyEntry[] = [];
  let top = 0;
  for (let from = 0; from < kinds.length; from += columns) {
    const row = kinds.slice(from, from + columns).map((kind) => ({
      kind,
      lines: linesOf([{ text: words.key[kind], face: 'sans', lang }], across - size * (MARK + 1), {
        size,
        measure,
      }),
    }));
    row.forEach((entry, at) => entries.push(...setKey([entry], at * across, top, size)));
    top += Math.max(...row.map((entry) => heightOf([entry], size)));
  }
  return { width, height: top, size, entries };
}

/** Of the letters' size: what stands beside a map is so wide. */
const COLUMN = 19;

/** One above the other, at the right of the map; without the locator where that would be too high. */
export function columnOf(
  input: MapInput & { height: number },
  kinds: readonly KeyKind[],
): Prepared & { width: number } {
  const { textSize, least = 0, measure, words, lang } = input;
  const size = Math.max(textSize * 0.85, least);
  const entries = kinds.map((kind) => ({
    kind,
    lines: linesOf([{ text: words.key[kind], face: 'sans', lang }], (COLUMN - MARK) * size, {
      size,
      measure,
    }),
  }));
  const locator = { width: size * LOCATOR, height: size * LOCATOR * LOCATOR_RATIO };
  const below = size * (SCALE_HEIGHT + 0.6) + heightOf(entries, size);
  const hasLocator = locator.height + size * GAP + below <= input.height;
  const down = hasLocator ? locator.height + size * GAP : size * 0.4;
  return {
    width: size * COLUMN,
    height: down + below,
    put(x, y, frame) {
      const scale = scaleAt({ x, y: y + down }, size * (COLUMN - 6), frame, input, size);
      return {
        height: down + below,
        size,
        scale,
        north: { x: x + scale.width + size * 3.5, y: y + down + size * 1.6 },
        locator: hasLocator ? locatorOf(frame.bounds, { x, y, ...locator }, size * 0.7) : undefined,
        key: setKey(entries, x, y + down + size * SCALE_HEIGHT, size),
      };
    },
  };
}

const ENTRY_GAP = 0.35;

function heightOf(entries: readonly { lines: readonly Line[] }[], size: number): number {
  return entries.reduce((sum, { lines }) => sum + (lines.length * LEADING + ENTRY_GAP) * size, 0);
}

function setKey(
  entries: readonly { kind: KeyKind; lines: readonly Line[] }[],
  x: number,
  y: number,
  size: number,
): KeyEntry[] {
  let top = y;
  return entries.map(({ kind, lines }) => {
    const entry = {
      kind,
      at: { x: x + size * 0.75, y: top + size * LEADING * 0.52 },
      lines: placedLines(lines, x + size * MARK, top, 'start', size),
    };
    top += heightOf([{ lines }], size);
    return entry;
  });
}
