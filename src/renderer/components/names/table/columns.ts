/** Which columns the table of names has, and in which order. */
import type { NameColumn } from '../../../../shared/contract';
import { isLang, LANGS, type Lang } from '../../../../shared/lang';

const EVERY: readonly NameColumn[] = [...LANGS, 'kind', 'mentions'];

/** Where the reader has chosen nothing. */
export function columnsAtFirst(langs: readonly Lang[]): NameColumn[] {
  return [...langs, 'kind', 'mentions'];
}

/** @param chosen as the settings have it: empty where nothing was chosen */
export function columnsShown(chosen: readonly NameColumn[], langs: readonly Lang[]): NameColumn[] {
  const shown = [...new Set(chosen)];
  return shown.some(isLang) ? shown : columnsAtFirst(langs);
}

/** As the settings keep it: what is as at first follows the reader's languages. */
export function columnsKept(shown: readonly NameColumn[], langs: readonly Lang[]): NameColumn[] {
  return columnsAtFirst(langs).join() === shown.join() ? [] : [...shown];
}

/** All there are: those shown in their order, then the others. */
export function columnsListed(shown: readonly NameColumn[]): NameColumn[] {
  return [...new Set([...shown, ...EVERY])];
}

/** A table without any language would name nothing. */
export function canHide(shown: readonly NameColumn[], column: NameColumn): boolean {
  return !isLang(column) || shown.filter(isLang).length > 1;
}

export function toggledColumn(shown: readonly NameColumn[], column: NameColumn): NameColumn[] {
  if (!shown.includes(column)) return [...shown, column];
  return canHide(shown, column) ? shown.filter((other) => other !== column) : [...shown];
}

export function canMove(shown: readonly NameColumn[], column: NameColumn, by: -1 | 1): boolean {
  const at = shown.indexOf(column);
  return at >= 0 && shown[at + by] !== undefined;
}

export function movedColumn(shown: readonly NameColumn[], column: NameColumn, by: -1 | 1): NameColumn[] {
  if (!canMove(shown, column, by)) return [...shown];
  const at = shown.indexOf(column);
  return shown.toSpliced(at, 1).toSpliced(at + by, 0, column);
}

/** Where there is room for two names only: the first two, and what tells how often they stand in the texts. */
export function columnsForNarrow(shown: readonly NameColumn[], sort: Lang): NameColumn[] {
  const langs = shown.filter(isLang);
  const others = langs.filter((lang) => lang !== sort).slice(0, langs.includes(sort) ? 1 : 2);
  return shown.filter(
    (column) => column === 'mentions' || column === sort || others.some((one) => one === column),
  );
}
