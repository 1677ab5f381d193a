/** What a place is, in the vocabularies that gazetteers share. */
import type { EntityType } from '../../../shared/domain';
import { categoryOf } from '../../../shared/category';
import type { EntitySource } from '../../articles/library-source';

interface PlaceClass {
  /** GeoNames feature class. */
  fclass: 'A' | 'L' | 'P' | 'S' | 'T';
  /** Getty AAT, of those that World Historical Gazetteer lists; none where one would say more than we know: a
   *  territory's status is for others to state. */
  aat?: string;
}

const CLASSES = new Map<EntityType, PlaceClass>([
  ['territory', { fclass: 'A' }],
  ['state', { fclass: 'A', aat: '300128207' }],
  ['region', { fclass: 'L', aat: '300182722' }],
  ['city', { fclass: 'P', aat: '300008389' }],
  ['town', { fclass: 'P', aat: '300008375' }],
  ['village', { fclass: 'P', aat: '300008372' }],
  ['mountain', { fclass: 'T', aat: '300008795' }],
  ['site', { fclass: 'S', aat: '300000809' }],
]);
const BY_AAT = new Map(Array.from(CLASSES, ([type, { aat }]) => [aat, type]));

export function isPlace(entity: EntitySource): boolean {
  return categoryOf(entity.id) === 'place';
}

export function placeClass(type: EntityType): PlaceClass {
  return CLASSES.get(type) ?? { fclass: 'S' };
}

/** From `aat:300008372`, the number alone or an address that ends in it; undefined where we have no such type. */
export function typeOfAat(identifier: string): EntityType | undefined {
  const number = /(?:^|[:/])(\d{9})$/.exec(identifier.trim())?.[1];
  return number === undefined ? undefined : BY_AAT.get(number);
}
