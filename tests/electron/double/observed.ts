/** What the application did to the world outside, for tests to look at: nothing of it happens. */

export interface Noted {
  what: string;
  args: unknown[];
}

/** Calls that have no effect a test could see otherwise: `shell.openExternal`, `app.addRecentDocument`. */
export const noted: Noted[] = [];

export function note(what: string, args: unknown[]): void {
  noted.push({ what, args });
}

export interface Escape {
  url: string;
  /** What would have made the request: a page, or Chromium without asking anybody. */
  by: 'page' | 'engine' | 'external';
}

/** Everything that would have left the machine, or this program, had it been real. */
export const escapes: Escape[] = [];
