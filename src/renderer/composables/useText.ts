/** Text, numbers and moments in the interface's language. */
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { formatDateTime, formatNumber } from '../../core/text/dates';
import { toLatin } from '../../core/text/script';
import { isLang, type Lang, type Localized } from '../../shared/lang';
import type { ErrorParams, ErrorReport } from '../../shared/errors';

export function useText() {
  const { t, te, locale } = useI18n();
  const lang = computed<Lang>(() => (isLang(locale.value) ? locale.value : 'en'));

  const number = (n: number): string => formatNumber(n, lang.value);
  const moment = (iso: string): string => formatDateTime(iso, lang.value);

  function localized(text: Localized): string {
    return lang.value === 'sr-Latn' ? toLatin(text['sr-Cyrl']) : text[lang.value];
  }

  /** Language tags among the parameters become the languages' names. */
  function named(params: ErrorParams): ErrorParams {
    const name = (tag: string): string => (isLang(tag) ? t(`languages.${tag}`) : tag);
    return Object.fromEntries(
      Object.entries(params).map(([key, value]) => [
        key,
        typeof value === 'string' ? value.split(', ').map(name).join(', ') : value,
      ]),
    );
  }

  function errorText({ code, params, message }: Pick<ErrorReport, 'code' | 'params' | 'message'>): string {
    return te(`errors.${code}`)
      ? t(`errors.${code}`, named(params))
      : t('errors.internal', { detail: message });
  }

  return { t, te, lang, number, moment, localized, errorText };
}
