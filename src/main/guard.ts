/** Puts the policies in force, for every page there will ever be. */
import { app, type Session, type WebContents } from 'electron';
import { isAppAddress } from './policies/address';
import { mayNavigate, NO_NEW_WINDOW } from './policies/navigation';
import { mayLoad } from './policies/network';
import { mayHave } from './policies/permissions';

/** @param openOwn opens a window of our own on an address of the app, as a middle click on a link asks for */
export function guardEveryPage(openOwn: (address: string, opener: WebContents) => void): void {
  app.on('web-contents-created', (_event, contents) => guardPage(contents, openOwn));
}

function guardPage(contents: WebContents, openOwn: (address: string, opener: WebContents) => void): void {
  contents.on('will-navigate', (event) => {
    if (!mayNavigate(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!mayNavigate(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!mayNavigate(event.url)) event.preventDefault();
  });
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
