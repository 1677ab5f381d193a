/** A figure's number in words that keep its qualifier: "at least 93", "93–130". */
import type { Qualifier } from '../../shared/domain';
import { fillIn } from '../../shared/errors';
import { type Lang, writtenFor } from '../../shared/lang';
import en from '../../../locales/en.json';
import sq from '../../../locales/sq.json';
import sr from '../../../locales/sr-Cyrl.json';
import { formatNumber } from '../text/numbers';
import { toLatin } from '../text/script';

const MESSAGES = { en: en.quantity, sq: sq.quantity, 'sr-Cyrl': sr.quantity };

/** Empty where there is no number. A `high` alone is an upper bound. */
export function quantityText(
  { qualifier, low, high }: { qualifier: Qualifier; low: number | null; high: number | null },
  lang: Lang,
): string {
  const messages = MESSAGES[writtenFor(lang)];
  const n = numberText(low, high, lang, messages);
  const text = n === '' ? '' : fillIn(messages[qualifier], { n });
  return lang === 'sr-Latn' ? toLatin(text) : text;
}

function numberText(
  low: number | null,
  high: number | null,
  lang: Lang,
  messages: typeof en.quantity,
): string {
  if (low === null && high === null) return '';
  if (low === null) return fillIn(messages['up-to'], { n: formatNumber(high ?? 0, lang) });
  if (high === null || high === low) return formatNumber(low, lang);
  return `${formatNumber(low, lang)}–${formatNumber(high, lang)}`;
}
