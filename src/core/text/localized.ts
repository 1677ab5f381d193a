/** A text that is kept in every written language. */
import { type Lang, type Localized, writtenFor } from '../../shared/lang';
import { toLatin } from './script';

/** As `lang` shows it: Serbian Latin is derived. */
export function localizedIn(text: Localized, lang: Lang): string {
  const written = text[writtenFor(lang)];
  return lang === 'sr-Latn' ? toLatin(written) : written;
}
