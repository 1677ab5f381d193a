/** What of the world a map shows: the places that lie together; those far off would squeeze it. */
import { geoMercator } from 'd3-geo';
import { kilometres, type LonLat } from './directions';
import type { Box, Point } from './geometry';
import { clamp } from './geometry';

/** So many times farther from the middle than half of all places, and at least so many kilometres. */
const FAR = { times: 4, least: 25 } as const;
/** A map of one village still shows its surroundings. */
const LEAST_ACROSS = 8;
/** Beyond, Mercator has no end. */
const NORTHMOST = 85;

/** Whether a place belongs into the map, a value each. */
export function areNear(places: readonly LonLat[]): boolean[] {
  const middle: LonLat = [median(places.map(([lon]) => lon)), median(places.map(([, lat]) => lat))];
  const distances = places.map((place) => kilometres(middle, place));
  const limit = Math.max(median(distances) * FAR.times, FAR.least);
  return distances.map((distance) => distance <= limit);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** On a conformal map; over a district it differs by nothing that is seen from any other. */
const unit = geoMercator().scale(1).translate([0, 0]);

function projected([lon, lat]: LonLat): Point {
  const [x, y] = unit([lon, clamp(lat, -NORTHMOST, NORTHMOST)]) ?? [0, 0];
  return { x, y };
}

export interface Extent {
  centre: Point;
  /** In the projection's own measure, in which the globe's radius is 1. */
  width: number;
  height: number;
  /** The centre, in degrees. */
  middle: LonLat;
}

export interface Spread {
  at: LonLat;
  /** Kilometres around it that are drawn as well. */
  reach: number;
}

/** @param room that a place wants around it at least, in the projection's measure */
export function extentOf(places: readonly Spread[], room: Point = { x: 0, y: 0 }): Extent {
  const around = places.map(({ at, reach }) => {
    const { x, y } = projected(at);
    const own = reach / kilometreOf(at[1]);
    return { x, y, across: Math.max(own, room.x), down: Math.max(own, room.y) };
  });
  const west = Math.min(...around.map(({ x, across }) => x - across));
  const east = Math.max(...around.map(({ x, across }) => x + across));
  const north = Math.min(...around.map(({ y, down }) => y - down));
  const south = Math.max(...around.map(({ y, down }) => y + down));
  const centre = { x: (west + east) / 2, y: (north + south) / 2 };
  const middle: LonLat = unit.invert?.([centre.x, centre.y]) ?? [0, 0];
  const least = LEAST_ACROSS / kilometreOf(middle[1]);
  return { centre, width: Math.max(east - west, least), height: Math.max(south - north, least), middle };
}

export interface Fitted {
  extent: Extent;
  /** Pixels of the projection's measure. */
  scale: number;
  /** Of the frame that this needs. */
  width: number;
  height: number;
}

/** Pixels between a circle and the frame. */
const EDGE = 4;

/**
 * As large as `fits` lets it be. Circles scale with the map and labels do not, so that there is no formula for it.
 * @param room around each place for its label, in pixels
 */
export function fitted(
  places: readonly Spread[],
  room: Point,
  fits: (width: number, height: number) => boolean,
): Fitted {
  const at = (scale: number): Fitted => {
    const extent = extentOf(places, { x: room.x / scale, y: room.y / scale });
    return {
      extent,
      scale,
      width: extent.width * scale + 2 * EDGE,
      height: extent.height * scale + 2 * EDGE,
    };
  };
  const { width } = extentOf(places);
  // From a pixel for everything to more than any page has.
  let [small, large] = [1 / width, 20_000 / width];
  for (let step = 0; step < 30; step += 1) {
    const middle = Math.sqrt(small * large);
    const one = at(middle);
    if (fits(one.width, one.height)) small = middle;
    else large = middle;
  }
  return at(small);
}

/** Kilometres that the projection's measure is at a latitude. */
function kilometreOf(latitude: number): number {
  return 6371.0088 * Math.cos((latitude * Math.PI) / 180);
}

export interface View {
  /** 1 shows all. */
  zoom: number;
  /** Undefined: the middle of all. */
  centre?: LonLat | undefined;
}

export interface Frame {
  box: Box;
  /** West, south, east, north. */
  bounds: [number, number, number, number];
  centre: LonLat;
  pixelsPerKilometre: number;
  project(place: LonLat): Point;
  unproject(point: Point): LonLat;
}

export function frameOf(
  { extent, scale: whole }: Pick<Fitted, 'extent' | 'scale'>,
  box: Box,
  view: View,
): Frame {
  const scale = whole * view.zoom;
  const middle = view.centre ? projected(view.centre) : extent.centre;
  const origin = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const project = (place: LonLat): Point => {
    const { x, y } = projected(place);
    return { x: origin.x + (x - middle.x) * scale, y: origin.y + (y - middle.y) * scale };
  };
  const unproject = ({ x, y }: Point): LonLat =>
    unit.invert?.([middle.x + (x - origin.x) / scale, middle.y + (y - origin.y) / scale]) ?? [0, 0];
  const [west, north] = unproject(box);
  const [east, south] = unproject({ x: box.x + box.width, y: box.y + box.height });
  const centre = unproject(origin);
  return {
    box,
    bounds: [west, south, east, north],
    centre,
    pixelsPerKilometre: scale / kilometreOf(centre[1]),
    project,
    unproject,
  };
}
