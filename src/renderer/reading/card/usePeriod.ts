import type { Period } from '../../../shared/domain';
import { useText } from '../../composables/useText';
import { periodText } from './period';

export function usePeriod() {
  const { t, lang } = useText();

  /** Empty where nothing is known of it. */
  function inUse(period: Period | undefined): string {
    const known = period && periodText(period, lang.value);
    if (!known) return '';
    if (known.is === 'range') return known.text;
    const params = { date: known.text };
    return known.is === 'until' ? t('card.period.until', params) : t('card.period.since', params);
  }

  return { inUse };
}
