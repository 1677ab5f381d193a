/** How far an edition has come, in its own language. */
import { formatDate } from '../../core/text/dates';
import type { Article } from '../../shared/contract';
import { wordsFor } from './words';

export function statusLine({
  status,
  lang,
  converted,
}: Pick<Article, 'status' | 'lang' | 'converted'>): string {
  const t = wordsFor(lang);
  const { state, by, on } = status;
  const date = on === undefined ? undefined : formatDate(on, lang);
  // A Serbian date ends in a full stop, and so does the sentence.
  const details = [by, date].filter(Boolean).join(', ').replace(/\.$/, '');
  const reviewed = details ? t('print.status.reviewedBy', { details }) : t('print.status.reviewed');
  const line = state === 'draft' ? t('print.status.draft') : reviewed;
  return converted ? `${line} ${t('print.status.converted')}` : line;
}
