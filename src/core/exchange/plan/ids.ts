/** Ids for what an import adds. */
import { CATEGORY_OF_TYPE, prefixOf as prefixOfCategory } from '../../../shared/category';
import {
  type EntityId,
  entityIdSchema,
  type EntityType,
  type SourceId,
  sourceIdSchema,
} from '../../../shared/domain';
import { fold } from '../../text/fold';

/** What an entity's id begins with. */
export const prefixOf = (type: EntityType): string => prefixOfCategory(CATEGORY_OF_TYPE[type]);

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
