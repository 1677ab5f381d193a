import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../support/chromium';
import { contentsNumbers, fontsOf, headingsOf, orphanHeadings, outlineOf, textByLang, textWithin } from '../../support/pdfua/read'; // prettier-ignore
import { plain } from '../../support/print';
import { sample } from './sample';

const FACE = createRequire(import.meta.url).resolve(
  '@fontsource/source-serif-4/files/source-serif-4-cyrillic-400-normal.woff2',
);
const LATIN = FACE.replace('cyrillic', 'latin');
const face = (file: string, range: string) =>
  `@font-face { font-family: Source; src: url(data:font/woff2;base64,${readFileSync(file, 'base64')}); unicode-range: ${range} }`;
const STYLE = `
  ${face(LATIN, 'U+0000-00FF')} ${face(FACE, 'U+0400-045F')}
  @page { size: 300pt 300pt; margin: 30pt; @bottom-center { content: counter(page) } }
  * { font: 10pt/12pt Source; margin: 0; padding: 0 }
  .page { break-before: page }
  .push { height: 210pt }
  .columns { columns: 2; height: 200pt; column-fill: auto }
`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => browser?.close());

async function printed(body: string): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    await page.setContent(
      `<!doctype html><html lang="sq"><title>Drenicë</title><style>${STYLE}</style>${body}</html>`,
    );
    await page.evaluate(() => document.fonts.ready);
    return Uint8Array.from(await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true }));
  } finally {
    await page.close();
  }
}

const CONTENTS = `
  <h1>Përmbajtja</h1>
  <ul><li><a href="#a">Masakra e Izbicës … 2</a></li><li><a href="#b">Burimet 7</a></li></ul>
  <p class="page">Një.</p><h2 id="a">Masakra e Izbicës</h2><p>Fshati.</p>
  <p lang="sr-Cyrl">Село у <b>Дреници</b>.</p>
  <p class="page">Dy.</p><h3 id="b">Burimet</h3><p>Raport.</p>`;

describe('a printed document, read back', () => {
  it('says in which language its words are', async () => {
    const runs = (await textByLang(await printed(CONTENTS))).map(({ lang, text }) => [lang, plain(text)]);
    expect(runs).toEqual([
      ['sq', plain('Përmbajtja Masakra e Izbicës … 2 Burimet 7 Një. Masakra e Izbicës Fshati.')],
      ['sr-Cyrl', plain('Село у Дреници.')],
      ['sq', plain('Dy. Burimet Raport.')],
    ]);
  });

  it('says what replaces what is seen, once', async () => {
    const bytes = await sample(({ content }) => {
      content[0] = content[0]!.replace('(AB)', '(Izbica)').replace(/BT.*ET/, '$& $&');
    });
    const [first] = await textByLang(bytes);
    expect(first).toEqual({ lang: 'sq', text: 'IzbicaABABAB' });
  });

  it('leaves out what only decorates, and what nobody tagged', async () => {
    const bytes = await sample(
      ({ content }) =>
        void content.push('/Artifact BMC BT /F1 9 Tf <0001> Tj ET EMC BT /F1 9 Tf <0001> Tj ET'),
    );
    expect(await textByLang(bytes)).toEqual(await textByLang(await sample()));
  });

  it('has its headings, with their levels and pages', async () => {
    expect(await headingsOf(await printed(CONTENTS))).toEqual([
      { level: 1, text: 'Përmbajtja', page: 1 },
      { level: 2, text: 'Masakra e Izbicës', page: 2 },
      { level: 3, text: 'Burimet', page: 3 },
    ]);
  });

  it('has an outline that leads to them', async () => {
    const burimet = { title: 'Burimet', page: 3, items: [] };
    expect(await outlineOf(await printed(CONTENTS))).toEqual([
      {
        title: 'Përmbajtja',
        page: 1,
        items: [{ title: 'Masakra e Izbicës', page: 2, items: [burimet] }],
      },
    ]);
  });

  it('has contents whose numbers can be held against where they lead', async () => {
    expect(await contentsNumbers(await printed(CONTENTS))).toEqual([
      { text: expect.stringContaining('Masakra e Izbicës'), printed: 2, page: 2 },
      { text: expect.stringContaining('Burimet'), printed: 7, page: 3 },
    ]);
  });

  it('shows its text in fonts that it carries', async () => {
    const fonts = await fontsOf(await printed('<p>Fshati, село.</p>'));
    expect(fonts.length).toBeGreaterThan(1);
    expect(fonts.filter(({ name }) => !name.startsWith('SourceSerif4'))).toEqual([]);
    expect(fonts.every(({ isEmbedded, type }) => isEmbedded && type === 'CIDFontType2')).toBe(true);
  });
});

describe('a heading', () => {
  const orphans = async (body: string) =>
    (await orphanHeadings(await printed(body))).map(({ page, text }) => [page, plain(text)]);

  it('is an orphan where nothing follows it on its page', async () => {
    expect(await orphans('<div class=push>Tekst.</div><h2>Burimet</h2><p class=page>Raport.</p>')).toEqual([
      [1, 'Burimet'],
    ]);
  });

  it('is none where a line follows', async () => {
    expect(await orphans('<h2>Burimet</h2><p>Raport.</p>')).toEqual([]);
  });

  it('is not saved by another heading, or by a heading beneath', async () => {
    const body = '<div class=push>Tekst.</div><h2>Burimet</h2><h3>Libra</h3><p class=page>Raport.</p>';
    expect(await orphans(body)).toEqual([
      [1, 'Burimet'],
      [1, 'Libra'],
    ]);
  });

  it('is an orphan at the foot of a column, though the other goes on', async () => {
    const body =
      '<div class=columns><p>Tekst.</p><h2 style="break-after: column">Burimet</h2><p>Një.</p><p style="margin-top: 170pt">Dy.</p></div>';
    expect(await orphans(body)).toEqual([[1, 'Burimet']]);
  });
});

describe('text', () => {
  it.each([
    ['on the left', -10, 50],
    ['on the right', 290, 50],
    ['below', 50, -9],
    ['above', 50, 295],
    ['as a whole', -400, 50],
  ])('is told of where it leaves its page %s', async (_, x, y) => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage([300, 300]);
    page.drawText('Burimet', { x: 50, y: 100, size: 10 });
    page.drawText('Fshati', { x, y, size: 10 });
    expect(await textWithin(await pdf.save())).toEqual([{ page: 1, text: 'Fshati' }]);
  });

  it('is within its page where lines are broken', async () => {
    expect(await textWithin(await printed(`<p>${'fshati '.repeat(20)}</p>`))).toEqual([]);
  });

  it('is within its page when it stands upright or upside down', async () => {
    const turned = '<p style="writing-mode: vertical-rl">Fshati</p><p style="rotate: 180deg">Fshati</p>';
    expect(await textWithin(await printed(turned))).toEqual([]);
  });
});
