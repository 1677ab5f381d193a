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

  /** Nothing that a reader does here is kept. Not known before the shell has answered. */
  const isReadingRoom = computed(() => info.value?.readOnly === true);

  /** May be asked before the shell has answered. */
  async function keepsNothing(): Promise<boolean> {
    return (info.value ?? (await ask())).readOnly;
  }

  return { info, isReadingRoom, ask, keepsNothing };
});
