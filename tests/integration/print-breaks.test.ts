/** Where pages end around drawings, notes and small lists: nothing is left alone. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChromiumPrinter } from '../../src/library/printing/chromium';
import { paperOf } from '../../src/renderer/print/paper';
import type { Handout, HandoutRequestInput } from '../../src/shared/contract';
import type { EntityId, SourceId } from '../../src/shared/domain';
import type { Lang } from '../../src/shared/lang';
import { launchChromium } from '../support/chromium';
import { openTestLibrary, type TestLibrary } from '../support/library';
import { buildPrintPage, read } from '../support/print';
import { type Change, noteOn, partsHandout } from '../unit/handout/parts';

const POINTS_PER_MM = 72 / 25.4;
/** Fewer lines of text than this on a page look lost; of a small page in large print, fewer than a third of its lines. */
const FEW = 5;
const THIRD = 1 / 3;
const LEADING = 1.5;

let windowFolder = '';
let one: TestLibrary;
let printer: ChromiumPrinter;

beforeAll(async () => {
  windowFolder = await mkdtemp(join(tmpdir(), 'paralel-breaks-'));
  await buildPrintPage(windowFolder);
  printer = new ChromiumPrinter({ windowFolder, launch: () => launchChromium() });
  one = openTestLibrary();
});

afterAll(async () => {
  await printer?.close();
  one?.remove();
  await rm(windowFolder, { recursive: true });
});

interface PageRead {
  /** Between the margins, from the top. */
  lines: string[];
  hasDrawing: boolean;
  /** Of its lines, fewer look lost. */
  few: number;
}

async function pagesOf(handout: Handout): Promise<PageRead[]> {
  const pages: PageRead[] = [];
  await read(await printer.make(handout, 'pdf'), async (pdf: PDFDocumentProxy) => {
    for (let at = 1; at <= pdf.numPages; at += 1) {
      const page = await pdf.getPage(at);
      pages.push({
        lines: await linesOf(page, handout),
        hasDrawing: hasFigure(await page.getStructTree()),
        few: fewOn(page, handout),
      });
    }
  });
  return pages;
}

function fewOn({ view: [, , width = 0, height = 0] }: PDFPageProxy, { page }: Handout): number {
  const { top, bottom } = paperOf({ landscape: width > height }, page);
  const lines = (height - (top + bottom) * POINTS_PER_MM) / (page.size * LEADING);
  return Math.min(FEW, Math.floor(lines * THIRD));
}

async function linesOf(page: PDFPageProxy, handout: Handout): Promise<string[]> {
  const [, , width = 0, height = 0] = page.view;
  const { top, bottom } = paperOf({ landscape: width > height }, handout.page);
  const { items } = await page.getTextContent();
  const lines: { y: number; text: string }[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const y = item.transform[5];
    if (y < bottom * POINTS_PER_MM || y > height - top * POINTS_PER_MM) continue;
    const line = lines.find((other) => Math.abs(other.y - y) < 3);
    if (line) line.text += ` ${item.str}`;
    else lines.push({ y, text: item.str });
  }
  return lines.sort((a, b) => b.y - a.y).map(({ text }) => text);
}

/** What a screen reader is told that there is a picture. */
function hasFigure(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  const { role, children } = node as { role?: string; children?: unknown[] };
  return role === 'Figure' || (children ?? []).some(hasFigure);
}

/** A text’s last lines are the text’s: where the map beneath them has its own page, it begins with the map’s title. */
const MAP_TITLES = ['Map', 'Harta', 'Карта'];
const lost = (pages: readonly PageRead[]): string[] =>
  pages.flatMap(({ lines, hasDrawing, few }, at) => {
    const isTextsEnd = pages[at + 1]?.lines.slice(0, 2).some((line) => MAP_TITLES.includes(line));
    return hasDrawing || isTextsEnd || lines.length >= few ? [] : [`page ${at + 1}: ${lines.join(' | ')}`];
  });

const LANGS: Lang[] = ['sq', 'sr-Cyrl', 'en'];
type Page = HandoutRequestInput['page'];
const WAYS: [string, Lang[], Page][] = [
  ['one edition', ['en'], {}],
  ['three editions', LANGS, {}],
  ['one edition in large print', ['en'], { size: 18, contrast: true, margin: 20 }],
  ['three editions in large print', LANGS, { size: 18, contrast: true, margin: 20 }],
];
const PAPERS = ['A4', 'A5', 'Letter'] as const;

function compose(langs: Lang[], page: Page, request: Partial<HandoutRequestInput> = {}): Promise<Handout> {
  return one.call('handout.compose', {
    // Little is said beneath the map of the one, and much beneath the other's.
    articles: [
      { id: 'poklek-massacre' as const, sections: ['lead'] },
      { id: 'drenica-massacres' as const, sections: ['lead'] },
    ].slice(langs.length > 1 ? 1 : 0),
    langs,
    layout: langs.length > 1 && page?.size === undefined ? 'parallel' : 'single',
    page,
    ...request,
  });
}

describe.each(PAPERS)('drawings on %s', (paper) => {
  it.each(WAYS)('are on no page without their heading, nor leave a few lines: %s', async (_, langs, page) => {
    for (const landscape of [false, true]) {
      const drawn = { scope: 'each' as const, landscape };
      const parts = [
        { part: 'text' as const },
        { part: 'map' as const, ...drawn },
        { part: 'timeline' as const, ...drawn },
        ...(page?.size === undefined ? [{ part: 'figures' as const, ...drawn }] : []),
      ];
      const pages = await pagesOf(await compose(langs, { paper, ...page }, { parts }));
      expect(pages.some(({ hasDrawing }) => hasDrawing)).toBe(true);
      expect(lost(pages)).toEqual([]);
    }
  });
});

function printedParts(change: Change): Promise<PageRead[]> {
  return pagesOf(partsHandout(['en'], change));
}

describe('what is short', () => {
  it('leaves no heading of a note at the foot of a page', async () => {
    const notes = Array.from({ length: 60 }, (_, at) =>
      noteOn({
        on: 'article',
        block: null,
        text: `${'Some words of a note. '.repeat((at * 5) % 23)}\n\n## Heading ${at}\n\nWhat stands beneath it. ${'More of it. '.repeat(20)}`,
      }),
    );
    const pages = await printedParts({ articles: 1, notes, request: { parts: [{ part: 'notes' }] } });
    expect(pages.length).toBeGreaterThan(8);
    expect(pages.map(({ lines }) => lines.at(-1)).filter((line) => /^Heading/u.test(line ?? ''))).toEqual([]);
  });

  it('keeps a few links whole, with their heading', async () => {
    let count = 0;
    const pages = await printedParts({
      articles: 40,
      notes: [],
      request: { parts: [{ part: 'sources' }] },
      article: (article) => {
        count += 1;
        const [source] = article.sources;
        const [link] = article.seeAlso;
        return {
          ...article,
          sources: Array.from({ length: 12 + (count % 20) }, (_, at) => ({
            ...source!,
            id: `doc-${at}` as SourceId,
          })),
          seeAlso: Array.from({ length: 5 }, (_, at) => ({
            ...link!,
            entity: `ev-some-${at}` as EntityId,
            article: null,
            title: `Link ${at}`,
          })),
        };
      },
    });
    const links = pages.map(({ lines }) => lines.filter((line) => /Link \d/u.test(line)).length);
    expect(links.filter((own) => own > 0)).toHaveLength(40);
    expect(links.every((own) => own === 0 || own === 5)).toBe(true);
  });

  it('lets no content note stand on a page alone', async () => {
    for (const articles of [10, 11, 12, 13]) {
      const pages = await printedParts({
        articles,
        notes: [],
        request: {
          parts: [{ part: 'contents' }, { part: 'content-note' }, { part: 'licence' }],
          page: { paper: 'A5', size: 18 },
        },
      });
      const note = pages.find(({ lines }) => lines.some((line) => line.startsWith('Before you read')));
      expect(note?.lines[0]).not.toMatch(/^Before you read/u);
    }
  });
});
