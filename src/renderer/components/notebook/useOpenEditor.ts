/** Which row of a list somebody is writing in, as its text field says. */
import { onBeforeUnmount, onMounted, type Ref, ref } from 'vue';

/** @param body whose rows say their number in `data-row` and their note in `data-note` */
export function useOpenEditor(body: Readonly<Ref<HTMLElement | null>>, ended: (note: string) => void) {
  const open = ref<{ index: number; note: string }>();

  function look(): void {
    const row = body.value?.querySelector('textarea')?.closest<HTMLElement>('[data-row]');
    const note = row?.dataset.note;
    const before = open.value?.note;
    if (note === before) return;
    open.value = row && note !== undefined ? { index: Number(row.dataset.row), note } : undefined;
    if (before !== undefined) ended(before);
  }

  const changes = new MutationObserver(look);
  onMounted(() => {
    if (body.value) changes.observe(body.value, { childList: true, subtree: true });
  });
  onBeforeUnmount(() => changes.disconnect());
  return open;
}
