/** Who answers a command: whoever has come last and is still there. A command that nobody answers does nothing. */
import type { Command } from '../../shared/commands';

const answers = new Map<Command, (() => void)[]>();

/** Returns what ends it. */
export function answer(command: Command, handler: () => void): () => void {
  // A function of its own, so that who registers one handler twice can end one of them.
  const own = (): void => handler();
  answers.set(command, [...(answers.get(command) ?? []), own]);
  return () =>
    answers.set(
      command,
      (answers.get(command) ?? []).filter((other) => other !== own),
    );
}

const isDialogOpen = (): boolean => document.querySelector('dialog:modal') !== null;

/**
 * From a key and from a menu alike. Says whether somebody has answered.
 * @param isCovered a dialog lies over the page, which is out of reach until it is closed
 */
export function run(command: Command, isCovered = isDialogOpen): boolean {
  const handler = isCovered() ? undefined : answers.get(command)?.at(-1);
  handler?.();
  return handler !== undefined;
}
