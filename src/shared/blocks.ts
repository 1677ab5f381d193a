/** How the blocks of an edition that are not blocks of its text are called. Free of zod: the window loads it. */
import type { Figure } from './contract';

/** Where a fact stands. */
export const factBlock = (key: string): string => `fact-${key}`;

/** The block that states a figure, or else the fact. */
export function statedIn({ block, fact }: Pick<Figure, 'block' | 'fact'>): string | undefined {
  return block ?? (fact ? factBlock(fact) : undefined);
}
