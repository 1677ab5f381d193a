/** What there is at a time: the windows, their pages, the engine that draws them. */
import type { Chromium } from './chromium/launch.ts';
import type { BrowserWindow } from './window.ts';
import type { WebContents } from './contents.ts';
import type { WebFrameMain } from './frames.ts';

export const windows = new Set<BrowserWindow>();
export const allContents = new Map<number, WebContents>();

/** The window that has the focus. At most one does, and often another program's has. */
export const focus: { window: BrowserWindow | null } = { window: null };

interface Engine {
  chromium: Chromium;
  /** The double's half that runs in pages. */
  pageScript: string;
}
let engine: Engine | undefined;

export function setEngine(started: Engine): void {
  engine = started;
}

/** @param use what was used too early, for the sentence */
export function engineFor(use: string): Engine {
  if (!engine) throw new Error(`${use} can only be used after the app is ready`);
  return engine;
}

export const isReady = (): boolean => engine !== undefined;

/** Whose frame it is: requests name only the frame. */
export function findFrame(engineId: string): { contents: WebContents; frame: WebFrameMain } | undefined {
  for (const contents of allContents.values()) {
    const frame = contents.frame(engineId);
    if (frame) return { contents, frame };
  }
  return undefined;
}
