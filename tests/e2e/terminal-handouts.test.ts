/** Handouts from the terminal, in every format, for one article or many. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readAttached } from '../../src/library/printing/attached';
import { attachedSchema } from '../../src/shared/handout';
import { PRESETS } from '../../src/shared/handout-presets';
import { readDocx, textOf } from '../support/docx';
import { temporaryFolder } from '../support/library';
import { checkPdfUa } from '../support/pdfua/check';
import { plain } from '../support/print';
import { type Ended, LAUNCHER, paralel } from '../support/terminal';

const TITLES = ['Masakra e Izbicës', 'Масакр у Избици', 'Izbica massacre'];
const oneFile = z.strictObject({ file: z.string(), pages: z.int(), seconds: z.number() });
const manyFiles = z.strictObject({
  folder: z.string(),
  files: z.array(z.strictObject({ file: z.string(), pages: z.int() })),
  pages: z.int(),
  seconds: z.number(),
});

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]): Promise<Ended> => paralel(['--library', join(folder, 'library'), ...args]);

async function json(...args: string[]): Promise<unknown> {
  const { code, out, err } = await run(...args, '--json');
  expect(err).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out);
}

/** Names only: what is being written begins with a dot. */
const filesIn = (...path: string[]): string[] => readdirSync(join(folder, ...path)).toSorted();

describe('a handout from the terminal', () => {
  it('is a class’s PDF, in three editions beside each other, and is made again from itself', async () => {
    const file = join(folder, 'class.pdf');
    const made = oneFile.parse(
      await json('handout', 'izbica-massacre', '--preset', 'class', '--langs', 'en,sq,sr-Cyrl', '--layout', 'parallel', '--out', file), // prettier-ignore
    );
    expect(made.file).toBe(file);
    expect(made.pages).toBeGreaterThan(5);
    const bytes = readFileSync(file);
    expect(await checkPdfUa(bytes)).toEqual([]);
    const { request } = attachedSchema.parse(JSON.parse((await readAttached(bytes)) ?? ''));
    expect(request).toMatchObject({
      articles: [{ id: 'izbica-massacre' }],
      langs: ['en', 'sq', 'sr-Cyrl'],
      layout: 'parallel',
      page: { size: 11 },
    });
    const again = join(folder, 'again.pdf');
    expect(oneFile.parse(await json('handout', '--from', file, '--out', again)).pages).toBe(made.pages);
    expect(Buffer.compare(readFileSync(again), bytes)).toBe(0);
  });

  it('is a document for word processors', async () => {
    const file = join(folder, 'izbica.docx');
    const made = await json('handout', 'izbica-massacre', '--langs', 'sq,sr-Cyrl,en', '--parts', 'text', '--out', file); // prettier-ignore
    expect(oneFile.parse(made)).toMatchObject({ file, pages: 0 });
    const text = plain(textOf((await readDocx(readFileSync(file))).body));
    for (const title of TITLES) expect(text).toContain(plain(title));
  });

  it('is a page for browsers', async () => {
    const file = join(folder, 'izbica.html');
    const made = await json('handout', 'izbica-massacre', '--langs', 'sq,sr-Cyrl,en', '--layout', 'parallel', '--out', file); // prettier-ignore
    expect(oneFile.parse(made)).toMatchObject({ file, pages: 0 });
    const html = readFileSync(file, 'utf8');
    for (const title of TITLES) expect(html).toContain(title);
    expect(html).toContain('lang="sr-Cyrl"');
    expect(html).not.toMatch(/role="generic"|<script/u);
  });

  it('is a file for each article, and takes no other file’s place', async () => {
    const set = join(folder, 'set');
    const args = ['handout', '--all', '--preset', 'names', '--langs', 'sq', '--out-dir', set] as const;
    const first = manyFiles.parse(await json(...args));
    const names = ['masakra-e-izbices.pdf', 'masakra-e-poklekut.pdf', 'masakrat-ne-drenice.pdf'];
    expect(filesIn('set')).toEqual(names);
    expect(first.folder).toBe(set);
    expect(first.files.map(({ file }) => file).toSorted()).toEqual(names.map((name) => join(set, name)));
    expect(first.pages).toBe(first.files.reduce((sum, { pages }) => sum + pages, 0));
    writeFileSync(join(set, 'masakra-e-izbices.pdf'), 'mine');
    const second = manyFiles.parse(await json(...args));
    expect(second.files.map(({ file }) => file)).toContain(join(set, 'masakra-e-izbices-2.pdf'));
    expect(filesIn('set')).toHaveLength(6);
    expect(readFileSync(join(set, 'masakra-e-izbices.pdf'), 'utf8')).toBe('mine');
  });

  it('tells people where it is and how long it is', async () => {
    const file = join(folder, 'people.pdf');
    const { code, out } = await run('handout', 'izbica-massacre', '--parts', 'facts', '--out', file);
    expect(code).toBe(0);
    expect(out).toMatch(/people\.pdf: 1 page\n[\d.]+ s/u);
  });
});

it('the terminal lists the presets', async () => {
  const presets = z.array(z.strictObject({ id: z.string(), name: z.string(), isOwn: z.boolean() }));
  expect(presets.parse(await json('presets')).map(({ id }) => id)).toEqual(PRESETS);
});

it('a command whose reader has read enough ends in peace, with its work done', async () => {
  const args = ['note', 'add', '--entity', 'pl-izbica', '--text', 'Kept all the same', '--json'];
  const child = spawn(process.execPath, [LAUNCHER, '--library', join(folder, 'library'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const [code] = await once(child, 'close');
  expect([code, err]).toEqual([0, '']);
  expect((await run('note', 'list', 'Kept all the same')).out).toContain('pl-izbica');
});

describe('a handout asked for wrongly', () => {
  it.each([
    ['without a place for it', ['izbica-massacre'], /--out FILE or --out-dir DIR/u],
    [
      'in two places',
      ['izbica-massacre', '--out', 'a.pdf', '--out-dir', 'b'],
      /--out FILE or --out-dir DIR/u,
    ],
    ['in a format that there is not', ['izbica-massacre', '--out', 'a.odt'], /\.pdf, \.docx or \.html/u],
    ['of no article', ['--out', 'a.pdf'], /Name an article/u],
    [
      'by an unknown preset',
      ['izbica-massacre', '--preset', 'zine', '--out', 'a.pdf'],
      /preset “zine”.*class/u,
    ],
    [
      'with an unknown part',
      ['izbica-massacre', '--parts', 'text,index', '--out', 'a.pdf'],
      /“index” is no part/u,
    ],
    [
      'in an unknown layout',
      ['izbica-massacre', '--layout', 'spiral', '--out', 'a.pdf'],
      /“spiral” is no layout/u,
    ],
    [
      'in a margin of a metre',
      ['izbica-massacre', '--margin', '1000', '--out', 'a.pdf'],
      /^error: --margin 1000: choose a number from 10 to 40 \(millimetres\)\.$/mu,
    ],
    [
      'of a section that there is not',
      ['izbica-massacre', '--sections', 'izbica-massacre:lead,h-nope', '--out', 'a.pdf'],
      /“h-nope” is no section of izbica-massacre\. Its sections are: lead, h-/u,
    ],
    [
      'without a question that there is not',
      ['izbica-massacre', '--without-questions', 'nope', '--out', 'a.pdf'],
      /“nope” .* Its questions are: izbica-/u,
    ],
    [
      'with notes that are none',
      ['izbica-massacre', '--notes', 'nope', '--out', 'a.pdf'],
      /--notes: “nope” is not the id of a note/u,
    ],
  ])('%s is refused in a sentence, and nothing is written', async (_, args, sentence) => {
    const at = args.map((arg) => (arg === 'a.pdf' || arg === 'a.odt' ? join(folder, arg) : arg));
    const ended = await run('handout', ...at, '--json');
    expect(ended).toMatchObject({ code: 2, out: '', err: expect.stringMatching(sentence) as string });
    expect(ended.err).not.toMatch(/\n\s+at /u);
    expect(filesIn().filter((name) => name.startsWith('a.'))).toEqual([]);
  });

  it('on paper too narrow for it says what to change, and nothing is written', async () => {
    const out = join(folder, 'narrow.pdf');
    const page = ['--paper', 'A5', '--size', '24', '--margin', '40', '--binding', '25'];
    const ended = await run('handout', 'izbica-massacre', '--langs', 'en,sq,sr-Cyrl,sr-Latn', '--layout', 'parallel', ...page, '--out', out); // prettier-ignore
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toMatch(/^4 editions do not fit beside each other: .*Choose fewer editions/u);
    expect(existsSync(out)).toBe(false);
  });

  it('of what is no handout says so', async () => {
    const other = join(folder, 'other.pdf');
    writeFileSync(other, '%PDF-1.7');
    const out = join(folder, 'b.pdf');
    const ended = await run('handout', '--from', other, '--out', out, '--json');
    expect(ended).toMatchObject({ code: 1, out: '', err: expect.stringContaining('other.pdf') as string });
    expect(existsSync(out)).toBe(false);
  });

  it('where nothing can be written, or without a browser, leaves nothing behind', async () => {
    mkdirSync(join(folder, 'taken'));
    const onFolder = await run('handout', 'izbica-massacre', '--parts', 'facts', '--out', join(folder, 'taken'), '--as', 'html'); // prettier-ignore
    expect(onFolder).toMatchObject({ code: 1, err: expect.stringContaining('cannot be written') as string });
    expect(filesIn('taken')).toEqual([]);
    const file = join(folder, 'file');
    writeFileSync(file, 'mine');
    const inFile = await run('handout', '--all', '--out-dir', file, '--as', 'html');
    expect(inFile).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('cannot be written') as string,
    });
    expect(inFile.err).not.toMatch(/\n\s+at /u);
    expect(readFileSync(file, 'utf8')).toBe('mine');
    const set = join(folder, 'none');
    const noBrowser = await paralel(
      ['--library', join(folder, 'library'), 'handout', '--all', '--out-dir', set, '--as', 'docx', '--json'],
      { PARALEL_CHROMIUM: join(folder, 'no-such-program') },
    );
    expect(noBrowser).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('no-such-program') as string,
    });
    expect(existsSync(set)).toBe(false);
    expect(filesIn().filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
