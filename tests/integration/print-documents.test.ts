import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChromiumPrinter } from '../../src/library/printing/chromium';
import { type Handout, type HandoutFormat, PARTS } from '../../src/shared/contract';
import type { Block } from '../../src/shared/domain';
import { LANGS, type Lang } from '../../src/shared/lang';
import { violationsOn } from '../support/axe';
import { launchChromium } from '../support/chromium';
import { cellsOf, type Docx, langsOf, readDocx, styleOf, textOf } from '../support/docx';
import { buildPrintPage, plain } from '../support/print';
import { articleIn, type Choices, handoutIn, ingredientIn } from '../unit/handout/articles';
import { all, type Node } from '../unit/exchange/xml-tree';

const ALL = PARTS.map((part) => ({ part, ...(part === 'names' ? { landscape: true } : {}) }));
const THREE: Lang[] = ['en', 'sq', 'sr-Cyrl'];
const refused: string[] = [];
let folder = '';
let printer: ChromiumPrinter;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paralel-documents-'));
  await buildPrintPage(join(folder, 'window'));
  browser = await launchChromium();
  printer = new ChromiumPrinter({
    windowFolder: join(folder, 'window'),
    onRefused: (url) => refused.push(url),
    launch: launchChromium,
  });
});

afterAll(async () => {
  await printer?.close();
  await browser?.close();
  await rm(folder, { recursive: true });
});

const made = new Map<string, Promise<Uint8Array>>();
/** Made once and looked at by several tests. */
function make(as: HandoutFormat, langs: Lang[], choices: Choices = {}): Promise<Uint8Array> {
  const key = JSON.stringify([as, langs, choices]);
  const bytes = made.get(key) ?? makeOf(handoutIn(langs, { parts: ALL, ...choices }), as);
  made.set(key, bytes);
  return bytes;
}

async function makeOf(handout: Handout, as: HandoutFormat): Promise<Uint8Array> {
  return (await printer.make(handout, as)).bytes;
}

/** In pixels: thin lines of a larger picture are darker. */
const INK_WIDTH = 1900;

/** How much is dark of the left fifth of a picture, where the labels of plots and timelines stand. */
function inkIn(page: Page, png: Uint8Array): Promise<number> {
  return page.evaluate(
    async ([base64, width]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const height = Math.round((image.height * width) / image.width);
      const canvas = new OffscreenCanvas(Math.round(width / 5), height);
      const context = canvas.getContext('2d')!;
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, 0, 0, width, height);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      return data.filter((value, at) => at % 4 === 0 && value < 128).length / (data.length / 4);
    },
    [Buffer.from(png).toString('base64'), INK_WIDTH] as const,
  );
}

/** Every text that the fixture's article has, as it was written. */
function passagesIn(lang: Lang): string[] {
  const { titles, blocks, facts, figures, sources, seeAlso } = articleIn(lang);
  return [
    ...Object.values(titles),
    ...blocks.map(({ text }) => text),
    ...facts.map(({ value }) => value),
    ...figures.flatMap(({ value, what, scope, heldBy }) => [value, what, scope, heldBy]),
    ...sources.map(({ title }) => title),
    ...seeAlso.map(({ title }) => title),
  ];
}

function count(text: string, passage: string): number {
  return text.split(plain(passage)).length - 1;
}

/** A section’s heading stands in the contents too. */
const timesSaid = ({ type, level }: Pick<Block, 'type' | 'level'>): number =>
  type === 'heading' && level === 2 ? 2 : 1;

describe('a handout for word processors', () => {
  const docx = async (langs: Lang[], choices?: Choices): Promise<Docx> =>
    readDocx(await make('docx', langs, choices));

  it.each(LANGS)('holds the whole text in %s, each block once', async (lang) => {
    const text = plain(textOf((await docx([lang])).body));
    for (const passage of passagesIn(lang)) expect(text).toContain(plain(passage));
    for (const block of articleIn(lang).blocks) expect(count(text, block.text)).toBe(timesSaid(block));
  });

  it('holds each edition of a parallel page, in its language', async () => {
    const { body, parts } = await docx(THREE, { layout: 'parallel' });
    const texts = langsOf(body);
    const usual = all(parts.get('word/styles.xml')!, 'w:docDefaults').flatMap((node) => all(node, 'w:lang'));
    expect(usual.map(({ attributes }) => attributes['w:val'])).toEqual(['en-GB']);
    for (const [lang, tag] of [
      ['en', ''],
      ['sq', 'sq'],
      ['sr-Cyrl', 'sr-Cyrl'],
    ] as const)
      // prettier-ignore
      for (const { text } of articleIn(lang).blocks) expect(plain(texts.get(tag) ?? '')).toContain(plain(text));
    expect(plain(texts.get('') ?? '')).not.toMatch(/\p{Script=Cyrillic}/u);
  });

  it('sets editions side by side, block beside block', async () => {
    const { body } = await docx(THREE, { layout: 'parallel' });
    const rows = all(body, 'w:tbl').flatMap(cellsOf);
    for (const at of articleIn('en').blocks.keys())
      expect(rows).toContainEqual(THREE.map((lang) => articleIn(lang).blocks[at]!.text));
  });

  it.each<[string, Choices]>([
    ['one beneath the other', {}],
    ['beside each other', { layout: 'parallel' }],
  ])('has the items of its lists as items, editions %s', async (_, choices) => {
    const { body } = await docx(THREE, choices);
    const marked = new Set(
      all(body, 'w:p').flatMap((paragraph) =>
        all(paragraph, 'w:numPr').length > 0 ? [textOf(paragraph)] : [],
      ),
    );
    const items = THREE.flatMap((lang) => articleIn(lang).blocks).filter(({ type }) => type === 'item');
    expect(items).toHaveLength(6);
    for (const { text } of items) expect([...marked]).toContain(text);
  });

  it('has headings in the styles of headings', async () => {
    const { body } = await docx(['sr-Latn']);
    const headings = all(body, 'w:p').flatMap((paragraph) => {
      const style = styleOf(paragraph) ?? '';
      return /^(?:Title|Heading\d)$/.test(style) ? [[style, textOf(paragraph)]] : [];
    });
    expect(headings[0]).toEqual(['Title', 'Masakr u Izbici']);
    expect(headings).toContainEqual(['Heading1', 'Masakr u Izbici']);
    expect(headings).toContainEqual(['Heading2', 'Tok događaja']);
    // Each heading is in the page's own order of levels: none is skipped.
    const levels = headings.slice(1).map(([style]) => Number(style?.at(-1)));
    for (const [at, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
  });

  it('has tables whose heads are repeated and whose rows are not torn', async () => {
    const { body } = await docx(['en']);
    const tables = all(body, 'w:tbl').filter((table) => all(table, 'w:tblHeader').length > 0);
    const names = tables.find((table) => cellsOf(table)[0]?.includes('English'))!;
    const [head, ...rows] = cellsOf(names);
    expect(head).toHaveLength(5);
    expect(rows.find(([inText]) => inText === 'Izbica')).toContain('Избица');
    expect(rows).toHaveLength(handoutIn(['en']).chapters[0]!.names.length);
    for (const table of tables)
      for (const row of all(table, 'w:tr')) expect(all(row, 'w:cantSplit')).toHaveLength(1);
  });

  it('leads from the contents to every heading, and lets Word find its page', async () => {
    const { body } = await docx(['en']);
    const marks = all(body, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']);
    expect(new Set(marks).size).toBe(marks.length);
    expect(all(body, 'w:bookmarkEnd').map(({ attributes }) => attributes['w:id'])).toEqual(
      all(body, 'w:bookmarkStart').map(({ attributes }) => attributes['w:id']),
    );
    const entries = all(body, 'w:p').filter((paragraph) => /^TOC\d$/.test(styleOf(paragraph) ?? ''));
    expect(entries.length).toBeGreaterThan(5);
    const headed = new Map(
      all(body, 'w:p').flatMap((paragraph) =>
        all(paragraph, 'w:bookmarkStart').map(({ attributes }) => [attributes['w:name'], textOf(paragraph)]),
      ),
    );
    for (const entry of entries) {
      const anchor = all(entry, 'w:hyperlink')[0]?.attributes['w:anchor'];
      expect(headed.get(anchor)).toBe(textOf(entry));
      expect(all(entry, 'w:instrText').map(({ text }) => text.trim())).toEqual([`PAGEREF ${anchor} \\h`]);
    }
  });

  it('leads outside only to addresses that are in its relationships', async () => {
    const { body, parts } = await docx(['en']);
    const relationships = all(parts.get('word/_rels/document.xml.rels')!, 'rel:Relationship');
    const links = all(body, 'w:hyperlink').flatMap(({ attributes }) => attributes['r:id'] ?? []);
    const targets = links.map(
      (id) => relationships.find(({ attributes }) => attributes['Id'] === id)?.attributes['Target'],
    );
    expect(targets).toContain('https://creativecommons.org/licenses/by-sa/4.0/');
    for (const target of targets) expect(target).toMatch(/^https:\/\//);
  });

  it('has drawings as pictures that say what they show', async () => {
    const { body, files } = await docx(['sr-Cyrl']);
    const drawings = all(body, 'wp:inline');
    expect(drawings.length).toBeGreaterThan(1);
    for (const drawing of drawings) {
      expect(all(drawing, 'wp:docPr')[0]?.attributes['descr']).toMatch(/\p{Script=Cyrillic}{3}/u);
      const [extent] = all(drawing, 'wp:extent');
      expect(Number(extent?.attributes['cx'])).toBeLessThanOrEqual(166 * 36_000);
    }
    const pictures = Object.keys(files).filter((path) => path.endsWith('.png'));
    expect(pictures).toHaveLength(drawings.length);
  });

  it('has the letters of its drawings in their pictures', async () => {
    const { files } = await docx(['sr-Cyrl']);
    const pictures = Object.entries(files).filter(([path]) => path.endsWith('.png'));
    const file = join(folder, 'drawings.html');
    await writeFile(file, await make('html', ['sr-Cyrl']));
    const page = await browser.newPage({ deviceScaleFactor: 3 });
    await page.goto(pathToFileURL(file).href);
    await page.evaluate(() => document.fonts.ready);
    const drawings = await page.locator('svg[role="img"]').all();
    expect(pictures).toHaveLength(drawings.length);
    for (const [at, drawing] of drawings.entries()) {
      const shown = await inkIn(page, await drawing.screenshot());
      const pictured = await inkIn(page, pictures[at]![1]);
      expect(pictured / shown, pictures[at]![0]).toBeGreaterThan(0.8);
      expect(pictured / shown, pictures[at]![0]).toBeLessThan(1.25);
    }
    await page.close();
  });

  it('has a section for each sheet, as it lies, with its heads and the numbers of pages', async () => {
    const { body, parts } = await docx(['en']);
    const sections = all(body, 'w:sectPr');
    expect(sections).toHaveLength(handoutIn(['en'], { parts: ALL }).sheets.length);
    const sizes = sections.map((section) => all(section, 'w:pgSz')[0]!.attributes);
    const across = sizes.filter((size) => size['w:orient'] === 'landscape');
    expect(across).toHaveLength(1);
    expect(Number(across[0]!['w:w'])).toBeGreaterThan(Number(across[0]!['w:h']));
    const heads = [...parts]
      .filter(([path]) => path.startsWith('word/header'))
      .map(([, head]) => textOf(head));
    expect(heads).toContain('Izbica massacre');
    const feet = [...parts].filter(([path]) => path.startsWith('word/footer')).map(([, foot]) => foot);
    for (const foot of feet)
      expect(all(foot, 'w:instrText').map(({ text }) => text.trim())).toEqual(['PAGE', 'NUMPAGES']);
  });

  it('piles up no empty paragraphs, ends each cell in one and lets no tables touch', async () => {
    const { body } = await docx(THREE, { layout: 'parallel' });
    const within = (node: Node): Node[][] => [node.children, ...node.children.flatMap(within)];
    const isEmpty = (node: Node | undefined): boolean =>
      node?.name === 'w:p' &&
      textOf(node) === '' &&
      all(node, 'wp:inline').length === 0 &&
      styleOf(node) !== 'WritingLine';
    for (const children of within(body)) {
      for (const [at, node] of children.entries()) {
        expect(isEmpty(node) && isEmpty(children[at + 1])).toBe(false);
        expect(node.name === 'w:tbl' && children[at + 1]?.name === 'w:tbl').toBe(false);
      }
    }
    for (const cell of all(body, 'w:tc')) expect(cell.children.at(-1)?.name).toBe('w:p');
    expect(all(body, 'w:p').filter((node) => styleOf(node) === 'WritingLine')).toHaveLength(3);
  });

  it('is the same to the byte when it is made again', async () => {
    const again = await makeOf(handoutIn(THREE, { parts: ALL, layout: 'parallel' }), 'docx');
    expect(Buffer.compare(again, await make('docx', THREE, { layout: 'parallel' }))).toBe(0);
  });

  it('says whose it is and in which language, and not when', async () => {
    const { parts } = await docx(['sq']);
    const core = parts.get('docProps/core.xml')!;
    const said = Object.fromEntries(core.children.map(({ name, text }) => [name, text]));
    expect(said).toMatchObject({
      'dc:title': 'Masakra e Izbicës',
      'dc:creator': 'Paralel',
      'dc:language': 'sq',
    });
    expect(core.children.map(({ name }) => name).join()).not.toMatch(/created|modified/);
  });
});

describe('a handout in one file for browsers', () => {
  /** In a browser without a network; the addresses that it asked for, and what it complained of. */
  async function opened(
    bytes: Uint8Array,
    look: (page: Page, asked: string[]) => Promise<void>,
  ): Promise<void> {
    const file = join(folder, `${crypto.randomUUID()}.html`);
    await writeFile(file, bytes);
    const context = await browser.newContext({ offline: true, viewport: { width: 1100, height: 900 } });
    try {
      const page = await context.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url().slice(0, 60)));
      page.on('console', (message) => asked.push(message.text()));
      page.on('dialog', (dialog) => {
        asked.push(dialog.message());
        void dialog.dismiss();
      });
      await page.goto(pathToFileURL(file).href);
      await page.evaluate(() => document.fonts.ready);
      await look(
        page,
        asked.filter((address) => !address.startsWith('data:')),
      );
    } finally {
      await context.close();
    }
  }

  it.each(LANGS)('holds the whole text in %s and asks for nothing', async (lang) => {
    await opened(await make('html', [lang]), async (page, asked) => {
      expect(asked).toHaveLength(1); // itself
      expect(await page.locator('html').getAttribute('lang')).toBe(lang);
      const text = plain(await page.locator('main').innerText());
      for (const passage of passagesIn(lang))
        expect(text.toLowerCase()).toContain(plain(passage).toLowerCase());
      for (const block of articleIn(lang).blocks) expect(count(text, block.text)).toBe(timesSaid(block));
    });
  });

  it('brings the faces that it is set in, and no others', async () => {
    await opened(await make('html', THREE, { layout: 'parallel' }), async (page) => {
      const faces = await page.evaluate(() =>
        [...document.fonts].map(({ family, status }) => ({ family: family.replaceAll('"', ''), status })),
      );
      expect(new Set(faces.map(({ status }) => status))).toEqual(new Set(['loaded']));
      expect(new Set(faces.map(({ family }) => family))).toEqual(
        new Set(['Source Serif 4', 'Source Sans 3']),
      );
      const style = await page
        .locator('main p')
        .first()
        .evaluate((p) => getComputedStyle(p).fontFamily);
      expect(style).toMatch(/^"Source S/);
    });
  });

  it('runs nothing, and leads only to itself and to https', async () => {
    await opened(await make('html', ['en']), async (page) => {
      expect(await page.locator('script, style ~ style, link, iframe, object, embed, base').count()).toBe(0);
      expect(await page.locator('[data-page-of], [data-v-app]').count()).toBe(0);
      const links = await page.locator('a').evaluateAll((all) =>
        all.map((link) => {
          const href = link.getAttribute('href') ?? '';
          return { href, isThere: !href.startsWith('#') || document.getElementById(href.slice(1)) !== null };
        }),
      );
      expect(links.length).toBeGreaterThan(5);
      for (const { href, isThere } of links) {
        expect(href).toMatch(/^(?:#|https:\/\/)/);
        expect(isThere).toBe(true);
      }
      const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
      expect(await policy.getAttribute('content')).toContain("default-src 'none'");
    });
  });

  it('has its drawings in their own styles', async () => {
    await opened(await make('html', ['sr-Cyrl']), async (page) => {
      const drawings = page.locator('svg[role="img"]');
      expect(await drawings.count()).toBeGreaterThan(1);
      // A shape without its style is filled with black.
      const black = await drawings.evaluateAll((all) =>
        all.flatMap((svg) => {
          const whole = svg.getBoundingClientRect();
          return [...svg.querySelectorAll('rect, path')].filter((shape) => {
            const { width, height } = shape.getBoundingClientRect();
            const isLarge = width * height > (whole.width * whole.height) / 5;
            return isLarge && getComputedStyle(shape).fill === 'rgb(0, 0, 0)';
          });
        }),
      );
      expect(black).toHaveLength(0);
    });
  });

  it.each([1100, 380])('keeps nobody out, %i pixels wide', async (width) => {
    await opened(await make('html', THREE, { layout: 'parallel' }), async (page) => {
      await page.setViewportSize({ width, height: 800 });
      expect(await violationsOn(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  });

  it('is printed from a browser on the same pages', async () => {
    const parts = [{ part: 'text' }, { part: 'names', landscape: true }, { part: 'sources' }] as const;
    const handout = handoutIn(['sr-Cyrl'], { parts: [...parts] });
    const { pages } = await printer.preview(handout);
    await opened(await makeOf(handout, 'html'), async (page) => {
      const pdf = await page.pdf({ preferCSSPageSize: true, tagged: false, outline: false });
      const boxes = pdf.toString('latin1').match(/\/MediaBox \[[^\]]*\]/g);
      expect(boxes).toHaveLength(pages);
      expect(new Set(boxes).size).toBe(2);
    });
  });
});

describe('words that would break a file', () => {
  const END = '</style><script>alert(1)</script>]]><!-- & "';
  const LONG = 'Ђаковица'.repeat(38).slice(0, 300);

  function hostile(): Handout {
    const article = articleIn('en');
    const [first, ...others] = article.blocks;
    const text = `\u0000\u0001\u000B\u001F${END}\uD800 ${LONG} \uFFFE end`;
    const blocks = [{ ...first!, text, mentions: [] }, ...others];
    const ingredient = ingredientIn(['en'], { editions: [{ ...article, title: END, blocks }] });
    return handoutIn(['en'], { parts: ALL, title: END }, [ingredient]);
  }

  it('are words in a file for word processors, but for what XML cannot say', async () => {
    const { body, parts } = readDocx(await makeOf(hostile(), 'docx'));
    const text = textOf(body);
    expect(text.replace(/\s+/g, ' ')).toContain(`${END} ${LONG} end`);
    expect(text).not.toMatch(/[\u0000-\u0008\u000B\u000E-\u001F\uFFFE]|\p{Cs}/u); // eslint-disable-line no-control-regex
    expect(all(parts.get('docProps/core.xml')!, 'dc:title')[0]?.text).toBe(END);
  });

  it('are words in a file for browsers', async () => {
    const bytes = await makeOf(hostile(), 'html');
    expect(Buffer.from(bytes).toString('utf8')).not.toContain('<script');
    const file = join(folder, 'hostile.html');
    await writeFile(file, bytes);
    const page = await browser.newPage();
    const said: string[] = [];
    page.on('dialog', (dialog) => {
      said.push(dialog.message());
      void dialog.dismiss();
    });
    await page.goto(pathToFileURL(file).href);
    expect(said).toEqual([]);
    expect(await page.title()).toBe(END);
    const text = await page.locator('main').innerText();
    expect(text).toContain(END);
    expect(text).toContain(LONG);
    await page.close();
  });
});

it('nothing was asked of any address', () => {
  expect(refused).toEqual([]);
});
