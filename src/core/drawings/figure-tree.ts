/** Figures in the order of the article, each followed by those counted within it. */
import type { Figure } from '../../shared/views';

export function figureTree(figures: readonly Figure[]): { figure: Figure; depth: number }[] {
  const ids = new Set(figures.map(({ id }) => id));
  const placed = new Set<string>();
  const under = (parent: Figure['partOf'], depth: number): { figure: Figure; depth: number }[] =>
    figures.flatMap((figure) => {
      const at = figure.partOf && ids.has(figure.partOf) ? figure.partOf : null;
      if (at !== parent || placed.has(figure.id)) return [];
      placed.add(figure.id);
      return [{ figure, depth }, ...under(figure.id, depth + 1)];
    });
  const tree = under(null, 0);
  // Figures that are each counted within the other have no beginning; they are shown all the same.
  return [...tree, ...figures.filter(({ id }) => !placed.has(id)).map((figure) => ({ figure, depth: 0 }))];
}
