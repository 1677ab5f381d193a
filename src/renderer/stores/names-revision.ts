/** Grows whenever names or mentions were changed, here or in another window; whatever shows names watches it. */
import { defineStore } from 'pinia';
import { ref } from 'vue';

export const useNamesRevision = defineStore('names-revision', () => {
  const count = ref(0);
  return { count, bump: () => void (count.value += 1) };
});
