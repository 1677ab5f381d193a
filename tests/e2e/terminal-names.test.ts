/** What a translator does in a terminal. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
    // Linked Places holds places alone.
    expect(made).toMatchObject({ written: out, count: format.startsWith('lp') ? 30 : 80 });
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
    for (const [args, sentence] of [
      [['--out', file('x.tbx')], 'Add --format: tbx, tbx2.'],
      [['--out', file('x')], 'Add --format: xlsx, csv'],
      [['--out', file('x.txt')], '--pair sq,sr-Latn'],
      [['--out', file('x.jsonld'), '--base', 'here'], 'an address that ends in'],
    ] as const) {
      const { code, err } = await run('export', 'names', ...args);
      expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
      expect(existsSync(args[1])).toBe(false);
    }
  });

  it('are in the format that the file’s name tells, and what is lost is said first', async () => {
    const out = file('told.jsonld');
    const tried = await run('export', 'names', '--out', out, '--dry-run');
    expect(tried.out).toMatch(/^What will not be in the file:\n {4}Records that are not places: 50 /u);
    expect(tried.out).toContain(`30 name records would be written to ${out}`);
    expect(existsSync(out)).toBe(false);
    expect((await run('export', 'names', '--out', out)).out.trimEnd()).toMatch(
      /\n.*told\.jsonld: 30 name records$/u,
    );
    expect(readFileSync(out, 'utf8')).toContain('"FeatureCollection"');
  });
});

describe('names from a file', () => {
  const CSV =
    'type,lang,name,kind\nvillage,sq,Krajkovë,preferred\nvillage,sq,Poklek,preferred\n,sq,Askund,preferred\n';

  it('are shown first, then brought in, found and undone', async () => {
    writeFileSync(file('in.csv'), CSV);
    const preview = await json(
      contract['import.preview'].output.extend({ decisions: z.unknown() }),
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

  it('are decided in the answer to what was asked, given back as it was printed', async () => {
    writeFileSync(file('open.csv'), 'type,lang,name,kind\nvillage,sq,Drenas,preferred\n,sq,Diku,preferred\n');
    const asked = JSON.parse((await run('import', 'names', file('open.csv'), '--dry-run', '--json')).out) as {
      decisions: Record<string, Record<string, unknown>>;
    };
    expect(asked.decisions).toMatchObject({
      1: { name: 'Drenas', as: null, choices: { as: ['pl-drenas', 'new'] } },
      2: { name: 'Diku', type: null },
    });
    const decide = (decisions: unknown) => {
      writeFileSync(
        file('answers.json'),
        typeof decisions === 'string' ? decisions : JSON.stringify(decisions),
      );
      return run('import', 'names', file('open.csv'), '--json', '--decisions', file('answers.json'));
    };
    expect(imported.parse(JSON.parse((await decide(asked)).out)).undecided).toEqual(['1', '2']);
    Object.assign(asked.decisions['2'] ?? {}, { type: 'village' });
    expect(imported.parse(JSON.parse((await decide(asked)).out))).toMatchObject({
      added: ['pl-diku'],
      undecided: ['1'],
    });
    for (const [wrong, sentence] of [
      ['{', 'is no JSON'],
      [{ 1: { same: 'pl-drenas' } }, '“1”: Unrecognized key: "same"'],
      [{ 9: { skip: true } }, 'no record “9”'],
      [{ 1: { as: 'pl-izbica' } }, 'can be pl-drenas or new'],
    ] as const) {
      const { code, err } = await decide(wrong);
      expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
      expect(err).not.toContain('    at ');
    }
    expect((await run('import', 'names', '--help')).out).toContain('"as": "pl-drenas"');
  });

  it('of a glossary are what --type says, where they are new', async () => {
    writeFileSync(file('gloss.txt'), 'Drenas\tGlogovac\nVendiriri\tNovomesto\n');
    const args = ['import', 'names', file('gloss.txt'), '--pair', 'sq,sr-Latn', '--type', 'village'];
    expect(await json(imported, ...args)).toMatchObject({ added: ['pl-vendiriri'], updated: [] });
    expect((await run('undo')).code).toBe(0);
  });

  it('are refused for a damaged byte, with its line', async () => {
    const bytes = Buffer.from('lang,name\nsq,Gjëra\nsq,Shëra\n');
    writeFileSync(
      file('damaged.csv'),
      Buffer.concat([bytes.subarray(0, -5), Buffer.of(0xeb), bytes.subarray(-3)]),
    );
    const { code, out } = await run('import', 'names', file('damaged.csv'), '--dry-run');
    expect([code, out]).toEqual([1, expect.stringContaining('line 3: The text is UTF-8 up to here')]);
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
    const { names: all } = await json(contract['names.get'].output, 'name', 'pl-izbica');
    const added = all.find(({ text }) => text === 'Горња Љубижда');
    expect(added?.certainty).toBe('uncertain');
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

  it('is found in a text in a code page, and that is said', async () => {
    const bytes = Buffer.from('Gjakov\u00EB dhe \u00C7irez te Drenas', 'latin1');
    writeFileSync(file('old.txt'), bytes);
    const { code, out, err } = await run('match', file('old.txt'), '--json');
    expect([code, err]).toEqual([0, expect.stringContaining('read as windows-1250')]);
    expect(contract['names.match'].output.parse(JSON.parse(out)).map(({ text }) => text)).toContain('Çirez');
    writeFileSync(file('mixed.txt'), Buffer.concat([Buffer.from('Në\n'), bytes]));
    expect(await run('match', file('mixed.txt'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('line 2: The text is UTF-8 up to here') as unknown,
    });
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
    await json(done, 'mention', ...at, '--none');
    expect(await run('mention', ...at)).toMatchObject({ code: 2 });
    const beyond = await run(
      'mention',
      ...at.slice(0, 2),
      '--block',
      'lead-1',
      '--start',
      '0',
      '--end',
      '9999',
      '--none',
    );
    expect(beyond).toMatchObject({
      code: 1,
      err: expect.stringMatching(/has \d+ characters: from 0 to 9999/u) as unknown,
    });
  });

  it('is marked in a fact as in a paragraph', async () => {
    const article = (await run('article', 'izbica-massacre', '--lang', 'sq', '--json')).out;
    const { facts } = contract['articles.get'].output.parse(JSON.parse(article));
    const marked = facts.find(({ mentions }) => mentions.length > 0);
    const [was] = marked?.mentions ?? [];
    if (!marked || !was) throw new Error('no fact names anything');
    const span = ['--start', String(was.start), '--end', String(was.end)];
    const where = ['--article', 'izbica-massacre', '--lang', 'sq', '--block', `fact-${marked.key}`];
    const { edit } = await json(done, 'mention', ...where, ...span, '--none');
    expect(edit).not.toBeNull();
    const proposed = await json(
      contract['names.proposals'].output,
      'proposals',
      'izbica-massacre',
      '--lang',
      'sq',
    );
    expect(proposed.map(({ block, start }) => [block, start])).not.toContainEqual([
      `fact-${marked.key}`,
      was.start,
    ]);
    await json(contract['names.undo'].output, 'undo');
  });

  it('says so where there is nothing, and prints no line of it', async () => {
    writeFileSync(file('nameless.txt'), 'Nothing of the kind.');
    expect(await run('match', file('nameless.txt'))).toEqual({ code: 0, out: '', err: 'Nothing to show.\n' });
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
