/** The built application on the double: out/main and out/preload unchanged, its windows in a real Chromium. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { choose } from './driver/choose';
import type { Desktop } from './driver';
import { ELECTRON_VERSION } from './double/versions';
import { launchOnDouble } from './driver/on-double';

describe('the built application', () => {
  let library: string;
  let desktop: Desktop;
  beforeAll(() => {
    library = mkdtempSync(join(tmpdir(), 'paralel-library-'));
  });
  afterAll(() => rmSync(library, { recursive: true, force: true, maxRetries: 5 }));
  beforeEach(async () => {
    desktop = await launchOnDouble({ args: ['--library', library] });
  });
  afterEach(() => desktop.close());

  it('shows its window, whose page calls the library over the bridge', async () => {
    const page = await desktop.firstWindow();
    await page.locator('main h1').first().waitFor();
    expect(new URL(desktop.appAddress(page.url())).href).toMatch(/^paralel-app:\/\/app\//u);
    const answer = await page.evaluate(() =>
      (Reflect.get(window, 'paralel') as { call(method: string, input: object): Promise<unknown> }).call(
        'articles.list',
        {},
      ),
    );
    expect(answer).toMatchObject({
      ok: true,
      value: expect.arrayContaining([expect.objectContaining({ id: 'izbica-massacre' })]),
    });
    expect(await desktop.double?.escapes()).toEqual([]);
  });

  it('quits when it is asked to, and prints no complaint', async () => {
    const page = await desktop.firstWindow();
    await page.locator('main h1').first().waitFor();
    expect(await desktop.quit()).toBe(0);
    expect(desktop.output()).toBe('');
  });
});

describe('which of the two is tested', () => {
  const HERE = { version: '45.0.0', program: '/electron' };
  const AWAY = { version: '45.0.0', program: undefined };

  it('is Electron wherever its program is', () => {
    expect(choose({ electron: HERE, asked: undefined, hasDisplay: true })).toMatchObject({
      kind: 'electron',
      program: '/electron',
    });
    expect(choose({ electron: AWAY, asked: undefined, hasDisplay: true })).toEqual({
      kind: 'double',
      why: 'the program of Electron 45.0.0 is not here',
    });
    expect(choose({ electron: undefined, asked: undefined, hasDisplay: false })).toEqual({
      kind: 'double',
      why: 'Electron is not installed',
    });
  });

  it('is the double where that was asked for, which it says', () => {
    expect(choose({ electron: HERE, asked: 'double', hasDisplay: false })).toEqual({
      kind: 'double',
      why: 'asked for, though Electron’s program is here',
    });
  });

  it('is neither where Electron is here or was asked for, and cannot be started', () => {
    expect(() => choose({ electron: HERE, asked: undefined, hasDisplay: false })).toThrow('xvfb-run');
    expect(() => choose({ electron: AWAY, asked: 'electron', hasDisplay: true })).toThrow(
      'npx install-electron',
    );
    expect(() => choose({ electron: AWAY, asked: 'both', hasDisplay: true })).toThrow(
      'it can be “electron” or “double”',
    );
  });

  it.runIf(process.platform === 'linux')(
    'is said, and fails, where Electron is here without a display',
    () => {
      const dist = mkdtempSync(join(tmpdir(), 'paralel-electron-'));
      writeFileSync(join(dist, 'electron'), '');
      writeFileSync(join(dist, 'version'), ELECTRON_VERSION);
      const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'run.ts')], {
        env: {
          ...process.env,
          ELECTRON_OVERRIDE_DIST_PATH: dist,
          DISPLAY: '',
          WAYLAND_DISPLAY: '',
          PARALEL_TEST_ELECTRON: '',
        },
        encoding: 'utf8',
      });
      rmSync(dist, { recursive: true });
      expect(status).toBe(1);
      expect(stderr).toMatch(/Electron [\d.]+ is here and there is no display for it\./u);
    },
  );
});
