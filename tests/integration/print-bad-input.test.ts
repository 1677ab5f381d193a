/** Handouts of what is hard to print. A target that cannot be written, and no browser: e2e/terminal*.test.ts. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ChromiumPrinter } from '../../src/library/printing/chromium';
import type { HandoutRequestInput } from '../../src/shared/contract';
import { articleIdSchema } from '../../src/shared/domain';
import { LANGS } from '../../src/shared/lang';
import { noteIdSchema } from '../../src/shared/notes';
import { launchChromium } from '../support/chromium';
import { openTestLibrary, type TestLibrary } from '../support/library';
import { type MadeArticle, openMadeLibrary } from '../support/made-library';
import { checkPdfUa } from '../support/pdfua/check';
import { contentsNumbers, textByLang, textWithin } from '../support/pdfua/read';
import { buildPrintPage, plain, read, textOf } from '../support/print';

const MANY = 500;
/** Nothing in it says where a line may end. */
const LONG = `Gjegj${'ë'.repeat(295)}`;

const titled = (at: number) => `Register ${at + 1} of Izbica`;
const MADE: MadeArticle[] = [
  ...Array.from({ length: MANY }, (_, at) => ({
    id: `made-${at + 1}`,
    title: titled(at),
    paragraphs: [`This is ${titled(at)}, in [[pl-izbica|Izbica]].`],
  })),
  { id: 'long-name', title: LONG, paragraphs: [`In [[pl-long|${LONG}]] there was a school.`] },
];

const refused: string[] = [];
const opened: TestLibrary[] = [];
let windowFolder = '';
let printer: ChromiumPrinter;
let made: TestLibrary;

beforeAll(async () => {
  windowFolder = await mkdtemp(join(tmpdir(), 'paralel-bad-input-'));
  await buildPrintPage(windowFolder);
  printer = new ChromiumPrinter({
    windowFolder,
    onRefused: (url) => refused.push(url),
    launch: () => launchChromium(),
  });
  made = opening(openMadeLibrary(MADE, [{ id: 'pl-long', name: LONG }]));
});

afterAll(async () => {
  await printer?.close();
  for (const one of opened) one.remove();
  await rm(windowFolder, { recursive: true });
});

function opening(one: TestLibrary): TestLibrary {
  opened.push(one);
  return one;
}

async function print({ call }: TestLibrary, request: HandoutRequestInput): Promise<Uint8Array> {
  const handout = await call('handout.compose', request);
  return (await printer.make(handout, 'pdf')).bytes;
}

async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  let pages: string[] = [];
  await read({ bytes }, async (pdf) => {
    pages = await textOf(pdf);
  });
  return pages;
}

/** Without what stands at the head and foot of each page. */
async function spoken(bytes: Uint8Array): Promise<string> {
  return plain((await textByLang(bytes)).map(({ text }) => text).join(''));
}

/** As an article is of which nobody has written that edition. */
function withoutEdition(article: string, lang: string): TestLibrary {
  const whole = openTestLibrary();
  whole.library.close();
  const file = new Database(join(whole.folder, 'library.db'));
  file.pragma('foreign_keys = ON');
  const { changes } = file.prepare('DELETE FROM edition WHERE article = ? AND lang = ?').run(article, lang);
  file.close();
  expect(changes).toBe(1);
  return opening(openTestLibrary(whole.folder));
}

it('says which of the chosen editions an article does not have, and prints the others', async () => {
  const one = withoutEdition('poklek-massacre', 'sq');
  const articles = [{ id: 'izbica-massacre' }, { id: 'poklek-massacre' }];
  for (const layout of ['single', 'parallel'] as const) {
    const bytes = await print(one, { articles, langs: ['sq', 'en'], layout, parts: [{ part: 'text' }] });
    const text = await spoken(bytes);
    const sentence = plain('This article does not have these editions: Albanian.');
    expect(text.split(sentence)).toHaveLength(2);
    const { blocks } = await one.call('articles.get', { id: 'poklek-massacre', lang: 'en' });
    for (const block of blocks) expect(text).toContain(plain(block.text));
    expect(await checkPdfUa(bytes)).toEqual([]);
  }
});

it('says what an article can be read in that has none of the chosen editions', async () => {
  const one = withoutEdition('poklek-massacre', 'sq');
  const composing = one.call('handout.compose', { articles: [{ id: 'poklek-massacre' }], langs: ['sq'] });
  await expect(composing).rejects.toMatchObject({
    code: 'handout.no-edition',
    message: expect.stringMatching(/has no edition in sq\. It can be read in: en, .*sr-Cyrl/u) as string,
  });
});

it(`prints ${MANY} articles at once, each where the contents say`, async () => {
  const articles = MADE.slice(0, MANY).map(({ id }) => ({ id }));
  const parts = [{ part: 'contents' as const }, { part: 'text' as const }];
  const bytes = await print(made, { articles, langs: ['en'], parts });
  const pages = await pagesOf(bytes);
  expect(pages.length).toBeGreaterThan(MANY);
  const entries = await contentsNumbers(bytes);
  expect(entries.map(({ text }) => text)).toEqual(articles.map((_, at) => titled(at)));
  for (const [at, { printed, page }] of entries.entries()) {
    expect([at, printed]).toEqual([at, page]);
    expect(pages[(printed ?? 0) - 1]).toContain(plain(`This is ${titled(at)}, in Izbica.`));
  }
});

/** Without the hyphens of words that do not fit their line. */
const whole = (text: string): string => text.replaceAll(/[\u00AD-]/gu, '');

it('keeps a name of three hundred letters on the page, in the text as in the tables', async () => {
  for (const layout of ['single', 'parallel'] as const) {
    const bytes = await print(made, {
      articles: [{ id: 'long-name' }],
      langs: ['sq', 'sr-Cyrl', 'en'],
      layout,
      parts: (['cover', 'contents', 'text', 'map', 'names', 'glossary', 'sources'] as const).map((part) => ({
        part,
      })),
    });
    expect(await textWithin(bytes)).toEqual([]);
    const text = whole((await pagesOf(bytes)).join(''));
    // As a title, in the text and in the table.
    expect(text.split(LONG).length - 1).toBeGreaterThanOrEqual(6);
    expect(await checkPdfUa(bytes)).toEqual([]);
  }
});

it('keeps a table that is wider than the page on it, with every word', async () => {
  const id = articleIdSchema.parse('izbica-massacre');
  const bytes = await print(made, {
    articles: [{ id }],
    langs: [...LANGS],
    layout: 'parallel',
    page: { paper: 'A5', size: 24, margin: 30 },
    parts: [{ part: 'names' }, { part: 'facts' }, { part: 'figures' }],
  });
  expect(await textWithin(bytes)).toEqual([]);
  const text = whole(await spoken(bytes));
  for (const lang of LANGS) {
    const { figures, facts } = await made.call('articles.get', { id, lang });
    const words = [...figures.map(({ what }) => what), ...facts.map(({ value }) => value)]
      .join(' ')
      .split(/[\s–-]+/);
    expect(words.length).toBeGreaterThan(50);
    expect(words.filter((word) => !text.includes(plain(word)))).toEqual([]);
  }
});

it('prints the words of notes with pictures and code in them, and fetches nothing', async () => {
  const address = 'https://example.org/plan.png';
  const code = `${'a'.repeat(400)} <script>alert(1)</script>`;
  const text = `See ![the plan](${address}) and \`inline <b>code</b>\`.\n\n\`\`\`js\n${code}\n\`\`\`\n\n<img src="${address}">`;
  const id = noteIdSchema.parse(crypto.randomUUID());
  const target = { on: 'article', article: articleIdSchema.parse('izbica-massacre'), lang: 'en' } as const;
  await made.call('notes.save', { id, expected: 0, target, text, colour: 'yellow', tags: [] });
  const bytes = await print(made, {
    articles: [{ id: 'izbica-massacre' }],
    langs: ['en'],
    parts: [{ part: 'notes' }],
  });
  const printed = (await pagesOf(bytes)).join('');
  for (const words of ['the plan', 'inline <b>code</b>', code]) expect(printed).toContain(plain(words));
  expect(await textWithin(bytes)).toEqual([]);
  expect(await checkPdfUa(bytes)).toEqual([]);
  expect(refused).toEqual([]);
});
