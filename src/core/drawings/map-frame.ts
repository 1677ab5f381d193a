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

export function extentOf(places: readonly LonLat[]): Extent {
  const points = places.map(projected);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [north, south] = [Math.min(...ys), Math.max(...ys)];
  const centre = { x: (west + east) / 2, y: (north + south) / 2 };
  const middle: LonLat = unit.invert?.([centre.x, centre.y]) ?? [0, 0];
  const least = LEAST_ACROSS / kilometreOf(middle[1]);
  return { centre, width: Math.max(east - west, least), height: Math.max(south - north, least), middle };
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

/** @param room around the places, in pixels, for their labels */
export function frameOf(extent: Extent, box: Box, room: Point, view: View): Frame {
  const fitted = Math.min((box.width - 2 * room.x) / extent.width, (box.height - 2 * room.y) / extent.height);
  const scale = fitted * view.zoom;
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
