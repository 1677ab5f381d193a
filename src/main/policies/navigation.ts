/** Where a window may go: nowhere but within the app (Electron's security checklist, 11 to 14). */
import { isAppAddress } from './address';

/** For will-navigate, will-frame-navigate and will-redirect. What we load ourselves is not asked about. */
export function mayNavigate(address: string): boolean {
  return isAppAddress(address);
}

/** For setWindowOpenHandler, whatever the address. */
export const NO_NEW_WINDOW = { action: 'deny' } as const;

/** Windows of our own that pages may bring about in that time: more than a person wants, and no flood. */
export const MOST_WINDOWS = 10;
const WITHIN_MS = 10_000;

/** @param earlier when such windows were opened, in milliseconds */
export function mayOpenAnother(earlier: readonly number[], now: number): boolean {
  return earlier.filter((at) => at > now - WITHIN_MS).length < MOST_WINDOWS;
}
