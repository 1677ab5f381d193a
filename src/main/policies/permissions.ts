/** What a page may be permitted: to put text on the clipboard, which "copy this form" does, and nothing else. */
import { isAppAddress } from './address';

/** @param asking the origin or the address of who asks, as Electron gives it */
export function mayHave(permission: string, asking: string): boolean {
  return permission === 'clipboard-sanitized-write' && isAppAddress(asking);
}
