/** A packaged program that is started with options of Chromium's that could do harm does not open. */
import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Home, makeHome } from '../desk';
import { chooseDesktop, type Desktop, launchDesktop } from '../driver';

let home: Home;
let desktop: Desktop | undefined;
afterEach(async () => {
  await desktop?.close();
  home.remove();
});

/** What comes first: its end, with what it said, or a window. */
async function start(...args: string[]): Promise<{ code: number | null | 'a window'; said: string }> {
  home = makeHome();
  desktop = await launchDesktop({
    program: resolve(import.meta.dirname, 'packaged.mjs'),
    userData: home.userData,
    args: ['--library', home.library, ...args],
  });
  const window = desktop.firstWindow().then(() => 'a window' as const);
  window.catch(() => {}); // there is none where it has ended
  const code = await Promise.race([desktop.exited, window]);
  return { code, said: desktop.output() };
}

// Playwright starts Electron itself with a debugger, so there it would never open.
describe.runIf(chooseDesktop().kind === 'double')('a packaged program', () => {
  it('opens', async () => {
    expect(await start('--lang=en')).toMatchObject({ code: 'a window' });
  });

  it.each([
    'remote-debugging-port=9333',
    'js-flags=--expose-gc',
    'disable-web-security',
    'gpu-launcher=/bin/false',
  ])('does not open with --%s, and says so', async (option) => {
    const { code, said } = await start(`--${option}`);
    expect(code).toBe(1);
    expect(said).toContain(`does not open with them: ${option.split('=')[0]}.`);
  });

  it('does not open without its sandbox, and says so', async () => {
    const { code, said } = await start('--no-sandbox');
    expect(code).toBe(1);
    expect(said).toContain('without the sandbox that keeps documents from doing harm');
  });
});
