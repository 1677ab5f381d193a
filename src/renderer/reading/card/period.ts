/** When a name was in use, as a sentence has it: 1946–1992, until 1999, since March 1999. */
import { formatDate, formatDateRange } from '../../../core/text/dates';
import type { Period } from '../../../shared/domain';
import type { Lang } from '../../../shared/lang';

export type PeriodText =
  { is: 'range'; text: string } | { is: 'until'; text: string } | { is: 'since'; text: string };

/** Undefined for a period of which neither end is known. */
export function periodText({ from, to }: Period, lang: Lang): PeriodText | undefined {
  if (from !== undefined && to !== undefined) return { is: 'range', text: formatDateRange(from, to, lang) };
  if (to !== undefined) return { is: 'until', text: afterPreposition(to, lang) };
  if (from !== undefined) return { is: 'since', text: afterPreposition(from, lang) };
  return undefined;
}

/** The Serbian words for until and since take the genitive, in which a month stands only after its day. */
function afterPreposition(iso: string, lang: Lang): string {
  const isMonth = /^\d{4}-\d{2}$/.test(iso);
  if (!isMonth || !lang.startsWith('sr')) return formatDate(iso, lang);
  return formatDate(`${iso}-01`, lang).replace(/^1\.\s/, '');
}
