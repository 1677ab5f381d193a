/** What saving a note costs beside one commit on the same disk, and an article with many notes beside one with none. See docs/benchmarks.md. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { runnerImport } from 'vite';
import { type Ask, RESOURCES, startLibrary } from '../crash/library-process.ts';
import { compare, lineOf, median } from './measure.ts';
import { launch, PAINTED, ROOT, startHost, temporaryFolder } from './program.ts';

const SAVES = 400;
const MANY = 50_000;
const IN_ARTICLE = 500;
const GOAL = 3;
const ARTICLE = 'izbica-massacre';
const TEXT = 'Dëshmia e **dytë**: shih burimin, dhe krahasoje me atë të parën. '.repeat(3);

type Save = () => Promise<unknown>;

const { module } = await runnerImport<typeof import('../../src/library/library.ts')>(
  join(ROOT, 'src/library/library.ts'),
  { configFile: false, root: ROOT, logLevel: 'error' },
);

for (const notes of [0, MANY]) {
  const folder = temporaryFolder();
  const first = startLibrary(folder.path);
  await first.opened;
  await saver(first.ask)();
  await first.close();
  if (notes > 0) fill(join(folder.path, 'notebook.db'), notes);

  const raw = rawCommit(join(folder.path, 'raw.db'));
  const library = module.openLibrary({ folder: folder.path, resources: RESOURCES });
  await race(
    `A note saved among ${notes}`,
    'in the library',
    saver(library.answer as unknown as Ask),
    raw.commit,
  );
  library.close();
  const carried = startLibrary(folder.path);
  await carried.opened;
  await race(`A note saved among ${notes}`, 'over the channel', saver(carried.ask), raw.commit);
  await carried.close();
  raw.close();
  folder.remove();
}
await openWithNotes();

function saver(ask: Ask): Save {
  return async () => {
    const id = randomUUID() as never;
    const target = { on: 'article', article: ARTICLE as never, lang: 'en' } as const;
    const answer = await ask('notes.save', {
      id,
      expected: 0,
      target,
      text: TEXT,
      colour: 'yellow',
      tags: ['dëshmi'],
    });
    if (!answer?.ok) throw new Error(answer?.error.message ?? 'not answered');
  };
}

/** One row of the same words in a table of its own. */
function rawCommit(path: string): { commit: Save; close(): void } {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE line (number INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO line (text) VALUES (?)');
  return { commit: () => Promise.resolve(insert.run(TEXT)), close: () => db.close() };
}

/** In turns, so that both find the disk equally busy. The slowest twentieth counts: that is what a writer notices. */
async function race(title: string, name: string, save: Save, commit: Save): Promise<void> {
  const [ours, peers]: [number[], number[]] = [[], []];
  for (let turn = -20; turn < SAVES; turn += 1) {
    const [mine, theirs] =
      turn % 2 === 0
        ? [await timed(save), await timed(commit)]
        : [await timed(commit), await timed(save)].reverse();
    if (turn < 0) continue;
    ours.push(mine ?? 0);
    peers.push(theirs ?? 0);
  }
  const ratio = p95(ours) / p95(peers);
  const verdict = ratio <= GOAL ? 'within' : 'beyond';
  const ms = (value: number) => `${value.toFixed(2)} ms`;
  console.log(
    `${title}, ${name}: ${ratio.toFixed(2)}x at the 95th percentile (${verdict} the goal of ${GOAL.toFixed(1)}x), ${(median(ours) / median(peers)).toFixed(2)}x in the middle; p95 ${ms(p95(ours))}, one commit ${ms(p95(peers))}`,
  );
}

async function timed(act: Save): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;
}

/** Copies of the one note that is there. */
function fill(path: string, notes: number): void {
  const db = new Database(path);
  const revision = db.prepare(`
    INSERT INTO note_revision (note, revision, at, by, target, text, colour, tags, removed)
    SELECT ?, 1, at, by, target, text, colour, tags, removed FROM note_revision WHERE number = 1`);
  const note = db.prepare(
    'INSERT INTO note (id, created, last) SELECT ?, at, number FROM note_revision WHERE number = ?',
  );
  db.transaction(() => {
    for (let n = 0; n < notes; n += 1) {
      const id = randomUUID();
      note.run(id, revision.run(id).lastInsertRowid);
    }
  })();
  db.close();
}

/** The same article from two libraries, of which one has notes on every paragraph of it. */
async function openWithNotes(): Promise<void> {
  const [plain, noted] = [temporaryFolder(), temporaryFolder()];
  await prepare(plain.path, 0);
  await prepare(noted.path, IN_ARTICLE);
  const [without, having] = [await startHost(plain.path), await startHost(noted.path)];
  const browser = await launch();
  const pages = await Promise.all(
    [having, without].map(async ({ address }) => {
      const page = await browser.newPage();
      await page.goto(address);
      return page;
    }),
  );
  const [withNotes, withNone] = pages;
  if (!withNotes || !withNone) throw new Error('no page');
  console.log(
    lineOf(
      await compare({
        title: `Opening an article with ${IN_ARTICLE} notes`,
        goal: 1.5,
        how: 'From the list of articles to the article’s first paragraph painted, its notes in the margin and marked in the text, against the same without a note.',
        ours: { name: 'with notes', run: () => openArticle(withNotes, true) },
        peer: { name: 'without', run: () => openArticle(withNone, false) },
      }),
    ),
  );
  await browser.close();
  for (const host of [without, having]) await host.stop();
  for (const folder of [plain, noted]) folder.remove();
}

/** A library that has been welcomed to, with notes on the article's paragraphs in turn. */
async function prepare(folder: string, notes: number): Promise<void> {
  const library = startLibrary(folder);
  await library.opened;
  await library.ask('settings.set', { welcomed: true });
  const answer = await library.ask('articles.get', { id: ARTICLE as never, lang: 'en' });
  if (!answer?.ok) throw new Error('no article');
  const blocks = answer.value.blocks.filter(({ type }) => type === 'paragraph');
  for (let n = 0; n < notes; n += 1) {
    const { id: block, text } = blocks[n % blocks.length] ?? { id: '', text: '' };
    const start = (n * 37) % Math.max(1, text.length - 30);
    const quote = text.slice(start, start + 30);
    const target = {
      on: 'quote' as const,
      article: ARTICLE as never,
      lang: 'en' as const,
      block,
      start,
      end: start + quote.length,
      text: quote,
    };
    const saved = await library.ask('notes.save', {
      id: randomUUID() as never,
      expected: 0,
      target,
      text: TEXT,
      colour: 'blue',
      tags: [],
    });
    if (!saved?.ok) throw new Error(saved?.error.message ?? 'not answered');
  }
  await library.close();
}

async function openArticle(page: Page, hasNotes: boolean): Promise<number> {
  await page.evaluate(() => (location.hash = '#/'));
  await page.waitForSelector(`a[href="#/article/${ARTICLE}"]`);
  const start = performance.now();
  await page.click(`a[href="#/article/${ARTICLE}"]`);
  await page.waitForSelector('[data-block="lead-1"]');
  if (hasNotes) await page.waitForFunction(() => CSS.highlights.size > 0);
  await page.evaluate(PAINTED);
  return performance.now() - start;
}
