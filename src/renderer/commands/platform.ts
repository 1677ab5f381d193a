/** What this window runs on. */
import type { Platform } from './keys';

export const PLATFORM: Platform = {
  isDesktop: window.paralel !== undefined,
  isMac: /Mac/.test(navigator.userAgent),
};
