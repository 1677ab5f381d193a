/** Figures as rows of a range plot: side by side by what is counted, never summed, never averaged. */
import type { Figure } from '../../shared/views';
import { figureTree } from './figure-tree';
import { type Scale, scaleTo } from './figure-scale';

export type Mark =
  | { kind: 'none' }
  | { kind: 'point'; at: number; isRough: boolean }
  | { kind: 'range'; from: number; to: number; isRough: boolean }
  /** Open towards more, or towards less. */
  | { kind: 'from'; at: number }
  | { kind: 'up-to'; at: number };

const ROUGH: readonly Figure['qualifier'][] = ['about', 'believed', 'some'];
const OPEN: readonly Figure['qualifier'][] = ['at-least', 'more-than'];

/** What the source says and no more: a range that is open stays open. */
export function markOf({ qualifier, low, high }: Pick<Figure, 'qualifier' | 'low' | 'high'>): Mark {
  const isRough = ROUGH.includes(qualifier);
  if (low === null) return high === null ? { kind: 'none' } : { kind: 'up-to', at: high };
  if (OPEN.includes(qualifier)) return { kind: 'from', at: low };
  if (high === null || high === low) return { kind: 'point', at: low, isRough };
  return { kind: 'range', from: low, to: high, isRough };
}

/** So much of the axis an arrow needs beyond where it begins. */
const ARROW = 0.12;

function reachOf(figure: Figure): number {
  const mark = markOf(figure);
  switch (mark.kind) {
    case 'none':
      return 0;
    case 'range':
      return mark.to;
    case 'from':
      return mark.at / (1 - ARROW);
    default:
      return mark.at;
  }
}

export interface PlotRow {
  figure: Figure;
  mark: Mark;
  /** Set in under what it is counted within. */
  depth: number;
  /** The row above counts the same. */
  isSameWhat: boolean;
  /** What it is counted within, where that is not a row that it is set under. */
  within: Figure | undefined;
}

/** Rows that share an axis. Without one: figures in words. */
export interface Panel {
  scale: Scale | undefined;
  rows: PlotRow[];
}

/** Beside a number that is so many times larger, nothing would be seen of a smaller one. */
const APART = 20;

/** Those that count the same stand together, where the first of them stands; larger numbers on an axis of their own. */
export function panelsOf(figures: readonly Figure[]): Panel[] {
  const ordered = figureTree(figures).map(({ figure }) => figure);
  const groups = [...Map.groupBy(ordered, ({ what }) => what).values()];
  const numbered = groups.filter((group) => group.some(hasNumber));
  const limits = limitsOf(numbered.map(reachOfAll));
  const panels = limits.map((limit, at): Panel => {
    const below = limits[at - 1] ?? -1;
    const own = numbered.filter((group) => reachOfAll(group) > below && reachOfAll(group) <= limit);
    return { scale: scaleTo(limit), rows: rowsOf(own, figures) };
  });
  const inWords = groups.filter((group) => !group.some(hasNumber));
  return inWords.length > 0 ? [...panels, { scale: undefined, rows: rowsOf(inWords, figures) }] : panels;
}

const hasNumber = (figure: Figure): boolean => markOf(figure).kind !== 'none';
const reachOfAll = (group: readonly Figure[]): number => Math.max(...group.map(reachOf));

/** The largest of each axis, the smallest first. */
function limitsOf(reaches: readonly number[]): number[] {
  const sorted = [...new Set(reaches)].sort((a, b) => a - b);
  return sorted.filter((reach, at) => {
    const next = sorted[at + 1];
    return next === undefined || (reach > 0 && next / reach >= APART);
  });
}

/** Set in where all that count the same are counted within one that has just been; otherwise that is said in words. */
function rowsOf(groups: readonly (readonly Figure[])[], all: readonly Figure[]): PlotRow[] {
  /** What the row above is set under, outermost first, and itself. */
  let line: Figure[] = [];
  return groups.flatMap((group) => {
    const [first] = group;
    const isOfOne = group.every(({ partOf }) => partOf === first?.partOf);
    const depth = isOfOne ? line.findIndex(({ id }) => id === first?.partOf) + 1 : 0;
    line = [...line.slice(0, depth), ...group.slice(-1)];
    return group.map((figure, at): PlotRow => ({
      figure,
      mark: markOf(figure),
      depth,
      isSameWhat: at > 0,
      within: depth > 0 ? undefined : all.find(({ id }) => id === figure.partOf),
    }));
  });
}
