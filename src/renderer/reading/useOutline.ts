/** Which section is being read: the last heading that has passed the upper third of the column. */
import { onBeforeUnmount, onMounted, type Ref, ref } from 'vue';
import { blockElement, scrollerOf } from './place';

export function useOutline(root: Ref<HTMLElement | null>, headings: () => readonly string[]) {
  const current = ref<string>();
  let frame = 0;
  let scroller: HTMLElement | undefined;

  function look(): void {
    frame = 0;
    const shown = root.value;
    if (!shown) return;
    const view = scrollerOf(shown).getBoundingClientRect();
    const line = view.top + view.height / 3;
    current.value = headings().findLast((id) => {
      const top = blockElement(shown, id)?.getBoundingClientRect().top;
      return top !== undefined && top <= line;
    });
  }
  const lookSoon = () => {
    frame ||= requestAnimationFrame(look);
  };

  onMounted(() => {
    scroller = document.getElementById('scroller') ?? undefined;
    scroller?.addEventListener('scroll', lookSoon, { passive: true });
    lookSoon();
  });
  onBeforeUnmount(() => {
    scroller?.removeEventListener('scroll', lookSoon);
    cancelAnimationFrame(frame);
  });
  return { current, lookSoon };
}
