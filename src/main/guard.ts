/** Puts the policies in force, for every page there will ever be. */
import { app, type Session, type WebContents } from 'electron';
import { isAppAddress } from './policies/address';
import { mayNavigate, mayOpenAnother, MOST_WINDOWS, NO_NEW_WINDOW } from './policies/navigation';
import { mayLoad } from './policies/network';
import { mayHave } from './policies/permissions';

/** @param openOwn opens a window of our own on an address of the app, as a middle click on a link asks for */
export function guardEveryPage(openOwn: (address: string, opener: WebContents) => void): void {
  let opened: number[] = [];
  const openSparingly = (address: string, opener: WebContents): void => {
    const now = Date.now();
    if (!mayOpenAnother(opened, now)) return;
    opened = [...opened.slice(1 - MOST_WINDOWS), now];
    openOwn(address, opener);
  };
  app.on('web-contents-created', (_event, contents) => guardPage(contents, openSparingly));
}

function guardPage(contents: WebContents, openOwn: (address: string, opener: WebContents) => void): void {
  const follow = (event: { readonly url: string; preventDefault(): void }): void => {
    if (!isAppAddress(contents.getURL()) || !mayNavigate(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', follow);
  contents.on('will-frame-navigate', follow);
  contents.on('will-redirect', follow);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // No page ever opens a window; where it asks for a page of ours, we do.
  contents.setWindowOpenHandler(({ url }) => {
    if (isAppAddress(url)) setImmediate(() => openOwn(url, contents));
    return NO_NEW_WINDOW;
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl }) =>
    decide(mayHave(permission, requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, asking) => mayHave(permission, asking));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !mayLoad(url) }));
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
}
