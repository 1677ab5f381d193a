/** What kind of thing an entity is, which its id states: `pl-izbica` is a place. Free of zod: the window loads it. */
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

export function prefixOf(category: Category): string {
  return Object.keys(BY_PREFIX).find((prefix) => BY_PREFIX[prefix] === category) ?? '';
}

export function categoryOf(entityId: string): Category {
  return BY_PREFIX[entityId.slice(0, 2)] ?? 'work';
}
