import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arrivalOf, readArguments, shownLink, shownName } from '../../../src/main/policies/arguments';
import { portableFolder, programFolder } from '../../../src/main/policies/portable';
import { mayReopen } from '../../../src/main/policies/recovery';
import { firstLibrary } from '../../../src/main/policies/resources';
import { mayRun } from '../../../src/main/policies/sandbox';
import { proposedPath } from '../../../src/main/policies/saving';

describe('the arguments of a start', () => {
  it('hold a library, links and files, among what Chromium puts there', () => {
    const argv = [
      '--no-sandbox',
      '--library',
      '/l',
      'paralel:names',
      'letter.paralel',
      '--x=1',
      '--portable',
    ];
    expect(readArguments(argv, true)).toEqual({
      library: '/l',
      portable: true,
      arrivals: [
        { kind: 'path', path: '/names' },
        { kind: 'file', path: 'letter.paralel' },
      ],
    });
  });

  it('may be anything at all', () => {
    const strange = [
      '',
      '--',
      '-',
      '--library',
      '\0',
      '\\\\server\\share\\x',
      'javascript:alert(1)',
      'a'.repeat(100_000),
    ];
    expect(readArguments(strange, true).arrivals.every(({ kind }) => kind === 'file')).toBe(true);
    expect(readArguments(['--library'], true).library).toBeUndefined();
    expect(readArguments(['--', '--library', 'x'], true)).toMatchObject({ library: undefined });
    expect(
      readArguments(
        Array.from({ length: 500 }, () => 'paralel:'),
        true,
      ).arrivals,
    ).toHaveLength(20);
  });

  it('name a library in either way, or none', () => {
    expect(readArguments(['--library', '/a b', '--disable-gpu'], true).library).toBe('/a b');
    expect(readArguments(['--library=/c', 'file.pdf'], true).library).toBe('/c');
    for (const argv of [[], ['--library', '--disable-gpu'], ['--library='], ['--librarys', 'x']])
      expect(readArguments(argv, true).library).toBeUndefined();
  });

  it('begin with our own code where it is not packaged', () => {
    expect(readArguments(['--inspect=0', '/somewhere/paralel', 'paralel:names'], false).arrivals).toEqual([
      { kind: 'path', path: '/names' },
    ]);
  });

  it('may give a file as an address, as desktops do', () => {
    expect(arrivalOf('file:///tmp/Drenica%20e%20re.paralel')).toEqual({
      kind: 'file',
      path: '/tmp/Drenica e re.paralel',
    });
    expect(arrivalOf('file://localhost/tmp/a.paralel')).toMatchObject({ path: '/tmp/a.paralel' });
    for (const left of ['file://server/share/a', 'file:///a%2Fb', 'file:'])
      expect(arrivalOf(left)).toEqual({ kind: 'file', path: expect.any(String) });
    expect(arrivalOf('file://server/share/a')).toMatchObject({ path: 'file://server/share/a' });
  });

  it('are shown without anything that could deceive', () => {
    expect(shownName('C:\\temp\\\u202efdp.exe')).toBe('fdp.exe');
    expect(shownName(`/tmp/${'ë'.repeat(300)}`)).toHaveLength(121);
    expect(shownLink('paralel:\u0000x\u2066y')).toBe('paralel:xy');
    expect(arrivalOf('paralel:evil')).toEqual({ kind: 'unknown-link', link: 'paralel:evil' });
  });
});

describe('portable mode', () => {
  const where = { asked: true, env: {}, exe: '/media/stick/paralel', platform: 'linux' as const };

  it('lies beside the program', () => {
    expect(portableFolder(where)).toBe(join('/media/stick', 'Paralel data'));
    expect(portableFolder({ ...where, env: { APPIMAGE: '/media/stick/a/Paralel.AppImage' } })).toBe(
      join('/media/stick/a', 'Paralel data'),
    );
    const exe = '/Volumes/stick/Paralel.app/Contents/MacOS/Paralel';
    expect(portableFolder({ ...where, exe, platform: 'darwin' })).toBe(
      join('/Volumes/stick', 'Paralel data'),
    );
  });

  it('is what Windows’ portable program always does, and others when asked', () => {
    expect(portableFolder({ ...where, asked: false, env: { PORTABLE_EXECUTABLE_DIR: '/stick' } })).toBe(
      join('/stick', 'Paralel data'),
    );
    expect(portableFolder({ ...where, asked: false })).toBeUndefined();
  });
});

it('a Mac’s program keeps its own beside the library, not in it', () => {
  const where = { platform: 'darwin' as const, appData: '/Users/a/Library/Application Support' };
  expect(programFolder(undefined, where)).toBe(join(where.appData, 'Paralel', 'program'));
  expect(programFolder(undefined, { ...where, platform: 'linux' })).toBeUndefined();
  expect(programFolder('/stick', where)).toBe(join('/stick', 'program'));
});

it('a packaged program does not run without its sandbox', () => {
  expect(mayRun({ isPackaged: true, hasNoSandbox: true })).toBe(false);
  expect(mayRun({ isPackaged: true, hasNoSandbox: false })).toBe(true);
  expect(mayRun({ isPackaged: false, hasNoSandbox: true })).toBe(true);
});

it('a page that keeps stopping is not opened again for ever', () => {
  const now = 1_000_000;
  expect(mayReopen([now - 3, now - 2], now)).toBe(true);
  expect(mayReopen([now - 3, now - 2, now - 1], now)).toBe(false);
  expect(mayReopen([now - 70_000, now - 65_000, now - 61_000], now)).toBe(true);
});

it('a save is proposed in the folder of the one before, while that is there', () => {
  const there = (folder: string): boolean => folder === '/there';
  expect(proposedPath('a.pdf', '/there', '/documents', there)).toBe(join('/there', 'a.pdf'));
  expect(proposedPath('a.pdf', '/gone', '/documents', there)).toBe(join('/documents', 'a.pdf'));
  expect(proposedPath('a.pdf', null, '/documents', there)).toBe(join('/documents', 'a.pdf'));
});

it('the first library lies beside the packed code', () => {
  const where = { resourcesPath: '/opt/Paralel/resources', built: '/src/out/main' };
  expect(firstLibrary({ ...where, isPackaged: true })).toBe(join('/opt/Paralel/resources', 'library'));
  expect(firstLibrary({ ...where, isPackaged: false })).toBe(join('/src', 'resources/library'));
});
