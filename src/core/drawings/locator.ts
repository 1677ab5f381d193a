/** Where a map's region lies in south-eastern Europe: coasts only, because borders would take a position. */
import { geoMercator } from 'd3-geo';
import type { LonLat } from './directions';
import type { Box, Point } from './geometry';
import { round } from './geometry';
import land from './land.json';

export const SEAS = ['adriatic', 'aegean', 'black'] as const;
export type Sea = (typeof SEAS)[number];
/** Where a map writes their names. */
const SEA_AT: Readonly<Record<Sea, LonLat>> = {
  adriatic: [15.75, 42.9],
  aegean: [25, 37.6],
  black: [30.2, 43.5],
};

export interface Locator {
  box: Box;
  /** SVG paths. */
  land: string;
  coast: string;
  /** The map's region; at least so large that it is seen. */
  region: Box;
  seas: { sea: Sea; at: Point }[];
}

const unit = geoMercator().scale(1).translate([0, 0]);
const [WEST, SOUTH, EAST, NORTH] = land.extent as [number, number, number, number];

/** Height of one as wide as 1. */
export const LOCATOR_RATIO = (() => {
  const [[left, top], [right, foot]] = [corner(WEST, NORTH), corner(EAST, SOUTH)];
  return (foot - top) / (right - left);
})();

function corner(lon: number, lat: number): [number, number] {
  return unit([lon, lat]) ?? [0, 0];
}

/** @returns undefined where the region lies elsewhere: the coasts of another continent are not here */
export function locatorOf(
  bounds: readonly [number, number, number, number],
  box: Box,
  least: number,
): Locator | undefined {
  const [west, south, east, north] = bounds;
  if (west < WEST || east > EAST || south < SOUTH || north > NORTH) return undefined;
  const [left, top] = corner(WEST, NORTH);
  const [right] = corner(EAST, NORTH);
  const scale = box.width / (right - left);
  const project = ([lon, lat]: LonLat): Point => {
    const [x, y] = corner(lon, lat);
    return { x: box.x + (x - left) * scale, y: box.y + (y - top) * scale };
  };
  const rings = land.rings.map((ring) => ring.map(([lon = 0, lat = 0]): LonLat => [lon, lat]));
  const write = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;
  return {
    box,
    land: rings.map((ring) => `M${ring.map((place) => write(project(place))).join('L')}Z`).join(''),
    coast: rings
      .flatMap(coastsOf)
      .map((coast) => `M${coast.map((place) => write(project(place))).join('L')}`)
      .join(''),
    region: regionOf(project([west, north]), project([east, south]), least),
    seas: SEAS.map((sea) => ({ sea, at: project(SEA_AT[sea]) })),
  };
}

function regionOf(a: Point, b: Point, least: number): Box {
  const centre = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  const [width, height] = [Math.max(b.x - a.x, least), Math.max(b.y - a.y, least)];
  return { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
}

/** The ring without what runs along the edges where it was cut. */
function coastsOf(ring: readonly LonLat[]): LonLat[][] {
  const coasts: LonLat[][] = [];
  let current: LonLat[] = [];
  ring.forEach((place, at) => {
    const next = ring[(at + 1) % ring.length] ?? place;
    if (current.length === 0) current.push(place);
    if (isAlongEdge(place, next)) {
      if (current.length > 1) coasts.push(current);
      current = [];
    } else current.push(next);
  });
  if (current.length > 1) coasts.push(current);
  return coasts;
}

function isAlongEdge([lonA, latA]: LonLat, [lonB, latB]: LonLat): boolean {
  const isAt = (a: number, b: number, ...edges: number[]): boolean =>
    edges.some((edge) => a === edge && b === edge);
  return isAt(lonA, lonB, WEST, EAST) || isAt(latA, latB, SOUTH, NORTH);
}
