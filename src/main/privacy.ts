/** Leaving no trace: private reading, and what the shell itself forgets together with the history. */
import { app, type Session } from 'electron';
import type { StateFile } from './state';
import type { Windows } from './windows';

export interface Privacy {
  /** Held here, so that it outlasts a page that is loaded again; it ends with the program. */
  readonly isPrivate: boolean;
  setPrivate(isPrivate: boolean): void;
  /** What was read has been forgotten by the library. */
  forget(): void;
}

export interface PrivacyParts {
  windows: Windows;
  state: StateFile;
  session: Pick<Session, 'clearCache' | 'clearStorageData'>;
  onChange(): void;
  onUnforeseen(error: unknown): void;
}

export function createPrivacy({ windows, state, session, onChange, onUnforeseen }: PrivacyParts): Privacy {
  let isPrivate = false;
  return {
    get isPrivate() {
      return isPrivate;
    },
    setPrivate(asked) {
      if (asked === isPrivate) return;
      isPrivate = asked;
      windows.tellAll({ type: 'private', isPrivate });
      // Going back would lead to what was read in private.
      if (!isPrivate) windows.forgetPaths();
      onChange();
    },
    forget() {
      app.clearRecentDocuments();
      windows.forgetPaths();
      state.change({ saveFolder: null });
      for (const cleared of [session.clearCache(), session.clearStorageData()]) cleared.catch(onUnforeseen);
    },
  };
}
