/** A packaged program that is started with options of Chromium's that could do harm does not open. */
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Home, makeHome } from '../desk';
import { chooseDesktop, launchDesktop, launchToEnd } from '../driver';

let home: Home;
beforeEach(() => (home = makeHome()));
afterEach(() => home.remove());

const withOption = (option: string) => ({
  program: resolve(import.meta.dirname, 'packaged.mjs'),
  userData: home.userData,
  args: ['--library', home.library, option],
});

// Playwright starts Electron itself with a debugger, so there it would never open.
describe.runIf(chooseDesktop().kind === 'double')('a packaged program', () => {
  it('opens', async () => {
    const desktop = await launchDesktop(withOption('--lang=en'));
    expect(await desktop.firstWindow()).toBeDefined();
    expect(await desktop.double?.noted('app.setAsDefaultProtocolClient')).toEqual([['paralel']]);
    expect(await desktop.double?.noted('app.setAppUserModelId')).toEqual([['org.paralel.reader']]);
    await desktop.close();
  });

  it('enters nothing into the system where it is portable', async () => {
    const beside = withOption('--portable');
    const env = { APPIMAGE: join(dirname(home.library), 'Paralel.AppImage') };
    const desktop = await launchDesktop({ ...beside, env });
    await desktop.firstWindow();
    expect(await desktop.double?.noted('app.setAsDefaultProtocolClient')).toEqual([]);
    await desktop.close();
  });

  it.each([
    'remote-debugging-port=9333',
    'js-flags=--expose-gc',
    'disable-web-security',
    'gpu-launcher=/bin/false',
    'browser-subprocess-path=/bin/false',
    'disable-features=IsolateOrigins',
    'enable-features=SharedArrayBuffer',
  ])('does not open with --%s, and says so', async (option) => {
    const said = await launchToEnd(withOption(`--${option}`));
    expect(said).toContain('has ended with 1');
    expect(said).toContain(`does not open with them: ${option.split('=')[0]}.`);
  });

  it('does not open without its sandbox, and says so', async () => {
    const said = await launchToEnd(withOption('--no-sandbox'));
    expect(said).toContain('has ended with 1');
    expect(said).toContain('without the sandbox that keeps documents from doing harm');
  });
});
