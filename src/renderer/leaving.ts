/** What has to be finished before the window goes: whoever has something unsaved says so here. */

type Finish = () => Promise<void>;

const finishing = new Set<Finish>();

/**
 * @param finish saves what is unsaved, and waits for what is being saved. Rejects with the reason where it cannot.
 * @returns what takes it back
 */
export function beforeLeaving(finish: Finish): () => void {
  finishing.add(finish);
  return () => void finishing.delete(finish);
}

/** Everything at once; what fails hinders nothing else. Resolves to the reasons of what could not be saved. */
export async function finishAll(): Promise<unknown[]> {
  const ended = await Promise.allSettled([...finishing].map(async (finish) => finish()));
  return ended.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
}

/** So long a reason can be read before the window goes; the main process waits longer than this. */
const READ_FOR_MS = 3000;

/**
 * @param tell of what could not be saved
 * @param leave closes the window, whatever could not be saved: a window that stays for ever helps nobody.
 *   What never ends is cut off by the main process.
 */
export async function leaveWindow(
  tell: (reason: unknown) => void,
  leave: () => Promise<void>,
): Promise<void> {
  const reasons = await finishAll();
  for (const reason of reasons) tell(reason);
  if (reasons.length > 0) await new Promise((read) => setTimeout(read, READ_FOR_MS));
  await leave();
}

/** A page that is put away may never come back: phones, closed tabs, a browser that needs the memory. */
export function finishWhenHidden(tell: (reason: unknown) => void): void {
  const finish = (): void => void finishAll().then((reasons) => reasons.forEach((reason) => tell(reason)));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') finish();
  });
  addEventListener('pagehide', finish);
}
