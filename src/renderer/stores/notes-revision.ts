/** Grows whenever notes were changed, here or in another window; every list of notes watches it. */
import { defineStore } from 'pinia';
import { ref } from 'vue';

export const useNotesRevision = defineStore('notes-revision', () => {
  const count = ref(0);
  return { count, bump: () => void (count.value += 1) };
});
