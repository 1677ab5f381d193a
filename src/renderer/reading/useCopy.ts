/** Copies a text, and says for a moment that it did. */
import { onScopeDispose, ref } from 'vue';
import { useMessages } from '../stores/messages';

const SAID_FOR = 2000;

export function useCopy() {
  /** What was just copied. */
  const copied = ref<string>();
  const { tellError } = useMessages();
  let timer = 0;

  async function copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
    } catch (error) {
      tellError(error);
      return;
    }
    copied.value = text;
    clearTimeout(timer);
    timer = window.setTimeout(() => (copied.value = undefined), SAID_FOR);
  }

  onScopeDispose(() => clearTimeout(timer));
  return { copied, copy };
}
