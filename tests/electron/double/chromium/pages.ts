/** Pages that we open, and pages that open themselves: those are closed before they have asked for anything. */
import type { Chromium } from './launch.ts';
import type { Commands } from './protocol.ts';
import type { Session } from './session.ts';

/** Ours, by their target. */
const sessions = new Map<string, PromiseWithResolvers<Session>>();
/** Pages on their way, each of which may be the one that has just come. */
const opening = new Set<Promise<{ targetId: string }>>();
/** Whether a page is ours, as soon as it is known. */
const verdicts = new Map<string, PromiseWithResolvers<boolean>>();

function entry<T>(map: Map<string, PromiseWithResolvers<T>>, key: string): PromiseWithResolvers<T> {
  const known = map.get(key) ?? Promise.withResolvers<T>();
  map.set(key, known);
  return known;
}

export async function createPage(
  { browser }: Chromium,
  options: Commands['Target.createTarget'],
): Promise<{ targetId: string; session: Session }> {
  const created = browser.send('Target.createTarget', options);
  opening.add(created);
  try {
    const { targetId } = await created;
    return { targetId, session: await entry(sessions, targetId).promise };
  } finally {
    opening.delete(created);
  }
}

/** For the test, which sees every page, also one that is turned away. */
export const isOurPage = (targetId: string): Promise<boolean> => entry(verdicts, targetId).promise;

/** From now on. What is no page may go on: workers, Chromium's own surfaces. */
export function watchPages({ browser, connection }: Chromium): void {
  browser.on('Target.attachedToTarget', ({ sessionId, targetInfo: { targetId, type } }) => {
    const session = connection.session(sessionId);
    if (type !== 'page') session.post('Runtime.runIfWaitingForDebugger');
    else void judge(targetId, session);
  });

  async function judge(targetId: string, session: Session): Promise<void> {
    const answers = await Promise.allSettled(opening);
    const isOurs =
      sessions.has(targetId) ||
      answers.some((answer) => answer.status === 'fulfilled' && answer.value.targetId === targetId);
    entry(verdicts, targetId).resolve(isOurs);
    if (isOurs) entry(sessions, targetId).resolve(session);
    else {
      // One that waits can keep its opener waiting, whose process it shares; it may go on, and ask for nothing.
      session.post('Fetch.enable', {});
      session.post('Runtime.runIfWaitingForDebugger');
      browser.post('Target.closeTarget', { targetId });
    }
  }
}
