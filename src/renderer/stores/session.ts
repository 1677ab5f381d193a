/** What the whole window knows: the library, its contents, and the reader's settings. */
import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { Output, Settings } from '../../shared/contract';
import { call } from '../client';
import { learn } from '../i18n';
import { interfaceLangOf, readingLangsOf } from '../languages-read';

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

  const interfaceLang = computed(() => interfaceLangOf(settings.value));
  const readingLangs = computed(() => readingLangsOf(settings.value));

  async function open(): Promise<void> {
    const answer = await call('app.open', {});
    // So that nothing is shown in one language and then in another.
    await learn(interfaceLangOf(answer.settings));
    settings.value = answer.settings;
    opened.value = answer;
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
