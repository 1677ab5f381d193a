/** The sections of an article: each begins with a heading of the second level. */
import type { Article } from '../../shared/contract';
import type { Block } from '../../shared/domain';
import { LEAD } from '../../shared/handout-parts';

export type Section = typeof LEAD | Block['id'];

const beginsSection = ({ type, level }: Block): boolean => type === 'heading' && (level ?? 2) === 2;

/** By the ids of their headings; what comes before the first is the lead. */
export function sectionsOf(blocks: readonly Block[]): Section[] {
  const headings = blocks.filter(beginsSection).map(({ id }) => id);
  const [first] = blocks;
  return first && !beginsSection(first) ? [LEAD, ...headings] : headings;
}

/** Of all editions together, each once. */
export function sectionsOfAll(editions: readonly Pick<Article, 'blocks'>[]): Section[] {
  return [...new Set(editions.flatMap(({ blocks }) => sectionsOf(blocks)))];
}

export function inSections(blocks: readonly Block[], chosen: readonly Section[]): Block[] {
  const wanted = new Set(chosen);
  let section: Section = LEAD;
  return blocks.filter((block) => {
    if (beginsSection(block)) section = block.id;
    return wanted.has(section);
  });
}
