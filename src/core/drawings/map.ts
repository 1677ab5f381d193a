/** A map of places and of what happened there, as plain shapes and text: drawn by whoever has a page or a window. */
import type { AtlasEvent, AtlasPlace } from '../../shared/handout';
import type { Lang } from '../../shared/lang';
import {
  directionOf,
  bearing,
  kilometres,
  type Direction,
  type LonLat,
  roundedKilometres,
} from './directions';
import { farLabels, type FarLabel } from './far-labels';
import { type Footer, type KeyKind, type LooseKey, looseKey } from './map-footer';
import { sheetOf } from './map-sheet';
import { type Box, boxAround, grown, holds, isWithin, overlap, type Point } from './geometry';
import { angleText, roundAngles } from './graticule';
import type { Placed } from './labels';
import { label } from './map-labels';
import type { Sea } from './locator';
import { areNear, extentOf, type Frame, frameOf, type View } from './map-frame';
import { creditsOf } from './credits';
import type { Measure } from './measure';
import { drawnTogether, spreadOf, type Thing, thingsOf } from './map-things';

/** What a map says, in the language of the page. */
export interface MapWords {
  compass: Readonly<Record<'n' | 'e' | 's' | 'w', string>>;
  number(n: number): string;
  /** Kilometres with their unit. */
  distance(kilometres: number): string;
  away(kilometres: number, direction: Direction): string;
  key: Readonly<Record<KeyKind, string>>;
  seas: Readonly<Record<Sea, string>>;
}

export interface MapInput {
  places: readonly AtlasPlace[];
  events: readonly AtlasEvent[];
  /** Of names; the first is written first. */
  langs: readonly Lang[];
  /** Of what the map itself says. */
  lang: Lang;
  words: MapWords;
  /** CSS pixels. */
  width: number;
  /** Of a page, at most; without it as wide as the window and as high as the places want. */
  height?: number | undefined;
  /** Of the names, in CSS pixels. */
  textSize: number;
  measure: Measure;
  /** No letters are smaller. */
  least?: number | undefined;
  view?: View | undefined;
  /** At the frame's upper right corner, for what a window puts there. */
  reserved?: { width: number; height: number } | undefined;
  /** Locator, scale and key in the drawing; only the scale where it is false, and the key is loose. */
  hasFooter?: boolean;
}

export const MARKS = ['town', 'village', 'site', 'event', 'wide'] as const;
export type MarkKind = (typeof MARKS)[number];

export interface MapMark {
  id: string;
  kind: MarkKind;
  at: Point;
  /** Of its dot alone, and with what is drawn around it. */
  dot: number;
  radius: number;
  /** The radius within which it lies; null where nobody says. */
  reach: number | null;
  /** Something happened there. */
  isEventSite: boolean;
  isInFrame: boolean;
  label?: Placed | undefined;
  /** In the list beneath, where there was no room for its name. */
  number?: number | undefined;
}

export interface FarPlace {
  place: AtlasPlace;
  kilometres: number;
  direction: Direction;
  label?: FarLabel | undefined;
}

export interface MapDrawing {
  width: number;
  height: number;
  textSize: number;
  /** Of the degrees. */
  small: number;
  frame: Frame;
  marks: MapMark[];
  /** Crossings of the degrees; none beneath a name. */
  crossings: Point[];
  degrees: { text: string; at: Point; side: 'left' | 'foot' }[];
  far: FarPlace[];
  unplaced: AtlasPlace[];
  /** Marks without a name in the map, by their number. */
  numbered: MapMark[];
  footer: Footer;
  /** Where it has no room in the drawing. */
  looseKey: LooseKey | undefined;
  credits: string[];
}

/** @returns undefined where nothing has a place */
export function layoutMap(input: MapInput): MapDrawing | undefined {
  const { places, events, width, textSize: size } = input;
  const things = thingsOf(places, events);
  if (things.length === 0) return undefined;
  const isNear = areNear(things.map(({ at }) => at));
  const near = drawnTogether(things.filter((_, at) => isNear[at]));
  const small = Math.max(size * 0.8, input.least ?? 0);
  const spreads = near.map(spreadOf);
  const kinds = keyOf(near, events);
  const sheet = sheetOf(spreads, input, kinds, small);
  const { box, footer } = sheet;
  const frame = frameOf(sheet, box, input.view ?? { zoom: 1 });
  const marks = near.map((thing): MapMark => markOf(thing, frame, size));
  const far = farOf(
    things.filter((_, at) => !isNear[at]),
    extentOf(spreads).middle,
  );
  const dots = marks.filter(({ kind }) => kind !== 'wide').map(({ at, radius }) => boxAround(at, radius + 1));
  const reserved = input.reserved ? [cornerOf(box, input.reserved)] : [];
  const farPlaced = farLabels(far, { ...input, frame, dots: [...dots, ...reserved] });
  far.forEach((one, at) => (one.label = farPlaced[at]));
  label(marks, near, input, frame, [
    ...reserved,
    ...farPlaced.flatMap((one) => (one ? [one.box, one.arrowBox] : [])),
  ]);
  const { crossings, degrees } = graticuleOf(frame, input, small);
  const written = [...dots, ...marks.flatMap((mark) => (mark.label ? [mark.label.box] : []))];
  const free = (point: Point): boolean => ![...written, ...farPlaced.flatMap((one) => one?.box ?? [])].some((one) => holds(grown(one, 3), point)); // prettier-ignore
  return {
    width,
    height: sheet.height,
    textSize: size,
    small,
    frame,
    marks,
    crossings: crossings.filter(free),
    degrees,
    far,
    unplaced: places.filter(({ point }) => point === null),
    numbered: marks
      .filter(({ number }) => number !== undefined)
      .sort((a, b) => (a.number ?? 0) - (b.number ?? 0)),
    footer: footer(frame),
    looseKey: input.hasFooter === false ? looseKey(input, kinds) : undefined,
    credits: creditsOf(things.flatMap(({ thing }) => (thing.point ? [thing.point.credit] : []))),
  };
}

function cornerOf({ x, y, width }: Box, reserved: { width: number; height: number }): Box {
  return { x: x + width - reserved.width, y, ...reserved };
}

/** Those that a map would only point to. */
export function farPlacesOf(places: readonly AtlasPlace[], events: readonly AtlasEvent[]): FarPlace[] {
  const things = thingsOf(places, events);
  if (things.length === 0) return [];
  const isNear = areNear(things.map(({ at }) => at));
  const near = drawnTogether(things.filter((_, at) => isNear[at]));
  const { middle } = extentOf(near.map(spreadOf));
  return farOf(
    things.filter((_, at) => !isNear[at]),
    middle,
  );
}

/** Of the letters' size. */
const RADIUS: Readonly<Record<MarkKind, number>> = {
  town: 0.36,
  village: 0.22,
  site: 0.22,
  event: 0.42,
  wide: 0,
};
const SITE_RADIUS = 0.5;

function markOf({ thing, at, kind, reach, isEventSite }: Thing, frame: Frame, size: number): MapMark {
  const point = frame.project(at);
  const radius = size * (isEventSite && kind !== 'wide' ? SITE_RADIUS : RADIUS[kind]);
  return {
    id: thing.id,
    kind,
    at: point,
    dot: size * RADIUS[kind],
    radius,
    reach: reach === null ? null : reach * frame.pixelsPerKilometre,
    isEventSite,
    isInFrame: isWithin(boxAround(point, radius), frame.box),
  };
}

function keyOf(near: readonly Thing[], events: readonly AtlasEvent[]): KeyKind[] {
  const has = (kind: MarkKind): boolean => near.some((one) => one.kind === kind);
  const kinds: [KeyKind, boolean][] = [
    ['town', has('town')],
    ['village', has('village')],
    ['site', has('site')],
    ['event-site', near.some(({ isEventSite, kind }) => isEventSite && kind !== 'wide')],
    ['event', has('event') && events.length > 0],
    ['reach', near.some(({ reach, kind }) => reach !== null && kind !== 'wide')],
    ['wide', has('wide')],
  ];
  return kinds.flatMap(([kind, isThere]) => (isThere ? [kind] : []));
}

/** @param centre of the map when all of it is shown */
function farOf(things: readonly Thing[], centre: LonLat): FarPlace[] {
  return things.flatMap(({ thing, at }) =>
    'occasions' in thing
      ? []
      : [
          {
            place: thing,
            kilometres: roundedKilometres(kilometres(centre, at)),
            direction: directionOf(bearing(centre, at)),
          },
        ],
  );
}

function graticuleOf(
  { bounds: [west, south, east, north], box, project }: Frame,
  { words }: MapInput,
  small: number,
): Pick<MapDrawing, 'crossings' | 'degrees'> {
  const { n, s, e, w } = words.compass;
  const wanted = Math.max(2, Math.round(box.width / (small * 14)));
  const lons = roundAngles(west, east, wanted);
  const lats = roundAngles(south, north, wanted);
  const foot = box.y + box.height;
  const centre: LonLat = [(west + east) / 2, (south + north) / 2];
  const at = {
    foot: lons.map((lon) => ({ text: angleText(lon, [e, w]), at: { x: project([lon, centre[1]]).x, y: foot }, side: 'foot' as const })), // prettier-ignore
    left: lats.map((lat) => ({ text: angleText(lat, [n, s]), at: { x: box.x, y: project([centre[0], lat]).y }, side: 'left' as const })), // prettier-ignore
  };
  // A label at the very corner would reach over the edge.
  const isClear = ({ x, y }: Point): boolean =>
    overlap(boxAround({ x, y }, 1), grown(box, 3)) &&
    (y === foot ? x > box.x + small * 2 && x < box.x + box.width - small * 2 : y > box.y + small * 2 && y < foot - small * 2); // prettier-ignore
  return {
    crossings: lons.flatMap((lon) => lats.map((lat) => project([lon, lat]))),
    degrees: [...at.foot, ...at.left].filter((one) => isClear(one.at)),
  };
}
