import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Lang } from '../../../src/shared/lang';
import { NOTE_COLOURS } from '../../../src/shared/note-parts';
import { violationsOn } from '../../support/axe';
import { changeLibrary } from '../../support/changed-library';
import { temporaryFolder } from '../../support/library';
import type { OpenReader, Reader } from '../../support/reader';
import { articleNotes, IZBICA, notesIn } from './notes-page';

/** @param isWhole otherwise only what two shells could differ in */
export function notesSuite(open: OpenReader, { isWhole = true } = {}): void {
  const whole = it.runIf(isWhole);
  let reader: Reader;
  beforeAll(async () => {
    reader = await open();
  });
  afterAll(() => reader.close());
  beforeEach(async () => {
    const ids = (await articleNotes(reader)).map(({ id }) => id);
    if (ids.length > 0) await reader.call('notes.remove', { ids });
    await reader.withSettings({
      interfaceLang: 'en', readingLangs: ['en'], namesDisplay: 'as-written', notesShown: 'edition', theme: 'light',
    }); // prettier-ignore
  });
  // Nothing that happens to a note may leave the page complaining.
  afterEach(() => expect(reader.complaints).toEqual([]));

  const on = () => notesIn(reader.page);
  const button = (name: string | RegExp) => reader.page.getByRole('button', { name, exact: true });
  /** Once it is kept it is no longer a new one. */
  const editor = () => reader.page.getByRole('region', { name: /^(New note|Edit the note)$/u });
  const saved = () => editor().getByText('Saved', { exact: true }).waitFor();
  const isWriting = () => reader.page.locator('textarea:focus').waitFor();
  const toArticle = (query = '') => reader.goTo(`/article/${IZBICA}${query}`);
  const texts = async () => (await articleNotes(reader)).map(({ text }) => text);

  describe('somebody who reads with a pen', () => {
    it('highlights selected words in Serbian Latin, and the Cyrillic has them at the same words', async () => {
      await reader.withSettings({ readingLangs: ['sr-Latn'] });
      await toArticle();
      const words = 'u selu Izbica'.slice(0, 6);
      await on().select('lead-1', words);
      await button('Highlight: Green').click();
      await expect.poll(() => on().painted('green')).toEqual([words]);
      const [note] = await articleNotes(reader, 'sr-Latn');
      expect(note).toMatchObject({ on: 'quote', lang: 'sr-Latn', quote: words, colour: 'green', text: '' });
      await reader.withSettings({ readingLangs: ['sr-Cyrl'] });
      await toArticle();
      await expect.poll(() => on().painted('green')).toEqual(['у селу']);
    });

    it('highlights where names are shown in another language: the words are those that are written', async () => {
      await reader.withSettings({ namesDisplay: 'sq' });
      await toArticle();
      await on().select('lead-1', 'largest massacres of the Lufta');
      await button('Highlight: Blue').click();
      await expect.poll(() => on().painted('blue')).toEqual(['largest massacres of the Lufta e Kosovës']);
      await reader.withSettings({ namesDisplay: 'as-written' });
      await toArticle();
      await expect.poll(() => on().painted('blue')).toEqual(['largest massacres of the Kosovo War']);
    });

    whole('takes a highlight back from the message', async () => {
      await toArticle();
      await on().select('lead-2', 'non-combatants');
      await button('Highlight: Red').click();
      await expect.poll(() => on().painted('red')).toEqual(['non-combatants']);
      await button('Undo').click();
      await expect.poll(() => on().painted('red')).toEqual([]);
    });

    it('selects from a name on, and the name is not opened', async () => {
      await toArticle();
      const name = reader.page.locator('[data-block="lead-1"] a.name').first();
      // Over it first, which waits until nothing moves any more.
      await name.hover({ position: { x: 10, y: 12 } });
      await reader.page.mouse.down();
      const { x, y, width } = (await name.boundingBox())!;
      await reader.page.mouse.move(x + width + 60, y + 12, { steps: 8 });
      await reader.page.mouse.up();
      await button('Highlight: Green').click();
      await expect.poll(async () => (await on().painted('green'))[0]).toMatch(/^zbica massacre \(/u);
      expect(reader.page.url()).not.toContain('name=');
    });

    whole('leaves nothing behind where a note was begun and nothing written', async () => {
      const painted = async () =>
        (await Promise.all(NOTE_COLOURS.map((colour) => on().painted(colour)))).flat();
      await toArticle();
      await on().select('lead-2', 'non-combatants');
      await button('Note').click();
      await isWriting();
      await expect.poll(painted).toEqual(['non-combatants']);
      await reader.page.keyboard.press('Escape');
      await editor().waitFor({ state: 'detached' });
      await expect.poll(painted).toEqual([]);
      expect(await texts()).toEqual([]);
    });

    whole('is told that a note is on words of one paragraph', async () => {
      await toArticle();
      await on().selectAcross('lead-1', 'the motive', 'lead-2', 'After the war');
      await reader.page.getByText(/this one will be on those of the first/u).waitFor();
      await button('Highlight: Yellow').click();
      await expect.poll(() => on().painted('yellow')).toEqual(['the motive.']);
    });

    it('writes a note, changes it, deletes it, and has it back', async () => {
      await toArticle();
      await on().select('lead-2', 'at least 93');
      await button('Note').click();
      await isWriting();
      await reader.page.keyboard.type('Compare the table: **130**.');
      await saved();
      await button('Done').click();
      const card = reader.page.getByRole('article', { name: 'Note', exact: true });
      await card.getByText('Compare the table').waitFor();
      await button('Open: Note').click();
      await card.getByRole('button', { name: 'Edit', exact: true }).click();
      await card.getByRole('textbox', { name: 'Text of the note' }).fill('Compare the table: 93–130.');
      await card.getByRole('button', { name: 'Done' }).click();
      await expect.poll(texts).toEqual(['Compare the table: 93–130.']);
      await card.getByRole('button', { name: 'Delete' }).click();
      await expect.poll(() => on().painted('yellow')).toEqual([]);
      await button('Undo').click();
      await expect.poll(texts).toEqual(['Compare the table: 93–130.']);
      await expect.poll(() => on().painted('yellow')).toEqual(['at least 93']);
    });

    whole(
      'opens a note by pressing its words, the shorter of two first, and names in them still lead to their card',
      async () => {
        await on().add(reader, 'lead-1', 'among the largest massacres of the Kosovo War', 'yellow');
        await on().add(reader, 'lead-1', 'largest', 'red');
        await toArticle();
        await expect.poll(() => on().painted('red')).toEqual(['largest']);
        await on().press('red');
        await expect.poll(() => on().openQuote()).toBe('largest');
        await on().press('red');
        await expect.poll(() => on().openQuote()).toBe('among the largest massacres of the Kosovo War');
        await reader.page.locator('[data-block="lead-1"]').getByRole('link', { name: 'Kosovo War' }).click();
        await reader.page.getByRole('complementary', { name: 'Name card' }).waitFor();
      },
    );

    whole(
      'sees notes on other editions where that is wanted, or none, and writing brings them back',
      async () => {
        await on().add(reader, 'lead-2', 'Tribunali', 'violet', 'sq');
        await toArticle();
        const other = reader.page.getByText('On another edition');
        expect(await other.count()).toBe(0);
        const choice = reader.page.getByLabel('Notes beside the text:');
        await choice.selectOption('all');
        await other.waitFor();
        expect(await on().painted('violet')).toEqual([]);
        await choice.selectOption('none');
        await other.waitFor({ state: 'hidden' });
        await on().select('lead-1', 'village');
        await button('Highlight: Red').click();
        await expect.poll(() => on().painted('red')).toEqual(['village']);
        expect((await reader.call('settings.get', {})).notesShown).toBe('edition');
      },
    );
  });

  describe('somebody without a mouse', () => {
    it('notes words of a paragraph by the keyboard alone, and nothing is lost right after “Saved”', async () => {
      await toArticle();
      const first = 'Note on this paragraph: After the war, the International Criminal…';
      await reader.page.getByRole('button', { name: first }).focus();
      await reader.page.keyboard.press('Enter');
      await isWriting();
      await reader.page.keyboard.type('Nobody else counted.');
      await saved();
      await reader.page.reload();
      await expect.poll(texts).toEqual(['Nobody else counted.']);
      await reader.page.getByRole('article', { name: 'Note', exact: true }).waitFor();
      await reader.page.getByRole('button', { name: first }).focus();
      await reader.page.keyboard.press('F2');
      await isWriting();
      await reader.page.keyboard.press('Shift+Tab');
      await reader.page.keyboard.type('Kosovar');
      await reader.page.keyboard.press('Enter');
      await reader.page.keyboard.press('Tab');
      await reader.page.keyboard.type('On a word.');
      await saved();
      await reader.page.keyboard.press('Escape');
      await expect.poll(() => on().painted('yellow')).toEqual(['Kosovar']);
      await expect
        .poll(() => reader.page.evaluate(() => document.activeElement?.closest('[data-note]') !== null))
        .toBe(true);
    });

    whole('is told where words stand nowhere, or more than once', async () => {
      await toArticle();
      await reader.page.keyboard.press('F2');
      const field = reader.page.getByLabel('These words of it');
      await field.fill('Prishtina');
      await reader.page.getByText('These words do not stand in this paragraph.').waitFor();
      await field.fill('the');
      await reader.page.getByText(/more than once/u).waitFor();
      await field.fill('anti-albanian SENTIMENT');
      await field.blur();
      await editor().getByRole('textbox', { name: 'Text of the note' }).fill('Motive');
      await saved();
      await expect.poll(() => on().painted('yellow')).toEqual(['anti-Albanian sentiment']);
    });

    whole('highlights what is selected with a key', async () => {
      await toArticle();
      await on().select('lead-2', 'International Criminal');
      await reader.page.keyboard.press('Control+Shift+h');
      await expect
        .poll(async () => (await articleNotes(reader)).map(({ quote }) => quote))
        .toEqual(['International Criminal']);
    });
  });

  whole('notes a name on its card, a figure in its table, and the whole article', async () => {
    await toArticle('?name=pl-qirez');
    await button('Add a note').click();
    await isWriting();
    await reader.page.keyboard.type('On the name.');
    await saved();
    await button('Done').click();
    expect((await reader.call('notes.of', { entity: 'pl-qirez' })).map(({ text }) => text)).toContain(
      'On the name.',
    );
    await toArticle();
    await button('Note on this article').click();
    await isWriting();
    await reader.page.keyboard.type('On the whole.');
    await saved();
    await button('Done').click();
    await reader.page.getByRole('button', { name: /^Note on this figure: people killed/u }).click();
    await isWriting();
    await reader.page.keyboard.type('On the figure.');
    await saved();
    await button('Done').click();
    await expect.poll(async () => (await texts()).sort()).toEqual(['On the figure.', 'On the whole.']);
    await reader.goTo('/figures');
    await reader.page.getByText('On the figure.').waitFor();
  });

  it.each([
    ['light', ['en']],
    ['dark', ['sr-Cyrl', 'sq']],
    ['contrast', ['sq']],
  ] as const)('is accessible with notes beside the text, in %s', async (theme, readingLangs) => {
    for (const colour of ['yellow', 'green', 'blue', 'red', 'violet'] as const)
      await on().add(reader, 'lead-1', { yellow: 'The', green: 'village', blue: 'Kosovo War', red: 'largest', violet: 'motive' }[colour], colour); // prettier-ignore
    const langs: Lang[] = [...readingLangs];
    await reader.withSettings({
      theme,
      readingLangs: langs,
      interfaceLang: langs[0] ?? 'en',
      notesShown: 'all',
    });
    await toArticle();
    await reader.page.locator('[data-note]').nth(4).waitFor();
    await reader.page.keyboard.press('F2');
    await reader.page.locator('.draft textarea').waitFor();
    expect(await violationsOn(reader.page)).toEqual([]);
    const tooWide = await reader.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(tooWide).toBeLessThanOrEqual(0);
  });

  whole(
    'finds notes again in a changed text, says how sure it is, and lets what is lost be placed by hand',
    async () => {
      const folder = temporaryFolder();
      const library = join(folder, 'library');
      const before = await open({ library });
      const at = notesIn(before.page);
      await at.add(before, 'lead-1', 'in the village of', 'green');
      await at.add(before, 'events-2', 'On 28 March nearly all adult men fled to the mountains.', 'blue');
      await at.add(before, 'lead-2', 'Most of them were male civilians, non-combatants', 'red');
      await before.close();
      changeLibrary(library, IZBICA, 'en', (blocks) => ({
        ...blocks,
        'events-2': (blocks['events-2'] ?? '').replace('nearly all adult men', 'nearly all the adult men'),
        'lead-2': 'Nothing of what stood here before is left.',
      }));
      const after = await open({ library });
      try {
        await after.withSettings({ interfaceLang: 'en', readingLangs: ['en'] });
        await after.goTo(`/article/${IZBICA}`);
        const here = notesIn(after.page);
        await expect.poll(() => here.painted('green')).toEqual(['in the village of']);
        await expect.poll(() => here.painted('blue')).toHaveLength(1);
        await after.page.getByText(/^Moved, \d\d% sure$/u).waitFor();
        const lost = after.page.getByRole('region', { name: 'Notes whose place was not found' });
        await lost.getByText('Most of them were male civilians').waitFor();
        await lost.getByRole('button', { name: 'Place it…' }).click();
        await after.page.getByText('Placing a note:').waitFor();
        await after.page.keyboard.press('Escape');
        await after.page.getByText('Placing a note:').waitFor({ state: 'hidden' });
        await lost.getByRole('button', { name: 'Place it…' }).click();
        await after.page.getByText('Placing a note:').waitFor();
        await here.select('lead-2', 'what stood here');
        await after.page.getByRole('complementary').getByRole('button', { name: 'Place here' }).click();
        await expect.poll(() => here.painted('red')).toEqual(['what stood here']);
        await lost.waitFor({ state: 'hidden' });
        expect(after.complaints).toEqual([]);
      } finally {
        await after.close();
        rmSync(folder, { recursive: true, force: true });
      }
    },
    60_000,
  );

  whole('brings the reader to a note by its address', async () => {
    const id = await on().add(reader, 'events-2', 'Those who stayed behind', 'violet');
    await toArticle(`?note=${id}`);
    await expect.poll(() => on().openQuote()).toBe('Those who stayed behind');
    await expect
      .poll(() => reader.page.evaluate(() => document.activeElement?.getAttribute('data-note')))
      .toBe(id);
    await reader.goTo(`/article/${IZBICA}?place=${randomUUID()}`);
    await reader.page.getByText(/note/iu).first().waitFor();
    expect(await reader.page.getByText('Placing a note:').count()).toBe(0);
  });
}
