import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import sq from '../../../locales/sq.json';
import { type Lang, LANGS } from '../../../src/shared/lang';
import { violationsOn } from '../../support/axe';
import type { OpenReader, Reader } from '../../support/reader';

const ARTICLES = { en: 'Articles', sq: sq.frame.articles, 'sr-Cyrl': 'Чланци', 'sr-Latn': 'Članci' };
const SWITCH = { en: 'English', sq: 'Shqip', 'sr-Cyrl': 'Српски', 'sr-Latn': 'Srpski' };
const PAGES = [
  '/',
  '/article/izbica-massacre',
  '/article/izbica-massacre?name=pl-qirez',
  '/search?words=Glogovac',
  '/names',
  '/names/pl-qirez',
  '/names/pl-qirez/edit',
  '/add-name',
  '/findings',
  '/compare?sides=izbica-massacre.sq,izbica-massacre.en',
  '/match',
  '/changes',
  '/import',
  '/notes',
  '/figures',
  '/settings',
  '/welcome',
  '/about',
  '/keys',
  '/nowhere',
];

/** A theme, a window's size and a language, in which every page is looked at and read through. */
type Look = readonly ['light' | 'dark' | 'contrast', width: number, height: number, Lang];
export const LOOKS: readonly Look[] = [
  ['light', 1280, 800, 'en'],
  ['dark', 1280, 800, 'sq'],
  ['contrast', 1280, 800, 'sr-Cyrl'],
  ['light', 900, 700, 'sr-Latn'],
];
/** The same pages are drawn by the same engine on the desktop: one look tells whether they are there. */
export const ONE_LOOK = LOOKS.slice(1, 2);

/** What a page says in the interface's language; names and quotations in others apart. */
function textInItsLanguage(page: Page): Promise<string> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const language = node.parentElement?.closest('[lang]')?.getAttribute('lang');
      if (language === document.documentElement.lang) texts.push(node.textContent ?? '');
    }
    return texts.join('\n');
  });
}

export function interfaceSuite(open: OpenReader, looks: readonly Look[]): void {
  let reader: Reader;
  beforeAll(async () => {
    reader = await open();
  });
  afterAll(() => reader.close());

  describe('the interface', () => {
    it('switches language while it runs', async () => {
      await reader.goTo('/');
      for (const lang of LANGS) {
        await reader.page
          .locator('#sidebar')
          .getByRole('radio', { name: SWITCH[lang] })
          .check({ force: true });
        await expect.poll(() => reader.page.locator('html').getAttribute('lang')).toBe(lang);
        await reader.page.locator('#sidebar').getByText(ARTICLES[lang], { exact: true }).waitFor();
      }
    });

    it('dates and counts by each language’s own rules, in this Chromium, which knows no Albanian', async () => {
      expect(await reader.page.evaluate(() => Intl.Collator.supportedLocalesOf(['sq']))).toEqual([]);
      await reader.withSettings({ interfaceLang: 'sq', readingLangs: ['sq'] });
      await reader.goTo('/article/izbica-massacre');
      expect(await reader.page.getByRole('main').innerText()).toContain('28 mars 1999');
      await reader.goTo('/');
      expect(await reader.page.getByRole('main').innerText()).toMatch(/\d{3} fjalë/u);
      await reader.withSettings({ interfaceLang: 'sr-Cyrl' });
      await reader.goTo('/');
      expect(await reader.page.getByRole('main').innerText()).toMatch(/\d{3} речи/u);
    });

    it.each(looks)('is accessible and whole in %s at %ix%i in %s', async (theme, width, height, lang) => {
      await reader.page.setViewportSize({ width, height });
      await reader.withSettings({ theme, interfaceLang: lang, readingLangs: [lang] });
      for (const path of PAGES) {
        await reader.goTo(path);
        if (path.includes('name=')) await reader.page.locator('aside h2').waitFor();
        const overflow = await reader.page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, path).toBeLessThanOrEqual(0);
        expect(await violationsOn(reader.page), path).toEqual([]);
        const own = await textInItsLanguage(reader.page);
        // No key shows through, and Serbian stays in its script.
        expect(own, path).not.toMatch(
          /\b(frame|state|contents|search|names|figures|notebook(?!\.db)|notes|settings|article|card|find|terms|errors|menu|room|welcome|places|about|keys|outside)\.[a-z]\w+/u,
        );
        expect(own, path).not.toMatch(/\{\w+\}/u);
        if (lang === 'sr-Latn') expect(own, path).not.toMatch(/\p{Script=Cyrillic}/u);
      }
      await reader.page.setViewportSize({ width: 1280, height: 800 });
      await reader.withSettings({ theme: 'light' });
    });

    it('says what is chosen and how sure a name is where the machine has colours of its own', async () => {
      await reader.withSettings({ interfaceLang: 'en', readingLangs: ['en'], theme: 'light' });
      await reader.page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
      await reader.goTo('/article/izbica-massacre?name=pl-izbica');
      await reader.page.locator('aside svg .filled').first().waitFor();
      const { chosen, other, sign, ground } = await reader.page.evaluate(() => {
        const styleOf = (selector: string) => {
          const element = document.querySelector(selector);
          if (!element) throw new Error(selector);
          return getComputedStyle(element);
        };
        return {
          chosen: styleOf('.edition[aria-pressed="true"]').backgroundColor,
          other: styleOf('.edition[aria-pressed="false"]').backgroundColor,
          sign: styleOf('aside svg .filled').fill,
          ground: styleOf('aside').backgroundColor,
        };
      });
      await reader.page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
      expect(chosen).not.toBe(other);
      expect([sign, ground]).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    });

    it('shows its own fonts in both scripts', async () => {
      await reader.withSettings({ interfaceLang: 'en', readingLangs: ['sr-Cyrl'] });
      await reader.goTo('/article/izbica-massacre');
      const loaded = await reader.page.evaluate(async () => {
        await document.fonts.ready;
        return [...document.fonts]
          .filter((font) => font.status === 'loaded')
          .map((font) => `${font.family.replaceAll('"', '')} ${font.style} ${font.weight}`);
      });
      expect(loaded).toEqual(
        expect.arrayContaining([
          'Source Serif 4 normal 400',
          'Source Serif 4 italic 400',
          'Source Sans 3 normal 400',
        ]),
      );
    });
  });
}
