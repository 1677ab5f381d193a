/** Electron's session.webRequest, as far as it refuses requests. */
import type Electron from 'electron';
import { fromEngine } from './addresses.ts';
import type { Protocol } from './chromium/protocol.ts';
import type { WebContents } from './contents.ts';
import type { WebFrameMain } from './frames.ts';
import { asElectron, only } from './gaps.ts';

type Details = Electron.OnBeforeRequestListenerDetails;
type Listener = (details: Details, callback: (response: Electron.CallbackResponse) => void) => void;

let listener: Listener | null = null;
let lastId = 0;

export const webRequest = only('webRequest', {
  onBeforeRequest(first: Electron.WebRequestFilter | Listener | null, second?: Listener | null): void {
    if (first !== null && typeof first === 'object')
      throw new Error('The double has no filters for webRequest: a guard has to see every request');
    listener = first ?? second ?? null;
  },
});

const KINDS: Partial<Record<Protocol.Network.ResourceType, Details['resourceType']>> = {
  CSPViolationReport: 'cspReport',
  EventSource: 'xhr',
  Fetch: 'xhr',
  Font: 'font',
  Image: 'image',
  Media: 'media',
  Ping: 'ping',
  Script: 'script',
  Stylesheet: 'stylesheet',
  WebSocket: 'webSocket',
  XHR: 'xhr',
};

interface Asked {
  request: Pick<Protocol.Network.Request, 'method' | 'headers'>;
  resourceType: Protocol.Network.ResourceType;
}

/** Without a listener everything may. @param url as the application knows it */
export function mayRequest(
  { request, resourceType }: Asked,
  url: string,
  found: { contents: WebContents; frame: WebFrameMain } | undefined,
): Promise<Electron.CallbackResponse> {
  const ask = listener;
  if (!ask) return Promise.resolve({});
  const isDocument = resourceType === 'Document';
  const details: Details = {
    id: ++lastId,
    url,
    method: request.method,
    resourceType: isDocument
      ? found?.frame.isMain
        ? 'mainFrame'
        : 'subFrame'
      : (KINDS[resourceType] ?? 'other'),
    referrer: fromEngine(request.headers['Referer'] ?? ''),
    timestamp: Date.now(),
    uploadData: [],
    ...(found && {
      webContentsId: found.contents.id,
      webContents: asElectron<Electron.WebContents>(found.contents),
      frame: asElectron<Electron.WebFrameMain>(found.frame),
    }),
  };
  return new Promise((decide) => ask(details, decide));
}
