/** Starts the desktop application for a test: on real Electron where its program is here, on the double otherwise. */
import { appendFileSync } from 'node:fs';
import process from 'node:process';
import { chooseDesktop } from './choose';
import type { Desktop, LaunchOptions } from './desktop';
import { launchOnDouble } from './on-double';
import { launchOnElectron } from './on-electron';

export { chooseDesktop } from './choose';
export type { Desktop, LaunchOptions } from './desktop';
export { answerDialogs, askedDialogs } from './dialogs';
export { clickMenu, readMenu } from './menu';

export async function launchDesktop(options: LaunchOptions = {}): Promise<Desktop> {
  const choice = chooseDesktop();
  const desktop = await (choice.kind === 'electron'
    ? launchOnElectron(choice.program, options)
    : launchOnDouble(options));
  // For run.ts, which tells in the end which of the two it was.
  const tally = process.env['PARALEL_TEST_ELECTRON_TALLY'];
  if (tally) appendFileSync(tally, `${desktop.version}\n`);
  return desktop;
}

/** A start that ends before it is ready: what it has said, and with which code. */
export async function launchToEnd(options: LaunchOptions): Promise<string> {
  let desktop: Desktop;
  try {
    desktop = await launchDesktop(options);
  } catch (error) {
    return String(error);
  }
  await desktop.close();
  throw new Error('It has opened');
}
