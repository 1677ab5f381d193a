/** What shows this window: a desktop program or a browser, with a library of one's own or in a reading room. */
import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { Output } from '../../shared/contract';
import { call } from '../client';

export type ShellInfo = Output<'shell.info'>;

export const useShell = defineStore('shell', () => {
  const info = shallowRef<ShellInfo>();
  let asked: Promise<ShellInfo> | undefined;

  /** Asks once; after a failure the next asks again. */
  function ask(): Promise<ShellInfo> {
    return (asked ??= call('shell.info', {}).then(
      (answer) => (info.value = answer),
      (error: unknown) => {
        asked = undefined;
        throw error;
      },
    ));
  }

  /** Nothing of what is read or set is kept, until the reader ends it. Not known before the shell has answered. */
  const isPrivate = computed(() => info.value?.isPrivate === true);

  /** For every window: each is told, this one too. */
  async function setPrivate(isOn: boolean): Promise<void> {
    await call('shell.private', { isPrivate: isOn });
  }

  /** Somebody has switched it. */
  function hearPrivate(isOn: boolean): void {
    if (info.value) info.value = { ...info.value, isPrivate: isOn };
  }

  /** Asks once more: something may have been missed. */
  async function askAgain(): Promise<void> {
    asked = undefined;
    await ask();
  }

  /** Nothing that a reader does here is kept. Not known before the shell has answered. */
  const isReadingRoom = computed(() => info.value?.readOnly === true);

  return { info, isReadingRoom, isPrivate, ask, askAgain, setPrivate, hearPrivate };
});
