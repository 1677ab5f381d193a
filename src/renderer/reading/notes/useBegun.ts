/** The figures of a table on which a note is being written. */
import { shallowRef } from 'vue';

export function useBegun() {
  const begun = shallowRef<ReadonlySet<string>>(new Set());
  return {
    isBegun: (id: string): boolean => begun.value.has(id),
    setBegun(id: string, is: boolean): void {
      const others = [...begun.value].filter((one) => one !== id);
      begun.value = new Set(is ? [...others, id] : others);
    },
  };
}
