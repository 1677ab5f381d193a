/** The sections of an article, by their headings of the second level. */
import type { Article } from '../../../shared/contract';
import { LEAD } from '../../../shared/handout-parts';
import type { ChosenArticle } from './choices';

export type SectionId = NonNullable<ChosenArticle['sections']>[number];
export interface Section {
  id: SectionId;
  /** Empty for what stands before the first heading. */
  title: string;
}

export function sectionsOf({ blocks }: Pick<Article, 'blocks'>): Section[] {
  const isHeading = ({ type, level }: Article['blocks'][number]): boolean =>
    type === 'heading' && (level ?? 2) === 2;
  const headings = blocks.filter(isHeading).map(({ id, text }) => ({ id, title: text }));
  const [first] = blocks;
  return first && !isHeading(first) ? [{ id: LEAD, title: '' }, ...headings] : headings;
}

/** An article has one section at least; all of them are not named one by one, so that a new one belongs to them. */
export function toggledSection(
  article: ChosenArticle,
  all: readonly Section[],
  id: SectionId,
): ChosenArticle {
  // What an update of the library took away is not missed at the next choice.
  const before = all.map((section) => section.id).filter((one) => article.sections?.includes(one) ?? true);
  const wanted = before.includes(id) ? before.filter((one) => one !== id) : [...before, id];
  if (wanted.length === 0) return article;
  const sections = all.map((section) => section.id).filter((one) => wanted.includes(one));
  return sections.length === all.length ? { id: article.id } : { id: article.id, sections };
}
