/** Which rows of a long table lie in the page's view, as the reader scrolls. */
import { computed, type ComputedRef, onBeforeUnmount, onMounted, type Ref, shallowRef, watch } from 'vue';
import type { RowHeights } from './heights';
import { type Rows, rowsBetween } from './window';

/** Drawn above and below what is in view, so that scrolling meets rows that are there. */
const MARGIN_PX = 600;

/** @param body whose drawn rows say their number in `data-row` */
export function useRowWindow(
  body: Readonly<Ref<HTMLElement | null>>,
  list: () => { heights: RowHeights },
): ComputedRef<Rows> {
  const view = shallowRef({ top: 0, bottom: window.innerHeight });
  const scroller = document.getElementById('scroller');

  /** Rows are measured before others take their place, so that the room that stands for them is as high as they were. */
  function look(): void {
    if (!body.value || !scroller) return;
    const { heights } = list();
    for (const row of body.value.querySelectorAll<HTMLElement>('[data-row]')) {
      const index = Number(row.dataset.row);
      if (index < heights.count) heights.see(index, row.getBoundingClientRect().height);
    }
    const frame = scroller.getBoundingClientRect();
    const { top } = body.value.getBoundingClientRect();
    view.value = { top: frame.top - top, bottom: frame.bottom - top };
  }

  const sizes = new ResizeObserver(look);
  onMounted(() => {
    if (!scroller) return;
    scroller.addEventListener('scroll', look, { passive: true });
    sizes.observe(scroller);
  });
  onBeforeUnmount(() => {
    look();
    scroller?.removeEventListener('scroll', look);
    sizes.disconnect();
  });
  watch(list, look, { flush: 'post' });

  return computed((before?: Rows) => {
    const rows = rowsBetween(list().heights, view.value.top, view.value.bottom, MARGIN_PX);
    return before?.from === rows.from && before.to === rows.to ? before : rows;
  });
}
