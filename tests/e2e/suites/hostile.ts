import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ARTICLE, EVIL, hostile, plantHostileLibrary } from '../../support/hostile-library';
import { temporaryFolder } from '../../support/library';
import { readPdf } from '../../support/pdf';
import type { OpenReader, Reader } from '../../support/reader';

const TITLES = ['title en', 'title sq', 'title sr-Cyrl'];
/** Where each of the library's texts is to be seen. */
const PAGES: readonly (readonly [path: string, places: readonly string[]])[] = [
  ['/', [...TITLES, 'library', 'licence', 'credit', 'content note', 'fact location', 'fact date']],
  [
    `/article/${ARTICLE}?name=pl-hostile`,
    [
      ...TITLES,
      ...['paragraph', 'heading', 'item', 'fact location', 'fact date', 'fact fatalities', 'reviewer'],
      ...['what', 'scope', 'wording', 'holder'],
      ...['source', 'publisher', 'date', 'source licence', 'source note'],
      ...['name', 'variant', 'name note', 'within', 'entity note', 'precision', 'point credit'],
    ],
  ],
  ['/names?words=name%20img', ['name']],
  ['/names/pl-hostile', ['name', 'title en']],
  ['/figures', ['name', 'title en', 'what', 'scope', 'wording', 'holder', 'source']],
  ['/search?words=paragraph', ['title en']],
  ['/about', ['library', 'licence', 'credit']],
  ['/welcome', ['content note']],
];
/** What no page of the reader has, so that each of them came out of a text. */
const FOREIGN = [
  'img, iframe, frame, object, embed, portal, webview, base, style, [style*="url"]',
  'meta[http-equiv], form[action], script:not([src])',
  ...['onclick', 'onerror', 'onfocus', 'onload', 'onmouseover'].map((name) => `[${name}]`),
].join();

function foreignIn(page: Page): Promise<string[]> {
  return page.evaluate((selector) => {
    const links = [...document.links].filter(({ origin }) => origin !== location.origin);
    return [...document.querySelectorAll(selector), ...links].map((element) => element.outerHTML);
  }, FOREIGN);
}

export function hostileSuite(open: OpenReader): void {
  describe('a library that means ill', () => {
    const folder = temporaryFolder();
    let reader: Reader;
    beforeAll(async () => {
      reader = await open({ library: plantHostileLibrary(folder) });
      await reader.withSettings({ interfaceLang: 'en', readingLangs: ['en'] });
    });
    afterAll(async () => {
      await reader.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it.each(PAGES)('is shown as text on %s', async (path, places) => {
      await reader.goTo(path);
      if (path.includes('name=')) await reader.page.locator('aside h2').waitFor();
      for (const place of places)
        await expect.poll(() => reader.page.locator('body').textContent()).toContain(hostile(place));
      expect(await foreignIn(reader.page)).toEqual([]);
    });

    it('is shown as text side by side, in either script, with its names changed, and found', async () => {
      for (const namesDisplay of ['sr-Latn', 'gloss', 'as-written'] as const) {
        await reader.withSettings({ readingLangs: ['en', 'sq', 'sr-Latn'], namesDisplay });
        await reader.goTo(`/article/${ARTICLE}`);
        expect(await reader.page.locator('body').textContent()).toContain(hostile('item'));
        expect(await foreignIn(reader.page)).toEqual([]);
      }
      await reader.page.keyboard.press('Control+f');
      await reader.page.keyboard.type('<script>alert(2)');
      await reader.page.getByText(/^1 of \d+$/u).waitFor();
      await reader.withSettings({ readingLangs: ['en'] });
    });

    it('has one address that may be opened, after asking; the others are text', async () => {
      await reader.goTo(`/article/${ARTICLE}`);
      const outside = reader.page.getByRole('link', { name: /outside of Paralel$/u });
      const names = await outside.evaluateAll((links) => links.map((link) => link.textContent));
      expect(names).toEqual([`${EVIL}asked`]);
      const main = await reader.page.getByRole('main').textContent();
      for (const address of [
        'javascript:alert(13)',
        'data:text/html,<script>alert(14)',
        'paralel@evil.example',
      ])
        expect(main).toContain(address);
    });

    it('is printed as text', async () => {
      await reader.goTo(`/article/${ARTICLE}`);
      await reader.page.getByRole('button', { name: 'Print…' }).click();
      const { file } = await reader.printed(() =>
        reader.page.getByRole('button', { name: 'Make the PDF' }).click(),
      );
      const { text } = await readPdf(file);
      const plain = text.replaceAll(/\s/gu, '');
      for (const trick of [
        '<imgsrc="https://evil.example/a.png"onerror="alert(1)">',
        "{{constructor.constructor('alert(9)')()}}",
      ])
        expect(plain).toContain(trick);
    });

    it('has asked nobody for anything, opened no dialog, and given no cause for complaint', async () => {
      expect(await reader.escapes()).toEqual([]);
      expect(reader.complaints).toEqual([]);
    });
  });
}
