/** Puts the reader's colours and text size on the document, where the tokens look for them. */
import { type Ref, computed, shallowRef, watchEffect } from 'vue';
import type { Settings } from '../../shared/contract';

export function followAppearance(settings: Readonly<Ref<Settings>>): void {
  const query = matchMedia('(prefers-contrast: more)');
  const wantsContrast = shallowRef(query.matches);
  query.addEventListener('change', () => {
    wantsContrast.value = query.matches;
  });
  const theme = computed(() =>
    settings.value.theme === 'system' && wantsContrast.value ? 'contrast' : settings.value.theme,
  );
  watchEffect(() => {
    document.documentElement.dataset.theme = theme.value;
    document.documentElement.dataset.textSize = settings.value.textSize;
  });
}
