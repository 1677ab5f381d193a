/** One of many that the keyboard reaches with Tab; the arrows go on from it (APG, “roving tabindex”). */
import { computed, nextTick, ref } from 'vue';
import { stepped } from './stepped';

/** @param reveal brings it into sight before it gets the focus */
export function useRoving(
  ids: () => readonly string[],
  focus: (id: string) => void,
  reveal = (_: string): void => {},
) {
  const chosen = ref<string>();
  const active = computed(() => {
    const all = ids();
    return chosen.value !== undefined && all.includes(chosen.value) ? chosen.value : all[0];
  });

  /** @returns whether the key was one of these */
  function onKey(key: string): boolean {
    const next = stepped(ids(), active.value, key);
    if (next === undefined) return false;
    chosen.value = next;
    reveal(next);
    void nextTick(() => focus(next));
    return true;
  }

  return { active, onKey, choose: (id: string) => (chosen.value = id) };
}
