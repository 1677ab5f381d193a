/** What only a real Electron would show: the double shows it too. (The others: bridge, ipc, permissions, printing.) */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desktop } from '../driver';
import { fixture, openBridged, startFixture } from './fixtures/app';

const ROOT = join(import.meta.dirname, '../../..');

let desktop: Desktop;
beforeAll(async () => {
  desktop = await startFixture();
});
afterAll(() => desktop.close());

/** What each of them fails with, in the main process. */
const failures = <A = undefined>(
  attempts: (electron: typeof Electron, arg: A) => (() => unknown)[],
  arg?: A,
): Promise<string[]> =>
  desktop.evaluate(
    (electron, [source, given]) =>
      ((0, eval)(`(${source})`) as (electron: object, arg: unknown) => (() => unknown)[])(
        electron,
        given,
      ).map((attempt) => {
        try {
          return `nothing: ${String(attempt())}`;
        } catch (error) {
          return (error as Error).message;
        }
      }),
    [String(attempts), arg] as const,
  );

describe('before the application is ready', () => {
  it('it may not use what is not there yet', async () => {
    const early = await startFixture({ program: fixture('too-early.mjs') });
    expect(early.output().split('\n').slice(0, 4)).toEqual([
      'BrowserWindow: Cannot create BrowserWindow before app is ready',
      "screen: The 'screen' module can't be used before the app 'ready' event",
      'session: Session can only be received when app is ready',
      'utilityProcess: utilityProcess cannot be created before app is ready.',
    ]);
    await early.close();
  });

  it('it has to say what Chromium is started with, and where its things are', async () => {
    const messages = await failures(({ app, protocol }) => [
      () => app.commandLine.appendSwitch('no-pings'),
      () => app.setPath('userData', '/tmp'),
      () => app.enableSandbox(),
      () => protocol.registerSchemesAsPrivileged([]),
    ]);
    expect(messages).toEqual([
      'The double: --no-pings has no effect any more once the app is ready',
      "The double: app.setPath('userData') has no effect any more once the app is ready",
      'app.enableSandbox() can only be called before app is ready',
      'protocol.registerSchemesAsPrivileged should be called before app is ready',
    ]);
  });

  it('it is waited for, as long as its main script awaits; what comes after is too late', async () => {
    const late = await startFixture({ program: fixture('awaits.mjs') });
    await expect
      .poll(() => late.output().split('\n'))
      .toEqual([
        'registered in time',
        'too late: protocol.registerSchemesAsPrivileged should be called before app is ready',
        'ready',
        '',
      ]);
    await late.close();
  });
});

describe('the sandbox', () => {
  it('is every page’s, once the application has enabled it', async () => {
    const sandboxed = await startFixture({ program: fixture('sandboxed.mjs') });
    const page = await openBridged(sandboxed, '', { sandbox: false, nodeIntegration: true });
    expect(await page.evaluate(() => [window.bridge.world().sandboxed, window.bridge.require('fs')])).toEqual(
      [true, 'module not found: fs'],
    );
    await sandboxed.close();
  });
});

describe('the fuse runAsNode', () => {
  it('leaves no fork, however it is imported', async () => {
    const forking = await startFixture({ program: fixture('forks.mjs') });
    expect(forking.output().match(/needs the fuse runAsNode/gu)).toHaveLength(3);
    await forking.close();
  });

  it('leaves a utility process, which is spoken to over a port', async () => {
    const got = await desktop.evaluate(
      ({ utilityProcess }, script) =>
        new Promise<unknown>((resolve) => {
          const child = utilityProcess.fork(script, [], { serviceName: 'a utility' });
          child.on('message', (message) => {
            child.postMessage('exit');
            child.on('exit', (code) => resolve({ message, code, pid: child.pid }));
          });
          child.postMessage({ list: [1n, new Map([['a', new Date(0)]])], none: undefined });
        }),
      fixture('utility.mjs'),
    );
    expect(got).toEqual({
      message: {
        echo: { list: [1n, new Map([['a', new Date(0)]])], none: undefined },
        send: 'undefined',
        type: 'utility',
        month: 'January',
      },
      code: 7,
      pid: undefined,
    });
  });

  it('leaves one that is missed when it is killed', async () => {
    const gone = await desktop.evaluate(
      ({ app, utilityProcess }, script) =>
        new Promise<unknown>((resolve) => {
          app.once('child-process-gone', (_event, { type, reason, name }) => resolve([type, reason, name]));
          const child = utilityProcess.fork(script, [], { serviceName: 'a utility' });
          child.on('spawn', () => process.kill(child.pid ?? 0, 'SIGKILL'));
        }),
      fixture('utility.mjs'),
    );
    expect(gone).toEqual(['Utility', 'killed', 'a utility']);
  });

  it('carries no functions there', async () => {
    const messages = await failures(({ utilityProcess }, script: string) => {
      const child = utilityProcess.fork(script);
      return [() => child.postMessage(() => 1), () => child.kill()];
    }, fixture('utility.mjs'));
    expect(messages).toEqual(['An object could not be cloned.', 'nothing: true']);
  });
});

describe('Chromium’s ICU', () => {
  it('knows no Albanian, in the main process either', async () => {
    const answers = await desktop.evaluate(() => [
      new Intl.DateTimeFormat('sq', { month: 'long', timeZone: 'UTC' }).format(0),
      new Date(0).toLocaleDateString('sq', { month: 'long', timeZone: 'UTC' }),
      Intl.Collator.supportedLocalesOf(['sq', 'sr']).join(),
      // Ë is a letter of its own in Albanian, after every e; not so in English.
      ['ez', 'ëa'].sort(new Intl.Collator('sq').compare).join(),
      'ëa'.localeCompare('ez', 'sq'),
      new Intl.DateTimeFormat('sr-Cyrl', { month: 'long', timeZone: 'UTC' }).format(0),
    ]);
    expect(answers).toEqual(['January', 'January', 'sr', 'ëa,ez', -1, 'јануар']);
  });

  it('knows none in a page', async () => {
    const page = await openBridged(desktop);
    expect(
      await page.evaluate(() => new Intl.DateTimeFormat('sq', { month: 'long', timeZone: 'UTC' }).format(0)),
    ).toBe('January');
  });
});

describe('the clipboard', () => {
  it('is a matter of promises in the main process, and not there in a preload script', async () => {
    const read = await desktop.evaluate(async ({ clipboard }) => {
      await clipboard.writeText('Izbicë');
      return [clipboard.readText() instanceof Promise, await clipboard.readText()];
    });
    expect(read).toEqual([true, 'Izbicë']);
    const page = await openBridged(desktop);
    expect(await page.evaluate(() => window.bridge.electron('clipboard'))).toBe(
      'The double has no electron in a preload script.clipboard',
    );
  });
});

describe('the packed archive', () => {
  let folder: string;
  let packed: Desktop;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'paralel-packed-'));
    for (const part of ['app.asar', 'app.asar.unpacked'])
      mkdirSync(join(folder, part, 'native'), { recursive: true });
    writeFileSync(
      join(folder, 'app.asar/main.mjs'),
      "import { app } from 'electron'; app.on('window-all-closed', () => {});",
    );
    writeFileSync(join(folder, 'app.asar/text.json'), '"read"');
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    packed = await startFixture({ program: join(folder, 'app.asar/main.mjs') });
  });
  afterAll(async () => {
    await packed.close();
    rmSync(folder, { recursive: true });
  });

  it('can be read, and neither opened nor written', async () => {
    const got = await packed.evaluate(
      async (_electron, archive) => {
        const fs = process.getBuiltinModule('node:fs');
        const attempts = [
          () => fs.readFileSync(`${archive}/text.json`, 'utf8'),
          () => fs.openSync(`${archive}/text.json`, 'r'),
          () => fs.promises.open(`${archive}/text.json`),
          () => fs.createReadStream(`${archive}/text.json`),
          () => fs.writeFileSync(`${archive}/new.json`, ''),
        ];
        const codes = [];
        for (const attempt of attempts)
          try {
            codes.push(await attempt());
          } catch (error) {
            codes.push((error as NodeJS.ErrnoException).code);
          }
        return codes;
      },
      join(folder, 'app.asar'),
    );
    expect(got).toEqual(['"read"', 'EBADF', 'EBADF', 'EBADF', 'EROFS']);
  });

  it('holds no database', async () => {
    const message = await packed.evaluate(
      (_electron, [root, archive]) => {
        const { createRequire } = process.getBuiltinModule('node:module');
        const Database = createRequire(`${root}/package.json`)('better-sqlite3') as new (
          path: string,
        ) => object;
        const opened = new Database(':memory:');
        try {
          new Database(`${archive}/library.db`);
          return `opened, as ${typeof opened}`;
        } catch (error) {
          return (error as NodeJS.ErrnoException).code;
        }
      },
      [ROOT, join(folder, 'app.asar')] as const,
    );
    expect(message).toBe('SQLITE_CANTOPEN');
  });
});

describe('a gap', () => {
  it('is never silent', async () => {
    const messages = await failures((electron) => [
      () => (electron.app as unknown as { dock: object }).dock,
      () => electron.net.fetch('https://example.org/'),
      () => new electron.Tray('icon.png'),
      () => electron.session.fromPartition('x'),
      () => electron.app.on('login', () => {}),
      () => new electron.BrowserWindow({ show: false }).setVibrancy(null),
      () => new electron.BrowserWindow({ webPreferences: { partition: 'x' } }),
    ]);
    expect(messages).toEqual([
      'The double has no app.dock',
      'The double has no net.fetch',
      'The double has no Tray',
      'The double has no session.fromPartition',
      "The double has no event 'login' of app",
      'The double has no BrowserWindow.setVibrancy',
      'The double has no session but the default one',
    ]);
  });
});
