/**
 * What pages may do. Electron asks the application when a page asks; the double asks for each permission when the first
 * page of an origin is loaded, and tells Chromium the answer. Without a handler Electron grants everything.
 */
import type Electron from 'electron';
import { toEngine } from './addresses.ts';
import type { Session as Conversation } from './chromium/session.ts';
import type { WebContents } from './contents.ts';
import type { WebFrameMain } from './frames.ts';
import { asElectron } from './gaps.ts';
import { escapes, note } from './observed.ts';

type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0];
type DeviceHandler = Parameters<Electron.Session['setDevicePermissionHandler']>[0];
type Permission = Parameters<NonNullable<RequestHandler>>[1];

interface Handlers {
  request: RequestHandler;
  check: CheckHandler;
  device: DeviceHandler;
}
export const handlers: Handlers = { request: null, check: null, device: null };

/** Chromium's descriptors (CDP Browser.PermissionDescriptor) by what Electron calls them. */
const DESCRIPTORS: Partial<Record<Permission, { name: string; [option: string]: unknown }[]>> = {
  'background-fetch': [{ name: 'background-fetch' }],
  'background-sync': [{ name: 'background-sync' }],
  'captured-surface-control': [{ name: 'captured-surface-control' }],
  'clipboard-read': [{ name: 'clipboard-read' }],
  'clipboard-sanitized-write': [{ name: 'clipboard-write', allowWithoutSanitization: false }],
  'display-capture': [{ name: 'display-capture' }],
  geolocation: [{ name: 'geolocation' }],
  'idle-detection': [{ name: 'idle-detection' }],
  keyboardLock: [{ name: 'keyboard-lock' }],
  'local-fonts': [{ name: 'local-fonts' }],
  'local-network-access': [{ name: 'local-network-access' }],
  media: [{ name: 'camera' }, { name: 'microphone' }],
  midi: [{ name: 'midi' }],
  midiSysex: [{ name: 'midi', sysex: true }],
  nfc: [{ name: 'nfc' }],
  notifications: [{ name: 'notifications' }],
  'payment-handler': [{ name: 'payment-handler' }],
  'persistent-storage': [{ name: 'persistent-storage' }],
  pointerLock: [{ name: 'pointer-lock' }],
  'screen-wake-lock': [{ name: 'screen-wake-lock' }],
  sensors: [
    { name: 'accelerometer' },
    { name: 'gyroscope' },
    { name: 'magnetometer' },
    { name: 'ambient-light-sensor' },
  ],
  'speaker-selection': [{ name: 'speaker-selection' }],
  'storage-access': [{ name: 'storage-access' }],
  'system-wake-lock': [{ name: 'system-wake-lock' }],
  'top-level-storage-access': [{ name: 'top-level-storage-access' }],
  'window-management': [{ name: 'window-management' }],
};

/** What `navigator.permissions` calls them, where Electron does not call them the same. */
const QUERY_NAMES: Record<string, Permission> = {
  accelerometer: 'sensors',
  'ambient-light-sensor': 'sensors',
  camera: 'media',
  'clipboard-write': 'clipboard-sanitized-write',
  gyroscope: 'sensors',
  'keyboard-lock': 'keyboardLock',
  magnetometer: 'sensors',
  microphone: 'media',
  'pointer-lock': 'pointerLock',
};

/** Asked when a page asks whether it may, without yet wanting to. */
export function checkPermission(contents: WebContents, name: string, frame: WebFrameMain): boolean {
  const permission = QUERY_NAMES[name] ?? (name as Permission);
  if (!handlers.check) return true;
  const details = { isMainFrame: frame.isMain, requestingUrl: frame.url, securityOrigin: `${frame.origin}/` };
  return handlers.check(asElectron(contents), permission, `${frame.origin}/`, details);
}

function requestPermission(
  contents: WebContents,
  permission: Permission,
  details: { isMainFrame: boolean; requestingUrl: string; externalURL?: string },
): Promise<boolean> {
  const { request } = handlers;
  if (!request) return Promise.resolve(true);
  return new Promise((decide) => request(asElectron(contents), permission, decide, details));
}

/** For every permission that Chromium knows, before the first document of an origin is shown. */
export async function applyPermissions(
  browser: Conversation,
  contents: WebContents,
  address: string,
  isMainFrame: boolean,
): Promise<void> {
  const origin = new URL(toEngine(address)).origin;
  const decided = Object.entries(DESCRIPTORS).map(async ([permission, descriptors]) => {
    const details = { isMainFrame, requestingUrl: address };
    const setting = (await requestPermission(contents, permission as Permission, details))
      ? 'granted'
      : 'denied';
    for (const descriptor of descriptors)
      await browser.send('Browser.setPermission', { permission: descriptor, setting, origin });
  });
  await Promise.all(decided);
}

/** An address of another program: Electron asks for the permission `openExternal`, and opens it. */
export async function openExternally(contents: WebContents, url: string): Promise<void> {
  const details = { isMainFrame: true, requestingUrl: contents.getURL(), externalURL: url };
  if (await requestPermission(contents, 'openExternal', details)) {
    note('openExternal', [url]);
    escapes.push({ url, by: 'external' });
  }
}
