import { type Ref, watch } from 'vue';
import type { Lang } from '../../shared/lang';
import { i18n } from '../i18n';

/** From now on the window speaks `lang`, whatever that becomes. */
export function followLanguage(lang: Readonly<Ref<Lang>>): void {
  watch(
    lang,
    (tag) => {
      i18n.global.locale.value = tag;
      document.documentElement.lang = tag;
    },
    { immediate: true },
  );
}
