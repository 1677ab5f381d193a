import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDecisions } from '../../../src/cli/decisions';
import { formatFor } from '../../../src/cli/export-format';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'paralel-decisions-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(given: unknown) {
  const file = join(folder, 'decisions.json');
  writeFileSync(file, typeof given === 'string' ? given : JSON.stringify(given));
  return readDecisions(file);
}

describe('decisions of an import', () => {
  it('are read by their keys', () => {
    expect(read({ 3: { type: 'village' }, 4: { skip: true }, 5: { as: 'new', without: ['5.2'] } })).toEqual({
      3: { type: 'village' },
      4: { skip: true },
      5: { as: 'new', without: ['5.2'] },
    });
  });

  it('are read as they were printed, and what is null is not decided', () => {
    const decisions = {
      1: { name: 'Drenas', as: 'pl-drenas', type: null, choices: { as: ['pl-drenas', 'new'] } },
    };
    expect(read({ format: 'csv', items: [], decisions })).toEqual({ 1: { as: 'pl-drenas' } });
  });

  it.each([
    [{ 1: { same: 'pl-drenas' } }, '“1”: Unrecognized key: "same"'],
    [{ 1: { type: 'planet' } }, '“1”: “type”: Invalid option'],
    [{ decisions: { 1: 7 } }, '“1”: Invalid input'],
    ['{', 'is no JSON'],
    [[], 'holds no decisions'],
  ])('are refused in a sentence: %j', (given, sentence) => {
    expect(() => read(given)).toThrow(RangeError);
    expect(() => read(given)).toThrow(sentence);
  });
});

describe('the format of a file to write', () => {
  it.each([
    ['names', 'a.csv', 'csv'],
    ['names', 'a.JSONLD', 'lpf'],
    ['names', 'a.tsv', 'lp-tsv'],
    ['notes', 'a.jsonld', 'webannotation'],
    ['blocks', 'a.tmx', 'tmx'],
  ] as const)('is told by its name: %s to %s', (what, file, format) => {
    expect(formatFor(what, undefined, file)).toBe(format);
  });

  it.each([
    ['names', undefined, 'x.tbx', 'tbx, tbx2.'],
    ['names', undefined, 'x', 'xlsx, csv, tbx'],
    ['figures', undefined, 'x.xlsx', 'csv.'],
    ['names', 'docx', 'x.csv', 'is no format for names'],
  ] as const)('is asked for where it is in doubt: %s as %s to %s', (what, asked, file, sentence) => {
    expect(() => formatFor(what, asked, file)).toThrow(sentence);
  });
});
