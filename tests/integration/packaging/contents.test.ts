import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { importsOf, packageOf, shippedFiles } from '../../../build/contents';
import { removeAll, temporary } from './packed';

/** A build of a few lines. */
const BUILT = {
  'main/index.js': "import './chunks/used.js'; import { app } from 'electron'; import 'node:fs';",
  'main/library.js': "import Database from 'better-sqlite3'; await import('./chunks/later.js');",
  'main/finish.js': '',
  'main/serve.js': "import './chunks/unused.js'; import 'playwright-core';",
  'main/chunks/used.js': "import fs from 'fs';",
  'main/chunks/later.js': "import '../chunks/used.js';",
  'main/chunks/unused.js': '',
  'preload/index.cjs': "require('electron');",
  'renderer/index.html': '<!doctype html>',
  'renderer/assets/main-abc.js': '',
  'renderer/assets/main-abc.js.map': '{}',
  'renderer/assets/notes.md': '',
};

function built(changes: Record<string, string> = {}): string {
  const out = temporary();
  for (const [path, code] of Object.entries({ ...BUILT, ...changes })) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), code);
  }
  return out;
}

describe('what is shipped of a build', () => {
  afterAll(removeAll);

  it('is what the desktop program reaches, and the files that a window loads', () => {
    expect(shippedFiles(built())).toEqual([
      'main/chunks/later.js',
      'main/chunks/used.js',
      'main/finish.js',
      'main/index.js',
      'main/library.js',
      'preload/index.cjs',
      'renderer/assets/main-abc.js',
      'renderer/index.html',
    ]);
  });

  it('is not guessed where a new entry has come to be', () => {
    const out = built({ 'main/thumbnails.js': '' });
    expect(() => shippedFiles(out)).toThrow('out/main has thumbnails.js');
  });

  it('may not import a package that is neither bundled nor packed', () => {
    const out = built({ 'main/chunks/used.js': "export * from '@cantoo/pdf-lib/es/x.js';" });
    expect(() => shippedFiles(out)).toThrow('out/main/chunks/used.js imports @cantoo/pdf-lib/es/x.js');
    const required = built({ 'preload/index.cjs': "require('vue');" });
    expect(() => shippedFiles(required)).toThrow('out/preload/index.cjs imports vue');
  });

  it('may show in a comment how another package is required', () => {
    expect(importsOf('main/index.js', "// require('tlds')\n/** require('tlds') */ require('vue');")).toEqual([
      'vue',
    ]);
  });

  it('may not depend on what is only known when it runs', () => {
    expect(() => importsOf('main/index.js', 'await import(name)')).toThrow(
      'imports name, which cannot be followed',
    );
    expect(() => importsOf('main/index.js', 'await import(`./${name}.js`)')).toThrow('cannot be followed');
  });

  it('is told by whole names of packages', () => {
    expect(packageOf('better-sqlite3/package.json')).toBe('better-sqlite3');
    expect(packageOf('@cantoo/pdf-lib/es/index.js')).toBe('@cantoo/pdf-lib');
  });
});
