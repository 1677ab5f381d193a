import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { committedLicences, currentLicences } from '../../../build/licences';
import { isAllowed } from '../../../build/licences/allowed';
import { packageFolder } from '../../../build/licences/bundled';
import { type Licence, licenceOf, webAddress } from '../../../build/licences/package';
import { quietly } from './packed';

const licences = JSON.parse(committedLicences()) as Licence[];
const named = (name: string): Licence | undefined => licences.find((one) => one.name === name);

describe('resources/licences.json', () => {
  it('is about what is shipped now (otherwise: npm run licences)', async () => {
    const current = await quietly(currentLicences);
    expect(JSON.parse(current)).toEqual(licences);
    expect(current).toBe(committedLicences());
  });

  it('has each part once, in order, with its licence and the whole of its text', () => {
    const keys = licences.map(({ name, version }) => `${name} ${version}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect([...licences].sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual(licences);
    for (const { licence, text } of licences) {
      expect(isAllowed(licence)).toBe(true);
      expect(text.length).toBeGreaterThan(200);
    }
  });

  it.each([
    'Paralel',
    'Paralel: the first library',
    'SQLite',
    'better-sqlite3',
    'electron',
    'node-addon-api',
    'vue',
    'zod',
  ])('names %s', (name) => expect(named(name)).toBeDefined());

  it('names the fonts by whom they are', () => {
    for (const font of ['source-sans-3', 'source-serif-4'])
      expect(named(`@fontsource/${font}`)?.text).toMatch(
        /^© .*Adobe.*Reserved Font Name[\s\S]*SIL OPEN FONT LICENSE/,
      );
  });

  it('says what the first library owes to others', () => {
    expect(named('Paralel: the first library')?.text).toMatch(/Wikipedia[\s\S]*GeoNames/);
  });

  it('has nothing that only builds or tests', () => {
    for (const name of ['electron-builder', 'typescript', 'vitest', 'playwright-core', '@sparticuz/chromium'])
      expect(named(name)).toBeUndefined();
  });
});

describe('a licence', () => {
  it.each(['MIT', '(MIT OR GPL-3.0)', 'Apache-2.0 AND MIT', 'OFL-1.1'])('may be shipped: %s', (licence) =>
    expect(isAllowed(licence)).toBe(true),
  );
  it.each([
    'GPL-3.0',
    'AGPL-3.0-only',
    'MIT AND GPL-2.0',
    'UNLICENSED',
    'SEE LICENSE IN LICENSE.md',
    '',
    '(MIT OR (GPL-2.0',
  ])('may not be shipped: %s', (licence) => expect(isAllowed(licence)).toBe(false));
});

describe('a package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'paralel-package-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (file: string, text: string): void => writeFileSync(join(folder, file), text);

  it('is refused where it names no licence, or brings no text of it', () => {
    write('package.json', JSON.stringify({ name: 'nameless', version: '1.0.0' }));
    expect(() => licenceOf(folder)).toThrow('nameless 1.0.0 names no licence');
    write('package.json', JSON.stringify({ name: 'textless', version: '1.0.0', license: 'MIT' }));
    expect(() => licenceOf(folder)).toThrow('textless 1.0.0 comes without the text');
    write('LICENCE', '  \n');
    expect(() => licenceOf(folder)).toThrow('textless 1.0.0 comes without the text');
  });

  it('is read with every file that a licence may stand in', () => {
    write('LICENCE', 'MIT License\r\nwords  \r\n');
    write('NOTICE.txt', 'notice\n');
    expect(licenceOf(folder).text).toBe('MIT License\nwords\n\nnotice');
  });

  it('is told from where its code lies', () => {
    expect(packageFolder('/p', '/p/node_modules/vue/dist/vue.js?x')).toBe('/p/node_modules/vue');
    expect(packageFolder('/p', '/p/node_modules/a/node_modules/@b/c/d.js')).toBe(
      '/p/node_modules/a/node_modules/@b/c',
    );
    expect(packageFolder('/p', '\0rolldown/runtime.js')).toBe(join('/p', 'node_modules/rolldown'));
    expect(packageFolder('/p', '/p/src/core/text/fold.ts')).toBeUndefined();
  });

  it.each([
    ['git+https://github.com/vuejs/core.git', 'https://github.com/vuejs/core'],
    ['git@github.com:Evercoder/culori.git', 'https://github.com/Evercoder/culori'],
    ['sindresorhus/env-paths', 'https://github.com/sindresorhus/env-paths'],
    ['http://github.com/WiseLibs/better-sqlite3', 'https://github.com/WiseLibs/better-sqlite3'],
    ['javascript:alert(1)', undefined],
  ])('has its address made one for a browser: %s', (written, address) =>
    expect(webAddress(written)).toBe(address),
  );
});
