import { type Ref, watch } from 'vue';
import type { Lang } from '../../shared/lang';
import { i18n, learn } from '../i18n';

/** From now on the window speaks `lang`, whatever that becomes. */
export function followLanguage(lang: Readonly<Ref<Lang>>): void {
  watch(
    lang,
    async (tag) => {
      await learn(tag);
      // Meanwhile another may have been chosen.
      if (lang.value !== tag) return;
      i18n.global.locale.value = tag;
      document.documentElement.lang = tag;
    },
    { immediate: true },
  );
}
