/** Whether a host has outlived its windows. What comes and goes decides; the watcher only counts the time. */

export interface Attendance {
  /** Windows that listen. */
  windows: number;
  /** Requests under way, a print among them. */
  underWay: number;
  /** Steps that the present absence may last; null before the first window, which is waited for without end. */
  patience: number | null;
  /** Steps that it has lasted. */
  waited: number;
}

export type Happening =
  | 'came'
  /** Said goodbye: closed, reloaded, gone elsewhere. */
  | 'left'
  /** Broke off without a word: the computer slept, the network changed, the page crashed. */
  | 'lost'
  | 'asked'
  | 'answered'
  | 'step';

export const STEP_MS = 5_000;
/** Enough for a page that is loaded again; its very first request starts the count anew. */
const AFTER_GOODBYE = 3;
/** A window that broke off tries to come back, but in the background a browser lets it try once a minute. */
const AFTER_LOSS = 60;

export const NOBODY_YET: Attendance = { windows: 0, underWay: 0, patience: null, waited: 0 };

export function after(now: Attendance, happening: Happening): Attendance {
  switch (happening) {
    case 'came':
      return { ...now, windows: now.windows + 1, patience: AFTER_GOODBYE, waited: 0 };
    case 'left':
      return { ...now, windows: now.windows - 1, waited: 0 };
    case 'lost':
      return { ...now, windows: now.windows - 1, patience: AFTER_LOSS, waited: 0 };
    case 'asked':
      return { ...now, underWay: now.underWay + 1, waited: 0 };
    case 'answered':
      return { ...now, underWay: now.underWay - 1, waited: 0 };
    case 'step':
      return { ...now, waited: now.waited + 1 };
  }
}

export function isAbsent({ windows, underWay, patience }: Attendance): boolean {
  return windows === 0 && underWay === 0 && patience !== null;
}

export function isDeserted(now: Attendance): boolean {
  return isAbsent(now) && now.patience !== null && now.waited >= now.patience;
}

export type Note = (happening: Exclude<Happening, 'step'>) => void;

/**
 * Calls `onDeserted` once. Time is counted in steps, because a machine that slept through all of them has missed
 * one at most: whoever opens the lid finds Paralel as it was.
 */
export function watchAttendance(onDeserted: () => void, stepMs = STEP_MS): Note {
  let now = NOBODY_YET;
  let steps: ReturnType<typeof setInterval> | undefined;

  function step(): void {
    now = after(now, 'step');
    if (!isDeserted(now)) return;
    clearInterval(steps);
    onDeserted();
  }

  return (happening) => {
    now = after(now, happening);
    clearInterval(steps);
    if (isAbsent(now)) steps = setInterval(step, stepMs).unref();
  };
}
