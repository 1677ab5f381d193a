/** How an Electron application ends, step by step (shell/browser/browser.cc). */
import { PreventableEvent } from './gaps.ts';
import { windows } from './registry.ts';

interface Stages {
  emit(event: string, ...args: unknown[]): boolean;
  /** The last thing. */
  leave(code: number): void;
}

let stages: Stages | undefined;
let isQuitting = false;
let isExiting = false;
let isShutDown = false;
let exitCode = 0;

export function quitWith(given: Stages): void {
  stages = given;
}

/** The application is asked, then every window, then the application again. */
export function quit(): void {
  if (isQuitting) return;
  isQuitting = !isPrevented('before-quit');
  if (!isQuitting) return;
  if (windows.size === 0) willQuit();
  else for (const window of [...windows]) window.close();
}

/** Nobody is asked. */
export function exit(code = 0): void {
  exitCode = code;
  isExiting = true;
  if (windows.size === 0) shutDown();
  else for (const window of [...windows]) window.destroy();
}

export function windowCloseCancelled(): void {
  isQuitting = false;
}

export function windowClosed(): void {
  if (windows.size > 0) return;
  if (isExiting) shutDown();
  else if (isQuitting) willQuit();
  // An application that says nothing about it ends with its last window.
  else if (!stages?.emit('window-all-closed')) quit();
}

function willQuit(): void {
  if (isShutDown) return;
  if (isPrevented('will-quit')) isQuitting = false;
  else shutDown();
}

function shutDown(): void {
  if (isShutDown) return;
  isShutDown = true;
  stages?.emit('quit', new PreventableEvent(), exitCode);
  stages?.leave(exitCode);
}

function isPrevented(event: string): boolean {
  const asked = new PreventableEvent();
  stages?.emit(event, asked);
  return asked.defaultPrevented;
}
