/** Whether somebody whose notebook is lost would rather read first and decide later. */
import { ref } from 'vue';

export const readsOn = ref(false);
