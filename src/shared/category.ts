/** What kind of thing an entity is, which its id states: `pl-izbica` is a place. Free of zod: the window loads it. */
import type { EntityType } from './domain';

export const CATEGORIES = ['place', 'event', 'organisation', 'person', 'group', 'work'] as const;
export type Category = (typeof CATEGORIES)[number];

const BY_PREFIX: Partial<Record<string, Category>> = {
  pl: 'place',
  ev: 'event',
  or: 'organisation',
  pe: 'person',
  gr: 'group',
  wk: 'work',
};

/** What kind of thing each type is. */
export const CATEGORY_OF_TYPE: Readonly<Record<EntityType, Category>> = {
  territory: 'place',
  region: 'place',
  town: 'place',
  village: 'place',
  city: 'place',
  mountain: 'place',
  state: 'place',
  site: 'place',
  war: 'event',
  massacre: 'event',
  'massacre-series': 'event',
  attack: 'event',
  battle: 'event',
  offensive: 'event',
  'air-campaign': 'event',
  funeral: 'event',
  'mass-grave': 'event',
  killing: 'event',
  withdrawal: 'event',
  organisation: 'organisation',
  person: 'person',
  family: 'person',
  group: 'group',
  article: 'work',
};

export function prefixOf(category: Category): string {
  return Object.keys(BY_PREFIX).find((prefix) => BY_PREFIX[prefix] === category) ?? '';
}

export function categoryOf(entityId: string): Category {
  return BY_PREFIX[entityId.slice(0, 2)] ?? 'work';
}
