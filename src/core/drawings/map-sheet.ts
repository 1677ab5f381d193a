/** How large a map's frame is, and whether what explains it stands beneath it or, where that leaves more of it, beside. */
import { type Box, clamp } from './geometry';
import type { MapInput } from './map';
import { columnOf, footerOf, type Footer, type KeyKind } from './map-footer';
import { type Fitted, fitted, type Frame, type Spread } from './map-frame';

export interface MapSheet extends Fitted {
  box: Box;
  /** Of all of the drawing. */
  height: number;
  footer(frame: Frame): Footer;
}

/** Higher than wide, or wider than high, by so much at most. */
const SHAPE = 2;
/** Of the letters' size. */
const LEAST = { width: 22, height: 12, bare: 7 } as const;
const GAP = 2.4;
/** Wider than the places need, where the page is. */
const AIR = 1.25;

interface Margin {
  left: number;
  top: number;
  right: number;
  foot: number;
}

export function sheetOf(
  places: readonly Spread[],
  input: MapInput,
  kinds: readonly KeyKind[],
  small: number,
): MapSheet {
  const margin = { left: small * 1.9, top: small * 0.6, right: small * 0.6, foot: small * 1.9 };
  const inner = input.width - margin.left - margin.right;
  const { height } = input;
  if (height === undefined) return windowSheet(places, input, kinds, inner, margin);
  const below = beneath(places, { ...input, height }, kinds, inner, margin);
  if (input.hasFooter === false) return below;
  const aside = beside(places, { ...input, height }, kinds, inner, margin);
  if (!aside) return below;
  const [more, same] = [aside.scale / below.scale, aside.height <= below.height];
  return below.height > height || more > 1.02 || (more > 0.98 && same) ? aside : below;
}

/** Of the whole width: a window has its lists beside, and is scrolled. */
function windowSheet(
  places: readonly Spread[],
  input: MapInput,
  kinds: readonly KeyKind[],
  inner: number,
  margin: Margin,
): MapSheet {
  const footer = footerOf(input, kinds);
  const room = roomOf(input, inner);
  const wide = fitted(places, room, (width) => width <= inner);
  const height = clamp(wide.height, inner * 0.5, inner * 1.05);
  const fit = fitted(places, room, (width, high) => width <= inner && high <= height);
  return { ...fit, ...placed({ width: inner, height }, footer, margin) };
}

function beneath(
  places: readonly Spread[],
  input: MapInput & { height: number },
  kinds: readonly KeyKind[],
  inner: number,
  margin: Margin,
): MapSheet {
  const footer = footerOf(input, kinds);
  const most = Math.max(
    input.height - footer.height - margin.top - margin.foot,
    input.textSize * (input.hasFooter === false ? LEAST.bare : LEAST.height),
  );
  const fit = onPaper(places, input, { width: inner, height: most });
  const height = Math.min(Math.max(fit.height, fit.width / SHAPE), most);
  const width = Math.min(inner, height * shapeOf(input));
  return { ...fit, ...placed({ width, height }, footer, margin) };
}

function placed(
  { width, height }: { width: number; height: number },
  footer: ReturnType<typeof footerOf>,
  margin: Margin,
): Pick<MapSheet, 'box' | 'height' | 'footer'> {
  const bottom = margin.top + height + margin.foot;
  return {
    box: { x: margin.left, y: margin.top, width, height },
    height: bottom + footer.height,
    footer: (frame) => footer.put(margin.left, bottom, frame),
  };
}

/** @returns undefined where there is no room for it */
function beside(
  places: readonly Spread[],
  input: MapInput & { height: number },
  kinds: readonly KeyKind[],
  inner: number,
  margin: Margin,
): MapSheet | undefined {
  const column = columnOf(input, kinds);
  const gap = input.textSize * GAP;
  const width = inner - column.width - gap;
  const most = input.height - margin.top - margin.foot;
  const { textSize: size } = input;
  if (width < size * LEAST.width || most < size * LEAST.height || column.height > input.height)
    return undefined;
  const fit = onPaper(places, input, { width, height: most });
  // As high as the column at least: the ground beneath the map would be empty.
  const high = Math.min(Math.max(fit.height, fit.width / SHAPE, column.height - margin.top), most);
  const wide = Math.max(fit.width * AIR, high / SHAPE, size * LEAST.width);
  const box = { x: margin.left, y: margin.top, width: Math.min(wide, high * SHAPE, width), height: high };
  return {
    ...fit,
    box,
    height: Math.max(box.y + box.height + margin.foot, margin.top + column.height),
    footer: (at) => column.put(box.x + box.width + gap, margin.top, at),
  };
}

function onPaper(
  places: readonly Spread[],
  input: MapInput,
  most: { width: number; height: number },
): Fitted {
  const area = areaFor(places.length, input);
  const widest = Math.min(most.width, most.height * shapeOf(input));
  const highest = Math.min(most.height, most.width * SHAPE);
  return fitted(
    places,
    roomOf(input, most.width, most.height),
    (width, height) => width <= widest && height <= highest && width * height <= area,
  );
}

/** Of the letters' size, squared: the ground of a map without a name. */
const SURROUNDINGS = 250;

/** A few places on a whole page would be lost in it. */
function areaFor(places: number, { textSize, langs }: MapInput): number {
  return (SURROUNDINGS + places * (90 + 50 * langs.length)) * textSize ** 2;
}

/** For labels around a place. */
function roomOf({ textSize }: MapInput, width: number, height = Infinity): { x: number; y: number } {
  return { x: Math.min(width * 0.14, textSize * 7), y: Math.min(height * 0.2, textSize * 3) };
}

/** Where the page has hardly room for a map, it may be flat. */
function shapeOf({ hasFooter }: MapInput): number {
  return hasFooter === false ? 2 * SHAPE : SHAPE;
}
