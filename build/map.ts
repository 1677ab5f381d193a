/**
 * Where the map's locator gets its coasts: writes src/core/drawings/land.json from Natural Earth's land in 1:50 million
 * (public domain), by way of world-atlas. Cut to south-eastern Europe and thinned to what a locator can show.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

type Point = readonly [lon: number, lat: number];

const ROOT = resolve(import.meta.dirname, '..');
const FILE = resolve(ROOT, 'src/core/drawings/land.json');
/** West, south, east, north. From the Adriatic to the Black Sea. */
const EXTENT = [12, 34.5, 32, 47.5] as const;
/** Degrees; a locator of 45 mm shows no less. */
const TOLERANCE = 0.04;
/** Square degrees; smaller islands would be specks. */
const SPECK = 0.12;

const atlas: Topology<{ land: GeometryCollection }> = JSON.parse(
  readFileSync(resolve(ROOT, 'node_modules/world-atlas/land-50m.json'), 'utf8'),
);
const rings = feature(atlas, atlas.objects.land)
  .features.flatMap(({ geometry }) =>
    geometry.type === 'MultiPolygon'
      ? geometry.coordinates.flat()
      : geometry.type === 'Polygon'
        ? geometry.coordinates
        : [],
  )
  .map((ring) => clipped(ring.map(([lon = 0, lat = 0]): Point => [lon, lat])))
  .filter((ring) => ring.length > 3 && Math.abs(areaOf(ring)) > SPECK)
  .map((ring) => thinned(ring).map(rounded));

const text = `${JSON.stringify({ extent: EXTENT, rings })}\n`;
writeFileSync(FILE, text);
process.stdout.write(`${FILE}: ${rings.length} coasts, ${text.length} bytes\n`);

/** Sutherland and Hodgman: cut by one side of the extent after the other. */
function clipped(ring: readonly Point[]): Point[] {
  const [west, south, east, north] = EXTENT;
  const sides: readonly { isInside: (point: Point) => boolean; axis: 0 | 1; at: number }[] = [
    { isInside: ([lon]) => lon >= west, axis: 0, at: west },
    { isInside: ([lon]) => lon <= east, axis: 0, at: east },
    { isInside: ([, lat]) => lat >= south, axis: 1, at: south },
    { isInside: ([, lat]) => lat <= north, axis: 1, at: north },
  ];
  return sides.reduce<Point[]>(
    (points, { isInside, axis, at }) =>
      points.flatMap((point, index) => {
        const before = points.at(index - 1) ?? point;
        const cut = isInside(before) === isInside(point) ? [] : [crossing(before, point, axis, at)];
        return isInside(point) ? [...cut, point] : cut;
      }),
    [...ring.slice(0, -1)],
  );
}

function crossing(a: Point, b: Point, axis: 0 | 1, at: number): Point {
  const share = (at - a[axis]) / (b[axis] - a[axis]);
  const along = a[1 - axis === 0 ? 0 : 1] + share * (b[1 - axis === 0 ? 0 : 1] - a[1 - axis === 0 ? 0 : 1]);
  return axis === 0 ? [at, along] : [along, at];
}

function areaOf(ring: readonly Point[]): number {
  return ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

/** Douglas and Peucker; what lies on the extent's own sides stays, because it is no coast. */
function thinned(points: readonly Point[]): Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 3) return [...points];
  let farthest = 0;
  let distance = 0;
  points.forEach((point, at) => {
    const away = distanceTo(point, first, last);
    if (away > distance) [farthest, distance] = [at, away];
  });
  if (distance <= TOLERANCE) return [first, last];
  return [...thinned(points.slice(0, farthest + 1)), ...thinned(points.slice(farthest)).slice(1)];
}

function distanceTo([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = Math.hypot(bx - ax, by - ay);
  if (length === 0) return Math.hypot(x - ax, y - ay);
  return Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
}

function rounded([lon, lat]: Point): Point {
  return [Math.round(lon * 100) / 100, Math.round(lat * 100) / 100];
}
