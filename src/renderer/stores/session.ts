/** What the whole window knows: the library, its contents, and the reader's settings. */
import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { Output, Settings } from '../../shared/contract';
import { call } from '../client';
import { forgetSteps } from '../composables/useHistory';
import { learn } from '../i18n';
import { interfaceLangOf, readingLangsOf } from '../languages-read';
import { beforeLeaving } from '../leaving';
import { useShell } from './shell';

export const useSession = defineStore('session', () => {
  const shell = useShell();
  const opened = shallowRef<Output<'app.open'>>();
  const settings = ref<Settings>({
    interfaceLang: null,
    readingLangs: [],
    namesDisplay: 'as-written',
    theme: 'system',
    textSize: 'medium',
    paper: 'A4',
    signedAs: '',
    nameColumns: [],
    keepsHistory: true,
    notesShown: 'edition',
    welcomed: true,
  });

  const interfaceLang = computed(() => interfaceLangOf(settings.value));
  const readingLangs = computed(() => readingLangsOf(settings.value));

  /** Of settings and places: in a reading room, in private, and while there is no notebook to keep them in. */
  const leavesNoTrace = computed(
    () => shell.isReadingRoom || shell.isPrivate || opened.value?.notebook.state === 'lost',
  );

  /** The same, for whoever asks before the shell has answered. */
  async function keepsNothing(): Promise<boolean> {
    if (!shell.info) await shell.ask();
    return leavesNoTrace.value;
  }

  /** @param prepare awaited before anything is shown, so that nothing is shown first and then taken away */
  async function open(prepare?: (settings: Settings) => Promise<unknown> | undefined): Promise<void> {
    // What may be done here is known before anything is shown: no button comes later and moves the others.
    const [answer] = await Promise.all([call('app.open', {}), shell.ask()]);
    // So that nothing is shown in one language and then in another.
    await Promise.all([learn(interfaceLangOf(answer.settings)), prepare?.(answer.settings)]);
    settings.value = answer.settings;
    opened.value = answer;
  }

  /** Brings in what has changed since, such as where the reader was last. */
  async function refresh(): Promise<void> {
    opened.value = await call('app.open', {});
  }

  /** Everything anew, but for what the reader has set and nobody keeps. */
  async function reload(): Promise<void> {
    const [answer] = await Promise.all([call('app.open', {}), shell.askAgain()]);
    opened.value = answer;
    if (!leavesNoTrace.value) settings.value = answer.settings;
  }

  /** Private reading has begun or ended; with it go the steps back and what was set meanwhile. */
  async function hearPrivate(isPrivate: boolean): Promise<void> {
    shell.hearPrivate(isPrivate);
    if (isPrivate) return;
    forgetSteps();
    await reload();
  }

  /** Of the library, and of this window. */
  async function forgetReading(): Promise<void> {
    await call('reading.clear', {});
    await hearForgotten();
  }

  /** What was read has been forgotten. */
  async function hearForgotten(): Promise<void> {
    forgetSteps();
    await refresh();
  }

  /** What is on its way to the library. Who has asked for it is told how it ends. */
  let keeping: Promise<unknown> = Promise.resolve();
  beforeLeaving(async () => void (await keeping));

  /** One after the other: what is set last is what stays. */
  function keep(changes: Partial<Settings>): Promise<void> {
    const kept = Promise.all([keeping, keepsNothing()]).then(async ([, isNothingKept]) => {
      if (!isNothingKept) await call('settings.set', changes);
    });
    keeping = kept.catch(() => {});
    return kept;
  }

  /** Shown at once and kept, unless nothing is kept here; if it cannot be kept, put back and the reason thrown. */
  async function change(changes: Partial<Settings>): Promise<void> {
    const before = settings.value;
    settings.value = { ...before, ...changes };
    try {
      await keep(changes);
    } catch (error) {
      // What has been set since stays.
      const isStill = (key: string): key is keyof Settings =>
        settings.value[key as keyof Settings] === changes[key as keyof Settings];
      const failed = Object.keys(changes).filter(isStill);
      settings.value = { ...settings.value, ...Object.fromEntries(failed.map((key) => [key, before[key]])) };
      throw error;
    }
  }

  /** Another window has changed them. */
  function takeOver(changed: Settings): void {
    settings.value = changed;
  }

  return {
    opened, settings, interfaceLang, readingLangs, leavesNoTrace, keepsNothing, open, refresh, reload, change, takeOver,
    hearPrivate, forgetReading, hearForgotten,
  }; // prettier-ignore
});
