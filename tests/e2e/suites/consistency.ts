import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenReader, Reader } from '../../support/reader';

/** @param isWhole otherwise only what two shells could differ in */
export function consistencySuite(open: OpenReader, { isWhole = true } = {}): void {
  const whole = it.runIf(isWhole);
  let reader: Reader;
  beforeAll(async () => {
    reader = await open();
  });
  afterAll(() => reader.close());
  beforeEach(() => reader.withSettings({ interfaceLang: 'en', readingLangs: ['en'] }));

  const main = () => reader.page.getByRole('main');
  const choose = (label: string, option: string) =>
    main().getByRole('combobox', { name: label, exact: true }).selectOption(option);
  const address = () => reader.page.evaluate(() => location.hash);
  const card = () => reader.page.getByRole('complementary', { name: 'Name card' });

  const field = () => main().getByRole('textbox', { name: 'Text' });
  /** What is on the clipboard, which no page may read: pasted into a field that takes any text. */
  async function pasted(): Promise<string> {
    await reader.goTo('/match');
    await field().focus();
    await reader.page.keyboard.press('Control+v');
    return field().inputValue();
  }

  /** As a page gets it to be edited. */
  async function toEdit(entity: string) {
    const { id, type, within, point, note, names } = await reader.call('names.get', { id: entity });
    return {
      id,
      type,
      ...(within && { within }),
      ...(point && { point }),
      ...(note && { note }),
      names: names.map(({ source: _, edit: __, ...name }) => name),
    };
  }

  describe('a translator who looks for what is not consistent', () => {
    const twoNames = () => main().getByRole('region', { name: /^Two names/u });

    whole('is told each kind apart, with what is written instead, and that a person decides', async () => {
      await reader.goTo('/findings');
      await twoNames().getByRole('listitem').first().waitFor();
      const text = await main().innerText();
      for (const part of [
        'a person decides',
        'Two names',
        'English: not definite',
        'By the rule:',
        'Padalishta',
      ])
        expect(text).toContain(part);
      const glogovac = twoNames().getByRole('listitem').filter({ hasText: 'In Glogovac most' });
      expect(await glogovac.innerText()).toMatch(/Elsewhere in this edition:\s*Drenas/u);
      expect(await glogovac.locator('mark').innerText()).toBe('Glogovac');
    });

    whole('narrows it by article, edition and kind, and the address keeps that', async () => {
      await reader.goTo('/findings');
      await twoNames().waitFor();
      await main()
        .getByRole('button', { name: /English: not definite/u })
        .click();
      await twoNames().waitFor({ state: 'hidden' });
      expect(await main().getByRole('listitem').count()).toBe(1);
      expect(await address()).toContain('kind=not-definite');
      await choose('Edition', 'sq');
      await main().getByText('Nothing was found here').waitFor();
      expect(await address()).toContain('lang=sq');
      await reader.page.reload();
      await main().getByText('Nothing was found here').waitFor();
      await main().getByRole('button', { name: 'Show all' }).click();
      await twoNames().waitFor();
      await choose('Article', 'izbica-massacre');
      await main().getByText('Nothing was found here').waitFor();
    });

    it('goes from a finding to its place in the article, and to the card', async () => {
      await reader.goTo('/findings');
      await twoNames()
        .getByRole('link', { name: /^Glogovac\. Read it/u })
        .first()
        .click();
      await reader.page.getByRole('heading', { level: 1, name: 'Drenica massacres' }).waitFor();
      const block = reader.page.locator('[data-block="events-1999-5"]').first();
      await block.waitFor();
      await expect.poll(() => block.evaluate((one) => one.getBoundingClientRect().top)).toBeLessThan(700);
      await card().getByRole('heading', { name: 'Drenas' }).waitFor();
      await reader.page.goBack();
      await twoNames().getByRole('link', { name: 'Qirez', exact: true }).click();
      await card().getByRole('heading', { name: 'Qirez' }).waitFor();
      expect(await address()).toContain('/findings');
    });

    whole(
      'finds a name that was corrected no longer in the report, and again once that is undone',
      async () => {
        const before = await toEdit('pl-padalishte');
        const without = before.names.filter(({ lang, form }) => lang !== 'sq' || form !== 'definite');
        await reader.call('names.put', { before, after: { ...before, names: without } });
        await reader.goTo('/findings');
        await twoNames().waitFor();
        expect(await main().innerText()).not.toContain('Padalishta');
        await reader.call('names.undo', {});
        await reader.goTo('/findings');
        await main().getByText('Padalishta').waitFor();
      },
    );

    whole('reads Serbian findings in the script that the interface is in', async () => {
      const before = await toEdit('pl-likoshan');
      const misspelt = before.names.map((name) =>
        name.text === 'Ликошану' ? { ...name, kind: 'misspelling' as const } : name,
      );
      await reader.call('names.put', { before, after: { ...before, names: misspelt } });
      await reader.withSettings({ interfaceLang: 'sr-Latn', readingLangs: ['sr-Latn'] });
      await reader.goTo('/findings?kind=misspelling');
      await main().locator('mark', { hasText: 'Likošanu' }).first().waitFor();
      expect(await main().innerText()).not.toMatch(/\p{Script=Cyrillic}/u);
      await main().locator('.context a').first().click();
      await reader.page.locator('article[lang="sr-Latn"], article [lang="sr-Latn"]').first().waitFor();
      await reader.call('names.undo', {});
    });
  });

  describe('a translator who compares editions', () => {
    whole('sees which names two articles share, and which only one has', async () => {
      await reader.goTo('/compare?sides=drenica-massacres.en,poklek-massacre.en');
      const row = (name: string) =>
        main()
          .getByRole('row')
          .filter({ has: reader.page.getByRole('rowheader', { name: new RegExp(`^${name}\\b`, 'u') }) });
      await row('Drenas').waitFor();
      expect((await row('Drenas').innerText()).replace(/\s+/gu, ' ')).toMatch(
        /Drenas 5 Glogovac 5 Drenas 3/u,
      );
      expect(await row('Vjosa Osmani').innerText()).toContain('not here');
      await main().getByText('Not shared', { exact: false }).first().click();
      await row('Drenas').waitFor({ state: 'hidden' });
      await row('Vjosa Osmani').waitFor();
      expect(await address()).toContain('show=apart');
      await row('Vjosa Osmani').getByRole('cell').getByRole('link', { name: 'Vjosa Osmani' }).click();
      await reader.page.getByRole('heading', { level: 1, name: 'Poklek massacre' }).waitFor();
    });

    it('adds a third edition, changes one, and copies the table', async () => {
      await reader.goTo('/compare?sides=izbica-massacre.sq,izbica-massacre.sr-Cyrl');
      await main().getByRole('button', { name: 'Add a third' }).click();
      const third = main().getByRole('group', { name: 'Side 3' });
      await third.getByRole('combobox', { name: 'Article' }).selectOption('izbica-massacre');
      await third.getByRole('combobox', { name: 'Edition' }).selectOption('sr-Latn');
      await main()
        .getByRole('columnheader', { name: /Masakr u Izbici/u })
        .waitFor();
      for (const form of ['Sadik Xhemajlit', 'Садика Џемајљија', 'Sadika Džemajljija'])
        await main().getByRole('link', { name: form }).waitFor();
      await main().getByRole('button', { name: 'Copy as a table' }).click();
      await main().getByText('Copied').waitFor();
      const copied = await pasted();
      expect(copied.split('\n')[0]).toBe(
        'Name\tMasakra e Izbicës (sq)\tМасакр у Избици (sr-Cyrl)\tMasakr u Izbici (sr-Latn)',
      );
      expect(copied).toContain('\tСадик Џемајљи (2); Садика Џемајљија (1)\tSadik Džemajlji (2); ');
    });

    whole('is told when the same edition stands on two sides', async () => {
      await reader.goTo('/compare?sides=izbica-massacre.sq,izbica-massacre.sq');
      await main().getByText('The same edition stands on two sides.').waitFor();
    });
  });

  describe('a translator with a text of their own', () => {
    const found = (written: string) =>
      main()
        .locator('tbody')
        .filter({ has: reader.page.getByText(written, { exact: true }) })
        .first();

    whole('pastes it, is shown its names whatever the script and case, and what to write', async () => {
      await reader.withSettings({ readingLangs: ['sr-Cyrl', 'sq'] });
      await reader.goTo('/match');
      await field().fill(
        'Fshatarët e Qirezit ikën. U GLOGOVCU, kod Џемајљија; у Ћирезу. Drenica e Ljubovec.',
      );
      await main().getByRole('button', { name: 'Find names' }).click();
      await found('Qirezit').waitFor();
      const qirez = await found('Qirezit').innerText();
      for (const part of ['Qirez', 'Ћирез', 'Qirezi', 'village', 'sure', 'genitive'])
        expect(qirez.toLowerCase()).toContain(part.toLowerCase());
      expect(await found('GLOGOVCU').innerText()).toContain('Глоговац');
      expect(await found('Ћирезу').innerText()).toContain('Qirezi');
      expect(await main().locator('mark').allInnerTexts()).toEqual(
        expect.arrayContaining(['Qirezit', 'GLOGOVCU', 'Ћирезу', 'Drenica']),
      );
      expect(await main().locator('tbody', { hasText: 'Ljubovec' }).count()).toBe(0);
    });

    it('copies a form, and opens the card', async () => {
      await reader.goTo('/match');
      await field().fill('Në Rezallë.');
      await field().press('Control+Enter');
      await found('Rezallë').getByRole('button', { name: 'Copy Rezalla' }).first().click();
      await found('Rezallë').getByRole('link', { name: 'Rezalla' }).first().click();
      await card().getByRole('heading', { name: 'Rezalla' }).waitFor();
      expect(await field().inputValue()).toBe('Në Rezallë.');
      expect(await pasted()).toBe('Rezalla');
    });

    whole('is shown every candidate of a name that two things have, and none is chosen', async () => {
      const form = { lang: 'sr-Latn', kind: 'preferred', form: 'base', certainty: 'verified' } as const;
      const names = [{ ...form, text: 'Ljubovec', sources: ['usage'] }];
      for (const id of ['pl-ljubovec-upper', 'pl-ljubovec-lower'])
        await reader.call('names.put', { before: null, after: { id, type: 'village', names } });
      await reader.goTo('/match');
      await field().fill('U Љубовецу i Ljubovec');
      await main().getByRole('button', { name: 'Find names' }).click();
      await main().getByText('2 are called so; which is meant, a person says.').first().waitFor();
      expect(await found('Ljubovec').getByRole('row').count()).toBe(2);
      await reader.call('names.undo', {});
      await reader.call('names.undo', {});
    });

    whole('is told before sending that a text is too long, and when nothing was found', async () => {
      await reader.goTo('/match');
      const asked = reader.requests.filter((url) => url.endsWith('names.match')).length;
      await field().evaluate((element) => {
        (element as HTMLTextAreaElement).value = 'У Ђаковици су били Љубиша и Његош.\n'.repeat(30_000);
        element.dispatchEvent(new Event('input'));
      });
      await main().getByRole('alert').getByText('1,050,000 characters').waitFor();
      expect(await main().getByRole('button', { name: 'Find names' }).isDisabled()).toBe(true);
      await field().press('Control+Enter');
      expect(reader.requests.filter((url) => url.endsWith('names.match')).length).toBe(asked);
      await field().fill('There is no name here.');
      await main().getByRole('button', { name: 'Find names' }).click();
      await main().getByText('No name was found in this text.').waitFor();
    });

    whole('keeps nothing of it', async () => {
      await reader.goTo('/match');
      await field().fill('Drenica');
      await main().getByRole('button', { name: 'Find names' }).click();
      await found('Drenica').waitFor();
      await reader.goTo('/match');
      expect(await field().inputValue()).toBe('');
      expect(
        await reader.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])),
      ).not.toContain('Drenica');
    });
  });

  it('complains of nothing on any of these pages', () => {
    expect(reader.complaints).toEqual([]);
  });
}
