/** What makes documents of a handout, whichever engine stands behind it. */
import type { Handout, HandoutFormat } from '../../shared/contract';

export interface Made {
  bytes: Uint8Array;
  /** 0 where the format has none. */
  pages: number;
}

export interface Preview extends Made {
  /** Otherwise the contents do not have their numbers yet, and would the next time. */
  isFinal: boolean;
}

/** In milliseconds: a browser, and a process for it, are kept this long after the last handout. */
export const IDLE_MS = 60_000;

export interface MakeOptions {
  /** Rejects with its reason where it aborts. */
  signal?: AbortSignal | undefined;
  /** How far it is, of `total` steps. */
  onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface HandoutPrinter {
  /** @throws AppError 'print.no-browser' | 'print.failed' */
  make(handout: Handout, as: HandoutFormat, options?: MakeOptions): Promise<Made>;
  /** The pages as `make` would print them, without what only a finished document needs. */
  preview(handout: Handout, options?: MakeOptions): Promise<Preview>;
  /** Lets go of everything; printing again opens it again. */
  close(): Promise<void>;
}

/** One handout, laid out, in an engine that can print it. */
export interface LaidOut {
  /** @param draft without tags and outline: quicker, and the pages are the same */
  pdf(draft: boolean): Promise<Uint8Array>;
  /** Asks the page, as `shared/print-page.ts` has it. */
  ask<T>(method: 'number' | 'numbered' | 'html' | 'tree', ...args: unknown[]): Promise<T>;
}

/** An engine: shows the print page with a handout in it, and lets `work` have it until it has finished. */
export type WithLaidOut = <T>(
  handout: Handout,
  work: (page: LaidOut) => Promise<T>,
  signal?: AbortSignal,
) => Promise<T>;
