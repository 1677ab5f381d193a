/** A long list of names of which a few stretches are here. */
import type { EntityListing, NamesPage } from '../../../../shared/contract';
import { type RowHeights, rowHeights } from './heights';
import type { Rows } from './window';

/** Names that are asked for at once. */
export const STRETCH = 50;
/** Stretches that stay here: those nearest to what was asked for last. */
const MOST_STRETCHES = 40;
/** Of a row with one line of names, in pixels: what stands for rows that have not been seen. */
export const USUAL_HEIGHT = 59;

export interface NameList extends Omit<NamesPage, 'rows'> {
  /** To what question. */
  question: string;
  stretches: ReadonlyMap<number, { rows: readonly EntityListing[]; revision: number }>;
  heights: RowHeights;
}

export function rowOf({ stretches }: NameList, index: number): EntityListing | undefined {
  return stretches.get(Math.floor(index / STRETCH))?.rows[index % STRETCH];
}

export interface Answer {
  question: string;
  stretch: number;
  /** Of the names, when it was asked. */
  revision: number;
  page: NamesPage;
}

/** The list with one stretch more; a new one where the question is another. */
export function withAnswer(
  list: NameList | undefined,
  { question, stretch, revision, page }: Answer,
): NameList {
  const { rows, ...about } = page;
  const before = list?.question === question ? list : undefined;
  const stretches = [...(before?.stretches ?? []), [stretch, { rows, revision }] as const]
    .filter(([number]) => canBe(number, page.total))
    .toSorted(([a], [b]) => Math.abs(b - stretch) - Math.abs(a - stretch))
    .slice(-MOST_STRETCHES);
  const heights = before?.heights ?? rowHeights(page.total, USUAL_HEIGHT);
  return {
    ...about,
    question,
    stretches: new Map(stretches),
    heights: heights.count === page.total ? heights : heights.resized(page.total),
  };
}

/** What to ask for next: what is drawn, then what comes after it and before it. Undefined: nothing. */
export function nextStretch(list: NameList, { from, to }: Rows, revision: number): number | undefined {
  const first = Math.floor(from / STRETCH);
  const last = Math.floor(Math.max(from, to - 1) / STRETCH);
  const drawn = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return [...drawn, last + 1, first - 1].find(
    (stretch) => canBe(stretch, list.total) && list.stretches.get(stretch)?.revision !== revision,
  );
}

/** Even a list of nothing has been asked for once, and is asked for again. */
function canBe(stretch: number, total: number): boolean {
  return stretch === 0 || (stretch > 0 && stretch * STRETCH < total);
}
