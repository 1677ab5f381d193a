/** Orders and counts the rows of a concordance. */
import { fold } from '../../../core/text/fold';
import { tokens } from '../../../core/text/words';
import type { ConcordanceRow } from '../../../shared/contract';

export const ORDERS = ['text', 'before', 'after', 'form'] as const;
export type Order = (typeof ORDERS)[number];

export function isOrder(value: unknown): value is Order {
  return (ORDERS as readonly unknown[]).includes(value);
}

/** The distinct forms as written, the most frequent first. */
export function formsUsed(
  rows: readonly ConcordanceRow[],
): { text: string; lang: ConcordanceRow['lang']; count: number }[] {
  const byForm = Map.groupBy(rows, ({ match }) => match);
  return [...byForm]
    .map(([text, group]) => ({ text, lang: group[0]?.lang ?? 'en', count: group.length }))
    .toSorted((a, b) => b.count - a.count);
}

/** `before` reads from the name backwards, so that rows alike next to the name stand together. */
export function ordered(rows: readonly ConcordanceRow[], order: Order): ConcordanceRow[] {
  if (order === 'text') return [...rows];
  const keys = new Map(rows.map((row) => [row, keyOf(row, order)]));
  const key = (row: ConcordanceRow): string => keys.get(row) ?? '';
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

function keyOf({ before, match, after }: ConcordanceRow, order: Exclude<Order, 'text'>): string {
  if (order === 'form') return fold(match);
  const folded = fold(order === 'before' ? before : after);
  const words = tokens(folded).map(({ start, end }) => folded.slice(start, end));
  return (order === 'before' ? words.toReversed() : words).join(' ');
}

/** Without the words that were cut in two at `width` characters; an ellipsis stands for what was left out. */
export function trimmed(row: ConcordanceRow, width: number): ConcordanceRow {
  const before = row.before.length < width ? row.before : row.before.replace(/^\S*\s+/, '…');
  const after = row.after.length < width ? row.after : row.after.replace(/\s+\S*$/, '…');
  return { ...row, before, after };
}

/** The signs that cling to the name stand with it, apart from the words before and after. */
export function withSigns({ before, after }: ConcordanceRow) {
  const opening = /(?<=\s)[^\p{L}\p{N}\s…]+$/u.exec(before)?.[0] ?? '';
  const closing = /^[^\p{L}\p{N}\s…]+(?=\s|$)/u.exec(after)?.[0] ?? '';
  return {
    before: before.slice(0, before.length - opening.length),
    opening,
    closing,
    after: after.slice(closing.length),
  };
}

/** Article → the fewest letters of its id, two at least, that tell it from the others: IZ, PO. */
export function shortTags(ids: readonly string[]): Map<string, string> {
  const tagOf = (id: string): string => {
    let length = 2;
    while (length < id.length && ids.some((other) => other !== id && other.startsWith(id.slice(0, length))))
      length++;
    return id.slice(0, length).toUpperCase();
  };
  return new Map(ids.map((id) => [id, tagOf(id)]));
}

/** Tab-separated, a row a line, for a table elsewhere. */
export function asTable(rows: readonly ConcordanceRow[]): string {
  const cell = (text: string): string => text.replace(/\s+/g, ' ').trim();
  return rows
    .map(({ article, lang, block, before, match, after }) =>
      [article, lang, block, before, match, after].map(cell).join('\t'),
    )
    .join('\n');
}
