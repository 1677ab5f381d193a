/** What a map says, in a language: the same on paper and in the window. */
import type { DIRECTIONS } from '../../../core/drawings/directions';
import type { KEYS } from '../../../core/drawings/map-footer';
import type { MapWords } from '../../../core/drawings/map';
import { formatNumber } from '../../../core/text/dates';
import type { Lang } from '../../../shared/lang';

type Key =
  | `print.map.compass.${'n' | 'e' | 's' | 'w'}`
  | `print.map.directions.${(typeof DIRECTIONS)[number]}`
  | `print.map.key.${(typeof KEYS)[number]}`
  | 'print.map.key.reachBare'
  | `print.map.seas.${'adriatic' | 'aegean' | 'black'}`
  | 'print.map.distance'
  | 'print.map.away';

/** @param hasShades false on paper that is black and white only */
export function mapWords(
  t: (key: Key, params?: Record<string, string>) => string,
  lang: Lang,
  hasShades = true,
): MapWords {
  const number = (n: number): string => formatNumber(n, lang);
  const distance = (kilometres: number): string => t('print.map.distance', { n: number(kilometres) });
  return {
    compass: {
      n: t('print.map.compass.n'),
      e: t('print.map.compass.e'),
      s: t('print.map.compass.s'),
      w: t('print.map.compass.w'),
    },
    number,
    distance,
    away: (kilometres, direction) =>
      t('print.map.away', {
        distance: distance(kilometres),
        direction: t(`print.map.directions.${direction}`),
      }),
    key: {
      town: t('print.map.key.town'),
      village: t('print.map.key.village'),
      site: t('print.map.key.site'),
      'event-site': t('print.map.key.event-site'),
      event: t('print.map.key.event'),
      reach: t(hasShades ? 'print.map.key.reach' : 'print.map.key.reachBare'),
      wide: t('print.map.key.wide'),
    },
    seas: {
      adriatic: t('print.map.seas.adriatic'),
      aegean: t('print.map.seas.aegean'),
      black: t('print.map.seas.black'),
    },
  };
}
