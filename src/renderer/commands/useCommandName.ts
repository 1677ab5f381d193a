/** What a command is called, as in the menu; there a `&` marks the letter that chooses it. */
import type { Command } from '../../shared/commands';
import { useText } from '../composables/useText';

export function useCommandName() {
  const { t } = useText();
  return (command: Command): string => t(`menu.commands.${command}`).replace('&', '');
}
