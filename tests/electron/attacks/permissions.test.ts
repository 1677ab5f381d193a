/** Checklist, 5: what a page asks to be allowed. */
import { describe, expect, it } from 'vitest';
import { attack } from './attacked';

const attacked = attack();

/** Runs in the page, as if a person had just clicked there. What each attempt came to. */
async function tryPermissions(): Promise<Record<string, string>> {
  const page = navigator as unknown as Record<
    string,
    Record<string, (...args: unknown[]) => Promise<unknown>>
  >;
  const anything = window as unknown as Record<
    string,
    { requestPermission(): Promise<string>; new (): unknown }
  > & {
    getScreenDetails(): Promise<unknown>;
    queryLocalFonts(): Promise<unknown>;
  };
  const root = document.documentElement;
  const attempts: Record<string, () => Promise<unknown>> = {
    geolocation: () =>
      new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
    notifications: async () => {
      if ((await Notification.requestPermission()) !== 'granted') throw new Error('denied');
    },
    camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
    microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
    screen: () => navigator.mediaDevices.getDisplayMedia(),
    'clipboard-read': () => navigator.clipboard.readText(),
    'clipboard-read-all': () => navigator.clipboard.read(),
    midi: () => navigator.requestMIDIAccess(),
    'midi-sysex': () => navigator.requestMIDIAccess({ sysex: true }),
    idle: async () => {
      if ((await anything['IdleDetector']?.requestPermission()) !== 'granted') throw new Error('denied');
    },
    usb: async () => page['usb']?.['requestDevice']?.({ filters: [] }),
    hid: async () => {
      const devices = (await page['hid']?.['requestDevice']?.({ filters: [] })) as unknown[] | undefined;
      if (!devices?.length) throw new Error('none');
    },
    serial: async () => page['serial']?.['requestPort']?.(),
    bluetooth: async () => {
      if (!page['bluetooth']) throw new Error('none');
      await page['bluetooth']['requestDevice']?.({ acceptAllDevices: true });
    },
    fullscreen: () => root.requestFullscreen(),
    pointerLock: async () => root.requestPointerLock(),
    'window-management': () => anything.getScreenDetails(),
    'local-fonts': () => anything.queryLocalFonts(),
    'storage-persist': async () => {
      if (!(await navigator.storage.persist())) throw new Error('denied');
    },
    wakeLock: () => navigator.wakeLock.request('screen'),
    keyboardLock: async () => page['keyboard']?.['lock']?.(),
    credentials: () =>
      navigator.credentials.get({ publicKey: { challenge: new Uint8Array(16), timeout: 500 } }),
    payment: async () =>
      new PaymentRequest([{ supportedMethods: 'https://evil.example/pay' }], {
        total: { label: 'x', amount: { currency: 'EUR', value: '1' } },
      }).show(),
    'picture-in-picture': () => document.createElement('video').requestPictureInPicture(),
  };
  const late = (): Promise<never> =>
    new Promise((_, reject) => setTimeout(reject, 4_000, new Error('never answered')));
  const tried = Object.entries(attempts).map(async ([name, attempt]) => {
    try {
      await Promise.race([attempt(), late()]);
      return [name, 'allowed'] as const;
    } catch (error) {
      return [name, `refused: ${(error as Error).name} ${(error as Error).message}`] as const;
    }
  });
  return Object.fromEntries(await Promise.all(tried));
}

/** Chromium without a screen grants them by itself; Electron asks the session, which unit/main/guard.test.ts asks in its place. */
const NOT_ON_DOUBLE = ['pointerLock', 'keyboardLock'];

const QUERIES = [
  'accelerometer', 'background-fetch', 'background-sync', 'camera', 'captured-surface-control', 'clipboard-read', 'display-capture',
  'geolocation', 'gyroscope', 'idle-detection', 'keyboard-lock', 'local-fonts', 'local-network-access', 'magnetometer', 'microphone',
  'midi', 'notifications', 'payment-handler', 'periodic-background-sync', 'persistent-storage', 'pointer-lock', 'screen-wake-lock',
  'storage-access', 'window-management',
]; // prettier-ignore

describe('a page', () => {
  it('is refused whatever it asks for, though a person has just clicked', async () => {
    const { desktop, page } = attacked;
    const tried = Object.entries(await page.evaluate(tryPermissions));
    const able = tried.filter(([name]) => desktop.kind === 'electron' || !NOT_ON_DOUBLE.includes(name));
    expect(able.length).toBeGreaterThan(20);
    expect(able.filter(([, outcome]) => !outcome.startsWith('refused'))).toEqual([]);
    expect(able.filter(([, outcome]) => outcome.includes('never answered'))).toEqual([]);
  });

  it.each(QUERIES)('is told that %s is denied', async (name) => {
    const state = await attacked.page.evaluate(async (asked) => {
      const status = await navigator.permissions.query({ name: asked as PermissionName });
      return status.state;
    }, name);
    expect(state).toBe('denied');
  });

  it('may put text on the clipboard, which “copy” does, and not read it', async () => {
    const { page } = attacked;
    expect(
      await page.evaluate(() => navigator.clipboard.writeText('Izbicë').then(() => 'written', String)),
    ).toBe('written');
    expect(
      await page.evaluate(() =>
        navigator.permissions.query({ name: 'clipboard-write' as PermissionName }).then(({ state }) => state),
      ),
    ).toBe('granted');
    expect(await page.evaluate(() => navigator.clipboard.readText().catch(({ name }: Error) => name))).toBe(
      'NotAllowedError',
    );
  });

  it('is told by its own policy that powerful features are not there', async () => {
    const allowed = await attacked.page.evaluate(() =>
      (
        document as Document & { featurePolicy: { allowedFeatures(): string[] } }
      ).featurePolicy.allowedFeatures(),
    );
    const powerful =
      /^(?:accelerometer|bluetooth|camera|clipboard-read|display-capture|fullscreen|geolocation|gyroscope|hid|idle-detection|local-fonts|magnetometer|microphone|midi|payment|picture-in-picture|publickey-credentials-.*|screen-wake-lock|serial|storage-access|usb|window-management|xr-spatial-tracking)$/u;
    expect(allowed).toContain('clipboard-write');
    expect(allowed.filter((feature) => powerful.test(feature))).toEqual([]);
  });

  it('downloads nothing', async () => {
    const { desktop, page } = attacked;
    await page.evaluate(() => {
      const href = URL.createObjectURL(new Blob(['x'], { type: 'application/octet-stream' }));
      Object.assign(document.createElement('a'), { href, download: 'evil.exe' }).click();
    });
    // Without a screen Chromium saves nothing anyway; so the session is asked as Electron asks it.
    const isStopped = await desktop.evaluate(({ session }) => {
      let stopped = false;
      session.defaultSession.emit('will-download', { preventDefault: () => (stopped = true) }, {}, {});
      return stopped;
    });
    expect(isStopped).toBe(true);
  });
});
