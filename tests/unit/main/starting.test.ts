import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arrivalOf, readArguments, shownWords, shownName } from '../../../src/main/policies/arguments';
import { portableFolder, programFolder } from '../../../src/main/policies/portable';
import { mayReopen } from '../../../src/main/policies/recovery';
import { firstLibrary } from '../../../src/main/policies/resources';
import { mayRun } from '../../../src/main/policies/sandbox';
import { proposedPath } from '../../../src/main/policies/saving';

const FOLDER = resolve('/started/here');

describe('the arguments of a start', () => {
  it('hold a library, links and files, among what Chromium puts there', () => {
    const argv = ['--no-sandbox', '--library', '/l', 'paralel:names', 'letter.csv', '--x=1', '--portable'];
    expect(readArguments(argv, FOLDER, true)).toEqual({
      library: '/l',
      portable: true,
      arrivals: [
        { kind: 'path', path: '/names' },
        { kind: 'file', path: join(FOLDER, 'letter.csv') },
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
    expect(readArguments(strange, FOLDER, true).arrivals.every(({ kind }) => kind === 'file')).toBe(true);
    expect(readArguments(['--library'], FOLDER, true).library).toBeUndefined();
    expect(readArguments(['--', '--library', 'x'], FOLDER, true)).toMatchObject({ library: undefined });
    expect(
      readArguments(
        Array.from({ length: 500 }, () => 'paralel:'),
        FOLDER,
        true,
      ).arrivals,
    ).toHaveLength(20);
  });

  it('name a library in either way, or none', () => {
    expect(readArguments(['--library', '/a b', '--disable-gpu'], FOLDER, true).library).toBe('/a b');
    expect(readArguments(['--library=/c', 'file.pdf'], FOLDER, true).library).toBe('/c');
    for (const argv of [[], ['--library', '--disable-gpu'], ['--library='], ['--librarys', 'x']])
      expect(readArguments(argv, FOLDER, true).library).toBeUndefined();
  });

  it('begin with our own code where it is not packaged', () => {
    expect(
      readArguments(['--inspect=0', '/somewhere/paralel', 'paralel:names'], FOLDER, false).arrivals,
    ).toEqual([{ kind: 'path', path: '/names' }]);
  });

  it('may give a file as an address, as desktops do', () => {
    expect(arrivalOf('file:///tmp/Drenica%20e%20re.csv', FOLDER)).toEqual({
      kind: 'file',
      path: '/tmp/Drenica e re.csv',
    });
    expect(arrivalOf('file://localhost/tmp/a.csv', FOLDER)).toMatchObject({ path: '/tmp/a.csv' });
    for (const left of ['file://server/share/a', 'file:///a%2Fb', 'file:'])
      expect(arrivalOf(left, FOLDER)).toEqual({ kind: 'file', path: expect.any(String) });
    expect(arrivalOf('file://server/share/a', FOLDER)).toMatchObject({ path: 'file://server/share/a' });
  });

  it('are shown without anything that could deceive', () => {
    expect(shownName('C:\\temp\\\u202efdp.exe')).toBe('fdp.exe');
    expect(shownName(`/tmp/${'ë'.repeat(300)}`)).toHaveLength(121);
    expect(shownWords('paralel:\u0000x\u2066y')).toBe('paralel:xy');
    expect(arrivalOf('paralel:evil', FOLDER)).toEqual({ kind: 'unknown-link', link: 'paralel:evil' });
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
