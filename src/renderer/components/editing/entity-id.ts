/** Ids of what a reader adds: made from its name, so that a link or a file that holds one can be read. */
import { type Category, CATEGORY_OF_TYPE, prefixOf } from '../../../shared/category';
import type { EntityType } from '../../../shared/domain';
import { toLatin } from '../../../core/text/script';

export const ENTITY_TYPES = Object.keys(CATEGORY_OF_TYPE) as EntityType[];

export const typesOf = (category: Category): EntityType[] =>
  ENTITY_TYPES.filter((type) => CATEGORY_OF_TYPE[type] === category);

/** A link holds no longer one; see shared/links. */
const LONGEST = 80;

/** Letters that are not a plain letter with a mark. */
const SPELT: Readonly<Record<string, string>> = {
  đ: 'dj',
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** Small letters a to z, digits and single hyphens; empty where a name has none of them. */
export function slugOf(name: string): string {
  return toLatin(name)
    .toLowerCase()
    .replace(/[đłøßæœı]/gu, (letter) => SPELT[letter] ?? '')
    .normalize('NFD')
    .replace(/[\p{M}'’ʼ]/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
}

function cut(slug: string, longest: number): string {
  return slug.slice(0, longest).replace(/-$/u, '');
}

/** Empty as long as there is no type, or no letter of a name. */
export function entityIdOf(name: string, type: EntityType | ''): string {
  const slug = slugOf(name);
  if (type === '' || slug === '') return '';
  const prefix = `${prefixOf(CATEGORY_OF_TYPE[type])}-`;
  return prefix + cut(slug, LONGEST - prefix.length);
}

export function isEntityId(id: string, type: EntityType | ''): boolean {
  const isWhole = /^[a-z]{2}-[a-z0-9]+(-[a-z0-9]+)*$/u.test(id) && id.length <= LONGEST;
  return isWhole && (type === '' || id.startsWith(`${prefixOf(CATEGORY_OF_TYPE[type])}-`));
}

/** Another than those that are taken. */
export function sourceIdOf(title: string, taken: ReadonlySet<string>): string {
  const slug = cut(slugOf(title), LONGEST - 4) || 'source';
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}
