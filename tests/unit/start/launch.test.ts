import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Linter } from 'eslint';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entryFor } from '../../../src/cli/launch/dispatch.mjs';
import { isNewEnough, NEEDED } from '../../../src/cli/launch/node.mjs';
import { engines } from '../../../package.json';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

describe('the version of Node', () => {
  it('is the one that package.json asks for', () => {
    expect(engines.node).toBe(`>=${NEEDED}`);
  });
  it.each(['22.18.0', '22.21.1', '23.6.0', '24.21.0', '26.1.0'])('%s will do', (version) => {
    expect(isNewEnough(version)).toBe(true);
  });
  it.each(['12.22.0', '20.20.2', '22.0.0', '22.2.0', '22.17.9', '9.99.0'])('%s is too old', (version) => {
    expect(isNewEnough(version)).toBe(false);
  });
});

it.each(['paralel.mjs', 'launch/node.mjs', 'launch/another-node.mjs'])(
  '%s can be read by Node 12',
  (file) => {
    const code = readFileSync(join(ROOT, 'src/cli', file), 'utf8');
    // The two things newer than 2019 that Node 12.17 knows: dynamic import and import.meta.
    const without = code.replace(/\bimport(?=\(|\.meta)/g, 'load');
    expect(
      new Linter().verify(without, { languageOptions: { ecmaVersion: 2019, sourceType: 'module' } }),
    ).toEqual([]);
    expect(code).not.toMatch(/from 'node:/);
  },
);

describe('a command', () => {
  it.each([
    [['start', '--browser'], 'start.js', ['--browser']],
    [['serve', '--port', '1'], 'serve.js', ['--port', '1']],
    [['--library', 'serve', 'serve'], 'serve.js', ['--library', 'serve']],
    [['--library=x', 'start'], 'start.js', ['--library=x']],
    [['search', 'serve'], 'paralel.js', ['search', 'serve']],
    [['--library', 'start', 'articles'], 'paralel.js', ['--library', 'start', 'articles']],
    [['--help'], 'paralel.js', ['--help']],
    [[], 'paralel.js', []],
    [['__proto__'], 'paralel.js', ['__proto__']],
  ])('%j goes to %s', (args, entry, rest) => {
    expect(entryFor(args)).toEqual({ entry, args: rest });
  });
});

describe('on a Node that is too old', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'paralel-launch-'));
    for (const folder of ['src/cli', 'locales'])
      cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  /** A Node that says it is 18, which is all that the launcher goes by. */
  const OLD =
    'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"18.19.0"}})';
  const launch = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', OLD, join(root, 'src/cli/paralel.mjs'), ...args], {
      encoding: 'utf8',
    });

  it('says what it needs, what it found and what to do', () => {
    const { status, stderr, stdout } = launch('articles');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/needs Node 22\.18 or newer; this is Node 18\.19\.0\. Install a newer Node/);
  });

  it('runs by the one that npm brought, with its output and its exit code', () => {
    mkdirSync(join(root, 'node_modules/.bin'), { recursive: true });
    symlinkSync(process.execPath, join(root, 'node_modules/.bin/node'));
    mkdirSync(join(root, 'out/main'), { recursive: true });
    cpSync(join(ROOT, 'tests/support/echo-entry.mjs'), join(root, 'out/main/paralel.js'));
    const { status, stdout } = launch('search', 'Ћирез', '--json');
    expect(status).toBe(7);
    expect(JSON.parse(stdout)).toEqual({ node: process.versions.node, args: ['search', 'Ћирез', '--json'] });
  });
});
