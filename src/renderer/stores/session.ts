/** What the whole window knows: the library, its contents, and the reader's settings. */
import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { Output, Settings } from '../../shared/contract';
import { isLang, type Lang } from '../../shared/lang';
import { call } from '../client';

/** The interface language that the machine asks for. */
export function langOfMachine(preferred: readonly string[]): Lang {
  for (const tag of preferred) {
    const [language, ...rest] = tag.toLowerCase().split('-');
    if (language === 'sr' || language === 'sh')
      return rest.includes('latn') || language === 'sh' ? 'sr-Latn' : 'sr-Cyrl';
    if (isLang(language)) return language;
  }
  return 'en';
}

export const useSession = defineStore('session', () => {
  const opened = shallowRef<Output<'app.open'>>();
  const settings = ref<Settings>({
    interfaceLang: null,
    readingLangs: [],
    namesDisplay: 'as-written',
    theme: 'system',
    textSize: 'medium',
    paper: 'A4',
  });

  const interfaceLang = computed<Lang>(
    () => settings.value.interfaceLang ?? langOfMachine(navigator.languages),
  );
  /** The editions to show, in the reader's order; at least one. */
  const readingLangs = computed<Lang[]>(() =>
    settings.value.readingLangs.length > 0 ? settings.value.readingLangs : [interfaceLang.value],
  );

  async function open(): Promise<void> {
    const answer = await call('app.open', {});
    opened.value = answer;
    settings.value = answer.settings;
  }

  /** Brings in what has changed since, such as where the reader was last. */
  async function refresh(): Promise<void> {
    opened.value = await call('app.open', {});
  }

  /** Shown at once and kept; if it cannot be kept, put back and the reason thrown. */
  async function change(changes: Partial<Settings>): Promise<void> {
    const before = settings.value;
    settings.value = { ...before, ...changes };
    try {
      await call('settings.set', changes);
    } catch (error) {
      settings.value = before;
      throw error;
    }
  }

  return { opened, settings, interfaceLang, readingLangs, open, refresh, change };
});
