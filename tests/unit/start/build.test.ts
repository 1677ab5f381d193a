import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { build } from '../../../src/cli/launch/build.mjs';
import { hashSources, hasSources, isFresh } from '../../../src/cli/launch/sources.mjs';

let root: string;
const write = (path: string, text: string) => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};
const builtWith = () => readFileSync(join(root, 'out/main/paralel.js'), 'utf8');
/** As the bundler does: every part into a folder that does not exist yet. */
const bundle = async (from: string, folder: string) => {
  for (const part of ['main', 'preload', 'renderer']) mkdirSync(join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'main/paralel.js'), readFileSync(join(from, 'src/a.ts')));
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'paralel-build-'));
  for (const file of ['electron.vite.config.ts', 'package-lock.json', 'package.json', 'resources/licences.json', 'tsconfig.json', 'locales/en.json', 'src/deep/b.ts']) {
    write(file, '{"errors":{"build.failed":"not built: {detail}"}}');
  }
  write('src/a.ts', 'first');
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
}); // prettier-ignore
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true });
});

describe('what is built', () => {
  it('is fresh until a source changes in name or content', async () => {
    expect(isFresh(root)).toBe(false);
    await build(root, { bundle });
    expect(isFresh(root)).toBe(true);
    for (const change of [
      () => write('src/deep/b.ts', 'changed'),
      () => write('locales/sq.json', '{}'),
      () => write('tsconfig.json', ' '),
      () => renameSync(join(root, 'src/a.ts'), join(root, 'src/c.ts')),
      () => rmSync(join(root, 'src/deep'), { recursive: true }),
    ]) {
      const before = hashSources(root);
      change();
      expect(hashSources(root)).not.toBe(before);
      expect(isFresh(root)).toBe(false);
    }
  });

  it('does not depend on when files were written', () => {
    const before = hashSources(root);
    write('src/a.ts', 'first');
    expect(hashSources(root)).toBe(before);
  });

  it('is taken as it is where there are no sources', () => {
    expect(hasSources(root)).toBe(true);
    rmSync(join(root, 'electron.vite.config.ts'));
    expect(hasSources(root)).toBe(false);
  });
});

describe('a build', () => {
  it('replaces what was there and leaves nothing else behind', async () => {
    await build(root, { bundle });
    write('src/a.ts', 'second');
    await build(root, { bundle });
    expect(builtWith()).toBe('second');
    expect(readdirSync(join(root, 'out')).sort()).toEqual(['.stamp', 'main', 'preload', 'renderer']);
  });

  it('that fails leaves what was there, and is tried again', async () => {
    await build(root, { bundle });
    write('src/a.ts', 'second');
    await expect(build(root, { bundle: () => Promise.reject(new Error('no')) })).rejects.toThrow('no');
    expect(builtWith()).toBe('first');
    expect(isFresh(root)).toBe(false);
    await build(root, { bundle });
    expect(builtWith()).toBe('second');
  });

  it('is made once by two starts at once', async () => {
    let builds = 0;
    const counted = async (from: string, folder: string) => {
      builds += 1;
      await new Promise((resolve) => setTimeout(resolve, 150));
      await bundle(from, folder);
    };
    await Promise.all([build(root, { bundle: counted }), build(root, { bundle: counted })]);
    expect(builds).toBe(1);
    expect(existsSync(join(root, 'out/.lock'))).toBe(false);
  });

  it('takes over from one that was killed', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    write('out/.lock', String(pid));
    write('out/.build-next-1/main/half.js', '');
    await build(root, { bundle });
    expect(readdirSync(join(root, 'out')).sort()).toEqual(['.stamp', 'main', 'preload', 'renderer']);
  });

  it('without its tools says what to do', async () => {
    await expect(build(root)).rejects.toThrow('not built: its build tools are not installed');
  });
});
