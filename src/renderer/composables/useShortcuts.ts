/** The keys that work on every page: those of the commands, and Escape. */
import { onBeforeUnmount, onMounted } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { tinykeys } from 'tinykeys';
import { run } from '../commands/answers';
import { boundCommands, commandOf } from '../commands/keys';
import { PLATFORM } from '../commands/platform';

export const MENU_BUTTON_ID = 'menu-button';

/** @param closeFirst closes what lies over everything else, and says whether there was something to close */
export function useShortcuts(closeFirst: () => boolean): void {
  const route = useRoute();
  const router = useRouter();
  const bound = boundCommands(PLATFORM);

  /** A key whose command nobody answers here stays the browser's. */
  function press(event: KeyboardEvent): void {
    const command = event.defaultPrevented ? undefined : commandOf(event, bound);
    if (command && run(command)) event.preventDefault();
  }

  function escape(event: KeyboardEvent): void {
    if (event.defaultPrevented || closeFirst() || route.query.name === undefined) return;
    void router.push({ query: { ...route.query, name: undefined } });
  }

  let stop: (() => void) | undefined;
  onMounted(() => {
    stop = tinykeys(window, { Escape: escape });
    window.addEventListener('keydown', press);
  });
  onBeforeUnmount(() => {
    stop?.();
    window.removeEventListener('keydown', press);
  });
}
