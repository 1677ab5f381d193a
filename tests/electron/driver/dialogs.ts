/** Dialogs have nobody to answer them in a test, so the test answers beforehand. */
import type { Desktop } from './desktop';

interface Answers {
  showSaveDialog?: Electron.SaveDialogReturnValue;
  showOpenDialog?: Electron.OpenDialogReturnValue;
  showMessageBox?: Electron.MessageBoxReturnValue;
}

export interface Asked {
  dialog: keyof Answers;
  options: { title?: string; message?: string; detail?: string; buttons?: string[]; defaultPath?: string };
}

/** From now on each kind of dialog is answered with the same; a kind that is not named is cancelled by the double. */
export function answerDialogs(desktop: Desktop, answers: Answers): Promise<void> {
  return desktop.evaluate(({ dialog }, given) => {
    const asked = ((globalThis as { dialogsAsked?: unknown[] }).dialogsAsked ??= []);
    for (const [name, answer] of Object.entries(given))
      Object.assign(dialog, {
        [name]: async (...args: unknown[]) => {
          const options = JSON.parse(JSON.stringify(args.at(-1) ?? {})) as object;
          asked.push({ dialog: name, options });
          return answer;
        },
      });
  }, answers);
}

/** What was asked since `answerDialogs`, in order. */
export function askedDialogs(desktop: Desktop): Promise<Asked[]> {
  return desktop.evaluate(() => (globalThis as { dialogsAsked?: Asked[] }).dialogsAsked ?? []);
}
