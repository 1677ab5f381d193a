import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { violationsOn } from '../../support/axe';
import type { OpenReader, Reader } from '../../support/reader';

export function atlasSuite(open: OpenReader): void {
  let reader: Reader;
  let page: Page;
  beforeAll(async () => {
    reader = await open();
    page = reader.page;
  });
  afterAll(() => reader.close());
  beforeEach(() => reader.withSettings({ interfaceLang: 'en', readingLangs: ['en'], theme: 'light' }));

  const map = () => page.getByRole('group', { name: 'Map of the places' });
  const timeline = () => page.getByRole('group', { name: 'Timeline of the events' });
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  const card = () => page.getByRole('complementary', { name: 'Name card' });
  const chip = (name: RegExp) => page.getByRole('group', { name: 'Article' }).getByRole('button', { name });

  describe('the map', () => {
    it('is walked through with the arrow keys, in the order of its list, and opens a name', async () => {
      await reader.goTo('/map');
      await map()
        .getByRole('button', { name: /^Abri|^Belgrade|^Çikatovë/ })
        .first()
        .focus();
      await page.keyboard.press('Home');
      const first = await focused();
      await page.keyboard.press('ArrowRight');
      const second = await focused();
      expect(second).not.toBe(first);
      expect(second).toMatch(/Position: .*; Source: /u);
      await page.keyboard.press('ArrowLeft');
      expect(await focused()).toBe(first);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await card()
        .getByRole('heading', { name: second.split(':')[0] ?? '' })
        .waitFor();
    });

    it('is made larger and smaller, and brings what is out of sight into the middle', async () => {
      await reader.goTo('/map');
      const izbica = map().getByRole('button', { name: /^Izbica:/u });
      await izbica.focus();
      const all = await map().getByRole('button').count();
      await page.keyboard.press('+');
      await page.keyboard.press('+');
      await page.keyboard.press('+');
      await expect.poll(() => map().getByRole('button').count()).toBeLessThan(all);
      expect(await focused()).toMatch(/^Izbica:/u);
      await page.keyboard.press('ArrowRight');
      await expect.poll(focused).not.toMatch(/^Izbica:|^$/u);
      await page.keyboard.press('0');
      await expect.poll(() => map().getByRole('button').count()).toBe(all);
      await page.getByRole('button', { name: 'Larger' }).click();
      await page.getByRole('button', { name: 'Show all' }).click();
      await expect.poll(() => map().getByRole('button').count()).toBe(all);
    });

    it('has a list that says what it cannot show, and leads to the first mention', async () => {
      await reader.goTo('/map');
      const list = page.getByRole('list', { name: 'Places' });
      const place = (name: string) =>
        list.locator('> li').filter({ has: page.getByRole('link', { name, exact: true }) });
      await place('Belgrade')
        .getByText(/km north, beyond the edge of the map/u)
        .waitFor();
      await place('Kosovo').getByText('no coordinates').waitFor();
      await place('Izbica').getByRole('link', { name: 'First mention in Izbica massacre' }).click();
      await page.getByRole('heading', { level: 1, name: 'Izbica massacre' }).waitFor();
      await expect.poll(() => page.url()).toMatch(/article\/izbica-massacre\?.*block=/u);
    });

    it('is of one article where one is chosen, and again after going back', async () => {
      await reader.goTo('/map');
      const places = page.getByRole('list', { name: 'Places' }).locator('> li');
      await places.first().waitFor();
      const all = await places.count();
      await chip(/^Poklek massacre/u).click();
      await expect.poll(() => places.count()).toBeLessThan(all);
      const few = await places.count();
      await places
        .first()
        .getByRole('link', { name: /^First mention in/u })
        .last()
        .click();
      await page.getByRole('article').first().waitFor();
      await page.goBack();
      await map().waitFor();
      await expect.poll(() => places.count()).toBe(few);
    });

    it('names places in the languages that are read', async () => {
      await reader.withSettings({ readingLangs: ['sq', 'sr-Cyrl'] });
      await reader.goTo('/map');
      await map()
        .getByRole('button', { name: /^Izbicë\s· Избица:/u })
        .waitFor();
    });
  });

  describe('the timeline', () => {
    it('is walked through in order, and opens an event’s article', async () => {
      await reader.goTo('/timeline');
      await timeline().getByRole('button').first().focus();
      const labels: string[] = [];
      await page.keyboard.press('Home');
      labels.push(await focused());
      while (!labels.at(-1)?.startsWith('Izbica massacre')) {
        await page.keyboard.press('ArrowDown');
        const next = await focused();
        expect(labels).not.toContain(next);
        labels.push(next);
      }
      expect(labels.at(-1)).toContain('28 March 1999');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Izbica massacre' }).waitFor();
    });

    it('says the same in a table', async () => {
      await reader.goTo('/timeline');
      const row = page.getByRole('table', { name: 'Events' }).getByRole('row', { name: /Izbica massacre/u });
      expect((await row.first().innerText()).replace(/\s+/gu, ' ')).toMatch(/28 March 1999/u);
      await row.first().getByRole('link', { name: 'Izbica', exact: true }).first().click();
      await card().waitFor();
    });
  });

  describe.each(['/map', '/timeline'])('%s', (path) => {
    it.each(['light', 'dark', 'contrast'] as const)(
      'lacks nothing for those who cannot see it, in %s',
      async (theme) => {
        await reader.withSettings({ theme });
        await reader.goTo(path);
        await page
          .getByRole('main')
          .getByRole('group', { name: /^(?:Map|Timeline) of/u })
          .waitFor();
        expect(await violationsOn(page)).toEqual([]);
      },
    );
  });

  it('complains of nothing', () => {
    expect(reader.complaints).toEqual([]);
  });
}
