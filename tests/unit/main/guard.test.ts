/** What no page can be made to try in a test: devices, permissions by name, and what our scheme is allowed. */
import type { Session } from 'electron';
import { expect, it, vi } from 'vitest';
import { guardSession } from '../../../src/main/guard';
import { OWN_SCHEME } from '../../../src/main/policies/window';

vi.mock('electron', () => ({ app: { on: () => {} } }));

type Handler = (...args: never[]) => unknown;

/** A session that remembers who answers for what. */
function guarded(): Record<string, Handler> {
  const handlers: Record<string, Handler> = {};
  const remember = (name: string) => (handler: Handler) => void (handlers[name] = handler);
  guardSession({
    setPermissionRequestHandler: remember('request'),
    setPermissionCheckHandler: remember('check'),
    setDevicePermissionHandler: remember('device'),
    setSpellCheckerEnabled: (on: boolean) => remember('spellcheck')(() => on),
    webRequest: { onBeforeRequest: remember('load') },
    on: (event: string, handler: Handler) => remember(event)(handler),
  } as unknown as Session);
  return handlers;
}

const call = (handler: Handler | undefined, ...args: unknown[]): unknown => handler?.(...(args as never[]));

/** Of docs/api/session.md. */
const PERMISSIONS = [
  'ar', 'automatic-fullscreen', 'background-fetch', 'background-sync', 'captured-surface-control', 'clipboard-read',
  'deprecated-sync-clipboard-read', 'display-capture', 'fileSystem', 'fullscreen', 'geolocation', 'geolocation-approximate',
  'hand-tracking', 'hid', 'idle-detection', 'keyboardLock', 'local-fonts', 'local-network', 'local-network-access', 'loopback-network',
  'media', 'mediaKeySystem', 'midi', 'midiSysex', 'nfc', 'notifications', 'openExternal', 'payment-handler', 'periodic-background-sync',
  'persistent-storage', 'pointerLock', 'screen-wake-lock', 'sensors', 'serial', 'smart-card', 'speaker-selection', 'storage-access',
  'system-wake-lock', 'top-level-storage-access', 'usb', 'vr', 'web-app-installation', 'web-printing', 'window-management', 'unknown',
]; // prettier-ignore

function request(permission: string, requestingUrl: string): boolean {
  let granted: boolean | undefined;
  call(guarded()['request'], {}, permission, (decision: boolean) => (granted = decision), { requestingUrl });
  if (granted === undefined) throw new Error('nobody has decided');
  return granted;
}

it.each(PERMISSIONS)('a page that asks for %s is refused', (permission) => {
  expect(request(permission, 'paralel-app://app/')).toBe(false);
  expect(call(guarded()['check'], {}, permission, 'paralel-app://app/')).toBe(false);
});

it('our own page may put text on the clipboard, and no other', () => {
  expect(request('clipboard-sanitized-write', 'paralel-app://app/')).toBe(true);
  expect(call(guarded()['check'], {}, 'clipboard-sanitized-write', 'paralel-app://app/')).toBe(true);
  for (const other of ['paralel-app://print/', 'https://evil.example/', 'about:blank', '']) {
    expect(request('clipboard-sanitized-write', other)).toBe(false);
    expect(call(guarded()['check'], {}, 'clipboard-sanitized-write', other)).toBe(false);
  }
});

it.each(['hid', 'serial', 'usb', 'bluetooth'])('no %s device is handed over', (deviceType) => {
  expect(call(guarded()['device'], { deviceType, origin: 'paralel-app://app', device: {} })).toBe(false);
});

it('requests of others are cancelled, and ours are not', () => {
  const isCancelled = (url: string): unknown => {
    let answer: unknown;
    call(guarded()['load'], { url }, (decision: unknown) => (answer = decision));
    return answer;
  };
  expect(isCancelled('https://evil.example/')).toEqual({ cancel: true });
  expect(isCancelled('wss://evil.example/')).toEqual({ cancel: true });
  expect(isCancelled('file:///etc/passwd')).toEqual({ cancel: true });
  expect(isCancelled('paralel-app://app/')).toEqual({ cancel: false });
});

it('nothing is downloaded, and nothing fetched to check spelling', () => {
  const preventDefault = vi.fn();
  call(guarded()['will-download'], { preventDefault });
  expect(preventDefault).toHaveBeenCalledOnce();
  expect(call(guarded()['spellcheck'])).toBe(false);
});

it('our scheme goes around no policy, answers no other origin, and has no service workers', () => {
  const { bypassCSP, corsEnabled, allowServiceWorkers, allowExtensions, stream } =
    OWN_SCHEME.privileges ?? {};
  expect({ bypassCSP, corsEnabled, allowServiceWorkers, allowExtensions, stream }).toEqual({
    bypassCSP: false,
    corsEnabled: false,
    allowServiceWorkers: undefined,
    allowExtensions: undefined,
    stream: undefined,
  });
});
