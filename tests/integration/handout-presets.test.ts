/** Every preset, printed of the first library by a real Chromium and read back. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAttached } from '../../src/library/printing/attached';
import { ChromiumPrinter } from '../../src/library/printing/chromium';
import type { Article, Handout, HandoutRequestInput } from '../../src/shared/contract';
import { attachedSchema } from '../../src/shared/handout';
import type { Part } from '../../src/shared/handout-parts';
import { type Preset, PRESET_OPTIONS, PRESETS } from '../../src/shared/handout-presets';
import { launchChromium } from '../support/chromium';
import { openTestLibrary, type TestLibrary } from '../support/library';
import { writeNote } from '../support/notebook';
import { checkPdfUa } from '../support/pdfua/check';
import {
  contentsNumbers,
  fontsOf,
  headingsOf,
  orphanHeadings,
  outlineOf,
  type Run,
  textByLang,
  textWithin,
} from '../support/pdfua/read';
import { buildPrintPage, plain } from '../support/print';

type Articles = 'drenica-massacres' | 'izbica-massacre' | 'poklek-massacre';
type Way = Pick<HandoutRequestInput, 'langs' | 'layout' | 'page'> & { articles: { id: Articles }[] };

const WAYS: Readonly<Record<string, Way>> = {
  'all articles, three editions beside each other': {
    articles: [{ id: 'drenica-massacres' }, { id: 'izbica-massacre' }, { id: 'poklek-massacre' }],
    langs: ['sq', 'sr-Cyrl', 'en'],
    layout: 'parallel',
  },
  'one article in Serbian, Latin': { articles: [{ id: 'izbica-massacre' }], langs: ['sr-Latn'] },
  'one article in Albanian, two columns, words divided': {
    articles: [{ id: 'poklek-massacre' }],
    langs: ['sq'],
    page: { columns: 2, hyphenate: true },
  },
};

let windowFolder = '';
let one: TestLibrary;
let printer: ChromiumPrinter;

beforeAll(async () => {
  windowFolder = await mkdtemp(join(tmpdir(), 'paralel-presets-'));
  await buildPrintPage(windowFolder);
  printer = new ChromiumPrinter({ windowFolder, launch: () => launchChromium() });
  one = openTestLibrary();
  await writeNote(one.call, 'Ask for the register of 1999.');
});

afterAll(async () => {
  await printer?.close();
  one?.remove();
  await rm(windowFolder, { recursive: true });
});

interface Printed {
  handout: Handout;
  bytes: Uint8Array;
}

async function compose(preset: Preset, way: Way): Promise<Handout> {
  const options = PRESET_OPTIONS[preset];
  // Three editions do not fit beside each other in large print on upright A4.
  const landscape = preset === 'large-print' && way.layout === 'parallel';
  const page = { ...options.page, ...way.page, ...(landscape && { landscape }) };
  return one.call('handout.compose', { ...options, ...way, page });
}

async function print(preset: Preset, way: Way): Promise<Printed> {
  const handout = await compose(preset, way);
  return { handout, bytes: (await printer.make(handout, 'pdf')).bytes };
}

/** Without marks of lists, which the page adds, and the soft hyphens of divided words. */
const words = (text: string) => plain(text).replace(/[\u00AD•]/gu, '');

async function spokenIn(bytes: Uint8Array): Promise<Run[]> {
  return (await textByLang(bytes)).map(({ lang, text }) => ({ lang, text: words(text) }));
}

interface Place {
  run: number;
  at: number;
}

/**
 * Where a passage stands from `from` on: in one run, or in several, between which runs of other columns may stand where
 * a page ends.
 */
function find(passage: string, runs: readonly Run[], from: Place): { end: Place; pieces: Run[] } | undefined {
  for (let run = from.run; run < runs.length; run += 1) {
    const { lang, text } = runs[run]!;
    let at = text.indexOf(passage.slice(0, 4), run === from.run ? from.at : 0);
    for (; at >= 0; at = text.indexOf(passage.slice(0, 4), at + 1)) {
      const first = text.slice(at, at + passage.length);
      if (!passage.startsWith(first)) continue;
      const rest = follow(passage.slice(first.length), runs, { run, at: at + first.length });
      if (rest) return { end: rest.end, pieces: [{ lang, text: first }, ...rest.pieces] };
    }
  }
  return undefined;
}

function follow(passage: string, runs: readonly Run[], from: Place): ReturnType<typeof find> {
  const pieces: Run[] = [];
  let [rest, end] = [passage, from];
  for (let run = from.run + 1; rest !== '' && run < runs.length; run += 1) {
    const { lang, text } = runs[run]!;
    const piece = text.slice(0, rest.length);
    if (!rest.startsWith(piece)) continue;
    pieces.push({ lang, text: piece });
    rest = rest.slice(piece.length);
    end = { run, at: piece.length };
  }
  return rest === '' ? { end, pieces } : undefined;
}

/** What is wrong with how an edition stands in the document: block after block, in its language but for the names it quotes in theirs. */
function wrongIn({ lang, blocks }: Pick<Article, 'lang' | 'blocks'>, runs: readonly Run[]): string[] {
  let from: Place = { run: 0, at: 0 };
  return blocks.flatMap(({ id, text, mentions }) => {
    const found = find(words(text), runs, from);
    if (!found) return [`${lang} ${id} is not there`];
    from = found.end;
    const isForeign = (one: { lang?: string | undefined }) => one.lang !== undefined && one.lang !== lang;
    const named = (ones: readonly { lang?: string | undefined; text: string }[]) =>
      ones
        .filter(isForeign)
        .map((one) => `${one.lang}: ${words(one.text)}`)
        .join('; ');
    const [quoted, spoken] = [named(mentions), named(found.pieces)];
    return quoted === spoken ? [] : [`${lang} ${id} has “${spoken}” for “${quoted}”`];
  });
}

const cases = PRESETS.flatMap((preset) => Object.entries(WAYS).map(([name, way]) => ({ preset, name, way })));

describe.each(cases)('the preset “$preset”, of $name,', ({ preset, way }) => {
  let printed: Printed;
  beforeAll(async () => {
    printed = await print(preset, way);
  });
  const hasPart = (part: Part) => PRESET_OPTIONS[preset].parts?.some((one) => one.part === part) ?? false;

  it('breaks no rule of PDF/UA-1', async () => {
    expect(await checkPdfUa(printed.bytes)).toEqual([]);
  });

  it('carries its typefaces, none of them as nameless shapes', async () => {
    const fonts = await fontsOf(printed.bytes);
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter(({ type, isEmbedded }) => type === 'Type3' || !isEmbedded)).toEqual([]);
  });

  it('says every word of each edition, in its language', async () => {
    const runs = await spokenIn(printed.bytes);
    for (const { id } of hasPart('text') ? way.articles : [])
      for (const lang of way.langs) {
        const article = await one.call('articles.get', { id, lang });
        expect(article.blocks.length).toBeGreaterThan(10);
        expect(wrongIn(article, runs)).toEqual([]);
      }
    for (const lang of way.langs) {
      const spoken = runs.map((run) => (run.lang === lang ? run.text : ' ')).join('');
      const names = printed.handout.chapters.flatMap(({ names: rows }) => rows.flatMap(({ preferred }) => preferred[lang] ?? [])); // prettier-ignore
      expect(names.length).toBeGreaterThan(5);
      expect(names.filter(({ text }) => hasPart('names') && !spoken.includes(words(text)))).toEqual([]);
    }
  });

  it('has every chapter in its outline', async () => {
    const outline = await outlineOf(printed.bytes);
    const { chapters, sheets } = printed.handout;
    const shown = chapters.filter(({ id }) => sheets.some(({ chapter }) => chapter === id));
    const titles = shown.map(({ editions, lang }) => editions[0]?.titles[lang]);
    // A cover says the title, too.
    const listed = outline.map(({ title }) => title).slice(hasPart('cover') ? 1 : 0);
    expect(listed.filter((title) => titles.includes(title))).toEqual(titles);
    expect(listed.length).toBeGreaterThan(0);
    expect(outline.filter(({ page }) => page === undefined)).toEqual([]);
  });

  it('lists in its contents the page on which each heading stands', async () => {
    const entries = await contentsNumbers(printed.bytes);
    expect(entries.length > printed.handout.chapters.length).toBe(hasPart('contents'));
    const headings = await headingsOf(printed.bytes);
    for (const { text, printed: number, page } of entries) {
      expect([text, number]).toEqual([text, page]);
      const there = headings
        .filter((heading) => heading.page === number)
        .map((heading) => words(heading.text));
      expect(there).toContain(words(text));
    }
  });

  it('ends no page with a heading, and lets nothing out of it', async () => {
    expect(await orphanHeadings(printed.bytes)).toEqual([]);
    expect(await textWithin(printed.bytes)).toEqual([]);
  });

  it('is the same when it is made again', async () => {
    const again = await print(preset, way);
    expect(Buffer.compare(again.bytes, printed.bytes)).toBe(0);
  });

  it('can be opened again as the handout that it was', async () => {
    const { bytes, handout } = printed;
    const attached = attachedSchema.parse(JSON.parse((await readAttached(bytes)) ?? ''));
    expect(attached.request).toEqual(handout.request);
    const file = { name: 'handout.pdf', data: Buffer.from(bytes).toString('base64') };
    const opened = await one.call('handout.read', { file });
    expect(opened).toEqual({ request: handout.request, missing: [], from: null });
    expect(await one.call('handout.compose', opened.request)).toEqual(handout);
  });
});
