/** What the double adds to a page's own world: the other end of the bridge, and what Electron changes in the browser. */
import { Peer } from './peer.ts';

/** The functions of this world that the preload's world calls by number. */
export const EXPOSE = 0;

/** The functions of the preload's world that this world calls by number. */
export const OPEN_WINDOW = 0;
export const CHECK_PERMISSION = 1;

/** Runs before the preload's half, which hands over the node that both then speak through. */
export function startMainWorld(secret: string): void {
  const take = (event: Event): void => {
    removeEventListener(secret, take);
    if (!(event instanceof MouseEvent) || !event.relatedTarget) return;
    const peer = new Peer(event.relatedTarget, ['main', 'isolated'], [expose]);
    changeBrowser(
      (...args) => peer.call(OPEN_WINDOW, args),
      (...args) => peer.call(CHECK_PERMISSION, args),
    );
  };
  addEventListener(secret, take);
}

function expose(key: unknown, api: unknown): void {
  const name = String(key);
  if (name in globalThis)
    throw new Error('Cannot bind an API on top of an existing property on the window object');
  Object.defineProperty(globalThis, name, {
    value: freeze(api),
    enumerable: true,
    writable: false,
    configurable: false,
  });
}

function freeze(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  for (const inner of Object.values(value)) freeze(inner);
  return Object.freeze(value);
}

type Ask = (...args: unknown[]) => unknown;

/** `window.open` answers null where Electron's handler denies; the permission API asks Electron's check handler. */
export function changeBrowser(openWindow: Ask, checkPermission: Ask): void {
  window.open = (url, target, features) => {
    openWindow(url === undefined ? '' : new URL(url, document.baseURI).href, target ?? '', features ?? '');
    return null;
  };
  const { query } = Permissions.prototype;
  Permissions.prototype.query = async function (descriptor) {
    const status = await query.call(this, descriptor);
    const isGranted = (await checkPermission(descriptor.name)) === true;
    return Object.defineProperty(status, 'state', { value: isGranted ? 'granted' : 'denied' });
  };
}
