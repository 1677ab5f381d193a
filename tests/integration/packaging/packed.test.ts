import { readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, matchesGlob, posix } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { extractFile } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importsOf, packageOf } from '../../../build/contents';
import { ROOT } from '../../../build/electron-builder.config';
import { forkChannel } from '../../../src/library/channel';
import { startLibrary } from '../../../src/library/client';
import { forkFinisher } from '../../../src/library/printing/finish-apart';
import { firstLibrary } from '../../../src/main/policies/resources';
import { handoutIn } from '../../unit/handout/articles';
import { filesIn, HERE, packed, type Packed, removeAll, sums, temporary, unpacked } from './packed';

/** Everything that may be in the archive; a file that no line describes fails, and so does a line without a file. */
const ARCHIVED = [
  'package.json',
  'out/main/index.js',
  'out/main/library.js',
  'out/main/finish.js',
  'out/main/chunks/*.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/renderer/print.html',
  'out/renderer/assets/*.js',
  'out/renderer/assets/*.css',
  'out/renderer/assets/source-{sans-3,serif-4}-*.woff2',
  'node_modules/better-sqlite3/package.json',
  'node_modules/better-sqlite3/lib/*.js',
  'node_modules/better-sqlite3/lib/methods/*.js',
  'node_modules/better-sqlite3/prebuilds/*.node',
];
const BESIDE = [
  'app.asar',
  'app.asar.unpacked/node_modules/better-sqlite3/prebuilds/*.node',
  'LICENSE.txt',
  'licences.json',
  'library/*.json',
  'library/LICENSE.md',
  'library/articles/*/*.json',
];
const NEVER =
  /\.(?:map|ts|vue|mts|cts|c|cpp|h|gyp|md|sql|txt)$|(?:^|\/)(?:tests?|src|deps|docs|build|locales|\.[^/]+)\/|(?:^|\/)(?:serve|paralel|start|chromium)[-.]/i;
const MB = 1e6;
/** Without Electron. Measured: 8.9 MB, of which SQLite 2.3, pdf.js 1.6, docx 0.8, the fonts 0.4, the first library 0.5. */
const BUDGET = 9.4 * MB;

const differences = (paths: string[], patterns: string[]): { extra: string[]; missing: string[] } => ({
  extra: paths.filter((path) => !patterns.some((pattern) => matchesGlob(path, pattern))),
  missing: patterns.filter((pattern) => !paths.some((path) => matchesGlob(path, pattern))),
});

describe('the packed program', () => {
  let program: Packed;
  let code: string;
  beforeAll(async () => {
    program = await packed(HERE);
    code = unpacked(program);
  });
  afterAll(removeAll);

  it('has the files that it should have, and no other', () => {
    expect(differences(program.archived, ARCHIVED)).toEqual({ extra: [], missing: [] });
    const beside =
      HERE === 'mac'
        ? program.beside.filter((path) => !/^(?:\w+\.(?:icns|lproj)|LICENSE[.S])/.test(path))
        : program.beside;
    expect(differences(beside, BESIDE)).toEqual({ extra: [], missing: [] });
  });

  it('has no source, test, source map or note, and nothing of the terminal', () => {
    expect(program.archived.filter((path) => NEVER.test(path))).toEqual([]);
    expect(program.archived.filter((path) => readIn(path).includes('sourceMappingURL='))).toEqual([]);
  });

  it('is the same, byte for byte, when it is packed again', async () => {
    const again = await packed(HERE);
    expect(sums(again.folder)).toEqual(sums(program.folder));
  });

  it('starts where the main process is, and names no dependency', () => {
    const metadata = JSON.parse(readIn('package.json')) as Record<string, unknown>;
    expect(metadata).toMatchObject({
      name: 'paralel',
      productName: 'Paralel',
      type: 'module',
      main: 'out/main/index.js',
    });
    for (const key of ['dependencies', 'devDependencies', 'optionalDependencies', 'scripts'])
      expect(metadata[key] ?? {}).toEqual({});
  });

  it('has this platform’s binary of better-sqlite3 and no other, outside the archive', () => {
    const binaries = filesIn(program.resources).filter((path) => path.endsWith('.node'));
    const names = binaries.map((path) => posix.basename(path));
    expect(names).toEqual(
      HERE === 'mac'
        ? ['darwin-arm64.node', 'darwin-x64.node']
        : [`${process.platform}-${process.arch}.node`],
    );
    for (const path of binaries) expect(path).toContain('app.asar.unpacked/');
  });

  it('keeps everything else inside, where its sum is checked', () => {
    const outside = program.beside.filter((path) => path.startsWith('app.asar.unpacked/'));
    expect(outside.filter((path) => !path.endsWith('.node'))).toEqual([]);
  });

  it('imports nothing that is not in it', () => {
    const scripts = program.archived.filter((path) => /^out\/(?:main|preload)\/.*\.c?js$/.test(path));
    expect(scripts.length).toBeGreaterThan(5);
    for (const path of scripts) {
      for (const name of importsOf(path, readIn(path))) {
        if (isBuiltin(name) || name === 'electron') continue;
        const wanted = name.startsWith('.')
          ? posix.join(posix.dirname(path), name)
          : `node_modules/${packageOf(name)}/package.json`;
        expect([path, program.archived]).toEqual([path, expect.arrayContaining([wanted])]);
      }
    }
  });

  it('opens its first library in its own process, from where it lies', async () => {
    const resources = firstLibrary({ isPackaged: true, resourcesPath: program.resources, built: '/nowhere' });
    const library = startLibrary(() =>
      forkChannel({
        script: join(code, 'out/main/library.js'),
        args: ['--library', temporary(), '--resources', resources],
      }),
    );
    try {
      const articles = await library.call('articles.list', {});
      expect(articles).toMatchObject({ ok: true, value: [{ id: 'drenica-massacres' }, {}, {}] });
      const hits = await library.call('search.find', { words: 'Ћирез' });
      expect(hits).toMatchObject({
        ok: true,
        value: { total: expect.toSatisfy((total: number) => total > 0) as number },
      });
    } finally {
      await library.close();
    }
  });

  it('has the process that finishes large documents, and it answers', async () => {
    const handout = handoutIn(['sq']);
    const plain = await (await PDFDocument.create()).save();
    const finisher = forkFinisher(join(code, 'out/main'));
    try {
      const reply = await new Promise((resolve, reject) => {
        finisher.onMessage(resolve);
        finisher.onExit(() => reject(new Error('it stopped')));
        finisher.post({ printed: plain, handout });
      });
      // Chromium did not print it.
      expect(reply).toEqual({ failed: 'it is not tagged' });
    } finally {
      finisher.kill();
    }
  });

  it('is small', () => {
    const size = filesIn(program.resources).reduce(
      (sum, path) => sum + statSync(join(program.resources, path)).size,
      0,
    );
    expect(size).toBeLessThan(BUDGET);
    // Were it far less, something would be missing.
    expect(size).toBeGreaterThan(3 * MB);
  });

  it('brings the licences: its own, its library’s, its parts’, and Electron’s and Chromium’s', () => {
    const text = (path: string): string => readFileSync(join(program.resources, path), 'utf8');
    expect(text('LICENSE.txt')).toBe(readFileSync(join(ROOT, 'LICENSE'), 'utf8'));
    expect(text('library/LICENSE.md')).toMatch(/CC BY-SA 4\.0[\s\S]*GeoNames/);
    expect(JSON.parse(text('licences.json'))).toContainEqual(
      expect.objectContaining({ name: 'better-sqlite3' }),
    );
    const notices = HERE === 'mac' ? program.resources : program.folder;
    expect(filesIn(notices)).toEqual(
      expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']),
    );
  });

  const readIn = (path: string): string =>
    extractFile(join(program.resources, 'app.asar'), path).toString('utf8');
});
