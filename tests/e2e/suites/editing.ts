import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenReader, Reader } from '../../support/reader';

/** @param isWhole otherwise only what two shells could differ in */
export function editingSuite(open: OpenReader, { isWhole = true } = {}): void {
  const whole = it.runIf(isWhole);
  let reader: Reader;
  beforeAll(async () => {
    reader = await open();
  });
  afterAll(() => reader.close());
  beforeEach(() =>
    reader.withSettings({
      interfaceLang: 'en',
      readingLangs: ['en'],
      namesDisplay: 'as-written',
      signedAs: 'A. Translator',
    }),
  );

  const block = (id: string) => reader.page.locator(`[data-block="${id}"]`).first();
  const name = (id: string, text: string) => block(id).getByRole('link', { name: text, exact: true }).first();
  const button = (text: string | RegExp) => reader.page.getByRole('button', { name: text, exact: true });
  const picker = () => reader.page.getByRole('dialog', { name: /^Whose name is/u });
  const entityAt = (id: string, text: string) => name(id, text).getAttribute('data-entity');
  const heading = (text: string) => reader.page.getByRole('heading', { level: 1, name: text, exact: true });
  const undone = () => reader.page.getByText(/^Undone: /u).waitFor();

  async function edit(article: string): Promise<void> {
    await reader.goTo(`/article/${article}`);
    const toggle = button('Edit names');
    if ((await toggle.getAttribute('aria-pressed')) !== 'true') await toggle.click();
    await reader.page.getByText('Press a name to correct it').waitFor();
    // What is proposed changes the text's marks once more, and with them what is selected.
    await reader.page
      .getByRole('status')
      .filter({ hasText: /that may be/u })
      .waitFor();
  }

  /** As a hand would: the letters of a block from one to another. */
  async function select(id: string, text: string): Promise<void> {
    await block(id).evaluate((element, words) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(words) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + words.length);
        getSelection()?.removeAllRanges();
        getSelection()?.addRange(range);
        return;
      }
      throw new Error(`no “${words}”`);
    }, text);
  }

  async function undoAll(): Promise<void> {
    for (;;) {
      const { undo } = await reader.call('names.edits', {});
      if (undo === null) return;
      await reader.call('names.undo', {});
    }
  }
  beforeEach(undoAll);

  describe('a translator, in the text', () => {
    it('corrects whose name it is, takes that back from the message, and does it again', async () => {
      await edit('poklek-massacre');
      expect(await entityAt('lead-1', 'Drenas')).toBe('pl-drenas');
      await name('lead-1', 'Drenas').click();
      await reader.page.getByText('From the library.').waitFor();
      await button('Correct…').click();
      await picker().getByRole('combobox').fill('скендерај');
      await picker().getByRole('option', { name: /Skenderaj|Srbica/u }).first().click(); // prettier-ignore
      await expect.poll(() => entityAt('lead-1', 'Drenas')).toBe('pl-skenderaj');
      await button('Undo').click();
      await undone();
      await expect.poll(() => entityAt('lead-1', 'Drenas')).toBe('pl-drenas');
      await button('Do again').click();
      await expect.poll(() => entityAt('lead-1', 'Drenas')).toBe('pl-skenderaj');
      await reader.page.reload();
      await expect.poll(() => entityAt('lead-1', 'Drenas')).toBe('pl-skenderaj');
    });

    whole('says that something is no name, and sees who said so', async () => {
      await edit('poklek-massacre');
      const before = await block('lead-1').innerText();
      await name('lead-1', 'Kosovo').click();
      await button('Not a name').click();
      await expect.poll(() => name('lead-1', 'Kosovo').count()).toBe(0);
      expect(await block('lead-1').innerText()).toBe(before);
      await reader.goTo('/changes');
      const change = reader.page.getByRole('listitem').filter({ hasText: '“Kosovo”: not a name' });
      expect(await change.innerText()).toContain('A. Translator');
      await change.getByRole('button', { name: /^Undo/u }).click();
      await undone();
      await expect.poll(() => change.innerText()).toContain('undone');
      await reader.goTo('/article/poklek-massacre');
      expect(await entityAt('lead-1', 'Kosovo')).toBe('pl-kosovo');
    });

    whole(
      'confirms what the matcher proposes, from the keyboard, and nothing is chosen unasked',
      async () => {
        await edit('poklek-massacre');
        const proposals = () => block('lead-1').getByRole('button', { name: 'Albanian', exact: true });
        await proposals().first().waitFor();
        const count = await proposals().count();
        await proposals().first().focus();
        await reader.page.keyboard.press('Enter');
        await reader.page.getByText('“Albanian” may be').waitFor();
        await reader.page.keyboard.press('Escape');
        await reader.page.getByText('“Albanian” may be').waitFor({ state: 'hidden' });
        expect(await proposals().count()).toBe(count);
        await reader.page.keyboard.press('Enter');
        await reader.page.getByText('“Albanian” may be').waitFor();
        await reader.page.keyboard.press('Tab');
        await reader.page.keyboard.press('Enter');
        await expect.poll(() => proposals().count()).toBe(count - 1);
        await expect.poll(() => entityAt('lead-1', 'Albanian')).toBe('gr-kosovo-albanians');
        // The keyboard is where the name is now, not at the beginning of the page.
        await expect
          .poll(() => reader.page.evaluate(() => document.activeElement?.textContent))
          .toBe('Albanian');
        await reader.page.keyboard.press('Control+z');
        await undone();
        await expect.poll(() => proposals().count()).toBe(count);
      },
    );

    whole('is at the changed name, also when the text comes after what is proposed in it', async () => {
      await edit('poklek-massacre');
      const proposals = block('lead-1').getByRole('button', { name: 'Albanian', exact: true });
      const count = await proposals.count();
      await reader.page.route('**/call/articles.get', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 700));
        await route.continue();
      });
      await proposals.first().focus();
      await reader.page.keyboard.press('Enter');
      await reader.page.getByText('“Albanian” may be').waitFor();
      await reader.page.keyboard.press('Tab');
      const answered = reader.page.waitForResponse('**/call/articles.get');
      await reader.page.keyboard.press('Enter');
      await answered;
      await reader.page.unroute('**/call/articles.get');
      await expect.poll(() => proposals.count()).toBe(count - 1);
      const focused = () => reader.page.evaluate(() => document.activeElement?.outerHTML);
      await expect.poll(focused).toMatch(/^<a [^>]*gr-kosovo-albanians[^>]*>Albanian</u);
    });

    whole('names words that nobody has named, in Serbian Latin, and the Cyrillic has them too', async () => {
      await reader.withSettings({ readingLangs: ['sr-Latn'] });
      await edit('poklek-massacre');
      const word = await block('lead-1').evaluate((element) => {
        const texts = [...element.querySelectorAll('[data-find]')].flatMap((part) => [...part.childNodes]);
        const text = texts.find(
          (node) => node.nodeType === Node.TEXT_NODE && /\p{L}{5}/u.test(node.textContent ?? ''),
        );
        return /\p{L}{5,}/u.exec(text?.textContent ?? '')?.[0] ?? '';
      });
      await select('lead-1', word);
      await button('Name…').click();
      await picker().getByRole('combobox').fill('izbice');
      await picker().getByRole('option', { name: /^Izbica/u }).first().click(); // prettier-ignore
      await expect.poll(() => entityAt('lead-1', word)).toBe('pl-izbica');
      const { blocks } = await reader.call('articles.get', {
        id: 'poklek-massacre',
        lang: 'sr-Cyrl',
      });
      const own = blocks
        .find(({ id }) => id === 'lead-1')
        ?.mentions.filter(({ edit: by }) => by !== undefined);
      expect(own?.map(({ entity }) => entity)).toEqual(['pl-izbica']);
    });

    it('gives words a name that nobody has recorded, and is back in the text, where it is proposed', async () => {
      await edit('poklek-massacre');
      await select('lead-2', 'source document');
      await button('Name…').click();
      await picker().getByRole('link', { name: 'New name…' }).click();
      await heading('Add a name record').waitFor();
      const main = reader.page.getByRole('main');
      expect(await main.getByLabel('Name', { exact: true }).inputValue()).toBe('source document');
      await main.getByLabel('Kind', { exact: true }).selectOption('article');
      await main.getByLabel('Certainty', { exact: true }).selectOption('well-known');
      await main.getByRole('combobox', { name: 'Sources' }).fill('usage');
      await main.getByRole('option', { name: /usage/iu }).first().click(); // prettier-ignore
      await button('Save').click();
      const proposal = block('lead-2').getByRole('button', { name: 'source document', exact: true });
      await proposal.click();
      await button('Confirm: source document').click();
      await expect.poll(() => entityAt('lead-2', 'source document')).toBe('wk-source-document');
    });

    whole('reaches every name and proposal with Tab, and leaves the facts alone', async () => {
      await edit('poklek-massacre');
      await block('lead-1').getByRole('button', { name: 'Albanian', exact: true }).first().waitFor();
      await name('lead-1', 'Poklek massacre').focus();
      const met: string[] = [];
      for (let step = 0; step < 3; step += 1) {
        await reader.page.keyboard.press('Tab');
        met.push((await reader.page.evaluate(() => document.activeElement?.textContent)) ?? '');
      }
      expect(met).toEqual(['Albanian', 'Masakra e Poklekut', 'Albanian']);
      await reader.page.locator('[data-block="fact-location"]').getByRole('link', { name: 'Drenas' }).click();
      await reader.page.getByRole('complementary', { name: 'Name card' }).waitFor();
    });
  });

  describe('a translator, in the gazetteer', () => {
    const field = (label: string) => reader.page.getByRole('main').getByLabel(label, { exact: true });
    const save = () => button('Save').click();

    async function choose(words: string): Promise<void> {
      await reader.page.getByRole('combobox', { name: 'Sources' }).first().fill(words);
      await reader.page.getByRole('listbox', { name: 'Sources' }).getByRole('option').first().click();
    }

    whole('adds a name, with an id made of it and a source of its own, and takes it back', async () => {
      await reader.goTo('/add-name?text=Ђаковица&lang=sr-Cyrl');
      await save();
      await reader.page.getByText('Choose what kind of thing it is.').waitFor();
      await reader.page.getByText('Say who has this form.').waitFor();
      await field('Kind').selectOption('town');
      expect(await field('Id').inputValue()).toBe('pl-djakovica');
      await field('Certainty').selectOption('verified');
      await reader.page.getByRole('combobox', { name: 'Sources' }).fill('Матична књига');
      await reader.page.getByRole('option', { name: 'New source…' }).click();
      await button('Add the source').click();
      await save();
      await reader.page.getByText('Ђаковица: name record added').waitFor();
      const added = await reader.call('names.get', { id: 'pl-djakovica' });
      expect(added.names.map(({ text }) => text)).toEqual(['Ђаковица', 'Đakovica']);
      expect(added.names[0]?.source).toContain('Матична књига');
      await button('Undo').click();
      await undone();
      await expect(reader.call('names.get', { id: 'pl-djakovica' })).rejects.toThrow('entity.unknown');
    });

    whole('is not given an id that is taken', async () => {
      await reader.goTo('/add-name?text=Izbica&lang=en');
      await field('Kind').selectOption('village');
      await reader.page.getByText('This id belongs to Izbica already.').waitFor();
      await field('Certainty').selectOption('verified');
      await choose('geonames');
      await save();
      expect(await heading('Add a name record').count()).toBe(1);
      await field('Id').fill('pl-izbica-other');
      await field('Id').blur();
      await reader.page.getByText('This id belongs to Izbica already.').waitFor({ state: 'detached' });
      await save();
      await reader.page.getByText('Izbica: name record added').waitFor();
      expect((await reader.call('names.get', { id: 'pl-izbica-other' })).type).toBe('village');
    });

    whole(
      'changes a form, warned of two scripts in one word, and it is so wherever names are shown',
      async () => {
        await reader.goTo('/names/pl-qirez/edit');
        await heading('Edit Qirez').waitFor();
        const row = reader.page.getByRole('group', { name: 'Name 1', exact: true });
        const text = row.getByLabel('Name', { exact: true });
        const was = await text.inputValue();
        await text.fill(`${was}о`);
        await row.getByText(/Letters of two scripts stand in one word/u).waitFor();
        await text.fill(`${was} i Ri`);
        await row.getByText(/Letters of two scripts/u).waitFor({ state: 'hidden' });
        await save();
        await reader.page.getByText(/name record changed$/u).waitFor();
        const { names } = await reader.call('names.get', { id: 'pl-qirez' });
        expect(names.map((one) => one.text)).toContain(`${was} i Ri`);
        await button('Undo').click();
        await undone();
        const after = await reader.call('names.get', { id: 'pl-qirez' });
        expect(after.names.map((one) => one.text)).not.toContain(`${was} i Ri`);
      },
    );

    it('loses no half-filled form: asked before leaving, and offered it again', async () => {
      await reader.goTo('/names/pl-izbica/edit');
      await heading('Edit Izbica').waitFor();
      const text = reader.page
        .getByRole('group', { name: 'Name 1', exact: true })
        .getByLabel('Name', { exact: true });
      const was = await text.inputValue();
      await text.fill('Izbicë e Re');
      const names = reader.page.locator('#sidebar').getByRole('link', { name: /^Names/u });
      await names.click();
      const question = reader.page.getByRole('dialog', { name: 'Leave without saving?' });
      await question.getByRole('button', { name: 'Stay here' }).click();
      expect(await text.inputValue()).toBe('Izbicë e Re');
      await names.click();
      await question.getByRole('button', { name: 'Leave' }).click();
      await heading('Names').waitFor();
      await button('Back').click();
      await reader.page.getByText('What you had begun here and not saved is here again.').waitFor();
      expect(await text.inputValue()).toBe('Izbicë e Re');
      await button('Throw it away and begin anew').click();
      await expect.poll(() => text.inputValue()).toBe(was);
      await names.click();
      await heading('Names').waitFor();
      expect(await reader.call('names.edits', {})).toMatchObject({ undo: null });
    });

    whole('is told why something cannot be deleted, and deletes what can', async () => {
      await reader.goTo('/names/ev-izbica/edit');
      await button('Delete…').click();
      await button('Delete it').click();
      await reader.page.getByText('“ev-izbica” cannot be deleted').waitFor();
      await reader.goTo('/names/pl-albania/edit');
      await button('Delete…').click();
      await button('Delete it').click();
      await heading('Names').waitFor();
      await expect(reader.call('names.get', { id: 'pl-albania' })).rejects.toThrow('entity.unknown');
      await reader.goTo('/changes');
      await button('Undo the last').click();
      await undone();
      expect((await reader.call('names.get', { id: 'pl-albania' })).id).toBe('pl-albania');
      await button('Do again what was undone').click();
      await reader.page.getByText(/^Done again: /u).waitFor();
      await reader.page.keyboard.press('Control+z');
      await undone();
    });

    it('signs changes as set in Settings', async () => {
      await reader.goTo('/settings');
      await field('How you sign your changes').fill('Преводилац');
      await field('How you sign your changes').blur();
      await expect.poll(async () => (await reader.call('settings.get', {})).signedAs).toBe('Преводилац');
    });
  });
}
