/** The pages of a handout, read back from the PDF that a real Chromium printed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodePDFRawStream, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ChromiumPrinter } from '../../src/library/printing/chromium';
import type { Article, Handout } from '../../src/shared/contract';
import type { Block } from '../../src/shared/domain';
import type { Lang } from '../../src/shared/lang';
import { launchChromium } from '../support/chromium';
import { buildPrintPage, plain, read } from '../support/print';
import { articleIn, type Choices, handoutIn, ingredientIn } from '../unit/handout/articles';

const SOFT_HYPHEN = '\u00AD';
const PER_MM = 72 / 25.4;
let windowFolder = '';
let printer: ChromiumPrinter;

beforeAll(async () => {
  windowFolder = await mkdtemp(join(tmpdir(), 'paralel-pages-'));
  await buildPrintPage(windowFolder);
  printer = new ChromiumPrinter({ windowFolder, launch: () => launchChromium() });
}, 120_000);

afterAll(async () => {
  await printer?.close();
  await rm(windowFolder, { recursive: true });
});

/** What stands on one line of one column. */
interface Line {
  page: number;
  text: string;
  /** Points, from the lower left. */
  x: number;
  y: number;
  width: number;
  size: number;
}

async function linesOf(pdf: PDFDocumentProxy): Promise<Line[]> {
  const lines: Line[] = [];
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    for (const item of items) {
      if (!('str' in item) || item.str === '') continue;
      const [a = 0, b = 0, , , x = 0, y = 0]: number[] = item.transform;
      const size = Math.hypot(a, b);
      const last = lines.at(-1);
      // A line in two scripts is set in two fonts, and read in as many pieces.
      const goesOn =
        last?.page === page && Math.abs(last.y - y) < 0.5 && Math.abs(last.x + last.width - x) < size * 0.7;
      if (goesOn) {
        last.text += item.str;
        if (item.str.trim() !== '') last.width = x + item.width - last.x;
      } else if (item.str.trim() !== '') {
        lines.push({ page, text: item.str, x, y, width: item.width, size });
      }
    }
  }
  return lines;
}

async function printed(
  handout: Handout,
  look: (lines: Line[], pdf: PDFDocumentProxy) => unknown,
): Promise<void> {
  const made = await printer.make(handout, 'pdf');
  await read(made, async (pdf) => {
    await look(await linesOf(pdf), pdf);
  });
}

/** Two letters: a number and a longer word would be kept on one line. */
const TAGS: Readonly<Record<Lang, string>> = { en: 'en', sq: 'sq', 'sr-Cyrl': 'sc', 'sr-Latn': 'sl' };

/** Paragraphs of words of which none stands twice: `en7w3`. */
function numbered(lang: Lang, lengths: readonly number[], heads = 4): Block[] {
  const tag = TAGS[lang];
  const [lead, heading] = articleIn(lang).blocks;
  return lengths.map((length, at) =>
    at % heads === 0
      ? { ...heading!, id: `b-${at}` as Block['id'], mentions: [], text: `Head ${tag}${at}` }
      : {
          ...lead!,
          id: `b-${at}` as Block['id'],
          type: at % heads === 3 ? 'item' : 'paragraph',
          mentions: [],
          text: Array.from({ length }, (_, word) => `${tag}${at}w${word}`).join(' '),
        },
  );
}

function withBlocks(langs: Lang[], blocks: (lang: Lang) => Block[], choices: Choices = {}): Handout {
  const editions = langs.map((lang): Article => ({ ...articleIn(lang), blocks: blocks(lang) }));
  return handoutIn(langs, { parts: [{ part: 'text' }], ...choices }, [ingredientIn(langs, { editions })]);
}

/** What is left of a word whose beginning stands on the line before, with a hyphen. */
function isEndOfOne(text: string, words: ReadonlySet<string>): boolean {
  return !text.includes(' ') && [...words].some((word) => word !== text && word.endsWith(text));
}

/** Lengths that differ from edition to edition, so that pages end in every way. */
const lengthsFor = (lang: Lang, blocks: number) =>
  Array.from(
    { length: blocks },
    (_, at) => 5 + ((at * 37 + lang.length * 29 + lang.charCodeAt(1) * 13) % 120),
  );

/** How many soft hyphens are read out: each stands in the replacement text of the letter before it. */
async function softHyphensIn(bytes: Uint8Array): Promise<number> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  const streams = context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFRawStream ? [object] : []));
  const pages = streams.filter(
    ({ dict }) => !dict.has(PDFName.of('Subtype')) && !dict.has(PDFName.of('Length1')),
  );
  return pages
    .map((stream) => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1'))
    .flatMap((content) => [...content.matchAll(/ActualText\s*<FEFF(?:[0-9A-F]{4})*00AD>/giu)]).length;
}

const HEAD_SIZE = 12;
/** Above the foot. */
const isText = ({ y }: Line) => y > 60;

const WORD = /\b(?:en|sq|sc|sl)\d+w\d+\b/g;
const wordsIn = (lines: readonly Line[]) => lines.flatMap(({ text }) => text.match(WORD) ?? []);
const wordsExpected = (handout: Handout) =>
  handout.chapters[0]!.editions.flatMap(({ blocks }) =>
    blocks.flatMap(({ type, text }) => (type === 'heading' ? [] : text.split(' '))),
  );

describe('editions beside each other', () => {
  it.each<[Lang[]]>([[['en', 'sq']], [['en', 'sq', 'sr-Latn']], [['sr-Cyrl', 'sr-Latn', 'sq', 'en']]])(
    'stand whole in %j, wherever a page ends',
    async (langs) => {
      const handout = withBlocks(langs, (lang) => numbered(lang, lengthsFor(lang, 40)), {
        layout: 'parallel',
      });
      await printed(handout, (lines, pdf) => {
        expect(pdf.numPages).toBeGreaterThan(5);
        expect(wordsIn(lines).sort()).toEqual(wordsExpected(handout).sort());
      });
    },
  );

  it('begin each row on one line', async () => {
    const langs: Lang[] = ['en', 'sq', 'sr-Cyrl'];
    const handout = withBlocks(langs, (lang) => numbered(lang, lengthsFor(lang, 24)), { layout: 'parallel' });
    await printed(handout, (lines) => {
      for (let at = 0; at < 24; at += 1) {
        const firsts = ['en', 'sq', 'sc'].map((tag) => {
          const start = at % 4 === 0 ? `Head ${tag}${at} ` : `${tag}${at}w0 `;
          return lines.find(({ text }) => `${text.replace(/^• ?/, '').trim()} `.startsWith(start));
        });
        expect(firsts.map((one) => [one?.page, Math.round(one?.y ?? 0)])).toEqual(
          firsts.map(() => [firsts[0]?.page, Math.round(firsts[0]?.y ?? 0)]),
        );
        const [left = 0, middle = 0, right = 0] = firsts.map((one) => one?.x);
        expect(middle - left).toBeGreaterThan(100);
        expect(right - middle).toBeGreaterThan(100);
      }
    });
  });

  it('are read out block by block, each in its language', async () => {
    const handout = withBlocks(['en', 'sq'], (lang) => numbered(lang, [1, 8, 8]), { layout: 'parallel' });
    await printed(handout, (lines) => {
      const order = lines
        .map(({ text }) => /^(?:Head )?((?:en|sq)\d)(?:w0|$)/.exec(text.trim())?.[1])
        .filter(Boolean);
      expect(order).toEqual(['en0', 'sq0', 'en1', 'sq1', 'en2', 'sq2']);
    });
  });
});

describe('two columns', () => {
  it('hold the whole text, each word once, and end level', async () => {
    const handout = withBlocks(['en'], (lang) => numbered(lang, lengthsFor(lang, 40)), {
      page: { columns: 2 },
    });
    await printed(handout, (lines) => {
      expect(wordsIn(lines)).toEqual(wordsExpected(handout));
      const last = Math.max(...lines.map(({ page }) => page));
      const onLast = lines.filter((line) => line.page === last && isText(line) && /en\d+w/.test(line.text));
      const lowest = [0, 300].map((from) =>
        Math.min(...onLast.filter(({ x }) => x >= from && x < from + 300).map(({ y }) => y)),
      );
      expect(Math.abs(lowest[0]! - lowest[1]!)).toBeLessThan(70);
    });
  });
});

describe('a heading', () => {
  it.each<[string, Lang[], Choices]>([
    ['a page', ['en'], { page: { paper: 'A5' } }],
    ['a column', ['en'], { page: { columns: 2 } }],
    ['a page of rows', ['en', 'sq'], { layout: 'parallel', page: { paper: 'A5', size: 9 } }],
    ['a page of large print', ['en'], { page: { size: 18 } }],
  ])('is never the last line of %s', async (_, langs, choices) => {
    const handout = withBlocks(langs, (lang) => numbered(lang, lengthsFor(lang, 90), 2), choices);
    await printed(handout, (lines) => {
      const pages = Map.groupBy(lines.filter(isText), ({ page }) => page);
      expect(pages.size).toBeGreaterThan(5);
      for (const onPage of pages.values()) {
        const columns = Map.groupBy(onPage, ({ x, text }) => (choices.page?.columns === 2 && !text.startsWith('Izbica') ? Number(x > 300) : 0)); // prettier-ignore
        for (const column of columns.values()) {
          const lowest = Math.min(...column.map(({ y }) => y));
          const last = column.filter(({ y }) => y < lowest + 1).map(({ text }) => text);
          expect(last.filter((text) => text.startsWith('Head'))).toEqual([]);
        }
      }
    });
  });
});

describe('the paper', () => {
  it('lies across where a part asks for it, in the same document', async () => {
    const handout = handoutIn(['en'], { parts: [{ part: 'text' }, { part: 'names', landscape: true }, { part: 'licence' }] }); // prettier-ignore
    await printed(handout, async (lines, pdf) => {
      const sizes = await Promise.all(
        Array.from({ length: pdf.numPages }, async (_, at) => (await pdf.getPage(at + 1)).view.slice(2)),
      );
      const pageOf = (text: string) => lines.find((word) => word.text.startsWith(text))!.page - 1;
      expect(sizes[pageOf('Izbica massacre')]![0]).toBeCloseTo(595, -1);
      expect(sizes[pageOf('Names in parallel')]![0]).toBeCloseTo(842, -1);
      expect(sizes[pageOf('Licence')]![0]).toBeCloseTo(595, -1);
    });
  });

  it('is bound on its inner side', async () => {
    const handout = withBlocks(['en'], (lang) => numbered(lang, lengthsFor(lang, 60)), {
      page: { binding: 15 },
    });
    await printed(handout, (lines) => {
      const left = (page: number) =>
        Math.min(...lines.filter((word) => word.page === page).map(({ x }) => x));
      expect(left(1) / PER_MM).toBeCloseTo(37, 0);
      expect(left(2) / PER_MM).toBeCloseTo(22, 0);
      expect(left(3) / PER_MM).toBeCloseTo(37, 0);
    });
  });

  it.each<[string, Choices['page']]>([
    ['A4', {}],
    ['A5 in narrow margins', { paper: 'A5', margin: 10 }],
    ['Letter in large print', { paper: 'Letter', size: 24 }],
    ['two columns', { columns: 2, hyphenate: true }],
  ])('holds a name of three hundred letters on %s', async (_, page) => {
    const long = `Gjegj${'ë'.repeat(295)}`;
    const article = articleIn('sq');
    const edition: Article = {
      ...article,
      titles: { ...article.titles, sq: long },
      blocks: article.blocks.map((block) => ({
        ...block,
        text: `Te ${long} dhe ${block.text}`,
        mentions: [],
      })),
      facts: article.facts.map((fact) => ({ ...fact, value: long, mentions: [] })),
      figures: article.figures.map((figure) => ({ ...figure, value: long, what: long, scope: long })),
      sources: article.sources.map((source) => ({ ...source, title: long })),
    };
    const handout = handoutIn(['sq'], { title: long, page }, [ingredientIn(['sq'], { editions: [edition] })]);
    await printed(handout, async (lines, pdf) => {
      const [, , width = 0] = (await pdf.getPage(1)).view;
      const margin = (page?.margin ?? 22) * PER_MM;
      expect(Math.min(...lines.map(({ x }) => x))).toBeGreaterThan(margin - 20);
      // A space at the end of a line hangs over it.
      expect(Math.max(...lines.map((line) => line.x + line.width - line.size / 3))).toBeLessThan(
        width - margin + 1,
      );
    });
  });

  it('has no print smaller than sixteen points in large print, but for heads and feet', async () => {
    const handout = handoutIn(['en'], { page: { size: 18, contrast: true }, parts: [{ part: 'text' }, { part: 'facts' }] }); // prettier-ignore
    await printed(handout, (lines) => {
      const { numPages, top } = {
        numPages: Math.max(...lines.map(({ page }) => page)),
        top: 842 - 28 * PER_MM,
      };
      expect(numPages).toBeGreaterThan(1);
      const inText = lines.filter(
        (word) => isText(word) && word.y < top && word.text !== word.text.toUpperCase(),
      );
      expect(inText.length).toBeGreaterThan(20);
      expect(Math.min(...inText.map(({ size }) => size))).toBeGreaterThanOrEqual(15.9);
    });
  });
});

describe('divided words', () => {
  const LONG: Readonly<Record<Lang, string>> = {
    en: 'the surrounding neighbourhoods were thoroughly documented by international investigators afterwards',
    sq: 'ndërkombëtarizimi i dokumentacionit përmbledhës vazhdonte pavarësisht paraushtarakëve të përmendur',
    'sr-Cyrl':
      'међународноправни документи наводили су најмање педесет југословенских паравојника појединачно',
    'sr-Latn':
      'međunarodnopravni dokumenti navodili su najmanje pedeset jugoslovenskih paravojnika pojedinačno',
  };
  /** No two paragraphs alike, so that lines end everywhere. */
  const longBlocks = (lang: Lang) =>
    numbered(
      lang,
      Array.from({ length: 25 }, () => 1),
    ).map((block, at) => {
      const words = LONG[lang].split(' ');
      const text = Array.from({ length: 30 }, (_, word) => words[(word * (at + 1) + at) % words.length]).join(
        ' ',
      );
      return block.type === 'heading' ? block : { ...block, text };
    });

  it.each<[Lang[], Choices]>([
    [['sq'], { page: { paper: 'A5', hyphenate: true } }],
    [['sr-Cyrl'], { page: { columns: 2, hyphenate: true } }],
    [['en', 'sq', 'sr-Latn'], { layout: 'parallel', page: { hyphenate: true, binding: 12 } }],
    [['en', 'sr-Cyrl'], { layout: 'parallel', page: { paper: 'Letter', landscape: true, hyphenate: true } }],
  ])('of %j are what the source says, once those at the ends of lines are joined', async (langs, choices) => {
    const handout = withBlocks(langs, longBlocks, choices);
    await printed(handout, async (lines, pdf) => {
      const [, , width = 0, height = 0] = (await pdf.getPage(1)).view;
      const inText = lines.filter((line) => isText(line) && line.y < height - 27 * PER_MM);
      const isTwo = choices.page?.columns === 2;
      const count = isTwo ? 2 : langs.length;
      const left = (page: number) =>
        Math.min(...inText.filter((line) => line.page === page).map(({ x }) => x));
      const column = ({ page, x }: Line) =>
        Math.floor(
          ((x - left(page) + 1) / (width - 44 * PER_MM - (choices.page?.binding ?? 0) * PER_MM)) * count,
        );
      const flows = isTwo
        ? [inText.sort((a, b) => a.page - b.page || column(a) - column(b) || b.y - a.y)]
        : langs.map((_, at) =>
            inText.filter((line) => column(line) === at).sort((a, b) => a.page - b.page || b.y - a.y),
          );
      let divided = 0;
      flows.forEach((flow, at) => {
        const texts = flow.map(({ text }) => text.trim());
        divided += texts.filter((text) => text.endsWith('-')).length;
        const read = plain(texts.map((text) => text.replace(/-$/, '').replaceAll('•', '')).join('\n'));
        const blocks = handout.chapters[0]!.editions[at]!.blocks.map(({ text }) => plain(text));
        expect(read.slice(read.indexOf(blocks[0]!))).toBe(blocks.join(''));
      });
      expect(divided).toBeGreaterThan(10);
      // None is read out that is not seen as a hyphen.
      expect(await softHyphensIn(await pdf.getData())).toBe(divided);
    });
  });

  it.each<[string, Lang[], Choices]>([
    ['large print', ['en', 'sq', 'sr-Cyrl'], { page: { size: 18 } }],
    ['large print, divided elsewhere too', ['en', 'sq', 'sr-Cyrl'], { page: { size: 18, hyphenate: true } }],
    ['A5', ['en', 'sq', 'sr-Cyrl'], { page: { paper: 'A5' } }],
    ['A5 in two scripts of one language', ['sr-Cyrl', 'sr-Latn', 'en'], { page: { paper: 'A5', size: 12 } }],
  ])(
    'are all that do not fit beside each other, in %s: no line ends within one otherwise',
    async (_, langs, choices) => {
      const quoted = (lang: Lang): Block[] =>
        longBlocks(lang).map((block) =>
          block.type === 'heading'
            ? block
            : { ...block, text: block.text.replace(/(\S+) (\S+)$/, '“$1” „$2“.') },
        );
      const handout = withBlocks(langs, quoted, { layout: 'parallel', ...choices });
      const { editions } = handout.chapters[0]!;
      const whole = new Set(editions.flatMap(({ blocks }) => blocks.flatMap(({ text }) => text.split(' '))));
      await printed(handout, async (lines, pdf) => {
        const [, , , height = 0] = (await pdf.getPage(1)).view;
        const from = lines.findIndex(({ text }) => text.startsWith('Head'));
        const inText = lines.slice(from).filter((line) => isText(line) && line.y < height - 27 * PER_MM);
        const texts = inText.map(({ text }) => text.replace('•', '').trim()).filter((text) => text !== '');
        const ends = texts.map((text) => text.split(' ').at(-1)!).filter((end) => !end.endsWith('-'));
        expect(ends.filter((end) => !whole.has(end) && !isEndOfOne(end, whole))).toEqual([]);
        expect(texts.length - ends.length).toBeGreaterThan(10);
        expect(texts.filter((text) => !/^[“„]?[\p{L}\p{Nd}]/u.test(text))).toEqual([]);
        expect(await softHyphensIn(await pdf.getData())).toBe(texts.length - ends.length);
      });
    },
  );

  it('fill their lines only where those are long enough', async () => {
    const filled = async (page: Choices['page']): Promise<number> => {
      let share = 0;
      const handout = withBlocks(['sq'], longBlocks, { page: { columns: 2, hyphenate: true, ...page } });
      await printed(handout, (lines) => {
        const widths = lines.filter(isText).map(({ x, width }) => Math.round(x + width));
        const counts = [...Map.groupBy(widths, (one) => one).values()].map(({ length }) => length);
        share = counts.sort((a, b) => b - a).slice(0, 2).reduce((sum, one) => sum + one, 0) / widths.length; // prettier-ignore
      });
      return share;
    };
    expect(await filled({})).toBeGreaterThan(0.5);
    expect(await filled({ paper: 'A5' })).toBeLessThan(0.2);
  });

  it('are none unless asked for', async () => {
    await printed(handoutIn(['sq']), (lines) => {
      expect(lines.filter(({ text }) => text.includes(SOFT_HYPHEN) || text.trim().endsWith('-'))).toEqual([]);
    });
  });
});

describe('what the pages say of themselves', () => {
  it('is right in the contents: each number is the page on which the title stands', async () => {
    const langs: Lang[] = ['en', 'sq'];
    const handout = handoutIn(
      langs,
      {
        page: { paper: 'A5' },
        parts: [{ part: 'cover' }, { part: 'contents' }, { part: 'text' }, { part: 'facts' }, { part: 'sources' }, { part: 'licence' }], // prettier-ignore
      },
      [ingredientIn(langs, { editions: langs.map((lang) => ({ ...articleIn(lang), blocks: numbered(lang, lengthsFor(lang, 16)) })) })], // prettier-ignore
    );
    await printed(handout, (lines) => {
      const onContents = lines.filter(({ page }) => page === 2);
      const rows = [...Map.groupBy(onContents, ({ y }) => Math.round(y / 4)).values()].map((line) =>
        line.sort((a, b) => a.x - b.x).map(({ text }) => text.trim()),
      );
      const entries = rows.flatMap((line) => {
        const number = /^\d+$/.test(line.at(-1) ?? '') ? Number(line.at(-1)) : undefined;
        return number === undefined || line.includes('/')
          ? []
          : [{ title: line[0]!.replace(/ (?:English|shqip)$/, ''), number }];
      });
      const sections = (lang: Lang) => [0, 4, 8, 12].map((at) => `Head ${TAGS[lang]}${at}`);
      expect(entries.map(({ title }) => title)).toEqual([
        'Izbica massacre', ...sections('en'), 'In brief', 'Sources',
        'Masakra e Izbicës', ...sections('sq'), 'Shkurtimisht', 'Burimet', 'Licence and credits',
      ]); // prettier-ignore
      for (const { title, number } of entries) {
        const page = lines.find(
          (word) => word.page > 2 && word.text.trim() === title && word.size > HEAD_SIZE,
        )?.page;
        expect([title, number]).toEqual([title, page]);
      }
    });
  });

  it('is an outline in which no level is skipped, with one first level a chapter', async () => {
    const handout = handoutIn(['en', 'sq'], {
      parts: [{ part: 'cover' }, { part: 'content-note' }, { part: 'text' }, { part: 'facts' }, { part: 'names', scope: 'once' }, { part: 'licence' }], // prettier-ignore
    });
    await printed(handout, async (_, pdf) => {
      const titles = (await pdf.getOutline()).map(({ title, items }) => [
        title,
        items.map((item) => item.title),
      ]);
      expect(titles).toEqual([
        ['Izbica massacre', []],
        ['Izbica massacre', ['Course of events', 'In brief']],
        ['Masakra e Izbicës', ['Rrjedha e ngjarjeve', 'Shkurtimisht']],
        ['Names in parallel', []],
        ['Licence and credits', []],
      ]);
    });
  });

  it('is a sentence where an edition is missing, and a line where paragraphs were left out', async () => {
    const blocks = articleIn('en').blocks.map((block) => (block.type === 'heading' ? block : { ...block, graphic: true as const })); // prettier-ignore
    const handout = handoutIn(['en', 'sq'], { withoutDetails: true, parts: [{ part: 'text' }] }, [
      ingredientIn(['en'], { editions: [{ ...articleIn('en'), blocks }], missing: ['sq', 'sr-Latn'] }),
    ]);
    await printed(handout, (lines) => {
      const text = plain(lines.map((word) => word.text).join(' '));
      expect(text).toContain(plain('This article does not have these editions: Albanian; Serbian, Latin.'));
      expect(text.split(plain('A detailed description of killings has been left out here.'))).toHaveLength(3);
      expect(text).not.toContain('greasepaint');
    });
  });
});
