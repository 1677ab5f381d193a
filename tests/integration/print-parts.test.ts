import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChromiumPrinter } from '../../src/library/printing/chromium';
import type { Handout, HandoutRequestInput } from '../../src/shared/contract';
import { LANGS, type Lang } from '../../src/shared/lang';
import { launchChromium } from '../support/chromium';
import { buildPrintPage, plain, read, textOf } from '../support/print';
import { type Change, HOSTILE, LIBRARY, OWN, partsHandout, QUESTIONS, text } from '../unit/handout/parts';

const POINTS_PER_MM = 72 / 25.4;
const refused: string[] = [];
let windowFolder = '';
let printer: ChromiumPrinter;

beforeAll(async () => {
  windowFolder = await mkdtemp(join(tmpdir(), 'paralel-print-parts-'));
  await buildPrintPage(windowFolder);
  printer = new ChromiumPrinter({
    windowFolder,
    onRefused: (url) => refused.push(url),
    launch: () => launchChromium(),
  });
});

afterAll(async () => {
  await printer?.close();
  await rm(windowFolder, { recursive: true });
});

async function printed(
  langs: Lang[],
  change: Change,
  look: (pdf: PDFDocumentProxy, handout: Handout, pages: string[]) => void | Promise<void>,
): Promise<void> {
  const handout = partsHandout(langs, change);
  const pdf = await printer.make(handout, 'pdf');
  await read(pdf, async (document) => look(document, handout, await textOf(document)));
}

/** Where text ends furthest to the right, and where it may; and how large the largest letters of `words` are. */
async function extent(
  pdf: PDFDocumentProxy,
  { page }: Handout,
  words: string,
): Promise<{ reached: number; allowed: number; points: number }> {
  let reached = 0;
  let points = 0;
  let allowed = Infinity;
  for (let at = 1; at <= pdf.numPages; at += 1) {
    const one = await pdf.getPage(at);
    const { items } = await one.getTextContent();
    allowed = Math.min(allowed, (one.view[2] ?? 0) - page.margin * POINTS_PER_MM);
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      reached = Math.max(reached, item.transform[4] + item.width);
      if (item.str.includes(words)) points = Math.max(points, item.transform[0]);
    }
  }
  return { reached, allowed, points };
}

describe('the parts of a printed handout', () => {
  it.each(LANGS)('say in %s all that there is to say', async (lang) => {
    await printed([lang], { notes: [] }, (_, { chapters }, pages) => {
      const all = pages.join('');
      const said = chapters.flatMap(({ editions, names, glossary }) => [
        ...editions.flatMap(({ facts, figures, sources, seeAlso, title }) => [
          title,
          ...facts.map(({ value }) => value),
          ...figures.flatMap(({ value, what, scope, heldBy }) => [value, what, scope, heldBy]),
          ...sources.map((source) => source.title),
          ...seeAlso.map((link) => link.title),
        ]),
        ...names.flatMap(({ inText, preferred, definite }) => [
          inText.join(', '),
          ...Object.values(preferred).map((name) => name.text),
          ...(definite ? [definite.text] : []),
        ]),
        ...glossary.flatMap(({ note, within }) =>
          [note, within].flatMap((one) => (one ? [text(one, lang)] : [])),
        ),
      ]);
      const asked = Object.values(QUESTIONS).flatMap(({ question, answer }) => [
        text(question, lang),
        text(answer, lang),
      ]);
      const library = [LIBRARY.title, LIBRARY.contentNote, ...LIBRARY.credits].map((one) => text(one, lang));
      for (const passage of [...said, ...asked, ...library]) expect(all).toContain(plain(passage));
    });
  });

  it('say it in every language of a parallel handout', async () => {
    await printed(['en', 'sq', 'sr-Cyrl'], { request: { layout: 'parallel' } }, (_, __, pages) => {
      const all = pages.join('');
      for (const lang of ['en', 'sq', 'sr-Cyrl'] as const) {
        const asked = Object.values(QUESTIONS).map(({ question }) => text(question, lang));
        for (const passage of [text(LIBRARY.contentNote, lang), ...asked])
          expect(all).toContain(plain(passage));
      }
      for (const key of ['Place Izbica, Kosovo', 'Vendi Izbicë, Kosovë', 'Место Избица, Косово'])
        expect(all).toContain(plain(key));
    });
  });

  it('have a figure once for all editions, with its source, and what each says of it', async () => {
    const request = { layout: 'parallel' as const, parts: [{ part: 'figures' as const }] };
    await printed(['en', 'sq', 'sr-Cyrl'], { articles: 1, request }, (_, { chapters }, pages) => {
      const all = pages.join('');
      const [table = ''] = all.split(plain('SOURCE: LINES')).slice(1);
      const count = (words: string) => table.split(plain(words)).length - 1;
      expect(count('93–130')).toBe(1);
      expect(count('Izbica massacre: 8–9, 12')).toBe(2);
      for (const { figures } of chapters[0]!.editions)
        for (const { what, heldBy } of figures) expect([count(what) > 0, count(heldBy)]).toEqual([true, 1]);
    });
  });

  it('stay within the page, however long a name is', async () => {
    const long = (seed: string) => seed.repeat(Math.ceil(300 / seed.length)).slice(0, 300);
    const request = {
      layout: 'parallel' as const,
      title: long('Untertitel'),
      page: { paper: 'A5' as const, size: 18 },
    };
    const change: Change = {
      request,
      article: (article) => ({
        ...article,
        facts: article.facts.map((fact) => ({ ...fact, value: long('Wert'), mentions: [] })),
        figures: article.figures.map((figure) => ({
          ...figure,
          heldBy: long('Zeuge'),
          value: long('93–130'),
        })),
        entities: article.entities.map((entity) => ({
          ...entity,
          preferred: {
            en: { text: long('Llanfair'), certainty: 'derived' as const },
            'sr-Cyrl': { text: long('Ђурђевдан'), certainty: 'uncertain' as const },
          },
        })),
        sources: article.sources.map((source) => ({ ...source, title: long('Quelle') })),
      }),
    };
    await printed(['en', 'sq'], change, async (pdf, handout, pages) => {
      const { reached, allowed, points } = await extent(pdf, handout, 'are named');
      // Chromium makes all of it smaller where anything is wider than the page.
      expect(points).toBeCloseTo(18, 1);
      // A drawing that measures its own words may reach two millimetres into the margin.
      expect(reached).toBeLessThan(allowed + 2 * POINTS_PER_MM);
      for (const name of ['Llanfair', 'Ђурђевдан', 'Wert', 'Zeuge', 'Quelle', 'Untertitel'])
        expect(pages.join('')).toContain(name);
    });
  });

  it('keep a cover to one page, and say how many articles it does not name', async () => {
    const parts = [{ part: 'cover' as const }, { part: 'licence' as const }];
    const page = { paper: 'A5' as const, size: 24 };
    const title = 'The massacres in Drenica and what is known about them '.repeat(6).slice(0, 300);
    await printed(
      ['en', 'sr-Cyrl'],
      { articles: 500, notes: [], request: { parts, page, title } },
      (pdf, _, pages) => {
        expect(pages[0]).toMatch(/and\d{3}more/);
        expect(pages[0]).toContain('MadewithParalel.');
        expect(pages[1]).toContain('Licenceandcredits');
        expect(pdf.numPages).toBeLessThan(6);
      },
    );
  });
});

describe('a printed note', () => {
  it('is read as it was written: code and markup as words, pictures by theirs, and nothing is fetched', async () => {
    await printed(['en'], {}, async (pdf, _, pages) => {
      const all = pages.join('');
      expect(all).toContain(plain('a burnt house (https://evil.example/house.png) and a field'));
      expect(all).toContain(plain('sort --numeric-sort --reverse --key=1'));
      expect(all).toContain(plain(HOSTILE));
      expect(all).toContain(plain('Marked red · Ana, 3 March 2026'));
      expect(all).toContain(plain('Marked yellow · Tags: class 8b, Drenica · Ana, 3 March 2026'));
      expect(all).toContain(plain('On the figure 93–130 (people killed)'));
      expect(all).toContain(plain('On the name Izbica'));
      const links = new Set<string>();
      for (let at = 1; at <= pdf.numPages; at += 1)
        for (const { url, dest } of await (await pdf.getPage(at)).getAnnotations())
          links.add(url ?? `#${String(dest)}`);
      expect([...links].filter((link) => !/^(?:https:\/\/|#)/.test(link))).toEqual([]);
      expect([...links]).toContain('https://example.org/a?b=c');
      expect([...links]).toContain('#poklek-massacre');
      expect(refused).toEqual([]);
    });
  });
});

describe('printed questions', () => {
  it('have one number in all languages and in the answers, the reader’s own among them', async () => {
    await printed(['sq', 'en'], { request: { layout: 'parallel' } }, (_, __, pages) => {
      const answers = pages.findIndex(
        (page) => page.includes('Përgjigjet') && page.includes('Nukështëdhënë'),
      );
      const own = plain(`5. ${OWN.texts.sq.question}`);
      const asked = pages.findIndex((page) => page.includes(own));
      expect(pages[asked]).toContain(plain(OWN.texts.en.question));
      expect(asked).toBeLessThan(answers);
      expect(pages[answers]).toContain(own);
      expect(pages[answers]).toContain(plain(`1. ${QUESTIONS['what-counted']!.question.sq}`));
      expect(pages[asked]).not.toContain(plain(QUESTIONS['what-counted']!.answer.sq));
    });
  });

  it.each<[string, Lang[], HandoutRequestInput['page'], number[]]>([
    ['two by two', [...LANGS], {}, [2, 2]],
    ['three in a row', ['en', 'sq', 'sr-Cyrl'], {}, [3]],
    ['one beneath the other', [...LANGS], { size: 18 }, [1, 1, 1, 1]],
    ['three, one beneath the other', ['en', 'sq', 'sr-Cyrl'], { paper: 'A5' }, [1, 1, 1]],
  ])('stand %s', async (_, langs, page, rows) => {
    const parts = [{ part: 'questions' as const }, { part: 'answers' as const }];
    const request = { layout: 'parallel' as const, parts, page };
    await printed(langs, { articles: 1, notes: [], request }, async (pdf) => {
      for (const said of ['question', 'answer'] as const) {
        const texts = langs.map((lang) => text(QUESTIONS['what-counted']![said], lang));
        expect(rowsOf(await placesOf(pdf, texts))).toEqual(rows);
      }
    });
  });

  it('are never parted from the lines to write on', async () => {
    const own = Array.from({ length: 24 }, (_, at) => ({
      ...OWN,
      lines: (at % 5) + 2,
      texts: { en: { question: `Question ${'word '.repeat((at * 7) % 60)}`, answer: '' } },
    }));
    const request = {
      parts: [{ part: 'questions' as const }],
      questions: { own, without: Object.keys(QUESTIONS) },
    };
    await printed(['en'], { articles: 1, notes: [], request }, async (pdf, handout, pages) => {
      const { questions } = handout.chapters[0]!;
      let from = 0;
      for (const [at, page] of pages.entries()) {
        const count = page.match(/\d+\.Question/g)?.length ?? 0;
        const lines = questions.slice(from, from + count).reduce((sum, question) => sum + question.lines, 0);
        expect(await ruledLines(pdf, at + 1)).toBe(lines);
        from += count;
      }
      expect(from).toBe(24);
      expect(pdf.numPages).toBeGreaterThan(3);
    });
  });
});

interface Place {
  page: number;
  /** Points, from the foot. */
  y: number;
}

/** Where each first begins. */
async function placesOf(pdf: PDFDocumentProxy, texts: readonly string[]): Promise<Place[]> {
  const places = new Map<string, Place>();
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    for (const item of items) {
      // Some letters are set in another font, and end a piece.
      const piece = 'str' in item ? item.str.trim() : '';
      const begun = piece.length > 1 ? texts.find((one) => one.startsWith(piece)) : undefined;
      if (begun !== undefined && 'transform' in item && !places.has(begun))
        places.set(begun, { page, y: item.transform[5] });
    }
  }
  expect([...places.keys()].sort()).toEqual([...texts].sort());
  return texts.flatMap((one) => places.get(one) ?? []);
}

/** How many stand beside each other, row by row. */
function rowsOf(places: readonly Place[]): number[] {
  const rows: Place[][] = [];
  for (const place of places) {
    const row = rows.find(([first]) => first?.page === place.page && Math.abs(first.y - place.y) < 2);
    if (row) row.push(place);
    else rows.push([place]);
  }
  return rows.map(({ length }) => length);
}

/** Those that stand beneath each other; a running head has none that does. */
async function ruledLines(pdf: PDFDocumentProxy, at: number): Promise<number> {
  const { fnArray, argsArray } = await (await pdf.getPage(at)).getOperatorList();
  const lines = argsArray.flatMap((args, index) => {
    if (fnArray[index] !== OPS.constructPath) return [];
    const [left, top, right, bottom] = args[2] as Float32Array;
    return bottom! - top! < 2 ? [`${left} ${right}`] : [];
  });
  return Math.max(...[...Map.groupBy(lines, (line) => line).values()].map(({ length }) => length));
}
