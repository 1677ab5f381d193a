/** What is packed for the systems that this is not: by electron-builder itself, with stand-ins for their Electrons. */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FuseName, FUSES } from '../../../build/fuses';
import { filesIn, packed, type Packed, removeAll, type Target } from './packed';

const TARGETS: readonly Target[] = ['linux', 'mac', 'win'];
const BINARIES: Record<Target, string[]> = {
  linux: ['linux-x64.node'],
  mac: ['darwin-arm64.node', 'darwin-x64.node'],
  win: ['win32-x64.node'],
};

describe('the packages for three systems', () => {
  const programs = {} as Record<Target, Packed>;
  beforeAll(async () => {
    for (const target of TARGETS) programs[target] = await packed(target);
  });
  afterAll(removeAll);

  it.each(TARGETS)('have each its own binary of better-sqlite3 (%s)', (target) => {
    const found = filesIn(programs[target].resources).filter((path) => path.endsWith('.node'));
    const expected = process.arch === 'arm64' && target === 'linux' ? ['linux-arm64.node'] : BINARIES[target];
    expect(found.map((path) => posix.basename(path))).toEqual(expected);
  });

  it('have the same code', () => {
    const code = (target: Target): string[] =>
      programs[target].archived.filter((path) => !path.endsWith('.node'));
    expect(code('win')).toEqual(code('linux'));
    expect(code('mac')).toEqual(code('linux'));
    expect(code('linux').length).toBeGreaterThan(50);
  });

  it.each(TARGETS)('have all nine fuses set (%s)', async (target) => {
    const wire = await getCurrentFuseWire(programs[target].program);
    for (const name of Object.keys(FUSES) as FuseName[])
      expect([name, wire[FuseV1Options[name]]]).toEqual([
        name,
        FUSES[name].on ? FuseState.ENABLE : FuseState.DISABLE,
      ]);
  });

  it.each(TARGETS)('do not bring Electron’s own page (%s)', (target) => {
    expect(filesIn(programs[target].folder).filter((path) => path.includes('default_app'))).toEqual([]);
  });

  it.each(TARGETS)('bring Chromium’s words in English and Serbian only (%s)', (target) => {
    const packs = filesIn(programs[target].folder).filter((path) => path.endsWith('.pak'));
    expect(packs.filter((path) => !/(?:^|\/)(?:en(?:-US)?|sr)(?:\.lproj\/locale)?\.pak$/.test(path))).toEqual(
      [],
    );
    expect(packs.length).toBeGreaterThanOrEqual(2);
  });

  it.each(TARGETS)('bring the notices of Electron and Chromium (%s)', (target) => {
    const { folder, resources } = programs[target];
    const names = filesIn(target === 'mac' ? resources : folder);
    expect(names).toEqual(expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']));
  });

  it('tell macOS what they open, what their archive’s sum is not to be changed from, and that they ask for nothing', () => {
    const plist = readFileSync(join(programs.mac.folder, 'Paralel.app/Contents/Info.plist'), 'utf8').replace(
      />\s+</g,
      '><',
    );
    expect(plist).toContain('<key>CFBundleIdentifier</key><string>org.paralel.reader</string>');
    expect(plist).toContain('<key>CFBundleURLSchemes</key><array><string>paralel</string>');
    for (const extension of ['annotations', 'paralel-backup'])
      expect(plist).toContain(`<key>CFBundleTypeExtensions</key><array><string>${extension}</string>`);
    expect(plist).toContain('<key>CFBundleTypeIconFile</key><string>document.icns</string>');
    expect(plist).toContain('application/vnd.paralel.annotations+json');
    expect(plist).toContain('application/vnd.paralel.backup+gzip');
    expect(plist).not.toContain('org.paralel.library');
    expect(plist).toContain('<key>NSAllowsArbitraryLoads</key><false/>');
    expect(plist).not.toMatch(/NS\w+UsageDescription/);
    expect(programs.mac.beside).toEqual(expect.arrayContaining(['document.icns', 'icon.icns']));
  });
});
