/** How wide an element is, and how large its letters: for what is laid out before it is drawn. */
import { nextTick, onBeforeUnmount, onMounted, ref, type ShallowRef, watch } from 'vue';
import { useSession } from '../../stores/session';

export function useRoom(element: Readonly<ShallowRef<HTMLElement | null>>) {
  const session = useSession();
  const width = ref(0);
  const textSize = ref(13);

  function look(): void {
    if (!element.value) return;
    width.value = Math.floor(element.value.clientWidth);
    textSize.value = parseFloat(getComputedStyle(element.value).fontSize);
  }
  const observer = new ResizeObserver(look);
  onMounted(() => {
    if (element.value) observer.observe(element.value);
    look();
  });
  onBeforeUnmount(() => observer.disconnect());
  watch(
    () => session.settings.textSize,
    () => void nextTick(look),
  );
  return { width, textSize };
}
