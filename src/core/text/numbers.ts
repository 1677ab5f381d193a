/** Numbers as each language writes them; see `dates` for why not Intl. */
import type { Lang } from '../../shared/lang';

const NO_BREAK_SPACE = '\u00A0';
const MINUS = '\u2212';

const MARKS: Record<Lang, { group: string; decimal: string }> = {
  en: { group: ',', decimal: '.' },
  sq: { group: NO_BREAK_SPACE, decimal: ',' },
  'sr-Cyrl': { group: '.', decimal: ',' },
  'sr-Latn': { group: '.', decimal: ',' },
};

/** 50,000 · 50 000 · 50.000, from four digits on, so that figures set side by side line up. For counts, not
 *  for years. */
export function formatNumber(n: number, lang: Lang): string {
  const [, sign = '', whole, fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(n)) ?? [];
  if (whole === undefined) return String(n);
  const { group, decimal } = MARKS[lang];
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return (sign === '' ? '' : MINUS) + grouped + (fraction === undefined ? '' : decimal + fraction);
}
