/** Ctrl Z and Ctrl Shift Z for what was done to names, where nothing is being typed. */
import { onBeforeUnmount, onMounted } from 'vue';
import { tinykeys } from 'tinykeys';
import { useNameEdits } from '../../composables/useNameEdits';
import { useMessages } from '../../stores/messages';

const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog') !== null;

/** @param isOn whether they are to work just now */
export function useUndoKeys(isOn: () => boolean): void {
  const { undo, redo } = useNameEdits();
  const { tellError } = useMessages();

  const answer = (act: () => Promise<unknown>) => (event: KeyboardEvent) => {
    if (event.defaultPrevented || !isOn() || isElsewhere(event.target)) return;
    event.preventDefault();
    act().catch(tellError);
  };

  let stop: (() => void) | undefined;
  onMounted(() => {
    const again = answer(() => redo());
    stop = tinykeys(window, { '$mod+z': answer(() => undo()), '$mod+Shift+z': again, '$mod+y': again });
  });
  onBeforeUnmount(() => stop?.());
}
