/** Figures in the order in which they stand, each followed by those counted within it. */
import type { Figure } from '../../../shared/contract';

export interface FigureRow {
  figure: Figure;
  /** How many figures it is counted within. */
  depth: number;
}

export function figureRows(figures: readonly Figure[]): FigureRow[] {
  const ids = new Set(figures.map(({ id }) => id));
  const rows: FigureRow[] = [];
  const add = (figure: Figure, depth: number): void => {
    if (rows.some((row) => row.figure === figure)) return;
    rows.push({ figure, depth });
    for (const part of figures) if (part.partOf === figure.id) add(part, depth + 1);
  };
  for (const figure of figures) if (figure.partOf === null || !ids.has(figure.partOf)) add(figure, 0);
  // Figures that are said to be part of each other belong on the paper too.
  for (const figure of figures) add(figure, 0);
  return rows;
}

/** The place that every figure's place and time begins with: beneath it, the table says it of each. */
export function withoutSharedPlace(figures: readonly Figure[]): Figure[] {
  const places = new Set(figures.map(({ scope }) => placeOf(scope)));
  const [place] = places;
  if (!place || places.size > 1 || figures.length < 2) return [...figures];
  return figures.map((figure) => ({ ...figure, scope: figure.scope.slice(place.length) }));
}

/** “Izbica, ” of “Izbica, 28 March 1999”; '' where no time follows. */
function placeOf(scope: string): string {
  return /^\p{L}[^,;\p{Nd}]*[,;] (?=\p{Nd})/u.exec(scope)?.[0] ?? '';
}
