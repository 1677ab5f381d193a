import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../../src/shared/contract';
import type { Name } from '../../../src/shared/domain';
import type { OpenReader, Reader } from '../../support/reader';

type Kept = NonNullable<Input<'names.put'>['after']>;

function name(
  lang: Name['lang'],
  text: string,
  form: Name['form'],
  more: Partial<Name> = {},
): Kept['names'][number] {
  return { lang, text, form, kind: 'preferred', sources: ['usage'], certainty: 'well-known', ...more };
}

/** Another village, which the library does not know and which is called the same. */
const UPPER_POKLEK: Kept = {
  id: 'pl-poklek-i-siperm',
  type: 'village',
  within: { en: 'The upper village', sq: 'Fshati i sipërm', 'sr-Cyrl': 'Горње село' },
  names: [
    name('sq', 'Poklek i Sipërm', 'indefinite'),
    name('sq', 'Poklek', 'indefinite', { kind: 'variant' }),
    name('sr-Cyrl', 'Горњи Поклек', 'base'),
    name('sq', 'Poklek i Poshtëm', 'indefinite', {
      kind: 'historical',
      period: { from: '1946', to: '1992' },
    }),
    name('en', 'Lower Poklek', 'base', { kind: 'historical', period: { to: '1999-03' } }),
  ],
};

/** @param isWhole otherwise only what two shells could differ in */
export function concordanceSuite(open: OpenReader, { isWhole = true } = {}): void {
  const whole = it.runIf(isWhole);
  let reader: Reader;
  beforeAll(async () => {
    reader = await open();
  });
  afterAll(() => reader.close());
  beforeEach(() => reader.withSettings({ interfaceLang: 'en', readingLangs: ['en'], signedAs: '' }));

  const card = () => reader.page.getByRole('complementary', { name: 'Name card' });
  const main = () => reader.page.getByRole('main');
  const rows = () => main().locator('ol > li');
  const beside = (edition: RegExp) =>
    main().getByRole('group', { name: 'Beside each row' }).getByRole('button', { name: edition });

  describe('the name card', () => {
    whole('has every form with its grammar, kind, source and certainty', async () => {
      await reader.goTo('/article/poklek-massacre?name=pl-drenas');
      await card().getByText('All 10 forms, with sources').click();
      const form = (text: string) =>
        card()
          .locator('details[open] li')
          .filter({ has: reader.page.getByText(text, { exact: true }) });
      expect(await form('Drenasit').innerText()).toMatch(
        /verified[^]*genitive, dative or ablative[^]*GeoNames/u,
      );
      expect(await form('Gllogocin').innerText()).toMatch(/derived[^]*accusative[^]*Formed by rule/u);
      await card().getByText('All 6 forms, with sources').click();
      const group = card().locator('details[open] section').filter({ hasText: 'Drenas Muncipality' });
      expect(await group.innerText()).toMatch(/^misspelling[^]*sic, for Municipality/iu);
      const serbian = card().locator('details', { hasText: 'Глоговцу' }).first();
      await serbian.locator('summary').click();
      expect(await serbian.innerText()).toMatch(/Глоговцу[^]*locative[^]*also dative/u);
    });

    it('copies a form with or without its language, as the reader last chose', async () => {
      await reader.goTo('/article/poklek-massacre?name=pl-izbica');
      await card().getByRole('button', { name: 'Copy Izbicë', exact: true }).click();
      await card().getByText('Izbicë was copied.').waitFor();
      await card()
        .getByLabel(/Copy with language tag/u)
        .check();
      await card().getByRole('button', { name: 'Copy Izbicë [sq]' }).click();
      await card().getByText('Izbicë [sq] was copied.').waitFor();
      await reader.page.keyboard.press('Escape');
      await card().waitFor({ state: 'hidden' });
      await reader.page.getByRole('main').getByRole('link', { name: 'Kosovo', exact: true }).first().click();
      await card().getByRole('button', { name: 'Copy Kosovë [sq]' }).waitFor();
    });

    whole(
      'keeps homonyms apart and leads from one to the other; what the reader changed says who and when',
      async () => {
        await reader.withSettings({ signedAs: 'A. Berisha' });
        const { edit } = await reader.call('names.put', { before: null, after: UPPER_POKLEK });
        await reader.goTo('/article/poklek-massacre?name=pl-poklek');
        const apart = card().locator('section').filter({ hasText: 'Not to be confused with' });
        expect(await apart.innerText()).toMatch(
          /Poklek i Sipërm[^]*village[^]*The upper village[^]*Both are called Poklek/iu,
        );
        await apart.getByRole('link', { name: 'Poklek i Sipërm' }).click();
        await card().getByText('The upper village').first().waitFor();
        for (const text of ['historical; 1946–1992', 'historical; until March 1999'])
          await card().getByText(text).waitFor();
        const year = new Date().getFullYear();
        await card()
          .getByText(new RegExp(`your change\\s· A\\. Berisha\\s· .*${year}`, 'u'))
          .filter({ visible: true })
          .first()
          .waitFor();
        await apart.getByRole('link', { name: 'Poklek', exact: true }).click();
        await card().getByRole('heading', { name: 'Poklek', exact: true }).waitFor();
        expect(await card().getByText('your change').count()).toBe(0);
        await reader.call('names.undo', { edit: edit ?? undefined });
        await reader.goTo('/article/poklek-massacre?name=pl-poklek');
        await card().getByRole('heading', { name: 'Poklek', exact: true }).waitFor();
        // Of the library itself, Poklek i Ri stays.
        expect(await apart.getByRole('link').allInnerTexts()).toEqual(['Novi Poklek']);
      },
    );

    it('leads to every place and to editing', async () => {
      await reader.goTo('/article/poklek-massacre?name=pl-drenas');
      const edit = card().getByRole('link', { name: 'Edit…' });
      expect(await edit.getAttribute('href')).toMatch(/\/names\/pl-drenas\/edit$/u);
      await card().getByRole('link', { name: 'Every place it stands' }).click();
      await main().getByRole('heading', { level: 1, name: 'Drenas' }).waitFor();
    });
  });

  describe('the concordance', () => {
    whole('shows every mention in every edition, and a cell of the chart narrows it', async () => {
      await reader.goTo('/names/pl-drenas');
      const all = await reader.call('names.concordance', { id: 'pl-drenas' });
      const shown = all.filter(({ lang }) => lang !== 'sr-Latn');
      expect(await rows().count()).toBe(shown.length);
      const wanted = shown.filter(
        ({ article, lang, match }) =>
          article === 'drenica-massacres' && lang === 'sq' && match === 'Drenasit',
      );
      expect(wanted.length).toBeGreaterThan(1);
      const cell = main().getByRole('button', {
        name: `Drenasit: ${wanted.length} mentions, Drenica massacres, Albanian`,
      });
      expect(await cell.innerText()).toBe(String(wanted.length));
      await cell.click();
      await main().getByText(`${wanted.length} of ${shown.length} mentions`).waitFor();
      expect(await rows().count()).toBe(wanted.length);
      for (const text of await rows().allInnerTexts()) expect(text).toContain('Drenasit');
      expect(await cell.getAttribute('aria-pressed')).toBe('true');
      expect(new URL(reader.page.url()).hash).toMatch(/form=Drenasit/u);
      await cell.click();
      await expect.poll(() => rows().count()).toBe(shown.length);
    });

    it('is narrowed by edition and article, and is asked for whole again', async () => {
      await reader.goTo('/names/pl-drenas');
      const whole = await rows().count();
      await main().getByLabel('Edition', { exact: true }).selectOption('Serbian, Cyrillic');
      await expect.poll(() => rows().count()).toBeLessThan(whole);
      for (const lang of await rows()
        .locator('.match a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('lang'))))
        expect(lang).toBe('sr-Cyrl');
      await main().getByLabel('Article', { exact: true }).selectOption('Poklek massacre');
      await expect.poll(() => rows().count()).toBeLessThan(5);
      await main().getByRole('button', { name: 'Show all', exact: true }).click();
      await expect.poll(() => rows().count()).toBe(whole);
    });

    whole('sets the blocks of other editions beside each row, also where the name is missing', async () => {
      await reader.goTo('/names/pl-drenas?article=izbica-massacre&edition=en');
      await beside(/SQ/u).click();
      const row = rows().first();
      await row.getByText('not named here').waitFor();
      await row.getByText('Show the whole passages').click();
      const block = row.locator('.cell [lang="sq"]').last();
      const all = await reader.call('names.concordance', { id: 'pl-drenas', aligned: ['sq'] });
      const known = all.find(({ article, lang }) => article === 'izbica-massacre' && lang === 'en');
      expect(known?.aligned?.[0]?.marks).toEqual([]);
      expect(await block.innerText()).toBe(known?.aligned?.[0]?.text);
      expect(await row.locator('mark').count()).toBe(0);
    });

    whole('shows a mention that the reader has put in, beside the others and in its own row', async () => {
      const all = await reader.call('names.concordance', { id: 'pl-drenas', aligned: ['sq'] });
      const row = all.find(({ article, lang }) => article === 'izbica-massacre' && lang === 'en');
      const text = row?.aligned?.[0]?.text ?? '';
      const start = text.lastIndexOf('Drenasi');
      const { edit } = await reader.call('names.mention', {
        article: 'izbica-massacre',
        lang: 'sq',
        block: row?.block ?? '',
        start,
        end: start + 'Drenasi'.length,
        text: 'Drenasi',
        entity: 'pl-drenas',
      });
      await reader.goTo('/names/pl-drenas?article=izbica-massacre&edition=en&beside=sq');
      await rows().first().locator('mark', { hasText: 'Drenasi' }).waitFor();
      await reader.goTo('/names/pl-drenas?article=izbica-massacre&edition=sq');
      await rows().first().getByText('Changed by the reader').waitFor();
      await reader.call('names.undo', { edit: edit ?? undefined });
      await reader.goTo('/names/pl-drenas?article=izbica-massacre&edition=sq');
      await main()
        .getByText(/^0 of \d+ mentions/u)
        .waitFor();
    });

    whole('marks the name in the blocks that have it, in whichever form', async () => {
      await reader.goTo('/names/pl-drenas?article=drenica-massacres&edition=en');
      await beside(/SQ/u).click();
      await beside(/Serbian, Cyrillic/u).click();
      await rows().first().locator('.cell').nth(1).waitFor();
      expect(await rows().first().locator('mark').allInnerTexts()).toEqual(['Drenasit', 'Глоговац']);
      await beside(/SQ/u).click();
      await expect.poll(() => rows().first().locator('mark').allInnerTexts()).toEqual(['Глоговац']);
    });

    whole('leads from a row to its block, and from a block beside it to that one', async () => {
      await reader.goTo('/names/pl-drenas?article=drenica-massacres&edition=en&beside=sq');
      const [first] = await reader.call('names.concordance', { id: 'pl-drenas' });
      await rows()
        .first()
        .getByRole('link', { name: /^Drenas\. Read it in/u })
        .click();
      await reader.page.waitForURL(/article\/drenica-massacres/u);
      const inView = () =>
        reader.page
          .locator(`[data-block="${first?.block}"]`)
          .first()
          .evaluate((element) => {
            const { top, bottom } = element.getBoundingClientRect();
            return top >= 0 && bottom <= window.innerHeight;
          });
      await expect.poll(inView).toBe(true);
      await reader.page.goBack();
      await rows().first().getByRole('link', { name: 'Read it in Drenica massacres, Albanian' }).click();
      await reader.page.waitForURL(/lang=sq/u);
      await reader.page.locator(`[data-block="${first?.block}"]`).getByText('Drenasit').first().waitFor();
    });
  });

  it('complained of nothing', () => {
    expect(reader.complaints).toEqual([]);
  });
}
