/** The Electron shell with an Electron that only remembers what it was told: the policies are in force, in time. */
import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const told = vi.hoisted(() => ({ log: [] as string[], lock: true }));

const fake = vi.hoisted(() => {
  interface Handlers { [name: string]: (...args: never[]) => unknown }
  return { handlers: {} as Handlers, windows: [] as { options: { webPreferences: object; show: boolean }; webContents: unknown }[], children: [] as unknown[] };
}); // prettier-ignore

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  const remember = (name: string) => (handler: (...args: never[]) => unknown) =>
    void (fake.handlers[name] = handler);
  let ready = (): void => {};
  const app = Object.assign(new Emitter(), {
    commandLine: { appendSwitch: (name: string) => told.log.push(`switch ${name}`) },
    requestSingleInstanceLock: () => told.lock,
    quit: () => told.log.push('quit'),
    exit: (code: number) => told.log.push(`exit ${code}`),
    whenReady: () =>
      new Promise<void>((resolve) => (ready = resolve)).then(() => void told.log.push('ready')),
    becomeReady: () => ready(),
  });
  class BrowserWindow extends Emitter {
    webContents = new Emitter();
    constructor(readonly options: { webPreferences: object; show: boolean }) {
      super();
      told.log.push('window');
      fake.windows.push(this);
    }
    loadURL = async (url: string) => void told.log.push(`load ${url}`);
    show = () => this.emit('show');
    isDestroyed = () => false;
    isMinimized = () => true;
    restore = () => told.log.push('restore');
    focus = () => told.log.push('focus');
    static fromWebContents = () => null;
  }
  class Child extends Emitter {
    posted: unknown[] = [];
    postMessage(message: unknown) {
      this.posted.push(structuredClone(message));
    }
    kill = () => true;
  }
  return {
    app,
    BrowserWindow,
    dialog: { showErrorBox: (_: string, text: string) => told.log.push(`error ${text}`) },
    ipcMain: { handle: (name: string, handler: never) => remember(`ipc ${name}`)(handler) },
    Menu: { buildFromTemplate: () => ({}), setApplicationMenu: () => {} },
    protocol: {
      registerSchemesAsPrivileged: (schemes: { scheme: string }[]) =>
        told.log.push(`scheme ${schemes[0]?.scheme}`),
      handle: (scheme: string, handler: never) => remember(`protocol ${scheme}`)(handler),
    },
    session: {
      defaultSession: {
        setPermissionRequestHandler: remember('permission request'),
        setPermissionCheckHandler: remember('permission check'),
        setDevicePermissionHandler: remember('device'),
        setSpellCheckerEnabled: (on: boolean) => told.log.push(`spelling ${on}`),
        webRequest: { onBeforeRequest: remember('request') },
        on: (name: string, handler: never) => remember(name)(handler),
      },
    },
    utilityProcess: {
      fork: (script: string, args: string[]) => {
        const child = Object.assign(new Child(), { script, args });
        fake.children.push(child);
        return child;
      },
    },
  };
});

type FakeApp = EventEmitter & { becomeReady(): void };
type FakeChild = EventEmitter & { posted: { id: number; close?: true }[]; args: string[] };
const app = async () => (await import('electron')).app as unknown as FakeApp;

async function start(): Promise<FakeApp> {
  await import('../../../src/main/index');
  return app();
}
async function open(): Promise<FakeApp> {
  const started = await start();
  started.becomeReady();
  await vi.waitFor(() => expect(told.log.join()).toContain('load'));
  return started;
}
const handler = (name: string) => {
  const found = fake.handlers[name];
  if (!found) throw new Error(`${name} was never handled`);
  return found as (...args: unknown[]) => unknown;
};
const child = () => fake.children.at(-1) as FakeChild;

beforeEach(async () => {
  vi.resetModules();
  (await app()).removeAllListeners();
  told.log.length = 0;
  told.lock = true;
  fake.handlers = {};
  fake.windows.length = 0;
  fake.children.length = 0;
});

describe('a start', () => {
  it('registers the scheme and quiets Chromium before it is ready, and opens one locked window after', async () => {
    await open();
    const ready = told.log.indexOf('ready');
    for (const early of [
      'scheme paralel-app',
      'switch host-resolver-rules',
      'switch disable-background-networking',
    ]) {
      expect(told.log.slice(0, ready)).toContain(early);
    }
    expect(told.log.slice(ready)).toEqual(['ready', 'spelling false', 'window', 'load paralel-app://app/']);
    const [{ options }] = fake.windows as [(typeof fake.windows)[number]];
    expect(options.show).toBe(false);
    expect(options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    });
    expect(options.webPreferences).toHaveProperty('preload', expect.stringMatching(/preload.index\.cjs$/));
  });

  it('beside another leaves it to the other', async () => {
    told.lock = false;
    await start();
    expect(told.log).toContain('quit');
    expect(told.log).not.toContain('window');
  });

  it('of a second one raises the window', async () => {
    (await open()).emit('second-instance', {}, ['--anything', 'javascript:alert(1)']);
    expect(told.log.slice(-2)).toEqual(['restore', 'focus']);
  });
});

describe('every page', () => {
  const page = async () => {
    const started = await start();
    const contents = Object.assign(new EventEmitter(), {
      opener: undefined as undefined | ((details: { url: string }) => unknown),
      setWindowOpenHandler(given: (details: { url: string }) => unknown) {
        this.opener = given;
      },
    });
    started.emit('web-contents-created', {}, contents);
    return contents;
  };

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
    '%s: stays within the app',
    async (name) => {
      const contents = await page();
      const preventDefault = vi.fn();
      contents.emit(name, { url: 'paralel-app://app/#/names', preventDefault });
      expect(preventDefault).not.toHaveBeenCalled();
      contents.emit(name, { url: 'https://evil.example/', preventDefault });
      expect(preventDefault).toHaveBeenCalledOnce();
    },
  );

  it('opens no window and holds no web view', async () => {
    const contents = await page();
    expect(contents.opener?.({ url: 'paralel-app://app/' })).toEqual({ action: 'deny' });
    const preventDefault = vi.fn();
    contents.emit('will-attach-webview', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });
});

describe('the session', () => {
  it('refuses requests, permissions, devices and downloads', async () => {
    await open();
    const decided: unknown[] = [];
    handler('request')({ url: 'https://evil.example/' }, (decision: unknown) => decided.push(decision));
    handler('request')({ url: 'paralel-app://app/' }, (decision: unknown) => decided.push(decision));
    expect(decided).toEqual([{ cancel: true }, { cancel: false }]);

    const permitted: unknown[] = [];
    const own = { requestingUrl: 'paralel-app://app/' };
    for (const permission of ['media', 'clipboard-sanitized-write']) {
      handler('permission request')({}, permission, (yes: unknown) => permitted.push(yes), own);
      permitted.push(handler('permission check')(null, permission, 'paralel-app://app'));
    }
    expect(permitted).toEqual([false, false, true, true]);
    expect(handler('device')({})).toBe(false);
    const preventDefault = vi.fn();
    handler('will-download')({ preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  it('is shown the window’s files, with the policy', async () => {
    await open();
    const show = handler('protocol paralel-app') as (request: { method: string; url: string }) => Response;
    const found = show({ method: 'GET', url: 'paralel-app://app/' });
    expect([found.status, found.headers.get('content-security-policy')]).toEqual([
      200,
      expect.stringContaining("default-src 'none'"),
    ]);
    expect(show({ method: 'GET', url: 'paralel-app://app/../../package.json' }).status).toBe(404);
  });
});

describe('calls', () => {
  const own = { url: 'paralel-app://app/', parent: null };
  const call = (senderFrame: unknown, method: unknown, input: unknown) =>
    handler('ipc call')({ senderFrame, sender: {} }, method, input) as Promise<unknown>;

  it('from our own page reach the library', async () => {
    await open();
    const answer = call(own, 'articles.list', {});
    child().emit('message', { ready: true });
    const [{ id }] = child().posted as [{ id: number }];
    child().emit('message', { id, answer: { ok: true, value: ['one'] } });
    expect(await answer).toEqual({ ok: true, value: ['one'] });
    expect(child().args).toContain('--library');
  });

  it.each([
    [null],
    [{ url: 'https://evil.example/', parent: null }],
    [{ ...own, parent: own }],
    [{ ...own, url: 'paralel-app://print/x' }],
  ])('from %j are refused', async (frame) => {
    await open();
    child().emit('message', { ready: true });
    for (const method of ['articles.list', 'shell.info', 'shell.print']) {
      expect(await call(frame, method, {})).toMatchObject({ ok: false, error: { code: 'call.refused' } });
    }
    expect(child().posted).toEqual([]);
  });

  it('of the shell are answered here, and checked', async () => {
    await open();
    expect(await call(own, 'shell.info', {})).toMatchObject({ ok: true, value: { kind: 'electron' } });
    expect(await call(own, 'shell.print', { articles: 'all' })).toMatchObject({
      error: { code: 'call.invalid' },
    });
    expect(await call(own, 'shell.run', {})).toMatchObject({ error: { code: 'call.unknown' } });
  });
});

it('quits when the library has closed its files, not before', async () => {
  const started = await open();
  child().emit('message', { ready: true });
  const preventDefault = vi.fn();
  started.emit('will-quit', { preventDefault });
  expect(preventDefault).toHaveBeenCalledOnce();
  expect(child().posted).toEqual([{ close: true }]);
  expect(told.log).not.toContain('quit');
  child().emit('exit', 0);
  await vi.waitFor(() => expect(told.log).toContain('quit'));
  started.emit('will-quit', { preventDefault });
  expect(preventDefault).toHaveBeenCalledOnce();
});
