/** The keys that work on every page. */
import { onBeforeUnmount, onMounted } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { tinykeys } from 'tinykeys';

export const SEARCH_FIELD_ID = 'search-field';
export const MENU_BUTTON_ID = 'menu-button';

const IS_MAC = /Mac/.test(navigator.userAgent);
export const SEARCH_KEYS = IS_MAC ? '⌘K' : 'Ctrl K';

/** On a Mac Alt and an arrow move by a word in a text field. */
function movesByWord(event: KeyboardEvent): boolean {
  return (
    IS_MAC &&
    event.target instanceof HTMLElement &&
    event.target.matches('input, textarea, [contenteditable]')
  );
}

/** @param closeFirst closes what lies over everything else, and says whether there was something to close */
export function useShortcuts(closeFirst: () => boolean): void {
  const route = useRoute();
  const router = useRouter();

  function focusSearch(event: KeyboardEvent): void {
    const field = document.getElementById(SEARCH_FIELD_ID);
    if (!(field instanceof HTMLInputElement)) return;
    event.preventDefault();
    field.focus();
    field.select();
  }

  function step(go: () => void): (event: KeyboardEvent) => void {
    return (event) => {
      if (movesByWord(event)) return;
      event.preventDefault();
      go();
    };
  }

  function escape(event: KeyboardEvent): void {
    if (event.defaultPrevented || closeFirst() || route.query.name === undefined) return;
    void router.push({ query: { ...route.query, name: undefined } });
  }

  let stop: (() => void) | undefined;
  onMounted(() => {
    stop = tinykeys(window, {
      '$mod+k': focusSearch,
      'Alt+ArrowLeft': step(() => router.back()),
      'Alt+ArrowRight': step(() => router.forward()),
      Escape: escape,
    });
  });
  onBeforeUnmount(() => stop?.());
}
