/** How exactly a place is known, in the interface's language; what says more than a distance stays as its source has it. */
import { precisionOf } from '../../../core/drawings/precision';
import { useText } from '../../composables/useText';

export function usePrecision(): (stated: string) => string {
  const { t, number } = useText();
  return (stated) => {
    const { radius, isLabel } = precisionOf(stated);
    if (radius !== null && isLabel)
      return t('atlas.map.labelled', { distance: t('print.map.distance', { n: number(radius) }) });
    return /^approximate$/iu.test(stated) ? t('atlas.map.roughly') : stated;
  };
}
