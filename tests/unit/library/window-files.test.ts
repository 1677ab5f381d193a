import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readWindowFiles } from '../../../src/library/window-files';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paralel-window-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets/a-12345678.js'), '1');
  writeFileSync(join(folder, 'assets/a-12345678.js.map'), '{}');
  writeFileSync(join(folder, '.env'), 'SECRET=1');
  writeFileSync(join(folder, 'font.woff2'), 'x');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('knows the window’s files by their addresses, each with its type, and no others', () => {
  const types = [...readWindowFiles(folder)].map(([path, { type }]) => [path, type]).sort();
  expect(types).toEqual([
    ['/assets/a-12345678.js', 'text/javascript; charset=utf-8'],
    ['/font.woff2', 'font/woff2'],
    ['/index.html', 'text/html; charset=utf-8'],
  ]);
});

it('follows no link out of the folder', () => {
  symlinkSync('/etc', join(folder, 'etc'));
  symlinkSync('/etc/hostname', join(folder, 'hostname.html'));
  expect([...readWindowFiles(folder).keys()].filter((path) => path.includes('host'))).toEqual([]);
});

it('throws where there is no window', () => {
  expect(() => readWindowFiles(join(folder, 'nowhere'))).toThrow('ENOENT');
});
