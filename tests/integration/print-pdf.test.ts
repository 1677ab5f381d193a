/** What becomes of the PDF that a real Chromium printed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAttached } from '../../src/library/printing/attached';
import { pagesOf } from '../../src/library/printing/destinations';
import { finishPdf } from '../../src/library/printing/finish';
import { finish, type Finisher, forkFinisher } from '../../src/library/printing/finish-apart';
import { printPage } from '../../src/library/printing/page';
import { Operators } from '../../src/library/printing/pdf/content';
import { PdfFile } from '../../src/library/printing/pdf/file';
import { pagesIn } from '../../src/library/printing/pdf/pages';
import { isName, Ref, Stream, wordsIn, Text } from '../../src/library/printing/pdf/values';
import { PRINT_PAGE, PrintTab } from '../../src/library/printing/print-tab';
import { type WindowFiles, readWindowFiles } from '../../src/library/window-files';
import { attachedSchema, type Handout } from '../../src/shared/contract';
import { PARTS } from '../../src/shared/handout-parts';
import { launchChromium } from '../support/chromium';
import { checkPdfUa } from '../support/pdfua/check';
import { buildPrintPage, read, textOf } from '../support/print';
import { handoutIn } from '../unit/handout/articles';

const FINISH = resolve(import.meta.dirname, '../../src/library/printing/finish-process.ts');
const everything = PARTS.map((part) => ({ part }));
const handout = handoutIn(['sr-Cyrl', 'en'], { parts: everything, subtitle: 'Проба & покушај' });

let folder = '';
let files: WindowFiles = new Map();
let browser: Browser;
let tab: PrintTab;
let printed: Uint8Array;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paralel-pdf-'));
  await buildPrintPage(join(folder, 'window'));
  files = readWindowFiles(join(folder, 'window'));
  browser = await launchChromium();
  tab = await PrintTab.open(browser, { files });
  printed = await print(tab, handout);
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true });
});

async function print(on: PrintTab, what: Handout, draft = false): Promise<Uint8Array> {
  const template = files.get(PRINT_PAGE)?.bytes.toString('utf8') ?? '';
  return on.show(Buffer.from(printPage(template, what)), (page) => page.pdf(draft));
}

/** The names of the operators that show text, and whether each stands within marked content. */
function shownText(source: string): boolean[] {
  const operators = new Operators(source);
  const shown: boolean[] = [];
  let depth = 0;
  while (operators.next()) {
    if (operators.name === 'BDC' || operators.name === 'BMC') depth += 1;
    else if (operators.name === 'EMC') depth -= 1;
    else if (operators.name === 'Tj' || operators.name === 'TJ') shown.push(depth > 0);
  }
  return shown;
}

function contentsOf(bytes: Uint8Array): string[] {
  const file = new PdfFile(bytes);
  return pagesIn(file).map((page) => {
    const stream = file.resolve(file.dict(new Ref(page))?.get('Contents'));
    return stream instanceof Stream ? Buffer.from(file.content(stream)).toString('latin1') : '';
  });
}

describe('a finished PDF', () => {
  it('breaks no rule of PDF/UA-1 that a machine can check, which the printed one does', async () => {
    expect((await checkPdfUa(printed)).length).toBeGreaterThan(0);
    expect(await checkPdfUa((await finishPdf(printed, handout)).bytes)).toEqual([]);
  });

  it('is the same whenever it is printed, in a tab that was used before and in another browser', async () => {
    const { bytes } = await finishPdf(printed, handout);
    const again = await print(tab, handout);
    expect(Buffer.compare(again, printed)).not.toBe(0);
    expect(Buffer.compare((await finishPdf(again, handout)).bytes, bytes)).toBe(0);
    const other = await launchChromium();
    try {
      const elsewhere = await print(await PrintTab.open(other, { files }), handout);
      expect(Buffer.compare((await finishPdf(elsewhere, handout)).bytes, bytes)).toBe(0);
    } finally {
      await other.close();
    }
  });

  it('says what it is, to any program', async () => {
    const made = await finishPdf(printed, handout);
    await read(made, async (pdf) => {
      expect(pdf.numPages).toBe(made.pages);
      const { info, metadata } = await pdf.getMetadata();
      expect(info).toMatchObject({
        PDFFormatVersion: '1.7',
        Title: handout.title,
        Author: 'Paralel',
        Subject: 'Дреница, 1998–1999.',
        Keywords: 'Масакр у Избици, Izbica massacre, српски, English',
        Language: 'sr-Cyrl',
        Creator: expect.stringContaining('Paralel'),
        Producer: expect.stringContaining('Skia/PDF'),
      });
      expect(info).not.toHaveProperty('CreationDate');
      expect(info).not.toHaveProperty('ModDate');
      expect(metadata?.get('dc:title')).toBe(handout.title);
      expect(metadata?.get('dc:subject')).toEqual([
        'Масакр у Избици',
        'Izbica massacre',
        'српски',
        'English',
      ]);
      // pdf.js puts the items of this list together.
      expect(metadata?.get('dc:language')).toBe('sr-Cyrlen');
      expect(metadata?.get('pdfuaid:part')).toBe('1');
      expect((await pdf.getMarkInfo())?.Marked).toBe(true);
      expect(await pdf.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
      expect((await pdf.getOutline()).length).toBeGreaterThan(0);
    });
  });

  it('has the text of the printed one, and shows none of it unmarked', async () => {
    const { bytes } = await finishPdf(printed, handout);
    const before: string[][] = [];
    await read({ bytes: printed }, async (pdf) => void before.push(await textOf(pdf)));
    await read({ bytes }, async (pdf) => expect(await textOf(pdf)).toEqual(before[0]));
    expect(contentsOf(printed).some((source) => shownText(source).includes(false))).toBe(true);
    for (const source of contentsOf(bytes)) {
      expect(shownText(source)).not.toContain(false);
      expect(source).toContain('/Artifact <</Type /Pagination /Subtype /Footer>>BDC');
    }
  });

  it('is drawn as the printed one: but for marks, its operators are the same', async () => {
    const drawn = (source: string) => {
      const operators = new Operators(source);
      const found: string[] = [];
      while (operators.next())
        if (!['BDC', 'BMC', 'EMC'].includes(operators.name))
          found.push(source.slice(operators.start, operators.end));
      return found.join('\n');
    };
    const { bytes } = await finishPdf(printed, handout);
    expect(contentsOf(bytes).map(drawn)).toEqual(contentsOf(printed).map(drawn));
  });

  it('says of each link where it leads', async () => {
    const { bytes } = await finishPdf(printed, handout);
    const file = new PdfFile(bytes);
    const links = pagesIn(file).flatMap((page) =>
      (file.array(file.dict(new Ref(page))?.get('Annots')) ?? []).map((link) => file.dict(link)),
    );
    const said = links.map((link) => {
      const words = link?.get('Contents');
      return isName(link?.get('Subtype'), 'Link') && words instanceof Text ? wordsIn(words) : '';
    });
    expect(said.join('\n')).toMatch(/Масакр у Избици/u);
    expect(said).not.toContain('');
  });

  it('carries the handout, also after another program has saved it', async () => {
    const { bytes } = await finishPdf(printed, handout);
    const attached = attachedSchema.parse(JSON.parse((await readAttached(bytes)) ?? ''));
    expect(attached.request).toEqual(handout.request);
    expect(attached.library).toEqual({ id: handout.library.id, version: handout.library.version });
    const saved = await (await PDFDocument.load(bytes)).save();
    expect(await readAttached(saved)).toBe(await readAttached(bytes));
  });

  it('is not made of what has no tags', async () => {
    const draft = await print(tab, handout, true);
    await expect(finishPdf(draft, handout)).rejects.toThrow('it is not tagged');
  });
});

describe('the pages of anchors', () => {
  it('are those on which their headings stand, in the draft as in the document', async () => {
    const anchors = handout.chapters.map(({ id }) => id);
    const numbers = await pagesOf(printed, [...anchors, 'no-such-anchor']);
    expect(Object.keys(numbers).sort()).toEqual([...anchors].sort());
    expect(await pagesOf(await print(tab, handout, true), anchors)).toEqual(numbers);
    await read({ bytes: printed }, async (pdf) => {
      const texts = await textOf(pdf);
      for (const { id, editions } of handout.chapters)
        expect(texts[(numbers[id] ?? 0) - 1]).toContain(editions[0]?.title.replace(/\s/gu, ''));
    });
  });
});

describe('a process of its own', () => {
  const processes = () => join(folder, 'finish');
  /** Spaces before the end of a PDF change nothing but its length. */
  const large = () => {
    const end = Buffer.from(printed).lastIndexOf('startxref');
    const padding = Buffer.alloc(3 * 2 ** 20, ' ');
    return Buffer.concat([
      Buffer.from(printed).subarray(0, end),
      padding,
      Buffer.from(printed).subarray(end),
    ]);
  };

  beforeAll(async () => {
    await build({
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: FINISH,
        outDir: processes(),
        rolldownOptions: { output: { entryFileNames: 'finish.js' } },
      },
    });
  });

  it('makes the same of a large document', async () => {
    let started = 0;
    const spawn = () => {
      started += 1;
      return forkFinisher(processes());
    };
    const made = await finish(large(), handout, { spawn });
    expect(started).toBe(1);
    expect(Buffer.compare(made.bytes, (await finishPdf(printed, handout)).bytes)).toBe(0);
    await finish(printed, handout, { spawn });
    expect(started).toBe(1);
  });

  it('says what went wrong', async () => {
    const failing = finish(large().fill(' ', 0, 8), handout, { spawn: () => forkFinisher(processes()) });
    await expect(failing).rejects.toMatchObject({
      code: 'print.failed',
      message: expect.stringContaining('not a PDF'),
    });
  });

  it('may stop', async () => {
    const spawn = (): Finisher => {
      const finisher = forkFinisher(processes());
      return { ...finisher, post: () => finisher.kill() };
    };
    await expect(finish(large(), handout, { spawn })).rejects.toMatchObject({
      code: 'print.failed',
      message: expect.stringContaining('stopped'),
    });
  });

  it('ends when it is no longer wanted', async () => {
    const controller = new AbortController();
    let hasEnded: Promise<void> | undefined;
    const spawn = (): Finisher => {
      const finisher = forkFinisher(processes());
      hasEnded = new Promise((resolve) => finisher.onExit(resolve));
      return finisher;
    };
    const made = finish(large(), handout, { spawn, signal: controller.signal });
    controller.abort(new Error('no longer wanted'));
    await expect(made).rejects.toThrow('no longer wanted');
    await hasEnded;
  });
});
