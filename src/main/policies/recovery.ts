/** A page that stops is opened again where it was, unless it keeps stopping. */

const WITHIN_MS = 60_000;
const MOST = 3;

/** @param earlier when the page stopped before, in milliseconds */
export function mayReopen(earlier: readonly number[], now: number): boolean {
  return earlier.filter((at) => at > now - WITHIN_MS).length < MOST;
}

/** Ends that are nobody's fault and nothing to speak of. */
export const isOrderly = (reason: string): boolean => reason === 'clean-exit';
