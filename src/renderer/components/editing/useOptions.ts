/** A list of options under a field: which one the keyboard is on. Focus stays in the field. */
import { computed, ref, useId, watch } from 'vue';

/** @param choose is given the option's index
 *  @param first the option to begin with; -1 for none, so that Enter chooses nothing unseen */
export function useOptions(
  count: () => number,
  choose: (index: number) => void,
  first: () => number = () => -1,
) {
  const list = useId();
  const active = ref(first());
  watch([count, first], () => (active.value = first()));

  const idOf = (index: number): string => `${list}-${index}`;
  const activeId = computed(() =>
    active.value >= 0 && active.value < count() ? idOf(active.value) : undefined,
  );

  function step(by: 1 | -1): void {
    if (count() === 0) return;
    active.value = active.value < 0 && by < 0 ? count() - 1 : (active.value + by + count()) % count();
    document.getElementById(idOf(active.value))?.scrollIntoView({ block: 'nearest' });
  }

  /** Says whether the key was for the list. */
  function press(event: KeyboardEvent): boolean {
    if (event.isComposing) return false;
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Enter' && activeId.value !== undefined) choose(active.value);
    else return false;
    event.preventDefault();
    return true;
  }

  return { list, active, activeId, idOf, press };
}
