/** The page with all notes, as an archivist uses it. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../../src/shared/contract';
import { articleIdSchema } from '../../../src/shared/domain';
import { type NoteId, noteIdSchema } from '../../../src/shared/notes';
import { violationsOn } from '../../support/axe';
import type { OpenReader, Reader } from '../../support/reader';

const IZBICA = articleIdSchema.parse('izbica-massacre');
const POKLEK = articleIdSchema.parse('poklek-massacre');
const MANY = 600;

/** As an export has it, as far as this needs it. */
interface Annotation {
  id: string;
  modified: string;
  body: { value: string; purpose: string }[];
  target: { selector?: { exact?: string }[] };
}

/** @param isWhole otherwise only what two shells could differ in */
export function notebookSuite(open: OpenReader, { isWhole = true } = {}): void {
  const whole = it.runIf(isWhole);
  let reader: Reader;
  beforeAll(async () => {
    reader = await open();
  });
  afterAll(() => reader.close());

  /** By their texts. */
  const ids = new Map<string, NoteId>();
  async function write(
    note: Pick<Input<'notes.save'>, 'target' | 'text' | 'colour' | 'tags'>,
  ): Promise<void> {
    const id = noteIdSchema.parse(randomUUID());
    await reader.call('notes.save', { id, expected: 0, ...note });
    ids.set(note.text, id);
  }
  async function quoted(article: typeof IZBICA, words: string) {
    const { blocks } = await reader.call('articles.get', { id: article, lang: 'en' });
    const block = blocks.find((one) => 'text' in one && one.text.includes(words));
    if (!block || !('text' in block)) throw new Error(`“${words}” stands nowhere in ${article}`);
    const start = block.text.indexOf(words);
    return { on: 'quote' as const, article, lang: 'en' as const, block: block.id, start, end: start + words.length, text: words }; // prettier-ignore
  }
  async function removeAll(): Promise<void> {
    for (;;) {
      const { rows: some } = await reader.call('notes.page', { lang: 'en', sort: 'time', limit: 500 });
      if (some.length === 0) return;
      await reader.call('notes.remove', { ids: some.map(({ id }) => id) });
    }
  }
  beforeEach(async () => {
    await reader.withSettings({ interfaceLang: 'en', readingLangs: ['en'], namesDisplay: 'as-written', theme: 'light' }); // prettier-ignore
    await removeAll();
    await reader.call('notes.purge', { backups: false });
    ids.clear();
    await write({ target: await quoted(POKLEK, 'Poklek'), text: 'Who counted?', colour: 'yellow', tags: ['Ђаковица'] }); // prettier-ignore
    await write({ target: await quoted(IZBICA, 'Izbica'), text: 'Compare both', colour: 'red', tags: ['class'] }); // prettier-ignore
    await write({ target: { on: 'article', article: IZBICA, lang: 'en' }, text: 'On all of it', colour: 'red', tags: [] }); // prettier-ignore
  });
  // Nothing that happens to a note may leave the page complaining.
  afterEach(() => expect(reader.complaints).toEqual([]));

  const main = () => reader.page.getByRole('main');
  const dialog = () => reader.page.getByRole('dialog');
  const feed = () => reader.page.getByRole('feed', { name: 'Notes, one under another' });
  const rows = () => feed().locator('[data-note]');
  const row = (text: string) => rows().filter({ hasText: text });
  const texts = () => feed().locator('.note-text').allInnerTexts();
  const button = (name: string | RegExp) => main().getByRole('button', { name, exact: true });
  /** Above the list, about those that are chosen. */
  const chosenBar = (name: string) => main().locator('.bar').getByRole('button', { name, exact: true });
  const counted = (words: string) => main().getByRole('status').getByText(words, { exact: true }).waitFor();
  const pick = (name: string, value: string) => main().getByRole('combobox', { name }).selectOption(value);
  const give = (name: string, text: string) =>
    dialog()
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) });
  const counts = () => dialog().locator('dd').allInnerTexts();

  /** On the window as a whole; the others have nothing in them. */
  async function letFall(name: string, text: string, ...others: string[]): Promise<void> {
    const dataTransfer = await reader.page.evaluateHandle(
      ([first, inside, left]) => {
        const data = new DataTransfer();
        data.items.add(new File([inside], first));
        for (const other of left) data.items.add(new File([''], other));
        return data;
      },
      [name, text, others] as const,
    );
    await reader.page.locator('h1').dispatchEvent('drop', { dataTransfer });
  }

  async function exported(): Promise<Annotation[]> {
    const { data } = await reader.call('export.make', { what: 'notes', format: 'webannotation', lang: 'en' });
    return JSON.parse(Buffer.from(data, 'base64').toString('utf8')).first.items;
  }

  /** The same note again and again, each with an id and a number of its own. */
  async function bringInMany(): Promise<void> {
    const one = (await exported()).find(({ body: [first] }) => first?.value === 'Who counted?');
    const many = Array.from({ length: MANY }, (_, at) => {
      const [body, ...others] = one?.body ?? [];
      const text = `Note ${at}${' and more'.repeat((at % 5) * 12)}`;
      return { ...one, id: `urn:uuid:${randomUUID()}`, body: [{ ...body, value: text }, ...others] };
    });
    const data = Buffer.from(JSON.stringify(many)).toString('base64');
    const done = await reader.call('notes.import', { file: { name: 'many.json', data }, trial: false });
    expect(done).toMatchObject({ added: MANY, failed: [] });
  }

  describe('all notes', () => {
    it('are found by words in any script, by tag, article, colour and state, and the address says so', async () => {
      await reader.goTo('/notes');
      await counted('3 notes');
      await main().getByRole('searchbox', { name: 'Find in notes' }).fill('djakovica');
      await counted('1 of 3 notes');
      expect(await texts()).toEqual(['Who counted?']);
      await button('Clear the filter').click();
      await counted('3 notes');
      await pick('In which article', IZBICA);
      await button(/^Red/u).click();
      await counted('2 of 3 notes');
      await pick('With which tag', 'class');
      await counted('1 of 3 notes');
      const address = new URL(reader.page.url()).hash.slice(1);
      await reader.goTo(address);
      await counted('1 of 3 notes');
      expect(await texts()).toEqual(['Compare both']);
      await pick('In which state', 'moved');
      await main().getByText('No note matches: Izbica massacre, class, Moved, Red.').waitFor();
      await button('Without: Moved').click();
      await counted('1 of 3 notes');
      await reader.page.goBack();
      await main()
        .getByText(/^No note matches/u)
        .waitFor();
    });

    whole('stand by time or by place, either way', async () => {
      await reader.goTo('/notes');
      await counted('3 notes');
      expect(await texts()).toEqual(['On all of it', 'Compare both', 'Who counted?']);
      await pick('Order', 'oldest');
      await expect.poll(texts).toEqual(['Who counted?', 'Compare both', 'On all of it']);
      await pick('Order', 'place');
      await expect.poll(async () => (await texts()).indexOf('Compare both')).not.toBe(-1);
      const byPlace = await reader.call('notes.page', { lang: 'en', sort: 'place' });
      await expect.poll(texts).toEqual(byPlace.rows.map(({ text }) => text));
      await pick('Order', 'place-back');
      await expect.poll(texts).toEqual(byPlace.rows.map(({ text }) => text).toReversed());
    });

    it('are changed where they stand, and stay there', async () => {
      await reader.goTo('/notes');
      await row('Who counted?').getByRole('button', { name: 'Edit' }).click();
      const field = row('Ђаковица').getByRole('textbox', { name: 'Text of the note' });
      await field.fill('Who counted, and when?');
      await feed().getByText('Saved', { exact: true }).waitFor();
      await feed().getByRole('button', { name: 'Done' }).click();
      await expect.poll(texts).toEqual(['On all of it', 'Compare both', 'Who counted, and when?']);
      const note = await reader.call('notes.get', { id: ids.get('Who counted?') ?? '' });
      expect(note).toMatchObject({ text: 'Who counted, and when?', revision: 2 });
    });

    whole('lead to their words, in the edition that they were written in', async () => {
      await reader.goTo('/notes');
      await row('Compare both').getByRole('link', { name: 'Izbica massacre' }).click();
      await reader.page.getByRole('heading', { level: 1, name: 'Izbica massacre' }).waitFor();
      const hash = new URL(reader.page.url()).hash;
      expect(hash).toContain(`/article/${IZBICA}?note=${ids.get('Compare both')}`);
    });
  });

  describe('hundreds of notes', () => {
    beforeEach(bringInMany);

    whole(
      'are drawn as far as they are seen, and stay where they are when the reader scrolls back',
      async () => {
        await reader.goTo('/notes');
        await counted(`${MANY + 3} notes`);
        expect(await rows().count()).toBeLessThan(40);
        const scroller = reader.page.locator('#scroller');
        await scroller.evaluate((element) => element.scrollTo({ top: element.scrollHeight / 2 }));
        await expect
          .poll(async () => Number(await rows().first().getAttribute('data-row')))
          .toBeGreaterThan(200);
        const seen = () =>
          reader.page.evaluate(() => {
            const all = [...document.querySelectorAll<HTMLElement>('[data-note]')];
            const first = all.find((one) => one.getBoundingClientRect().top > 150);
            return { note: first?.dataset.note ?? '', at: first?.getBoundingClientRect().top ?? 0 };
          });
        // Upwards, where no height is known yet.
        for (let step = 0; step < 8; step += 1) {
          const before = await seen();
          await reader.page.mouse.move(700, 500);
          await reader.page.mouse.wheel(0, -100);
          const now = () =>
            rows()
              .and(reader.page.locator(`[data-note="${before.note}"]`))
              .evaluate((one) => Math.round(one.getBoundingClientRect().top));
          await expect.poll(now).toBe(Math.round(before.at + 100));
        }
      },
    );

    whole('are gone through with the arrow keys, to the last and back', async () => {
      await reader.goTo('/notes');
      await rows().first().focus();
      const focused = () =>
        reader.page.evaluate(() => Number(document.activeElement?.getAttribute('data-row')));
      for (let step = 0; step < 70; step += 1) await reader.page.keyboard.press('ArrowDown');
      await expect.poll(focused).toBe(70);
      await reader.page.keyboard.press('End');
      await expect.poll(focused).toBe(MANY + 2);
      // It is there, and not only room for it.
      await expect.poll(() => reader.page.evaluate(() => document.activeElement?.hasAttribute('data-note'))).toBe(true); // prettier-ignore
      await reader.page.keyboard.press('ArrowUp');
      await expect.poll(focused).toBe(MANY + 1);
      await reader.page.keyboard.press('Home');
      await expect.poll(focused).toBe(0);
    });

    whole('are chosen all at once, deleted, and brought back by one click', async () => {
      await reader.goTo('/notes?tag=Ђаковица');
      await button(`Choose all ${MANY + 1}`).click();
      await counted(`${MANY + 1} chosen`);
      await chosenBar('Delete').click();
      await reader.page.getByText(`${MANY + 1} notes were deleted.`).waitFor();
      await main()
        .getByText(/^No note matches/u)
        .waitFor();
      await reader.page.getByRole('button', { name: 'Undo' }).click();
      await counted(`${MANY + 1} of ${MANY + 3} notes`);
    });
  });

  describe('the trash', () => {
    it('has what was deleted, gives it back, and loses it only after a question', async () => {
      await reader.goTo('/notes');
      await row('Compare both').getByRole('button', { name: 'Delete' }).click();
      await reader.page.getByRole('button', { name: 'Undo' }).click();
      await counted('3 notes');
      await rows().nth(0).getByRole('checkbox').check();
      await rows()
        .nth(2)
        .getByRole('checkbox')
        .click({ modifiers: ['Shift'] });
      await counted('3 chosen');
      await chosenBar('Delete').click();
      await main().getByText('You have no notes yet.').waitFor();

      await main().getByRole('link', { name: 'Trash 3' }).click();
      await counted('3 notes in the trash');
      await row('Compare both').getByRole('checkbox').check();
      await chosenBar('Restore').click();
      await counted('2 notes in the trash');
      // Keys go on from where the reader was.
      expect(await reader.page.evaluate(() => document.activeElement?.hasAttribute('data-note'))).toBe(true);
      expect((await reader.call('notes.page', { lang: 'en', sort: 'time' })).rows.map(({ text }) => text)).toEqual(['Compare both']); // prettier-ignore

      await button('Delete for good: Who counted?').click();
      await dialog().getByText('Files that you saved or exported elsewhere').waitFor();
      expect(await dialog().getByRole('checkbox').isChecked()).toBe(false);
      // Enter does what harms nothing.
      await reader.page.keyboard.press('Enter');
      await dialog().waitFor({ state: 'detached' });
      await counted('2 notes in the trash');
      await button('Empty the trash…').click();
      await dialog().getByRole('heading', { name: 'Delete 2 notes for good?' }).waitFor();
      await dialog().getByRole('checkbox', { name: 'Also from the backups in the library’s folder' }).check();
      await dialog().getByRole('button', { name: 'Delete for good' }).click();
      await main().getByText('The trash is empty.').waitFor();
      await expect(reader.call('notes.get', { id: ids.get('Who counted?') ?? '' })).rejects.toThrow(
        /note\.unknown/u,
      );
    });
  });

  describe('notes that are taken out', () => {
    async function take(label: RegExp): Promise<Buffer> {
      await dialog().getByRole('radio', { name: label }).check();
      const make = dialog().getByRole('button', { name: 'Export', exact: true });
      return readFileSync((await reader.printed(() => make.click())).file);
    }
    async function openDialog(): Promise<void> {
      await reader.goTo('/notes');
      await button('Export…').click();
      await dialog().getByText('3 notes', { exact: true }).waitFor();
    }

    it.each([
      ['Web Annotation', /^Web Annotation/u, (bytes: Buffer) => JSON.parse(bytes.toString('utf8')).total],
      ['.annotations', /\.annotations/u, (bytes: Buffer) => {
        const [json] = Object.values(unzipSync(bytes)).map((file) => Buffer.from(file).toString('utf8'));
        return (json?.match(/"type": ?"Annotation"/gu) ?? []).length;
      }],
      ['CSV', /CSV/u, (bytes: Buffer) => parse(bytes, { bom: true, columns: true }).length],
    ] as const)('as %s hold every note', async (_name, label, count) => {
      await openDialog();
      expect(count(await take(label))).toBe(3);
    }); // prettier-ignore

    it.each([
      ['Markdown', /^Markdown/u],
      ['HTML', /HTML/u],
    ] as const)('as %s have the words and what they are on', async (_name, label) => {
      await openDialog();
      const text = (await take(label)).toString('utf8');
      for (const words of ['Who counted?', 'Compare both', 'On all of it', 'Poklek', 'class'])
        expect(text).toContain(words);
    });

    whole('are those that are filtered, or chosen', async () => {
      await reader.goTo('/notes?colour=red');
      await button('Export…').click();
      await dialog().getByText('2 notes', { exact: true }).waitFor();
      await dialog().getByRole('button', { name: 'Close' }).click();
      await row('Compare both').getByRole('checkbox').check();
      await chosenBar('Export…').click();
      await dialog().getByText('1 note', { exact: true }).waitFor();
      await dialog().getByRole('radio', { name: 'Filtered' }).check({ force: true });
      await dialog().getByText('2 notes', { exact: true }).waitFor();
      await dialog().getByRole('radio', { name: 'All' }).check({ force: true });
      await dialog().getByText('3 notes', { exact: true }).waitFor();
    });
  });

  describe('notes that are brought in', () => {
    it('are told before, done when the reader says so, and skipped the second time', async () => {
      const one = (await exported()).find(({ target }) => target.selector);
      if (!one) throw new Error('nothing was exported');
      const lost = structuredClone(one);
      for (const selector of lost.target.selector ?? [])
        if (selector.exact) selector.exact = 'words that stand nowhere in any text of this library';
      lost.id = `urn:uuid:${randomUUID()}`;
      const text = JSON.stringify([one, lost, { type: 'Annotation' }]);

      await reader.goTo('/notes');
      await button('Import…').click();
      await give('notes.jsonld', text);
      await dialog().getByRole('heading', { name: 'What would be done' }).waitFor();
      expect(await counts()).toEqual(['1', '0', '1', '1', '1']);
      await dialog().getByText('Entry 3').waitFor();
      expect((await reader.call('notes.page', { lang: 'en', sort: 'time' })).all).toBe(3);
      await dialog().getByRole('button', { name: 'Import', exact: true }).click();
      await dialog().getByRole('heading', { name: 'What was done' }).waitFor();
      expect(await counts()).toEqual(['1', '0', '1', '1', '1']);

      await dialog().getByRole('button', { name: 'Show the notes without their place' }).click();
      await counted('1 of 4 notes');
      await rows().getByText('words that stand nowhere').waitFor();

      await button('Import…').click();
      await give('notes.jsonld', text);
      await dialog().getByRole('heading', { name: 'What would be done' }).waitFor();
      expect(await counts()).toEqual(['0', '0', '2', '0', '1']);
      expect(await dialog().getByRole('button', { name: 'Import', exact: true }).isDisabled()).toBe(true);
      await dialog().getByRole('button', { name: 'Close' }).click();
      await counted('1 of 4 notes');
      await rows().first().getByRole('button', { name: 'Place it…' }).click();
      await expect.poll(() => reader.page.url()).toMatch(/\/article\/[a-z-]+\?place=[0-9a-f-]{36}/u);
    });

    it('are taken wherever in the window they are let fall, and places of the same extension are not', async () => {
      const text = JSON.stringify({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationCollection', first: { type: 'AnnotationPage', items: await exported() } }); // prettier-ignore
      await reader.goTo('/names');
      await letFall('notes.jsonld', text);
      await dialog().getByRole('heading', { name: 'What would be done' }).waitFor();
      expect(await counts()).toEqual(['0', '0', '3', '0', '0']);
      expect(reader.page.url()).toMatch(/\/notes$/u);

      // Also while a file is on show; of several, the first.
      await letFall('broken.annotations', '{', 'second.annotations');
      await dialog()
        .getByText(/The file is not JSON/u)
        .waitFor();
      await dialog()
        .getByText(/second\.annotations/u)
        .waitFor();
      await dialog().getByRole('button', { name: 'Close' }).click();

      const { data, name } = await reader.call('export.make', {
        what: 'names',
        format: 'lpf',
        langs: ['en'],
      });
      expect(name).toMatch(/\.jsonld$/u);
      await letFall(name, Buffer.from(data, 'base64').toString('utf8'));
      await main().getByText(name, { exact: true }).first().waitFor();
      expect(reader.page.url()).toMatch(/\/import$/u);
    });

    whole('say what is wrong with a file that is none', async () => {
      await reader.goTo('/import');
      await main().getByRole('link', { name: 'Notes are imported on the page Notes.' }).click();
      await give('broken.json', '{');
      await dialog()
        .getByText(/The file is not JSON/u)
        .waitFor();
      expect(await dialog().getByRole('button', { name: 'Import', exact: true }).isDisabled()).toBe(true);
    });
  });

  it.each(['light', 'dark', 'contrast'] as const)('leave nobody out: %s', async (theme) => {
    await reader.withSettings({ theme });
    await reader.goTo('/notes');
    await counted('3 notes');
    await rows().nth(0).getByRole('checkbox').check();
    expect(await violationsOn(reader.page)).toEqual([]);
    await chosenBar('Export…').click();
    await dialog().getByText('1 note', { exact: true }).waitFor();
    expect(await violationsOn(reader.page)).toEqual([]);
    await reader.goTo('/notes?words=zzz&import=1');
    await dialog().waitFor();
    expect(await violationsOn(reader.page)).toEqual([]);
  });

  it('nobody outside was asked', async () => {
    expect(await reader.escapes()).toEqual([]);
  });
}
