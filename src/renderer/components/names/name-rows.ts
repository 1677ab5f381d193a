/** One entity as a row of the table of names. */
import { compareBy } from '../../../core/text/collation';
import { fold } from '../../../core/text/fold';
import { categoryOf } from '../../../shared/category';
import type { EntityListing } from '../../../shared/contract';
import type { Certainty } from '../../../shared/domain';
import { LANGS, type Lang } from '../../../shared/lang';
import { nameRows } from '../../reading/names';

export interface NameTableRow {
  entity: EntityListing;
  /** Citation forms a language. */
  cited: Partial<Record<Lang, { text: string; certainty: Certainty }[]>>;
  /** All names, for the filter. */
  folded: string;
}

const LINE = '\n';

export function nameTableRow(entity: EntityListing): NameTableRow {
  const rows = nameRows(entity.names, LANGS, categoryOf(entity.id));
  return {
    entity,
    cited: Object.fromEntries(rows.map(({ lang, main }) => [lang, main])),
    folded: entity.names.map(({ text }) => fold(text)).join(LINE),
  };
}

/** By the column of a language, in its alphabet; what it has no name for comes last. */
export function sortRows(rows: readonly NameTableRow[], lang: Lang): NameTableRow[] {
  const compare = compareBy(lang);
  const textOf = (row: NameTableRow): string | undefined => row.cited[lang]?.[0]?.text;
  return rows.toSorted((a, b) => {
    const [first, second] = [textOf(a), textOf(b)];
    if (first === undefined || second === undefined)
      return Number(first === undefined) - Number(second === undefined);
    return compare(first, second);
  });
}
