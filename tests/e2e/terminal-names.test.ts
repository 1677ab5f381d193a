/** What a translator does in a terminal. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '../../src/shared/contract';
import { temporaryFolder } from '../support/library';
import { paralel } from '../support/terminal';

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => paralel(['--library', join(folder, 'library'), ...args]);
const file = (name: string) => join(folder, name);

async function json<T extends z.ZodType>(schema: T, ...args: string[]): Promise<z.output<T>> {
  const { code, out, err } = await run(...args, '--json');
  expect([code, err]).toEqual([0, '']);
  return schema.parse(JSON.parse(out));
}

const written = z.object({
  written: z.string(),
  count: z.int(),
  losses: z.array(z.object({ code: z.string() })),
});
const imported = z.object({
  added: z.array(z.string()),
  updated: z.array(z.string()),
  unchanged: z.int(),
  undecided: z.array(z.string()),
  failed: z.array(z.object({ path: z.string(), reason: z.string() })),
  edit: z.int().nullable(),
});
const done = z.object({ edit: z.int().nullable() });

describe('names for other programs', () => {
  it.each([
    ['csv', 'id,type,lang,name'],
    ['tbx', 'type="TBX-Basic"'],
    ['tbx2', '<martif'],
    ['tmx', '<tmx version="1.4"'],
    ['lpf', '"FeatureCollection"'],
    ['lp-tsv', 'title'],
    ['skos', 'skos:prefLabel'],
  ])('are written as %s', async (format, sign) => {
    const out = file(`names.${format}`);
    const made = await json(written, 'export', 'names', '--format', format, '--out', out);
    expect(made).toMatchObject({ written: out, count: 80 });
    expect(readFileSync(out, 'utf8')).toContain(sign);
  });

  it('come back from a workbook as they went', async () => {
    const out = file('names.xlsx');
    await json(written, 'export', 'names', '--format', 'xlsx', '--out', out);
    expect(await json(imported, 'import', 'names', out)).toMatchObject({
      added: [],
      updated: [],
      unchanged: 80,
      edit: null,
    });
  });

  it('say what a glossary of two languages cannot hold', async () => {
    const made = await json(
      written, 'export', 'names', '--format', 'omegat', '--pair', 'sq,sr-Latn', '--out', file('names.txt'),
    ); // prettier-ignore
    expect(made.losses.map(({ code }) => code)).toContain('name-certainty');
    expect(readFileSync(file('names.txt'), 'utf8')).toContain('Izbicë\tIzbica');
  });

  it('have passages and figures beside them', async () => {
    await json(written, 'export', 'blocks', '--langs', 'sq,sr-Cyrl', '--out', file('blocks.tmx'));
    expect(readFileSync(file('blocks.tmx'), 'utf8')).toContain('Изби');
    const figures = await json(written, 'export', 'figures', '--lang', 'sq', '--out', file('figures.csv'));
    expect(readFileSync(file('figures.csv'), 'utf8').split('\r\n').length).toBe(figures.count + 2);
  });

  it('are refused in words where something is missing', async () => {
    expect(await run('export', 'names', '--format', 'docx', '--out', file('x'))).toMatchObject({
      code: 2,
      out: '',
    });
    expect(await run('export', 'everything', '--out', file('x'))).toMatchObject({ code: 2, out: '' });
  });
});

describe('names from a file', () => {
  const CSV =
    'type,lang,name,kind\nvillage,sq,Krajkovë,preferred\nvillage,sq,Poklek,preferred\n,sq,Askund,preferred\n';

  it('are shown first, then brought in, found and undone', async () => {
    writeFileSync(file('in.csv'), CSV);
    const preview = await json(
      contract['import.preview'].output,
      'import',
      'names',
      file('in.csv'),
      '--dry-run',
    );
    expect(preview.counts).toEqual({ added: 1, changed: 0, conflict: 1, unchanged: 1 });
    const result = await json(imported, 'import', 'names', file('in.csv'));
    expect(result).toMatchObject({ added: ['pl-krajkove'], undecided: ['3'], failed: [] });
    const names = contract['names.list'].output;
    expect((await json(names, 'names', 'krajkov')).map(({ id }) => id)).toEqual(['pl-krajkove']);
    await json(contract['names.undo'].output, 'undo', String(result.edit));
    expect(await json(names, 'names', 'krajkov')).toEqual([]);
    await json(contract['names.redo'].output, 'redo');
    expect(await json(names, 'names', 'krajkov')).toHaveLength(1);
  });

  it('are brought in as somebody decided', async () => {
    writeFileSync(file('decisions.json'), JSON.stringify({ 3: { type: 'village' } }));
    const result = await json(
      imported,
      'import',
      'names',
      file('in.csv'),
      '--decisions',
      file('decisions.json'),
    );
    expect(result).toMatchObject({ added: ['pl-askund'], undecided: [] });
  });

  it('change nothing where the file means ill, and the line is told', async () => {
    const before = await run('names', '--json');
    writeFileSync(file('bomb.tbx'), '<!DOCTYPE tbx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><tbx>&b;</tbx>');
    const { code, out } = await run('import', 'names', file('bomb.tbx'), '--json');
    expect(code).toBe(1);
    expect(imported.parse(JSON.parse(out)).failed[0]?.reason).toContain(
      'line 1: The file begins with a DOCTYPE',
    );
    expect(await run('import', 'names', file('nowhere.csv'))).toMatchObject({ code: 1, out: '' });
    expect((await run('names', '--json')).out).toBe(before.out);
  });
});

describe('a name in the terminal', () => {
  it('is added, signed, listed and taken away again', async () => {
    await run('sign', 'Arta D.');
    const { edit } = await json(
      done, 'entity', 'add-name', 'pl-izbica', '--lang', 'sr-Cyrl', '--text', 'Горња Љубижда', '--source', 'geonames',
    ); // prettier-ignore
    expect(
      (await json(contract['names.list'].output, 'names', 'gornja ljubižda')).map(({ id }) => id),
    ).toEqual(['pl-izbica']);
    const { edits } = await json(contract['names.edits'].output, 'changes');
    expect(edits[0]).toMatchObject({
      number: edit,
      by: 'Arta D.',
      what: { kind: 'entity', entity: 'pl-izbica' },
    });
    await json(done, 'entity', 'remove-name', 'pl-izbica', '--lang', 'sr-Cyrl', '--text', 'Горња Љубижда');
    expect(await json(contract['names.list'].output, 'names', 'горња љубижда')).toEqual([]);
    expect(
      await run('entity', 'remove-name', 'pl-izbica', '--lang', 'en', '--text', 'Nowhere'),
    ).toMatchObject({ code: 1 });
  });

  it('is an entity that can be printed, changed and put back', async () => {
    const { out } = await run('entity', 'show', 'pl-izbica');
    writeFileSync(file('izbica.json'), out.replace('"verified"', '"uncertain"'));
    const { edit } = await json(done, 'entity', 'put', file('izbica.json'));
    expect(edit).not.toBeNull();
    expect((await json(contract['names.get'].output, 'name', 'pl-izbica')).names[0]?.certainty).toBe(
      'uncertain',
    );
    expect(await json(done, 'entity', 'put', file('izbica.json'))).toEqual({ edit: null });
    expect(await run('entity', 'remove', 'ev-izbica')).toMatchObject({ code: 1 });
    expect(await run('entity', 'put', file('in.csv'))).toMatchObject({ code: 2 });
  });

  it('is found in a text, and marked or rejected where it stands', async () => {
    writeFileSync(file('text.txt'), 'U Drenici i Čikatovu; NATO-a nema. Снаге у Поклеку.');
    const found = await json(contract['names.match'].output, 'match', file('text.txt'));
    expect(found.map(({ text }) => text)).toEqual(['Drenici', 'Čikatovu', 'NATO-a', 'Поклеку']);
    expect(found[1]?.candidates.length).toBeGreaterThan(0);
    const [proposal] = await json(contract['names.proposals'].output, 'proposals', 'izbica-massacre');
    if (!proposal) throw new Error('nothing is proposed');
    const { block, start, end } = proposal;
    const at = [
      '--article',
      'izbica-massacre',
      '--block',
      block,
      '--start',
      String(start),
      '--end',
      String(end),
    ];
    if (!block.startsWith('fact-')) await json(done, 'mention', ...at, '--none');
    expect(await run('mention', ...at)).toMatchObject({ code: 2 });
  });

  it('is compared between editions, and what is not consistent is told', async () => {
    const compared = await json(
      contract['names.compare'].output,
      'compare',
      'izbica-massacre:sq',
      'izbica-massacre:sr-Latn',
    );
    expect(compared.rows[0]?.forms).toHaveLength(2);
    const findings = await json(
      contract['names.findings'].output,
      'findings',
      'drenica-massacres',
      '--lang',
      'en',
    );
    expect(findings.map(({ code }) => code)).toContain('two-names');
    expect(await run('compare', 'izbica-massacre:sq')).toMatchObject({ code: 2 });
  });
});
