import { randomUUID } from 'node:crypto';
import { globSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../../src/shared/contract';
import { temporaryFolder } from '../../support/library';
import type { OpenReader, Reader } from '../../support/reader';

/** File → how often it says `words`. Texts and the index of them say every article's id, read or not. */
export function tracesOf(words: string, folder: string): Record<string, number> {
  const files = globSync('**/*', { cwd: folder }).filter((file) => statSync(join(folder, file)).isFile());
  const counted = files.map((file) => [file, countIn(readFileSync(join(folder, file)), words)] as const);
  return Object.fromEntries(counted.filter(([, count]) => count > 0));
}

function countIn(bytes: Buffer, words: string): number {
  let count = 0;
  for (let at = bytes.indexOf(words); at >= 0; at = bytes.indexOf(words, at + 1)) count += 1;
  return count;
}

export function privacySuite(open: OpenReader): void {
  let library: string;
  let reader: Reader;
  beforeEach(async () => {
    library = temporaryFolder();
    reader = await open({ library });
    await reader.withSettings({ interfaceLang: 'en', readingLangs: ['en'], theme: 'light' });
  });
  afterEach(async () => {
    await reader.close();
    rmSync(library, { recursive: true, force: true });
  });

  const line = () => reader.page.getByText('Private reading: nothing of what you read or set is kept.');
  const theSwitch = () =>
    reader.page.getByRole('navigation').getByRole('switch', { name: 'Private reading' });
  const continues = () => reader.page.getByText('Continue reading');
  const theme = () => reader.page.locator('html').getAttribute('data-theme');
  const recent = async () =>
    (await reader.call('reading.recent', { limit: 50 })).map(({ article }) => article);
  const inNotebook = (words: string) =>
    Object.entries(tracesOf(words, library)).filter(([file]) => file.startsWith('notebook.db'));

  async function read(article: string): Promise<void> {
    await reader.goTo(`/article/${article}`);
    await scrollAndLeave();
  }

  /** The place is kept at the latest when the page is left. */
  async function scrollAndLeave(): Promise<void> {
    await reader.page.locator('#scroller').evaluate((scroller) => scroller.scrollBy(0, 900));
    await reader.page
      .getByRole('navigation')
      .getByRole('link', { name: /^Names/u })
      .click();
    await reader.page.getByRole('heading', { level: 1, name: 'Names', exact: true }).waitFor();
  }

  async function restart(between = (): void => {}): Promise<void> {
    await reader.close();
    between();
    reader = await open({ library });
  }

  describe('private reading', () => {
    const note: Input<'notes.save'> = {
      id: randomUUID() as Input<'notes.save'>['id'],
      expected: 0,
      target: { on: 'article', article: 'izbica-massacre', lang: 'en' } as Input<'notes.save'>['target'],
      text: 'Saved in private.',
      colour: 'yellow',
      tags: [],
    };

    it('leaves nothing behind but the notes that were saved', async () => {
      let before = {};
      await restart(() => (before = tracesOf('poklek-massacre', library)));
      const settings = await reader.call('settings.get', {});
      await reader.goTo('/');
      const asked = reader.requests.length;
      await theSwitch().click();
      await line().waitFor();
      await read('poklek-massacre');
      await reader.goTo('/search?words=Poklek');
      await reader.goTo('/settings');
      await reader.page.getByRole('radio', { name: 'Dark' }).check({ force: true });
      await expect.poll(theme).toBe('dark');
      // The window asks for nothing of the kind, although the host would refuse it.
      const keeps = reader.requests.slice(asked).filter((url) => /reading\.keep|settings\.set/u.test(url));
      expect(keeps).toEqual([]);
      await reader.call('notes.save', note);
      await expect(reader.call('settings.set', { theme: 'contrast' })).rejects.toThrow('reading.private');
      expect(reader.complaints).toEqual([]);
      await restart(() => expect(tracesOf('poklek-massacre', library)).toEqual(before));
      expect(await reader.call('settings.get', {})).toEqual(settings);
      expect(await recent()).toEqual([]);
      expect(await reader.call('notes.get', { id: note.id })).toMatchObject({ text: 'Saved in private.' });
      expect(await line().count()).toBe(0);
    });

    it('is still on when the page is loaded again, and ends where it is ended, with what was set', async () => {
      await reader.goTo('/settings');
      await theSwitch().click();
      await reader.page.getByRole('radio', { name: 'Dark' }).check({ force: true });
      await expect.poll(theme).toBe('dark');
      await reader.page.reload();
      await line().waitFor();
      expect(await theSwitch().getAttribute('aria-checked')).toBe('true');
      expect(await theme()).toBe('light');
      await reader.page.getByRole('radio', { name: 'Dark' }).check({ force: true });
      await reader.page.getByRole('button', { name: 'End private reading' }).click();
      await line().waitFor({ state: 'detached' });
      await expect.poll(theme).toBe('light');
      await read('poklek-massacre');
      await expect.poll(recent).toEqual(['poklek-massacre']);
    });
  });

  it('does not keep what was read in private when that has ended, until it is opened anew', async () => {
    await theSwitch().click();
    await line().waitFor();
    await reader.goTo('/article/poklek-massacre');
    await line().waitFor();
    await reader.page.getByRole('button', { name: 'End private reading' }).click();
    await line().waitFor({ state: 'detached' });
    await scrollAndLeave();
    expect(await recent()).toEqual([]);
    await read('poklek-massacre');
    await expect.poll(recent).toEqual(['poklek-massacre']);
  });

  describe('what was read', () => {
    beforeEach(async () => {
      await read('drenica-massacres');
      // A page that is thrown away takes with it what was on its way.
      await expect.poll(recent).toEqual(['drenica-massacres']);
      await read('izbica-massacre');
      await expect.poll(recent).toEqual(['izbica-massacre', 'drenica-massacres']);
      expect(inNotebook('drenica-massacres')).not.toEqual([]);
    });

    it('is forgotten when it is cleared, in the bytes of the notebook too', async () => {
      await reader.goTo('/settings');
      const clear = reader.page.getByRole('button', { name: 'Clear what was read…' });
      await clear.click();
      await reader.page.getByRole('button', { name: 'Leave it' }).click();
      expect(await recent()).toHaveLength(2);
      await clear.click();
      await reader.page.getByRole('button', { name: 'Clear', exact: true }).click();
      await reader.page.getByText('What was read has been forgotten.').waitFor();
      expect([inNotebook('drenica-massacres'), inNotebook('izbica-massacre')]).toEqual([[], []]);
      await reader.page.getByRole('navigation').getByRole('link', { name: /^Articles/u }).click(); // prettier-ignore
      await reader.page.getByRole('heading', { level: 1, name: 'Drenica, 1998–1999' }).waitFor();
      expect(await continues().count()).toBe(0);
      expect(await reader.call('settings.get', {})).toMatchObject({ theme: 'light', keepsHistory: true });
    });

    it('is no longer kept where that is not wanted, and what there was is gone', async () => {
      await reader.goTo('/settings');
      await reader.page.getByRole('radio', { name: 'Do not keep' }).check({ force: true });
      await expect.poll(recent).toEqual([]);
      expect([inNotebook('drenica-massacres'), inNotebook('izbica-massacre')]).toEqual([[], []]);
      await read('poklek-massacre');
      expect([await recent(), inNotebook('poklek-massacre')]).toEqual([[], []]);
      await reader.goTo('/settings');
      expect(await reader.page.getByRole('radio', { name: 'Do not keep' }).isChecked()).toBe(true);
      await reader.page.getByRole('radio', { name: 'Keep', exact: true }).check({ force: true });
      await read('poklek-massacre');
      await expect.poll(recent).toEqual(['poklek-massacre']);
    });
  });
}
