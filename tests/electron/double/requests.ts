/** Every request that Chromium would make, whoever makes it, stops here first and is answered, refused or an escape. */
import { fromEngine, isCarried } from './addresses.ts';
import type { Protocol } from './chromium/protocol.ts';
import type { Session } from './chromium/session.ts';
import { escapes } from './observed.ts';
import { applyPermissions } from './permissions.ts';
import { answer, isHandled } from './protocol.ts';
import { findFrame } from './registry.ts';
import { mayRequest } from './web-request.ts';

type Paused = Protocol.Fetch.requestPausedPayload;

/** Of documents, those that are to be shown; Chromium says so to servers. A link that is only to be kept is another matter. */
const isNavigation = ({ resourceType, request }: Paused): boolean =>
  resourceType === 'Document' && 'Upgrade-Insecure-Requests' in request.headers;

export async function interceptRequests(browser: Session): Promise<void> {
  /** Origins whose permissions have been settled. */
  const settled = new Map<string, Promise<void>>();

  async function decide(paused: Paused): Promise<void> {
    const { requestId, request, frameId, resourceType } = paused;
    const refuse = (errorReason: Protocol.Network.ErrorReason): void =>
      browser.post('Fetch.failRequest', { requestId, errorReason });
    // Chromium's window would show it; Electron has none.
    if (resourceType === 'Other' && new URL(request.url).pathname === '/favicon.ico')
      return browser.post('Fetch.fulfillRequest', { requestId, responseCode: 204 });

    const found = findFrame(frameId);
    // A page that is being turned away.
    if (resourceType === 'Document' && !found) return refuse('Aborted');
    const isRedirect = paused.redirectedRequestId !== undefined;
    if (
      isNavigation(paused) &&
      found &&
      !found.contents.navigation.mayGo(found.frame, request.url, isRedirect)
    )
      return refuse('Aborted'); // the page stays as it is

    const url = fromEngine(request.url);
    const verdict = await mayRequest(paused, url, found);
    if (verdict.cancel) return refuse('BlockedByClient');
    if (!isHandled(url) || !isCarried(request.url)) {
      escapes.push({ url, by: 'page' });
      return refuse('AddressUnreachable');
    }
    if (resourceType === 'Document' && found) {
      const { origin } = new URL(request.url);
      const applied =
        settled.get(origin) ?? applyPermissions(browser, found.contents, url, found.frame.isMain);
      settled.set(origin, applied);
      await applied;
    }
    const response = await answer(request);
    if (response) browser.post('Fetch.fulfillRequest', { requestId, ...response });
    else refuse('Failed');
  }

  browser.on('Fetch.requestPaused', (paused) => {
    decide(paused).catch((error: unknown) => {
      console.error(error);
      browser.post('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Failed' });
    });
  });
  await browser.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}
