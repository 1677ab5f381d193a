import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import sq from '../../../locales/sq.json';
import { type Lang, LANGS } from '../../../src/shared/lang';
import type { OpenReader, Reader } from '../../support/reader';
import { ROOT } from '../../support/terminal';

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
const AXE = readFileSync(resolve(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');

async function isolatedWorld(session: CDPSession) {
  const { frameTree } = await session.send('Page.getFrameTree');
  return session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
}

/** A theme, a window's size and a language, in which every page is looked at. */
type Look = readonly ['light' | 'dark' | 'contrast', width: number, height: number, Lang];
export const LOOKS: readonly Look[] = [
  ['light', 1280, 800, 'en'],
  ['dark', 1280, 800, 'sq'],
  ['contrast', 1280, 800, 'sr-Cyrl'],
  ['light', 900, 700, 'sr-Latn'],
];
/** The same pages are drawn by the same engine on the desktop: one look tells whether they are there. */
export const ONE_LOOK = LOOKS.slice(1, 2);

/** @param langs in which every page is read through */
export function interfaceSuite(open: OpenReader, looks: readonly Look[], langs: readonly Lang[]): void {
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

    it.each(langs)('is whole in %s: no key shows through, and Serbian stays in its script', async (lang) => {
      await reader.withSettings({ interfaceLang: lang, readingLangs: [lang] });
      for (const path of PAGES) {
        await reader.goTo(path);
        if (path.includes('name=')) await reader.page.locator('aside h2').waitFor();
        const own = await reader.page.evaluate(() => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const texts: string[] = [];
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const language = node.parentElement?.closest('[lang]')?.getAttribute('lang');
            if (language === document.documentElement.lang) texts.push(node.textContent ?? '');
          }
          return texts.join('\n');
        });
        expect(own).not.toMatch(
          /\b(frame|state|contents|search|names|figures|notebook(?!\.db)|notes|settings|article|card|find|terms|errors|menu|room|welcome|places|about|keys|outside)\.[a-z]\w+/u,
        );
        expect(own).not.toMatch(/\{\w+\}/u);
        if (lang === 'sr-Latn') expect(own).not.toMatch(/\p{Script=Cyrillic}/u);
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

    it.each(looks)(
      'is accessible in %s at %ix%i in %s, and nothing is wider than the window',
      async (theme, width, height, lang) => {
        await reader.page.setViewportSize({ width, height });
        await reader.withSettings({ theme, interfaceLang: lang, readingLangs: [lang] });
        for (const path of PAGES) {
          await reader.goTo(path);
          const overflow = await reader.page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(overflow, path).toBeLessThanOrEqual(0);
          const session = await reader.context.newCDPSession(reader.page);
          // In a world of its own: the page's policy lets no foreign script in, and need not.
          const { executionContextId } = await isolatedWorld(session);
          await session.send('Runtime.evaluate', { expression: AXE, contextId: executionContextId });
          const { result } = await session.send('Runtime.evaluate', {
            expression: `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
          .then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html.slice(0, 120))])))`,
            contextId: executionContextId,
            awaitPromise: true,
          });
          await session.detach();
          expect(JSON.parse(String(result.value)), path).toEqual([]);
        }
        await reader.page.setViewportSize({ width: 1280, height: 800 });
        await reader.withSettings({ theme: 'light' });
      },
    );

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
