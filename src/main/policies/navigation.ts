/** Where a window may go: nowhere but within the app (Electron's security checklist, 11 to 14). */
import { isAppAddress } from './address';

/** For will-navigate, will-frame-navigate and will-redirect. What we load ourselves is not asked about. */
export function mayNavigate(address: string): boolean {
  return isAppAddress(address);
}

/** For setWindowOpenHandler, whatever the address. */
export const NO_NEW_WINDOW = { action: 'deny' } as const;
