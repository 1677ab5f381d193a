import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/library';
import { textsOf, writeNote } from '../../support/notebook';
import type { OpenReader, Reader } from '../../support/reader';

export function backupsSuite(open: OpenReader): void {
  describe('backups, in the settings', () => {
    let reader: Reader;
    beforeAll(async () => {
      reader = await open();
      await reader.withSettings({ interfaceLang: 'en', readingLangs: ['en'] });
    });
    afterAll(() => reader.close());

    const button = (name: string | RegExp) => reader.page.getByRole('button', { name });
    const dialog = () => reader.page.getByRole('dialog', { name: 'Restore from a backup' });
    const row = (text: string | RegExp) => reader.page.getByRole('row').filter({ hasText: text }).first();

    const restoreFrom = (text: RegExp) => row(text).getByRole('button').click();

    it('bring back a note that was deleted for good, once it is said what they would bring', async () => {
      const { call } = reader;
      await writeNote(call, 'stays');
      const gone = await writeNote(call, 'to be missed');
      await reader.goTo('/settings');
      await button('Back up now').click();
      await row(/you asked for it\s*2/u).waitFor();
      await call('notes.remove', { ids: [gone] });
      await call('notes.purge', { ids: [gone], backups: false });
      await restoreFrom(/you asked for it/u);
      await dialog().getByText('1 note comes back.').waitFor();
      await dialog().getByText('1 note is the same in both.').waitFor();
      expect(await textsOf(call)).toEqual(['stays']);
      await dialog().getByRole('button', { name: 'Restore', exact: true }).click();
      await dialog().getByText('1 note came back.').waitFor();
      await dialog().getByRole('button', { name: 'Close' }).click();
      expect(await textsOf(call)).toEqual(['stays', 'to be missed']);
      await row('before something was restored').waitFor();
      await restoreFrom(/you asked for it/u);
      await dialog().getByText('All that is in this backup is here already.').waitFor();
      expect(await dialog().getByRole('button', { name: 'Restore', exact: true }).count()).toBe(0);
      await reader.page.keyboard.press('Escape');
      expect(reader.complaints).toEqual([]);
    });

    it('go out as one file, and come in from it', async () => {
      await reader.goTo('/settings');
      const { file, name } = await reader.printed(() => button('Save one file…').click());
      expect(name).toMatch(/^paralel-\d{4}-\d{2}-\d{2}\.paralel-backup$/u);
      const note = await writeNote(reader.call, 'after the file');
      const choosing = reader.page.waitForEvent('filechooser');
      await button('Restore from a file…').click();
      await (await choosing).setFiles({ name, mimeType: 'application/gzip', buffer: readFileSync(file) });
      await dialog().getByText('2 notes are the same in both.').waitFor();
      await reader.page.keyboard.press('Escape');
      const again = reader.page.waitForEvent('filechooser');
      await button('Restore from a file…').click();
      await (await again).setFiles({ name: 'x.db', mimeType: '', buffer: Buffer.from('no backup') });
      await dialog().getByText('is no backup that can be read').waitFor();
      await reader.page.keyboard.press('Escape');
      expect(await textsOf(reader.call)).toContain('after the file');
      expect(note).toBeDefined();
    });
  });

  describe('a notebook that cannot be opened', () => {
    const library = join(temporaryFolder(), 'library');
    let reader: Reader;
    beforeAll(async () => {
      const before = await open({ library });
      await before.withSettings({ interfaceLang: 'en', readingLangs: ['en'] });
      await writeNote(before.call, 'in the backup');
      await before.call('notebook.backup', {});
      await writeNote(before.call, 'in the file only');
      await before.close();
      // As if no other had been made: some are at closing, and soon after a start.
      for (const file of readdirSync(join(library, 'backups')))
        if (!file.includes('-asked')) rmSync(join(library, 'backups', file));
      const db = new Database(join(library, 'notebook.db'));
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
      const bytes = readFileSync(join(library, 'notebook.db'));
      writeFileSync(join(library, 'notebook.db'), bytes.fill(0xa5, 0, 100));
      // Nothing can be set before somebody has decided.
      reader = await open({ library, isFirstRun: true });
    });
    afterAll(async () => {
      await reader.close();
      rmSync(library, { recursive: true, force: true });
    });

    const button = (name: string | RegExp) => reader.page.getByRole('button', { name });
    const damaged = () =>
      reader.page.getByRole('heading', { name: 'Your notebook is damaged and could not be opened.' });

    it('is told of before anything else, and can be read on with until somebody decides', async () => {
      await damaged().waitFor();
      await reader.page.getByText('2 notes. Of these, 1 was read from the damaged file').waitFor();
      await button('Go on reading').click();
      await reader.page.getByText('you can read, and nothing is written').waitFor();
      await reader.page.getByRole('heading', { level: 1 }).waitFor();
      await expect(writeNote(reader.call, 'refused')).rejects.toThrow('notebook.lost');
      await button('Decide what to do').click();
      await damaged().waitFor();
    });

    it('is not begun anew without being asked a second time', async () => {
      await button('Begin an empty notebook…').click();
      await reader.page.getByRole('dialog', { name: 'Begin with an empty notebook?' }).waitFor();
      await button('Not now').click();
      await damaged().waitFor();
      expect((await reader.call('app.open', {})).notebook.state).toBe('lost');
    });

    it('comes back with what was in the backup and what could still be read', async () => {
      await button(/^Bring back the backup of/u).click();
      await reader.page.getByText('Your notebook is open, with 2 notes.').waitFor();
      expect(await textsOf(reader.call)).toEqual(['in the backup', 'in the file only']);
      await writeNote(reader.call, 'and on');
      await reader.goTo('/settings');
      expect(await damaged().count()).toBe(0);
    });
  });
}
