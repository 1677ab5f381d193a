/** The end of the process, with everything that it started. */
import process from 'node:process';
import type { Chromium } from './chromium/launch.ts';
import { releaseInstanceLock, toldFirstInstance } from './single-instance.ts';
import { killUtilities } from './utility-process.ts';

let chromium: Chromium | undefined;
let leaving = false;

export const isLeaving = (): boolean => leaving;

export function closeAtEnd(started: Chromium): void {
  chromium = started;
}

export async function leave(code: number): Promise<void> {
  if (leaving) return;
  leaving = true;
  killUtilities();
  await toldFirstInstance();
  await chromium?.close();
  releaseInstanceLock();
  process.exit(code);
}
