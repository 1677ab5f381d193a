/** Electron's dialogs: nobody is there to answer, so a test has, or they are cancelled. Each is remembered. */
import type Electron from 'electron';
import { only } from './gaps.ts';

export interface ShownDialog {
  kind: 'save' | 'open' | 'message' | 'error';
  options: object;
}

/** All there were, also those that were answered. */
export const shownDialogs: ShownDialog[] = [];

/** A dialog's options come after its window, if it has one. */
function show(kind: ShownDialog['kind'], args: unknown[]): object {
  const options = args.findLast((arg) => typeof arg === 'object' && arg !== null) ?? {};
  shownDialogs.push({ kind, options });
  return options;
}

const cancelled = (options: Electron.MessageBoxOptions): number => options.cancelId ?? 0;

export const dialog = only('dialog', {
  async showSaveDialog(...args: unknown[]): Promise<Electron.SaveDialogReturnValue> {
    show('save', args);
    return { canceled: true, filePath: '' };
  },
  showSaveDialogSync(...args: unknown[]): string {
    show('save', args);
    return '';
  },
  async showOpenDialog(...args: unknown[]): Promise<Electron.OpenDialogReturnValue> {
    show('open', args);
    return { canceled: true, filePaths: [] };
  },
  showOpenDialogSync(...args: unknown[]): string[] | undefined {
    show('open', args);
    return undefined;
  },
  async showMessageBox(...args: unknown[]): Promise<Electron.MessageBoxReturnValue> {
    const options = show('message', args) as Electron.MessageBoxOptions;
    return { response: cancelled(options), checkboxChecked: options.checkboxChecked ?? false };
  },
  showMessageBoxSync(...args: unknown[]): number {
    return cancelled(show('message', args) as Electron.MessageBoxOptions);
  },
  showErrorBox(title: string, content: string): void {
    shownDialogs.push({ kind: 'error', options: { title, content } });
    console.error(`${title}: ${content}`);
  },
} satisfies Pick<
  Electron.Dialog,
  | 'showSaveDialog'
  | 'showSaveDialogSync'
  | 'showOpenDialog'
  | 'showOpenDialogSync'
  | 'showMessageBox'
  | 'showMessageBoxSync'
  | 'showErrorBox'
>);
