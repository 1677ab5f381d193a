/** Orders, filters and counts the rows of a concordance, and sets beside each what other editions have in its place. */
import { fold } from '../../../core/text/fold';
import { tokens } from '../../../core/text/words';
import type { AlignedText, ConcordanceRow } from '../../../shared/contract';
import { isLang, type Lang, LANGS, writtenFor } from '../../../shared/lang';

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

export interface Filters {
  form?: string | undefined;
  article?: string | undefined;
  /** Serbian is one edition, in whichever script. */
  edition?: Lang | undefined;
}

export function isFiltered({ form, article, edition }: Filters): boolean {
  return form !== undefined || article !== undefined || edition !== undefined;
}

export function filtered(
  rows: readonly ConcordanceRow[],
  { form, article, edition }: Filters,
): ConcordanceRow[] {
  const written = edition && writtenFor(edition);
  return rows.filter(
    (row) =>
      (form === undefined || row.match === form) &&
      (article === undefined || row.article === article) &&
      (written === undefined || writtenFor(row.lang) === written),
  );
}

/** From an address and for one: `sq,en`. What is no language is passed over, and none stands twice. */
export function langsOf(text: unknown): Lang[] {
  return typeof text === 'string' ? [...new Set(text.split(',').filter(isLang))] : [];
}

/** With `lang` put in or taken out, as the row of languages stands. */
export function toggledLangs(langs: readonly Lang[], lang: Lang): Lang[] {
  return LANGS.filter((one) => (one === lang) !== langs.includes(one));
}

export type Beside =
  { lang: Lang; is: 'named' | 'not-named'; block: AlignedText } | { lang: Lang; is: 'no-block' };

/** What stands in the place of a row in `langs`: its own edition is not beside it. */
export function besideOf(row: ConcordanceRow, langs: readonly Lang[]): Beside[] {
  return langs
    .filter((lang) => writtenFor(lang) !== writtenFor(row.lang))
    .map((lang) => {
      const block = row.aligned?.find((aligned) => aligned.lang === lang);
      if (!block) return { lang, is: 'no-block' };
      return { lang, is: block.marks.length > 0 ? 'named' : 'not-named', block };
    });
}

/** As much of a block as shows what is marked: `width` characters before the first mark and after it, in whole
 *  words; the beginning where nothing is marked. */
export function excerpt({ text, marks }: Pick<AlignedText, 'text' | 'marks'>, width: number) {
  const [first, last] = marks.toSorted((a, b) => a[0] - b[0])[0] ?? [0, width];
  const from = first <= width ? 0 : wordFrom(text, first - width);
  const to = last + width >= text.length ? text.length : wordEnd(text, last + width);
  const opening = from > 0 ? '…' : '';
  const moved = opening.length - from;
  return {
    text: opening + text.slice(from, to) + (to < text.length ? '…' : ''),
    marks: marks
      .filter(([start, end]) => start >= from && end <= to)
      .map(([start, end]): [number, number] => [start + moved, end + moved]),
    isWhole: from === 0 && to === text.length,
  };
}

function wordFrom(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return space === -1 ? at : space + 1;
}

function wordEnd(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at);
  return space === -1 ? at : space;
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
