/** What a map shows, and where: before anything is drawn. */
import type { AtlasEvent, AtlasPlace } from '../../shared/handout';
import { kilometres, type LonLat } from './directions';
import type { MarkKind } from './map';
import { extentOf, type Spread } from './map-frame';
import { precisionOf } from './precision';

export interface Thing {
  thing: AtlasPlace | AtlasEvent;
  at: LonLat;
  kind: MarkKind;
  reach: number | null;
  isEventSite: boolean;
}

/** Of the distance within which it lies. */
const TOWARDS = 0.5;

/** The name of a wide thing may stand anywhere near: nearer to the rest, so that the map is not empty between them. */
export function drawnTogether(things: readonly Thing[]): Thing[] {
  const exact = things.filter(({ kind }) => kind !== 'wide');
  if (exact.length === 0) return [...things];
  const { middle } = extentOf(exact.map(spreadOf));
  return things.map((thing) => {
    const distance = kilometres(thing.at, middle);
    if (thing.kind !== 'wide' || thing.reach === null || distance === 0) return thing;
    const share = Math.min((thing.reach * TOWARDS) / distance, TOWARDS);
    const [[lon, lat], [lonTo, latTo]] = [thing.at, middle];
    return { ...thing, at: [lon + (lonTo - lon) * share, lat + (latTo - lat) * share] };
  });
}

/** No circle is drawn around what is wide. */
export function spreadOf({ at, reach, kind }: Thing): Spread {
  return { at, reach: kind === 'wide' ? 0 : (reach ?? 0) };
}

/** What has a point, places before events, as they are mentioned. */
export function thingsOf(places: readonly AtlasPlace[], events: readonly AtlasEvent[]): Thing[] {
  const sites = new Set<string>(events.flatMap(({ point, places: where }) => (point ? [] : where)));
  return [...places, ...events].flatMap((thing): Thing[] => {
    if (!thing.point) return [];
    const { lat, lon, precision } = thing.point;
    const { radius, isLabel } = precisionOf(precision);
    const kind = isLabel ? 'wide' : kindOf(thing);
    return [{ thing, at: [lon, lat], kind, reach: radius, isEventSite: sites.has(thing.id) }];
  });
}

function kindOf(thing: AtlasPlace | AtlasEvent): MarkKind {
  if ('occasions' in thing) return 'event';
  if (thing.type === 'town' || thing.type === 'city') return 'town';
  return thing.type === 'site' ? 'site' : 'village';
}
