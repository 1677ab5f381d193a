import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenReader, Reader } from '../../support/reader';

/** Villages as they follow one another in Albanian, where dh, gj, ll, rr and zh are letters of their own. */
const IN_ALBANIAN = [
  'Deçan', 'Duboc', 'Dhermi', 'Gurrakoc', 'Gjakovë', 'Gjilan', 'Lypjan', 'Llapushnik', 'Rugovë', 'Rrezinë', 'Zym',
  'Zhur',
]; // prettier-ignore
const MANY = 2000;

/** Nobody is sure of the villages; the others are formed by rule. None has a Serbian name. */
const TABLE = [
  'id,type,lang,name,kind,form,certainty',
  ...IN_ALBANIAN.toReversed().map(
    (name, at) => `pl-alb-${at},village,sq,${name},preferred,indefinite,uncertain`,
  ),
  ...Array.from(
    { length: MANY },
    (_, at) => `pl-many-${at},village,sq,Arë ${at + 1000},preferred,indefinite,derived`,
  ),
].join('\n');

/** @param isWhole otherwise only what two shells could differ in */
export function namesSuite(open: OpenReader, { isWhole = true } = {}): void {
  const whole = it.runIf(isWhole);
  let reader: Reader;
  let page: Page;
  beforeAll(async () => {
    reader = await open();
    page = reader.page;
    const file = { name: 'villages.csv', data: Buffer.from(TABLE).toString('base64') };
    const { added } = await reader.call('import.apply', { file, decisions: {} });
    expect(added).toHaveLength(MANY + IN_ALBANIAN.length);
  });
  afterAll(() => reader.close());
  beforeEach(() => reader.withSettings({ interfaceLang: 'en', readingLangs: ['en'], nameColumns: [] }));

  const table = () => page.getByRole('table', { name: 'Names' });
  const drawn = () => table().locator('tbody tr[data-row]');
  /** Of the drawn rows, the names in a language. */
  const column = (lang: string) => table().locator(`tbody [lang="${lang}"]`).allInnerTexts();
  const headings = () => table().getByRole('columnheader').allInnerTexts();
  const heading = (name: string) => table().getByRole('columnheader', { name });
  const filter = (name: string) => page.getByRole('combobox', { name });
  const words = () => page.getByRole('searchbox', { name: 'Filter the names' });
  const told = (text: string) => page.getByRole('status').getByText(text).waitFor();
  /** The first row that is whole below the headings, and where it stands in the window. */
  const topRow = () =>
    page.evaluate(() => {
      const below = document.querySelector('thead th')?.getBoundingClientRect().bottom ?? 0;
      const rows = [...document.querySelectorAll<HTMLElement>('tbody tr[data-row]')];
      const first = rows.find((row) => row.getBoundingClientRect().top >= below);
      return { row: Number(first?.dataset.row), at: Math.round(first?.getBoundingClientRect().top ?? 0) };
    });
  const scrollTo = (place: number) =>
    page.locator('#scroller').evaluate((scroller, top) => scroller.scrollTo({ top }), place);

  describe('the table of names', () => {
    whole('finds a place by a form that nobody has recorded, and says that it is a guess', async () => {
      await reader.goTo('/names');
      await words().fill('Llikoshan');
      await told('No name has “Llikoshan” in it. These records have names that you may have meant.');
      await told('1 name record');
      expect(await column('sr-Cyrl')).toEqual(['Ликошане']);
      await words().fill('ликош');
      await table()
        .getByRole('row', { name: /Likoshan/u })
        .first()
        .waitFor();
      await page.getByText('No name has').waitFor({ state: 'detached' });
      await words().fill('zzz');
      await page.getByText('No name matches this filter.').waitFor();
    });

    whole('shows what lacks a language, and the address of what it shows leads back to it', async () => {
      await reader.goTo('/names');
      await table().waitFor();
      await filter('Missing language…').selectOption('sr-Cyrl');
      await told(`${(MANY + IN_ALBANIAN.length).toLocaleString('en-GB')} name records`);
      await filter('Certainty of the name').selectOption('');
      await heading('Shqip').getByRole('button').click();
      await filter('Certainty of the name').selectOption('uncertain');
      await told(`${IN_ALBANIAN.length} name records`);
      expect(await drawn().first().innerText()).toContain('no name recorded');
      const address = page.url();
      await page.goBack();
      await told(`${(MANY + IN_ALBANIAN.length).toLocaleString('en-GB')} name records`);
      await page.goForward();
      await told(`${IN_ALBANIAN.length} name records`);
      await page.getByRole('button', { name: 'Clear the filter' }).click();
      await page.getByRole('button', { name: 'Clear the filter' }).waitFor({ state: 'detached' });
      expect(page.url()).not.toMatch(/missing|certainty/u);
      await reader.goTo(address.slice(address.indexOf('#') + 1));
      await told(`${IN_ALBANIAN.length} name records`);
      expect(await filter('Missing language…').inputValue()).toBe('sr-Cyrl');
    });

    whole('is in the order of each language’s own alphabet, from either end', async () => {
      await reader.goTo('/names?missing=sr-Cyrl&certainty=uncertain&sort=sq');
      await told(`${IN_ALBANIAN.length} name records`);
      await expect.poll(() => column('sq')).toEqual(IN_ALBANIAN);
      await heading('Shqip').getByRole('button').click();
      await expect.poll(() => column('sq')).toEqual(IN_ALBANIAN.toReversed());
      expect(await heading('Shqip').getAttribute('aria-sort')).toBe('descending');
      await reader.goTo('/names?article=izbica-massacre&kind=place');
      await heading('Српски').getByRole('button').click();
      const known = ['Глоговац', 'Дреница', 'Избица', 'Косово'];
      await expect
        .poll(async () => (await column('sr-Cyrl')).filter((name) => known.includes(name)))
        .toEqual(known);
    });

    whole('shows the names of one article, of one kind and of one certainty', async () => {
      await reader.goTo('/names');
      await table().waitFor();
      await filter('In which article').selectOption({ label: 'Izbica massacre' });
      const chip = page.getByRole('button', { name: /^Events \d+$/u });
      await expect.poll(() => chip.innerText()).not.toContain('20');
      const count = Number(/\d+/u.exec(await chip.innerText())?.[0]);
      expect(count).toBeGreaterThan(0);
      await chip.click();
      await told(`${count} name record`);
      await expect.poll(() => drawn().count()).toBe(count);
      await filter('Certainty of the name').selectOption('verified');
      await expect.poll(() => drawn().count()).toBeLessThan(count);
      const first = await table().locator('tbody th').allInnerTexts();
      expect(first.length).toBeGreaterThan(0);
      for (const cell of first) expect(cell).toContain('verified');
    });

    whole('draws no more of many names than the page shows, and finds its place again', async () => {
      await reader.goTo('/names?sort=sq');
      await table().waitFor();
      expect(Number(await table().getAttribute('aria-rowcount'))).toBeGreaterThan(MANY);
      await scrollTo(60_000);
      await expect.poll(async () => (await topRow()).row).toBeGreaterThan(900);
      await expect.poll(() => table().locator('tbody tr:not([data-row]):not([aria-hidden])').count()).toBe(0);
      expect(await drawn().count()).toBeLessThan(60);
      const left = await topRow();
      const row = table().locator(`tbody tr[data-row="${left.row}"]`);
      expect(await row.getAttribute('aria-rowindex')).toBe(String(left.row + 2));
      await page.locator('#sidebar').getByText('Figures', { exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'Figures' }).waitFor();
      await page.goBack();
      await expect.poll(topRow).toEqual(left);
    });

    it('is gone through with keys, and keeps the focus where it was', async () => {
      await reader.goTo('/names?sort=sq');
      const link = drawn().nth(2).getByRole('link').first();
      await link.focus();
      const name = await link.innerText();
      await page.keyboard.press('End');
      await expect.poll(async () => (await topRow()).row).toBeGreaterThan(MANY);
      expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe(name.trim());
      await page.keyboard.press('Home');
      await expect.poll(async () => (await topRow()).row).toBe(0);
      await page.keyboard.press('PageDown');
      await expect.poll(async () => (await topRow()).row).toBeGreaterThan(3);
      await page.keyboard.press('Enter');
      await page.getByRole('complementary', { name: 'Name card' }).waitFor();
    });

    it('has the columns that its reader chose, in their order, after a new start too', async () => {
      await reader.goTo('/names');
      await table().waitFor();
      expect(await headings()).toEqual(['ENGLISH', 'SHQIP', 'СРПСКИ', 'SRPSKI', 'KIND', 'MENTIONS']);
      const menu = page.getByRole('group', { name: 'Columns' });
      await page.getByRole('button', { name: 'Columns', exact: true }).press('Enter');
      await menu.getByRole('checkbox', { name: 'English' }).press('Space');
      await menu.getByRole('checkbox', { name: 'Srpski' }).press('Space');
      const earlier = menu.getByRole('button', { name: 'Move “Kind” up' });
      await earlier.press('Enter');
      await expect.poll(headings).toEqual(['SHQIP', 'KIND', 'СРПСКИ', 'MENTIONS']);
      // The button has come along, and is pressed again.
      await page.keyboard.press('Enter');
      const chosen = ['KIND', 'SHQIP', 'СРПСКИ', 'MENTIONS'];
      await expect.poll(headings).toEqual(chosen);
      await menu.getByRole('checkbox', { name: 'Shqip' }).press('Space');
      expect(await menu.getByRole('checkbox', { name: 'Српски' }).isDisabled()).toBe(true);
      await menu.getByRole('checkbox', { name: 'Shqip' }).press('Space');
      const kept = ['KIND', 'СРПСКИ', 'MENTIONS', 'SHQIP'];
      await expect.poll(headings).toEqual(kept);
      const chosenColumns = async () => (await reader.call('settings.get', {})).nameColumns;
      await expect.poll(chosenColumns).toEqual(['kind', 'sr-Cyrl', 'mentions', 'sq']);
      await page.reload();
      await table().waitFor();
      expect(await headings()).toEqual(kept);
      await page.getByRole('button', { name: 'Columns', exact: true }).click();
      await menu.getByRole('button', { name: 'Reset columns' }).click();
      await expect.poll(chosenColumns).toEqual([]);
      expect((await headings())[0]).toBe('ENGLISH');
    });

    it('leads to everything else that is done with names', async () => {
      const tools = page.getByRole('navigation', { name: 'Work with names' });
      for (const [tool, path] of [
        ['Consistency', 'findings'],
        ['Compare names', 'compare'],
        ['Find names in a text', 'match'],
        ['Add a name', 'add-name'],
        ['Import…', 'import'],
        ['Changes', 'changes'],
      ] as const) {
        await reader.goTo('/names');
        await tools.getByRole('link', { name: tool }).click();
        await page.waitForURL((url) => url.hash.startsWith(`#/${path}`));
      }
      await reader.goTo('/names');
      await tools.getByRole('button', { name: 'Export…' }).click();
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    });

    it('complains of nothing', () => {
      expect(reader.complaints).toEqual([]);
    });
  });
}
