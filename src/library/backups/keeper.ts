/** When backups are made unasked: soon after opening, at intervals, at closing; each time only if something has changed. */
import type { Shelf } from '../shelf';
import { backUpChanges } from './backups';

/** So that nobody waits for it who waits for the first screen. */
const AFTER_OPENING_MS = 2_000;
const EVERY_MS = 15 * 60_000;

export interface Keeper {
  /** Makes the last one. */
  close(): void;
}

/**
 * What fails is tried again the next time; nothing else fails because of it.
 * @param onFailure told of the first failure
 */
export function keepBackups(shelf: Shelf, onFailure: (error: unknown) => void): Keeper {
  let isTold = false;
  let isClosed = false;
  function attempt(): void {
    if (shelf.readOnly || shelf.lost) return;
    try {
      backUpChanges(shelf);
    } catch (error) {
      if (!isTold) onFailure(error);
      isTold = true;
    }
  }
  const first = setTimeout(attempt, AFTER_OPENING_MS).unref();
  const next = setInterval(attempt, EVERY_MS).unref();
  return {
    close() {
      if (isClosed) return;
      isClosed = true;
      clearTimeout(first);
      clearInterval(next);
      attempt();
    },
  };
}
