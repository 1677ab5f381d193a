/** A handout for a class, as an educator builds it. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { articleIdSchema } from '../../../src/shared/domain';
import { noteIdSchema } from '../../../src/shared/notes';
import { violationsOn } from '../../support/axe';
import { readPdf } from '../../support/pdf';
import type { OpenReader, Reader } from '../../support/reader';

export function handoutSuite(open: OpenReader): void {
  let reader: Reader;
  beforeAll(async () => {
    reader = await open();
  });
  afterAll(() => reader.close());
  beforeEach(async () => {
    for (const { id } of await reader.call('handouts.list', {})) await reader.call('handouts.remove', { id });
    await reader.withSettings({ interfaceLang: 'en', readingLangs: ['en'], theme: 'light', paper: 'A4' });
  });
  afterEach(() => {
    expect(reader.complaints.splice(0)).toEqual([]);
  });

  const main = () => reader.page.getByRole('main');
  const button = (name: string | RegExp) => main().getByRole('button', { name, exact: true });
  const part = (name: string) => main().getByRole('checkbox', { name, exact: true });
  const section = (name: string) => main().locator('summary', { has: reader.page.getByRole('heading', { name, exact: true }) }); // prettier-ignore
  const sheets = () => main().getByRole('img', { name: /^Page \d+ of \d+/u });
  /** As it is announced. */
  const count = () => main().getByRole('status').filter({ hasText: /^\d+ pages?$/u }); // prettier-ignore
  /** Parts of the handout, as they are listed. */
  const parts = () => main().getByRole('list', { name: 'Parts', exact: true }).locator('.part').allInnerTexts(); // prettier-ignore

  async function begin(article = 'izbica-massacre'): Promise<void> {
    await reader.goTo(`/handout?article=${article}`);
    await drawn();
  }

  async function drawn(): Promise<void> {
    await main().locator('[aria-busy=false] [data-drawn=true]').first().waitFor({ timeout: 60_000 });
    await sheets().first().and(reader.page.getByLabel(/^Page 1 of \d+\. ./u)).waitFor(); // prettier-ignore
  }

  /** What the pages in sight begin with. */
  const beginnings = () => sheets().evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));

  /** Until the page that is drawn is another than before. */
  async function redrawn(change: () => Promise<unknown>): Promise<void> {
    const before = await main().locator('[data-page="1"] canvas').elementHandle();
    await change();
    await reader.page.waitForFunction(
      (old) => document.querySelector('[data-page="1"] canvas') !== old,
      before,
      { timeout: 60_000 },
    );
    await drawn();
  }

  const draft = async () => (await reader.call('handouts.list', {})).find(({ id }) => id === 'draft');
  /** Long enough for what is built to be kept. */
  async function kept(): Promise<void> {
    await expect
      .poll(async () => (await draft()) !== undefined, {
        timeout: 10_000,
      })
      .toBe(true);
  }

  describe('a handout that is built', () => {
    it('begins with the article, for a class, and shows its pages', async () => {
      await begin();
      await expect.poll(parts).toEqual(['Before you read', 'Text', 'The figures side by side', 'Map', 'Names in parallel', 'Questions', 'Licence and credits', 'Answers']); // prettier-ignore
      expect(await button('Class').getAttribute('aria-pressed')).toBe('true');
      const pages = Number.parseInt(await count().innerText(), 10);
      expect(pages).toBeGreaterThan(1);
      expect((await beginnings())[0]).toMatch(new RegExp(`^Page 1 of ${pages}\\. .*Izbica massacre`, 'u'));
    });

    it('is led to from the print dialog, in the edition that was chosen there', async () => {
      await reader.goTo('/article/izbica-massacre');
      await reader.page.getByRole('button', { name: 'Print…' }).click();
      await reader.page.getByRole('dialog').getByRole('radio', { name: 'Shqip' }).check({ force: true });
      await reader.page.getByRole('link', { name: 'More: build a handout…' }).click();
      await drawn();
      expect((await beginnings())[0]).toMatch(/Masakra e Izbicës/u);
      expect(reader.page.url()).toMatch(/#\/handout$/u);
    });

    it('has its parts put in order by keyboard, said aloud, and the pages follow', async () => {
      await begin();
      await part('Text').focus();
      await redrawn(() => reader.page.keyboard.press('Alt+ArrowUp'));
      await expect.poll(async () => (await parts()).slice(0, 2)).toEqual(['Text', 'Before you read']);
      await main().getByText('Text: place 1 of 8').waitFor({ state: 'attached' });
      expect(await part('Text').evaluate((box) => box === document.activeElement)).toBe(true);
      await button('Move “Text” down').click();
      await expect.poll(async () => (await parts()).slice(0, 2)).toEqual(['Before you read', 'Text']);
    });

    it('has its parts dragged', async () => {
      await begin();
      const grips = main().getByRole('list', { name: 'Parts', exact: true }).locator('.grip');
      await grips.nth(3).scrollIntoViewIfNeeded();
      await grips.nth(1).scrollIntoViewIfNeeded();
      const [from, to] = [await grips.nth(3).boundingBox(), await grips.nth(1).boundingBox()];
      if (!from || !to) throw new Error('no grips');
      await reader.page.mouse.move(from.x + 5, from.y + 5);
      await reader.page.mouse.down();
      await reader.page.mouse.move(to.x + 5, to.y - 2, { steps: 5 });
      await reader.page.mouse.up();
      await expect.poll(async () => (await parts()).slice(0, 3)).toEqual(['Before you read', 'Map', 'Text']);
    });

    it('gets and loses parts, articles, sections and languages', async () => {
      await begin();
      await redrawn(() => part('Cover').check());
      await expect.poll(async () => (await parts())[0]).toBe('Cover');
      await part('Answers').uncheck();
      await expect.poll(parts).not.toContain('Answers');

      await button('Add articles…').click();
      await reader.page.getByRole('searchbox', { name: 'Find an article by its title' }).fill('поклек');
      await redrawn(() => button('Add 1').click());
      await main().getByLabel('Map: where it stands').selectOption('once');

      await main().getByText('All sections').first().click();
      await main().getByRole('checkbox', { name: 'Beginning' }).uncheck();
      await main().getByText(/^\d sections?$/u).waitFor(); // prettier-ignore

      await button('Српски').click();
      await main().getByText('Side by side', { exact: true }).click();
      await kept();
      await expect
        .poll(draft, {
          timeout: 10_000,
        })
        .toMatchObject({
          options: { layout: 'parallel' },
          choice: {
            langs: ['en', 'sr-Cyrl'],
            articles: [{ id: 'izbica-massacre' }, { id: 'poklek-massacre' }],
          },
        });
    });

    it('asks and quotes what was chosen, and no more', async () => {
      const article = articleIdSchema.parse('izbica-massacre');
      const [first] = await reader.call('questions.list', { article, lang: 'en' });
      const id = noteIdSchema.parse(randomUUID());
      const note = { text: 'Read this aloud', colour: 'yellow' as const, tags: [] };
      await reader.call('notes.save', {
        id,
        expected: 0,
        target: { on: 'article', article, lang: 'en' },
        ...note,
      });
      await begin();
      await section('Questions').click();
      await main().getByRole('checkbox', { name: first!.question }).uncheck();
      await part('Notes').check();
      await section('Notes').click();
      await main().getByText('Chosen ones', { exact: true }).click();
      await main().getByRole('checkbox', { name: 'Read this aloud' }).uncheck();
      await expect
        .poll(async () => (await draft())?.choice, { timeout: 10_000 })
        .toMatchObject({ notes: [], questions: { without: [first!.id] } });
      await main().getByRole('checkbox', { name: 'Read this aloud' }).check();
      await expect.poll(async () => (await draft())?.choice?.notes, { timeout: 10_000 }).toEqual([id]);
      await reader.call('notes.remove', { ids: [id] });
    });

    it('says what is lacking', async () => {
      await begin();
      await button('Remove “Izbica massacre”').click();
      await main().getByText('Choose an article, and its pages appear here.').waitFor();
      expect(await button('Save PDF').isDisabled()).toBe(true);
      expect(await count().count()).toBe(0);
    });

    it('is shown anew when the page changes, and the place is kept', async () => {
      await begin();
      await reader.page.getByRole('group', { name: 'Pages as they are printed' }).focus();
      await reader.page.keyboard.press('PageDown');
      await main().getByText(/^Page 2 of/u).waitFor(); // prettier-ignore
      const before = await count().innerText();
      await section('Page').click();
      await main().getByRole('slider', { name: 'Size of the text' }).fill('20');
      await expect.poll(() => count().innerText(), { timeout: 60_000 }).not.toBe(before);
      await main().getByText(/^Page 2 of/u).waitFor(); // prettier-ignore
    });

    it('is still there when the page is loaded again', async () => {
      await begin('poklek-massacre');
      await part('Questions').uncheck();
      await section('Title').click();
      await main().getByLabel('Title', { exact: true }).fill('Klasa 9b');
      await kept();
      await expect.poll(async () => (await draft())?.choice?.title, { timeout: 10_000 }).toBe('Klasa 9b');
      await reader.goTo('/handout');
      await drawn();
      await expect.poll(parts).not.toContain('Questions');
      await section('Title').click();
      expect(await main().getByLabel('Title', { exact: true }).inputValue()).toBe('Klasa 9b');
    });

    it('is not lost when another is begun', async () => {
      await begin();
      await part('Map').uncheck();
      await kept();
      await begin('poklek-massacre');
      await reader.page.getByRole('button', { name: 'Bring it back' }).click();
      await expect.poll(parts).not.toContain('Map');
      await button('Remove “Izbica massacre”').waitFor();
    });
  });

  describe('a preset', () => {
    it('is kept, used with another article, renamed, deleted and brought back', async () => {
      await begin();
      await part('Map').uncheck();
      await button('Keep…').click();
      await reader.page.getByRole('textbox', { name: 'Name' }).fill('Without a map');
      await reader.page.getByRole('button', { name: 'Keep', exact: true }).click();
      await button('Without a map').waitFor();

      await begin('poklek-massacre');
      await expect.poll(parts).toContain('Map');
      await button('Without a map').click();
      await expect.poll(parts).not.toContain('Map');
      await button('Remove “Poklek massacre”').waitFor();

      await button('Rename “Without a map”').click();
      await reader.page.getByRole('textbox', { name: 'Name' }).fill('Bare');
      await reader.page.getByRole('button', { name: 'Keep', exact: true }).click();
      await button('Bare').waitFor();

      await button('Delete “Bare”').click();
      await button('Bare').waitFor({ state: 'detached' });
      await reader.page.getByRole('button', { name: 'Undo' }).click();
      await button('Bare').waitFor();
    });
  });

  describe('a handout that is made', () => {
    it('has the questions of one’s own, and can be opened again from its PDF', async () => {
      await begin();
      await section('Questions').click();
      await button('Add a question').click();
      await main().getByLabel('Question: English').fill('Who wrote this down first?');
      await main().getByLabel('Answer: English').fill('The village teacher.');
      await drawn();
      const { file, name } = await reader.printed(() => button('Save PDF').click());
      expect(name).toMatch(/\.pdf$/u);
      const { text, pages } = await readPdf(file);
      expect(text).toContain('Who wrote this down first?');
      expect(text).toContain('The village teacher.');
      await main().getByText(`${pages} pages, is in your downloads.`).waitFor();

      await begin('poklek-massacre');
      await main().locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer: readFileSync(file) }); // prettier-ignore
      await main().getByText(/was opened as it was made/u).waitFor(); // prettier-ignore
      await button('Remove “Izbica massacre”').waitFor();
      await main().getByText('Who wrote this down first?').waitFor({ state: 'attached' });
    });

    it('is not opened from what is no handout', async () => {
      await begin();
      await main().locator('input[type=file]').setInputFiles({ name: 'x.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 none') }); // prettier-ignore
      await main().getByText('“x.pdf” could not be opened as a handout.').waitFor();
      await button('Remove “Izbica massacre”').waitFor();
    });
  });

  describe('the page', () => {
    it.each(['light', 'dark', 'contrast'] as const)('hinders nobody: %s', async (theme) => {
      await reader.withSettings({ theme });
      await begin();
      for (const name of ['Questions', 'Page', 'Title']) await section(name).click();
      await button('Add articles…').click();
      await button('Add a question').click();
      expect(await violationsOn(reader.page)).toEqual([]);
    });
  });
}
