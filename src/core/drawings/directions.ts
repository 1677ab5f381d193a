/** How far and in which direction one place lies from another, on the globe. */
import { geoDistance } from 'd3-geo';

/** Mean radius (IUGG), kilometres. */
const EARTH = 6371.0088;

export const DIRECTIONS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Longitude and latitude in degrees, as d3-geo has them. */
export type LonLat = [lon: number, lat: number];

export function kilometres(from: LonLat, to: LonLat): number {
  return geoDistance(from, to) * EARTH;
}

/** Degrees from north, clockwise, where the way begins. */
export function bearing([lonA, latA]: LonLat, [lonB, latB]: LonLat): number {
  const rad = Math.PI / 180;
  const turn = (lonB - lonA) * rad;
  const y = Math.sin(turn) * Math.cos(latB * rad);
  const x =
    Math.cos(latA * rad) * Math.sin(latB * rad) -
    Math.sin(latA * rad) * Math.cos(latB * rad) * Math.cos(turn);
  return (Math.atan2(y, x) / rad + 360) % 360;
}

export function directionOf(degrees: number): Direction {
  return DIRECTIONS[Math.round(degrees / 45) % DIRECTIONS.length] ?? 'n';
}

/** As one says it: to 5 from 20 on, to 10 from 100 on. */
export function roundedKilometres(exact: number): number {
  const step = exact >= 100 ? 10 : exact >= 20 ? 5 : 1;
  return Math.max(1, Math.round(exact / step) * step);
}
