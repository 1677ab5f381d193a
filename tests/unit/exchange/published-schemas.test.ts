/** Our exports against the schemas that others publish, which are not ours to copy: docs/exchange.md says where they
 *  are. They are read from the folder that PARALEL_SCHEMAS names, and what is not in it is skipped. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FormatId, writeNames } from '../../../src/core/exchange/formats';
import type { Gazetteer } from '../../../src/core/exchange/model';
import { isPlace } from '../../../src/core/exchange/places/classes';
import { anyGazetteer, firstLibrary, OPTIONS, VERBOC } from './gazetteers';

const FOLDER = process.env.PARALEL_SCHEMAS ?? '';
const published = (name: string) => resolve(FOLDER, name);
const has = (...names: string[]) => FOLDER !== '' && names.every((name) => existsSync(published(name)));
const isOnPath = (program: string) => spawnSync(program, ['--version']).error === undefined;
const why = (isRun: boolean) => (isRun ? '' : ' (skipped: see docs/exchange.md, PARALEL_SCHEMAS)');

const written = (id: FormatId, gazetteer: Gazetteer) =>
  new TextDecoder().decode(writeNames(id, gazetteer, OPTIONS).bytes);
/** Any other library, the same ones each time. */
const OTHERS = fc.sample(
  anyGazetteer.filter(({ entities }) => entities.some(isPlace)),
  { numRuns: 20, seed: 1998 },
);
const LIBRARIES = [firstLibrary(), VERBOC, ...OTHERS];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'paralel-schemas-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a validator says of texts: nothing, if they are valid. */
function complaints(program: string, args: readonly string[], texts: readonly string[]): string {
  const files = texts.map((_, at) => join(folder, `${at}.xml`));
  texts.forEach((text, at) => writeFileSync(files[at]!, text));
  const { status, stdout, stderr } = spawnSync(program, [...args, ...files], { encoding: 'utf8' });
  const said = `${stdout}${stderr}`.trim();
  return status === 0 ? '' : said || `${program} ended with ${status}`;
}

const LPF = 'lpf_v2.0.jsonld';
describe.skipIf(!has(LPF))(`the published schema of Linked Places${why(has(LPF))}`, () => {
  it('accepts the first library and any other, and no country that it does not list', () => {
    // Its patterns are not for the u flag, and the citation of the whole file, which we have not, is a schema elsewhere.
    const ajv = new Ajv({ strict: false, unicodeRegExp: false, allErrors: true });
    ajv.addSchema({ $id: 'https://whgazetteer.org/schema/csl-citation.json' });
    const isValid = ajv.compile(JSON.parse(readFileSync(published(LPF), 'utf8')) as object);
    for (const library of LIBRARIES) {
      isValid(JSON.parse(written('lpf', library)));
      expect(isValid.errors).toBeNull();
    }
    const withXk = JSON.parse(written('lpf', VERBOC)) as { features: [{ properties: object }] };
    Object.assign(withXk.features[0].properties, { ccodes: ['XK'] });
    expect(isValid(withXk)).toBe(false);
  });
});

const TBX = ['TBX-Basic.nvdl', 'TBXcoreStructV03.rng', 'Min.rng', 'Basic.rng'];
const hasTbx = has(...TBX) && isOnPath('jing');
describe.skipIf(!hasTbx)(`the published schemas of TBX-Basic, by jing${why(hasTbx)}`, () => {
  /** The one that puts the others together names them by their addresses: those that are here, and no others. */
  function local(): string {
    const rules = readFileSync(published('TBX-Basic.nvdl'), 'utf8').replace(
      /<validate\s+schema="([^"]+)"(\s+useMode="\w+")?\s*\/>/gu,
      (_, address: string, mode = '') => {
        const schema = published(basename(address));
        return existsSync(schema)
          ? `<validate schema="${schema}"${mode}/>`
          : mode
            ? `<allow${mode}/>`
            : '<allow/>';
      },
    );
    const file = join(folder, 'local.nvdl');
    writeFileSync(file, rules);
    return file;
  }

  it('accept the first library and any other, and no element that they do not know', () => {
    const rules = local();
    expect(
      complaints(
        'jing',
        [rules],
        LIBRARIES.map((library) => written('tbx', library)),
      ),
    ).toBe('');
    const spoilt = written('tbx', VERBOC).replaceAll('min:subjectField', 'min:fieldOfSubject');
    expect(complaints('jing', [rules], [spoilt])).toContain('fieldOfSubject');
  });
});

const hasTmx = has('tmx14.dtd') && isOnPath('xmllint');
describe.skipIf(!hasTmx)(`the published DTD of TMX 1.4, by xmllint${why(hasTmx)}`, () => {
  const args = ['--noout', '--nonet', '--dtdvalid', published('tmx14.dtd')];

  it('accepts the first library and any other, and no unit without a variant', () => {
    expect(
      complaints(
        'xmllint',
        args,
        LIBRARIES.map((library) => written('tmx', library)),
      ),
    ).toBe('');
    const spoilt = written('tmx', firstLibrary()).replaceAll(/<tuv[\s\S]*?<\/tuv>/gu, '');
    expect(complaints('xmllint', args, [spoilt])).toContain('tu');
  });
});
