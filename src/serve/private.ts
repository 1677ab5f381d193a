/** Private reading, for every window of this host. It ends with the host. */
import type { Windows } from './windows';

export interface PrivateReading {
  readonly isPrivate: boolean;
  set(isPrivate: boolean): void;
}

export function createPrivateReading(windows: Pick<Windows, 'tell'>): PrivateReading {
  let isPrivate = false;
  return {
    get isPrivate() {
      return isPrivate;
    },
    set(asked) {
      if (asked === isPrivate) return;
      isPrivate = asked;
      windows.tell({ type: 'private', isPrivate });
    },
  };
}
