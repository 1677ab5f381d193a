/** What has to be finished before the window goes: whoever has something unsaved says so here. */
import { type Reason, toReport } from '../shared/errors';

type Finish = () => Promise<void>;

export interface Leaving {
  /** Nobody has written it, and it will come about again: where a text was read. No reason to keep a window. */
  isPassing?: boolean;
}

const finishing = new Map<Finish, Leaving>();

/**
 * @param finish saves what is unsaved, and waits for what is being saved. Rejects with the reason where it cannot.
 * @returns what takes it back
 */
export function beforeLeaving(finish: Finish, kind: Leaving = {}): () => void {
  finishing.set(finish, kind);
  return () => void finishing.delete(finish);
}

interface Failure extends Leaving {
  reason: unknown;
}

async function failures(): Promise<Failure[]> {
  const all = [...finishing];
  const ended = await Promise.allSettled(all.map(async ([finish]) => finish()));
  return ended.flatMap((end, i): Failure[] =>
    end.status === 'rejected' ? [{ reason: end.reason, ...all[i]?.[1] }] : [],
  );
}

/** Everything at once; what fails hinders nothing else. Resolves to the reasons of what could not be saved. */
export async function finishAll(): Promise<unknown[]> {
  return (await failures()).map(({ reason }) => reason);
}

/** So long a reason can be read before the window goes. */
const READ_FOR_MS = 3000;

/**
 * @param tell of what could not be saved
 * @param leave closes the window, or asks the reader first where something would be missed: why is in `unsaved`
 */
export async function leaveWindow(
  tell: (reason: unknown) => void,
  leave: (unsaved: Reason[]) => Promise<void>,
): Promise<void> {
  const failed = await failures();
  for (const { reason } of failed) tell(reason);
  const missed = failed.filter(({ isPassing }) => !isPassing);
  if (failed.length > 0 && missed.length === 0) await new Promise((read) => setTimeout(read, READ_FOR_MS));
  await leave(missed.map(({ reason }) => reasonOf(reason)));
}

function reasonOf(error: unknown): Reason {
  const { code, params } = toReport(error);
  return { code, params };
}

/** A page that is put away may never come back: phones, closed tabs, a browser that needs the memory. */
export function finishWhenHidden(tell: (reason: unknown) => void): void {
  const finish = (): void => void finishAll().then((reasons) => reasons.forEach((reason) => tell(reason)));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') finish();
  });
  addEventListener('pagehide', finish);
}
