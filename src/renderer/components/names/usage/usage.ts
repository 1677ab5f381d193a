/** Which form each edition of each article uses, and how often: forms by editions. */
import type { ConcordanceRow } from '../../../../shared/contract';
import type { NameForm } from '../../../../shared/domain';
import { type Lang, LANGS } from '../../../../shared/lang';

/** More editions than this do not fit beside each other; all articles of a language are then one column. */
export const MOST_COLUMNS = 24;

export interface UsageColumn {
  /** Null where all articles are taken together. */
  article: string | null;
  lang: Lang;
  total: number;
}

export interface UsageRow {
  /** As written. */
  text: string;
  /** Of the first edition that writes it. */
  lang: Lang;
  /** What the gazetteer has it as; more than one where languages differ. */
  grammar: NameForm[];
  /** One for each column. */
  counts: number[];
  total: number;
}

export interface Usage {
  columns: UsageColumn[];
  rows: UsageRow[];
  /** The highest count in a cell. */
  highest: number;
}

/**
 * Forms stand in the order of the first edition that uses them, the most frequent first, so that each edition's
 * own forms are together.
 * @param articles in their order
 * @param langs in theirs: the reader's first
 */
export function usageOf(
  rows: readonly ConcordanceRow[],
  articles: readonly string[],
  most: number = MOST_COLUMNS,
  langs: readonly Lang[] = LANGS,
): Usage {
  const editions = columnsOf(rows, articles, langs, ({ article }) => article);
  const columns = editions.length <= most ? editions : columnsOf(rows, articles, langs, () => null);
  const at = new Map(columns.map((column, index) => [keyOf(column), index]));
  const isFolded = columns[0]?.article === null;
  const byText = new Map<string, UsageRow>();
  for (const { match, lang, article, form } of rows) {
    const row = byText.get(match) ?? {
      text: match,
      lang,
      grammar: [],
      counts: columns.map(() => 0),
      total: 0,
    };
    byText.set(match, row);
    const index = at.get(keyOf({ article: isFolded ? null : article, lang })) ?? 0;
    row.counts[index] = (row.counts[index] ?? 0) + 1;
    row.total += 1;
    if (langs.indexOf(lang) < langs.indexOf(row.lang)) row.lang = lang;
    if (form && !row.grammar.includes(form)) row.grammar.push(form);
  }
  const firstLang = ({ lang }: UsageRow): number => langs.indexOf(lang);
  return {
    columns,
    rows: [...byText.values()].toSorted((a, b) => firstLang(a) - firstLang(b) || b.total - a.total),
    highest: Math.max(0, ...[...byText.values()].flatMap(({ counts }) => counts)),
  };
}

function keyOf({ article, lang }: Pick<UsageColumn, 'article' | 'lang'>): string {
  return `${article ?? ''} ${lang}`;
}

function columnsOf(
  rows: readonly ConcordanceRow[],
  articles: readonly string[],
  langs: readonly Lang[],
  articleOf: (row: ConcordanceRow) => string | null,
): UsageColumn[] {
  const columns = new Map<string, UsageColumn>();
  for (const row of rows) {
    const column = { article: articleOf(row), lang: row.lang };
    const known = columns.get(keyOf(column));
    if (known) known.total += 1;
    else columns.set(keyOf(column), { ...column, total: 1 });
  }
  const rank = ({ article }: UsageColumn): number => {
    const index = articles.indexOf(article ?? '');
    return index === -1 ? articles.length : index;
  };
  return [...columns.values()].toSorted(
    (a, b) => rank(a) - rank(b) || langs.indexOf(a.lang) - langs.indexOf(b.lang),
  );
}

/** Columns of one article, side by side. */
export function headsOf(columns: readonly UsageColumn[]): { article: string | null; span: number }[] {
  return [...Map.groupBy(columns, ({ article }) => article)].map(([article, group]) => ({
    article,
    span: group.length,
  }));
}

/** How strongly a cell is tinted, 0 to 4; what is there at all is tinted. */
export function shade(count: number, highest: number): number {
  return count === 0 ? 0 : Math.max(1, Math.ceil((4 * count) / highest));
}
