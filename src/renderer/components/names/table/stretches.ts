/** A list of thousands of which a few stretches are here. */
import { type RowHeights, rowHeights } from './heights';
import type { Rows } from './window';

/** As the library answers: some of the rows, and what holds for all of them. */
export interface Page<Row> {
  total: number;
  rows: readonly Row[];
}

export interface LongList<P extends Page<unknown>> {
  /** To what question. */
  question: string;
  about: Omit<P, 'rows'>;
  total: number;
  stretches: ReadonlyMap<number, { rows: P['rows']; revision: number }>;
  heights: RowHeights;
}

/** Rows that are asked for at once. */
export const STRETCH = 50;
/** Stretches that stay here: those nearest to what was asked for last. */
const MOST_STRETCHES = 40;

export function rowAt<Row>({ stretches }: LongList<Page<Row>>, index: number): Row | undefined {
  return stretches.get(Math.floor(index / STRETCH))?.rows[index % STRETCH];
}

export interface Answer<P> {
  question: string;
  stretch: number;
  /** Of what is listed, when it was asked. */
  revision: number;
  page: P;
}

/** The list with one stretch more; a new one where the question is another. @param usual height of a row */
export function withAnswer<P extends Page<unknown>>(
  list: LongList<P> | undefined,
  { question, stretch, revision, page }: Answer<P>,
  usual: number,
): LongList<P> {
  const { rows, ...about } = page;
  const { total } = page;
  const before = list?.question === question ? list : undefined;
  const stretches = [...(before?.stretches ?? []), [stretch, { rows, revision }] as const]
    .filter(([number]) => canBe(number, total))
    .toSorted(([a], [b]) => Math.abs(b - stretch) - Math.abs(a - stretch))
    .slice(-MOST_STRETCHES);
  const heights = before?.heights ?? rowHeights(total, usual);
  return {
    question,
    about,
    total,
    stretches: new Map(stretches),
    heights: heights.count === total ? heights : heights.resized(total),
  };
}

/** What to ask for next: what is drawn, then what comes after it and before it. Undefined: nothing.
 *  @param revision without it, whatever is here will do, however old it is */
export function nextStretch(
  list: LongList<Page<unknown>>,
  { from, to }: Rows,
  revision: number | undefined,
): number | undefined {
  const first = Math.floor(from / STRETCH);
  const last = Math.floor(Math.max(from, to - 1) / STRETCH);
  const drawn = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return [...drawn, last + 1, first - 1].find((stretch) => {
    const known = list.stretches.get(stretch);
    const isMissing = revision === undefined ? !known : known?.revision !== revision;
    return isMissing && canBe(stretch, list.total);
  });
}

/** Even a list of nothing has been asked for once, and is asked for again. */
function canBe(stretch: number, total: number): boolean {
  return stretch === 0 || (stretch > 0 && stretch * STRETCH < total);
}
