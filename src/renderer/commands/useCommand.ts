/** Answers a command while the component is there. */
import { onScopeDispose } from 'vue';
import type { Command } from '../../shared/commands';
import { answer } from './answers';

export function useCommand(command: Command, handler: () => void): void {
  onScopeDispose(answer(command, handler));
}
