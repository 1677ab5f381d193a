/** What is selected in the text, once the hand that selects it rests. */
import { onBeforeUnmount, onMounted, shallowRef, watch } from 'vue';

const RESTS_AFTER_MS = 200;

/** @param read what a range is; undefined where it is nothing that counts here */
export function useSelected<T>(isOn: () => boolean, read: (range: Range) => T | undefined) {
  const selected = shallowRef<T>();
  let isPressed = false;
  let timer = 0;

  const range = (): Range | undefined => {
    const selection = getSelection();
    return selection && selection.rangeCount > 0 && !selection.isCollapsed
      ? selection.getRangeAt(0)
      : undefined;
  };

  function look(): void {
    const now = isOn() && !isPressed ? range() : undefined;
    selected.value = now && read(now);
  }

  function lookSoon(): void {
    clearTimeout(timer);
    if (!range()) selected.value = undefined;
    else timer = window.setTimeout(look, RESTS_AFTER_MS);
  }

  const press = (): void => void (isPressed = true);
  const rest = (): void => {
    isPressed = false;
    lookSoon();
  };

  watch(isOn, lookSoon);
  onMounted(() => {
    document.addEventListener('selectionchange', lookSoon);
    addEventListener('pointerdown', press);
    addEventListener('pointerup', rest);
    addEventListener('pointercancel', rest);
  });
  onBeforeUnmount(() => {
    clearTimeout(timer);
    document.removeEventListener('selectionchange', lookSoon);
    removeEventListener('pointerdown', press);
    removeEventListener('pointerup', rest);
    removeEventListener('pointercancel', rest);
  });

  function clear(): void {
    getSelection()?.removeAllRanges();
    selected.value = undefined;
  }

  return { selected, about: () => range()?.getBoundingClientRect(), clear };
}
