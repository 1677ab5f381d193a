import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChromiumPrinter } from '../../src/library/printing/chromium';
import type { Made } from '../../src/library/printing/printer';
import type { Article, Handout } from '../../src/shared/contract';
import { articleIdSchema } from '../../src/shared/domain';
import { LANGS, type Lang } from '../../src/shared/lang';
import { launchChromium } from '../support/chromium';
import { buildPrintPage, kill, killInUse, plain, read, textOf } from '../support/print';
import { articleIn, handoutIn, ingredientIn } from '../unit/handout/articles';

/** The height of the bottom margin, in points. */
const FOOT = 62;
const refused: string[] = [];
let windowFolder = '';
let browser: Browser | undefined;
let printer: ChromiumPrinter;

beforeAll(async () => {
  windowFolder = await mkdtemp(join(tmpdir(), 'paralel-print-'));
  await buildPrintPage(windowFolder);
  printer = new ChromiumPrinter({
    windowFolder,
    onRefused: (url) => refused.push(url),
    launch: async () => (browser = await launchChromium()),
  });
});

afterAll(async () => {
  await printer?.close();
  await rm(windowFolder, { recursive: true });
});

/** As many articles, each a chapter of its own. */
function handoutOf(editions: readonly Article[]): Handout {
  const articles = editions.map((edition, at) => ({
    ...ingredientIn([edition.lang], { editions: [edition] }),
    id: articleIdSchema.parse(`article-${at + 1}`),
  }));
  return handoutIn(['en'], {}, articles);
}

function longHandout(): Handout {
  return handoutOf(Array.from({ length: 12 }, () => articleIn('en')));
}

const printed = new Map<string, Promise<Made>>();
/** Printed once and looked at by several tests. */
function print(langs: Lang[], paper: Handout['page']['paper'] = 'A4'): Promise<Made> {
  const key = `${langs.join()} ${paper}`;
  const pdf = printed.get(key) ?? printer.make(handoutIn(langs, { page: { paper } }), 'pdf');
  printed.set(key, pdf);
  return pdf;
}

describe('a printed handout', () => {
  it.each(LANGS)('holds the whole text in %s', async (lang) => {
    const article = handoutIn([lang]).chapters[0]!.editions[0]!;
    await read(await print([lang]), async (pdf) => {
      const text = (await textOf(pdf)).join('');
      const { titles, blocks, facts, figures, sources } = article;
      const expected = [
        ...Object.values(titles),
        ...blocks.map((block) => block.text),
        ...facts.map(({ value }) => value),
        ...figures.flatMap(({ value, what, scope, heldBy }) => [value, what, scope, heldBy]),
        ...sources.map(({ title }) => title),
      ];
      for (const passage of expected) expect(text).toContain(plain(passage));
      for (const block of blocks) expect(text.split(plain(block.text))).toHaveLength(2);
    });
  });

  it('says each heading once, wherever a page ends', async () => {
    const handout = handoutIn(['sr-Cyrl']);
    const article = handout.chapters[0]!.editions[0]!;
    const [lead, heading] = article.blocks;
    article.blocks = Array.from({ length: 120 }, (_, at) =>
      at % 2 === 0
        ? { ...heading!, text: `Одељак ${at / 2 + 1}` }
        : { ...lead!, text: lead!.text.slice(0, 40 + ((at * 53) % 260)) },
    );
    await read(await printer.make(handout, 'pdf'), async (pdf) => {
      const [title] = await pdf.getOutline();
      const headings = title!.items.map((item: { title: string }) => item.title);
      expect(headings.slice(0, 60)).toEqual(Array.from({ length: 60 }, (_, at) => `Одељак ${at + 1}`));
      expect(pdf.numPages).toBeGreaterThan(5);
    });
  });

  it('ends no page with a heading, or with the head of a table', async () => {
    const article = articleIn('en');
    const [lead, heading] = article.blocks;
    const handout = handoutOf(
      Array.from({ length: 36 }, (_, at) => {
        const lines = Array.from({ length: at + 4 }, () => ({ ...lead!, text: 'One line.', mentions: [] }));
        return { ...article, blocks: [...lines, heading!, ...article.blocks] };
      }),
    );
    await read(await printer.make(handout, 'pdf'), async (pdf) => {
      const heads = [
        ...[
          'Course of events',
          'In brief',
          'The figures side by side',
          'Names in parallel',
          'Sources',
          'See also',
        ],
        ...['WHAT THE SOURCES STATE', 'WHAT IS COUNTED', 'IN THE TEXT', 'ENGLISH'],
        'As the source documents state it.',
      ];
      for (let at = 1; at <= pdf.numPages; at += 1) {
        const { items } = await (await pdf.getPage(at)).getTextContent();
        const above = items.flatMap((item) =>
          'str' in item && item.str.trim() && item.transform[5] > FOOT ? [item] : [],
        );
        const lowest = Math.min(...above.map((item) => item.transform[5]));
        const last = above.filter((item) => item.transform[5] < lowest + 1).map(({ str }) => str);
        expect(heads.filter((head) => last.includes(head))).toEqual([]);
      }
    });
  });

  it('sets the names of the text beside each other, and says how sure they are', async () => {
    await read(await print(['sq']), async (pdf) => {
      const text = (await textOf(pdf)).join('');
      expect(text).toContain(plain('Izbicë, Izbicës Izbicë, Izbica Izbica Избица Izbica'));
      expect(text).toContain(
        plain('masakër e Izbicës°, Masakra e Izbicës Izbica massacre Масакр у Избици° Masakr u Izbici'),
      );
      expect(text).toContain(plain('Садик Џемајљи°?'));
      expect(text).toContain(plain('°? i pasigurt: as i dëshmuar, as i nxjerrë me siguri.'));
    });
  });

  it('says in each language that it is a draft, under what licence it is, and what made it', async () => {
    await read(await print(['sr-Latn']), async (pdf) => {
      const text = (await textOf(pdf)).join('');
      expect(text).toContain(plain('Nacrt: ovaj tekst još nije pregledan.'));
      expect(text).toContain(plain('može se koristiti pod licencom CC BY-SA 4.0'));
      expect(text).toContain(plain('Napravljeno pomoću programa Paralel.'));
    });
  });

  it('numbers its pages, and heads each with the titles of its own part', async () => {
    await read(await print(['en', 'sq']), async (pdf) => {
      const pages = await textOf(pdf);
      pages.forEach((text, at) => expect(text).toContain(`${at + 1}/${pages.length}`));
      const heads = ['Izbica massacre Masakra e Izbicës', 'Masakra e Izbicës Izbica massacre'];
      const partOf = pages.map((text) => heads.findIndex((head) => text.includes(plain(head))));
      expect(partOf).toEqual([...partOf].sort());
      expect(new Set(partOf)).toEqual(new Set([0, 1]));
    });
  });

  it.each([
    ['A4', 595, 842],
    ['Letter', 612, 792],
  ] as const)('is on %s', async (paper, width, height) => {
    await read(await print(['en'], paper), async (pdf) => {
      const [, , right, top] = (await pdf.getPage(1)).view;
      expect(right).toBeCloseTo(width, -1);
      expect(top).toBeCloseTo(height, -1);
      expect(Math.abs(right! - width) + Math.abs(top! - height)).toBeLessThan(2);
    });
  });

  it('is tagged, with its language, an outline and what it is about', async () => {
    const pdf = await print(['sr-Cyrl', 'en']);
    await read(pdf, async (document) => {
      const { info } = await document.getMetadata();
      expect(info).toMatchObject({
        Title: 'Масакр у Избици',
        Author: 'Paralel',
        Subject: 'Дреница, 1998–1999.',
        Language: 'sr-Cyrl',
        Producer: expect.stringContaining('Skia/PDF'),
      });
      expect((await document.getMarkInfo())?.Marked).toBe(true);
      expect((await document.getOutline()).map(({ title }) => title)).toEqual([
        'Масакр у Избици',
        'Izbica massacre',
        'Лиценца и заслуге',
      ]);
      expect(document.numPages).toBe(pdf.pages);
    });
  });

  it('tells a screen reader what its tables are', async () => {
    await read(await print(['en']), async (pdf) => {
      const roles = new Set<string>();
      const collect = (node: object): void => {
        if ('role' in node) roles.add(String(node.role));
        if ('children' in node && Array.isArray(node.children)) node.children.forEach(collect);
      };
      for (let at = 1; at <= pdf.numPages; at += 1)
        collect((await (await pdf.getPage(at)).getStructTree()) ?? {});
      expect([...roles]).toEqual(
        expect.arrayContaining(['H1', 'H2', 'P', 'L', 'LI', 'Table', 'Caption', 'TR', 'TH', 'TD']),
      );
    });
  });

  it('carries its own typefaces, none of them as nameless shapes', async () => {
    const pdf = await PDFDocument.load((await print([...LANGS])).bytes);
    const dictionaries = pdf.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
    const fonts = dictionaries.filter((one) => one.get(PDFName.of('Type')) === PDFName.of('Font'));
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.map((font) => String(font.get(PDFName.of('Subtype'))))).not.toContain('/Type3');
    const descriptors = dictionaries.filter(
      (one) => one.get(PDFName.of('Type')) === PDFName.of('FontDescriptor'),
    );
    const names = descriptors.map((one) => String(one.get(PDFName.of('FontName'))));
    expect(names.every((name) => /Source(Serif4|Sans3)/.test(name))).toBe(true);
    const embedded = ['FontFile', 'FontFile2', 'FontFile3'].map((key) => PDFName.of(key));
    expect(descriptors.every((one) => embedded.some((key) => one.has(key)))).toBe(true);
  });
});

describe('the printer', () => {
  it('shows a hostile text as text', async () => {
    const handout = handoutIn(['en']);
    const hostile =
      '</script><script>document.body.textContent = ""</script><img src="https://example.org/x.png">';
    const edition = handout.chapters[0]!.editions[0]!;
    edition.blocks[0] = { ...edition.blocks[0]!, text: hostile, mentions: [] };
    edition.titles.en = `"; } ${hostile}`;
    await read(await printer.make(handout, 'pdf'), async (pdf) => {
      const text = (await textOf(pdf)).join('');
      expect(text).toContain(plain(hostile));
      expect(text).toContain(plain(edition.blocks[1]!.text));
    });
  });

  it('stops when it is told to, and prints again', async () => {
    const controller = new AbortController();
    const first = printer.make(handoutIn(['en']), 'pdf', { signal: controller.signal });
    controller.abort(new Error('no longer wanted'));
    await expect(first).rejects.toThrow('no longer wanted');
    expect((await printer.make(handoutIn(['en']), 'pdf')).pages).toBeGreaterThan(0);
  });

  it('starts another browser when the one it kept has died, even while printing', async () => {
    await printer.make(handoutIn(['en']), 'pdf');
    const first = browser!;
    await kill(first);
    expect((await printer.make(handoutIn(['en']), 'pdf')).pages).toBeGreaterThan(0);
    const second = browser!;
    expect(second).not.toBe(first);
    const [long] = await Promise.all([printer.make(longHandout(), 'pdf'), killInUse(second)]);
    expect(long.pages).toBeGreaterThan(12);
    expect(browser).not.toBe(second);
  });

  it('says that it failed when no browser lives through a handout', async () => {
    let death: Promise<void> | undefined;
    const launch = async () => {
      const started = await launchChromium();
      death = killInUse(started);
      return started;
    };
    const fragile = new ChromiumPrinter({ windowFolder, launch });
    await expect(fragile.make(longHandout(), 'pdf')).rejects.toMatchObject({ code: 'print.failed' });
    await death;
    await fragile.close();
  });

  it('lets its browser go when nothing is printed for a while', async () => {
    let started: Browser | undefined;
    const launch = async () => (started = await launchChromium());
    const brief = new ChromiumPrinter({ windowFolder, launch, idleMs: 10 });
    await brief.make(handoutIn(['en']), 'pdf');
    await expect.poll(() => started?.isConnected(), { timeout: 10_000 }).toBe(false);
  });

  it('says which file is missing where the window was not built', async () => {
    const unbuilt = new ChromiumPrinter({ windowFolder: join(windowFolder, 'gone') });
    await expect(unbuilt.make(handoutIn(['en']), 'pdf')).rejects.toMatchObject({ code: 'resource.missing' });
  });

  it('says that a named browser does not start', async () => {
    const env = { PARALEL_CHROMIUM: join(windowFolder, 'no-such-browser') };
    await expect(launchChromium(env)).rejects.toMatchObject({
      code: 'print.failed',
      message: expect.stringContaining('no-such-browser'),
    });
  });

  it('asked no address for anything', () => {
    expect(refused).toEqual([]);
  });
});
