/** Ids for what an import adds. */
import {
  type EntityId,
  entityIdSchema,
  type EntityType,
  type SourceId,
  sourceIdSchema,
} from '../../../shared/domain';
import { fold } from '../../text/fold';

/** What an entity's id begins with. */
export function prefixOf(type: EntityType): string {
  return PREFIXES[type];
}

const PREFIXES: Record<EntityType, string> = {
  territory: 'pl', region: 'pl', town: 'pl', village: 'pl', city: 'pl', mountain: 'pl', state: 'pl', site: 'pl',
  war: 'ev', massacre: 'ev', 'massacre-series': 'ev', attack: 'ev', battle: 'ev', offensive: 'ev',
  'air-campaign': 'ev', funeral: 'ev', 'mass-grave': 'ev', killing: 'ev', withdrawal: 'ev',
  organisation: 'or', person: 'pe', family: 'pe', group: 'gr', article: 'wk',
}; // prettier-ignore

const LONGEST = 60;

function slug(text: string): string {
  const words = fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST);
  return words.replace(/^-+|-+$/g, '') || 'unnamed';
}

/** The first of `base`, `base-2`, `base-3`… that nobody has. */
function free(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

export function newEntityId(type: EntityType, name: string, taken: ReadonlySet<string>): EntityId {
  return entityIdSchema.parse(free(`${prefixOf(type)}-${slug(name)}`, taken));
}

export function newSourceId(wanted: string, taken: ReadonlySet<string>): SourceId {
  return sourceIdSchema.parse(free(slug(wanted), taken));
}
